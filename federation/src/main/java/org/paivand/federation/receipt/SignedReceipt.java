package org.paivand.federation.receipt;

import java.time.Instant;
import org.paivand.disclosure.json.InvalidDocumentException;
import org.paivand.federation.Refusal;
import org.paivand.federation.RefusedException;
import org.paivand.federation.envelope.Envelope;
import org.paivand.federation.envelope.SignedEnvelope;
import org.paivand.federation.jose.Jws;
import org.paivand.federation.jose.NodePrivateKey;
import org.paivand.federation.peer.PeerKey;
import org.paivand.federation.peer.Peers;
import org.paivand.registry.node.NodeId;

/** A receipt and the bytes in which it was signed; the same envelope gets the same bytes again. */
public final class SignedReceipt {
    /** Of the compact form. */
    public static final int MAX_BYTES = 64 << 10;

    private static final String TYP = "paivand-receipt+jws";

    private final Receipt receipt;
    private final String compact;

    private SignedReceipt(Receipt receipt, String compact) {
        this.receipt = receipt;
        this.compact = compact;
    }

    /**
     * Says of an envelope how far it has come.
     *
     * @param us who says it; a non-delivery is said by the sender to the recipient
     */
    public static SignedReceipt of(SignedEnvelope signed, NodeId us, Stage stage, Instant at, NodePrivateKey key) {
        Envelope envelope = signed.envelope();
        Receipt receipt = new Receipt(
                us,
                us.equals(envelope.aud()) ? envelope.iss() : envelope.aud(),
                envelope.id(),
                signed.hash(),
                envelope.place().epoch(),
                envelope.place().seq(),
                at,
                stage);
        require(whose(receipt, envelope));
        return new SignedReceipt(receipt, Jws.sign(TYP, ReceiptJson.write(receipt), key));
    }

    /**
     * Verifies what came for an envelope, in the order in which envelopes are verified; then that it is of this envelope.
     *
     * @param sent the envelope, as its bytes are kept
     * @throws RefusedException with the first that doesn't hold
     */
    public static SignedReceipt accept(String compact, SignedEnvelope sent, NodeId us, Peers peers, Instant now)
            throws RefusedException {
        Jws message = Jws.parse(compact, TYP, MAX_BYTES);
        PeerKey key = peers.of(message);
        Receipt receipt = read(message.verify(key.key()));
        Peers.require(key, receipt.iss(), receipt.aud(), us, receipt.at(), now);
        if (!isOf(receipt, sent)) {
            throw new RefusedException(Refusal.OTHER_ENVELOPE);
        }
        if (!whose(receipt, sent.envelope())) {
            throw new RefusedException(Refusal.CONTENT_REFUSED);
        }
        if (receipt.stage() instanceof Stage.Logged logged) {
            peers.require(logged.proof(), receipt.iss());
        }
        return new SignedReceipt(receipt, compact);
    }

    private static boolean isOf(Receipt receipt, SignedEnvelope sent) {
        Envelope envelope = sent.envelope();
        return receipt.envelope().equals(sent.hash())
                && receipt.id().equals(envelope.id())
                && receipt.epoch() == envelope.place().epoch()
                && receipt.seq() == envelope.place().seq();
    }

    /** Only the recipient says what came of a message; only the sender says that nothing did. */
    private static boolean whose(Receipt receipt, Envelope envelope) {
        boolean bySender = receipt.stage() instanceof Stage.NonDelivery;
        return receipt.iss().equals(bySender ? envelope.iss() : envelope.aud())
                && receipt.aud().equals(bySender ? envelope.aud() : envelope.iss());
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("this node can't say that of this envelope");
        }
    }

    private static Receipt read(byte[] content) throws RefusedException {
        try {
            return ReceiptJson.read(content);
        } catch (InvalidDocumentException refused) {
            throw new RefusedException(Refusal.CONTENT_REFUSED, refused);
        }
    }

    public Receipt receipt() {
        return receipt;
    }

    /** The exact bytes, all of them ASCII. */
    public String compact() {
        return compact;
    }
}
