package org.paivand.federation.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import org.paivand.audit.merkle.Hash;
import org.paivand.federation.Refusal;
import org.paivand.federation.RefusedException;

/**
 * Compact JWS (RFC 7515 §7.1) with ES256 and a header of exactly {@code alg}, {@code typ} and {@code kid}. Parsing proves nothing; only
 * {@link #verify} does.
 */
public final class Jws {
    private static final int PARTS = 3;

    private final Parts parts;
    private final String kid;

    private Jws(Parts parts, String kid) {
        this.parts = parts;
        this.kid = kid;
    }

    /** Signs the bytes and returns the compact form. Whoever signs twice gets two forms of one message. */
    public static String sign(String typ, byte[] content, NodePrivateKey key) {
        String header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType(typ))
                .keyID(key.kid())
                .build()
                .toBase64URL()
                .toString();
        String input = header + '.' + Base64Url.encode(content);
        try {
            ECDSASigner signer = new ECDSASigner(key.key(), Curve.P_256);
            return input
                    + '.'
                    + signer.sign(
                            new JWSHeader.Builder(JWSAlgorithm.ES256).build(),
                            input.getBytes(StandardCharsets.US_ASCII));
        } catch (JOSEException unusable) {
            throw new IllegalStateException("the node's own key can't sign", unusable);
        }
    }

    /**
     * Takes the message apart.
     *
     * @param maxBytes of the compact form
     * @throws RefusedException {@code too-large}, {@code malformed} or {@code header-refused}
     */
    public static Jws parse(String compact, String typ, int maxBytes) throws RefusedException {
        Parts parts = Parts.of(compact, PARTS, maxBytes);
        String kid = parts.header(header -> {
            Parts.fixed(header, "alg", JWSAlgorithm.ES256.getName());
            Parts.fixed(header, "typ", typ);
            return header.text("kid");
        });
        return new Jws(parts, kid);
    }

    /** Which key it says that signed it. */
    public String kid() {
        return kid;
    }

    /**
     * What was signed, now that it is known by whom.
     *
     * @throws RefusedException {@code signature-invalid}
     */
    public byte[] verify(NodePublicKey key) throws RefusedException {
        try {
            boolean valid = kid.equals(key.kid())
                    && new ECDSAVerifier(key.key())
                            .verify(
                                    JWSHeader.parse(new Base64URL(parts.text(0))),
                                    parts.signed(),
                                    new Base64URL(parts.text(2)));
            if (!valid) {
                throw new RefusedException(Refusal.SIGNATURE_INVALID);
            }
        } catch (JOSEException | ParseException unverifiable) {
            throw new RefusedException(Refusal.SIGNATURE_INVALID, unverifiable);
        }
        return parts.bytes(1);
    }

    /**
     * SHA-256 of what the signature covers. Two signatures of one key over the same input are the same message: to whoever relays it, an
     * ECDSA signature (r, s) is as good as (r, n - s).
     */
    public Hash hash() {
        return Hash.sha256(parts.signed());
    }
}
