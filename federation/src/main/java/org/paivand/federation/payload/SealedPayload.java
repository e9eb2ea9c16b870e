package org.paivand.federation.payload;

import java.nio.charset.StandardCharsets;
import org.paivand.disclosure.Sha256;
import org.paivand.federation.Refusal;
import org.paivand.federation.RefusedException;
import org.paivand.federation.envelope.Content;
import org.paivand.federation.envelope.Envelope;
import org.paivand.federation.jose.Jwe;
import org.paivand.federation.jose.NodePrivateKey;
import org.paivand.federation.jose.NodePublicKey;
import org.paivand.registry.node.NodeId;

/**
 * A payload that one node alone can open.
 *
 * @param jwe compact, all of it ASCII
 * @param content what the envelope says of it
 */
public record SealedPayload(String jwe, Content content) {
    /** Of the compact form: base64url of the longest payload, and its header. */
    public static final int MAX_BYTES = 400 << 10;

    public static SealedPayload seal(Payload payload, String schema, NodePublicKey to, NodeId iss, NodeId aud) {
        String jwe = Jwe.encrypt(payload.padded(), to, iss, aud);
        return new SealedPayload(jwe, new Content(ct(jwe), payload.pt(), schema));
    }

    /**
     * Whether these bytes are what the envelope was signed over; what only stores and passes on asks no more.
     *
     * @throws RefusedException {@code too-large} or {@code other-payload}
     */
    public static void require(String jwe, Envelope envelope) throws RefusedException {
        if (jwe.length() > MAX_BYTES) {
            throw new RefusedException(Refusal.TOO_LARGE);
        }
        if (!ct(jwe).equals(envelope.content().ct())) {
            throw new RefusedException(Refusal.OTHER_PAYLOAD);
        }
    }

    /**
     * Opens what came with an envelope.
     *
     * @throws RefusedException as {@link #require} and {@link Jwe#decrypt}; {@code padding-refused}, or {@code other-payload} if the
     *     plaintext isn't the one whose hash was signed
     */
    public static Payload open(String jwe, Envelope envelope, NodePrivateKey key) throws RefusedException {
        require(jwe, envelope);
        Payload payload = Payload.unpad(Jwe.decrypt(jwe, key, envelope.iss(), envelope.aud(), MAX_BYTES));
        if (!payload.pt().equals(envelope.content().pt())) {
            throw new RefusedException(Refusal.OTHER_PAYLOAD);
        }
        return payload;
    }

    private static Sha256 ct(String jwe) {
        return Sha256.digest(jwe.getBytes(StandardCharsets.US_ASCII));
    }
}
