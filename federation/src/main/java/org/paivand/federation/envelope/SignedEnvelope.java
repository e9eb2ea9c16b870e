package org.paivand.federation.envelope;

import java.time.Instant;
import org.paivand.audit.merkle.Hash;
import org.paivand.disclosure.json.InvalidDocumentException;
import org.paivand.federation.Refusal;
import org.paivand.federation.RefusedException;
import org.paivand.federation.jose.Jws;
import org.paivand.federation.jose.NodePrivateKey;
import org.paivand.federation.peer.PeerKey;
import org.paivand.federation.peer.Peers;
import org.paivand.registry.node.NodeId;

/** An envelope and the bytes in which it was signed, which are kept and sent as they are. */
public final class SignedEnvelope {
    /** Of the compact form. */
    public static final int MAX_BYTES = 64 << 10;

    static final String TYP = "paivand-envelope+jws";

    private final Envelope envelope;
    private final String compact;
    private final Hash hash;

    private SignedEnvelope(Envelope envelope, String compact, Hash hash) {
        this.envelope = envelope;
        this.compact = compact;
        this.hash = hash;
    }

    /** Signs it. Done once for each message: the bytes are stored before they are sent. */
    public static SignedEnvelope sign(Envelope envelope, NodePrivateKey key) {
        String compact = Jws.sign(TYP, EnvelopeJson.write(envelope), key);
        try {
            return new SignedEnvelope(
                    envelope, compact, Jws.parse(compact, TYP, MAX_BYTES).hash());
        } catch (RefusedException refused) {
            throw new IllegalArgumentException("an envelope that nobody would accept", refused);
        }
    }

    /**
     * Verifies what came, in this order: size, form, header, key, signature, content, issuer, audience, clock, key's time, the sender's
     * log. That its time is over is the last question, and not asked of what was taken in before: {@link #requireInTime}.
     *
     * @param us this node, for which it must be
     * @throws RefusedException with the first that doesn't hold
     */
    public static SignedEnvelope verify(String compact, NodeId us, Peers peers, Instant now) throws RefusedException {
        Jws message = Jws.parse(compact, TYP, MAX_BYTES);
        PeerKey key = peers.of(message);
        Envelope envelope = read(message.verify(key.key()));
        Peers.require(key, envelope.iss(), envelope.aud(), us, envelope.iat(), now);
        if (envelope.subject().isPresent()) {
            peers.require(envelope.subject().get().log(), envelope.iss());
        }
        return new SignedEnvelope(envelope, compact, message.hash());
    }

    /**
     * Verifies what came for the first time.
     *
     * @throws RefusedException as {@link #verify} and {@link #requireInTime}
     */
    public static SignedEnvelope accept(String compact, NodeId us, Peers peers, Instant now) throws RefusedException {
        SignedEnvelope signed = verify(compact, us, peers, now);
        signed.requireInTime(now);
        return signed;
    }

    /** @throws RefusedException {@code expired} */
    public void requireInTime(Instant now) throws RefusedException {
        if (envelope.exp().filter(exp -> !now.isBefore(exp)).isPresent()) {
            throw new RefusedException(Refusal.EXPIRED);
        }
    }

    private static Envelope read(byte[] content) throws RefusedException {
        try {
            return EnvelopeJson.read(content);
        } catch (InvalidDocumentException refused) {
            throw new RefusedException(Refusal.CONTENT_REFUSED, refused);
        }
    }

    public Envelope envelope() {
        return envelope;
    }

    /** The exact bytes, all of them ASCII. */
    public String compact() {
        return compact;
    }

    /** By which the next envelope, and every receipt, names this one: {@link Jws#hash}. */
    public Hash hash() {
        return hash;
    }
}
