package org.paivand.federation.jose;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Set;
import org.paivand.disclosure.json.InvalidDocumentException;
import org.paivand.disclosure.json.Members;
import org.paivand.federation.Refusal;
import org.paivand.federation.RefusedException;
import org.paivand.registry.node.NodeId;

/**
 * Compact JWE (RFC 7516 §7.1): ECDH-ES+A256KW on P-256 (RFC 7518 §4.6), A256GCM, never compressed, with the nodes' ids as
 * {@code apu} and {@code apv}, so that it opens between these two alone.
 */
public final class Jwe {
    private static final int PARTS = 5;
    private static final String TYP = "paivand-payload+jwe";
    private static final String EPHEMERAL_KEY = "epk";

    private Jwe() {}

    public static String encrypt(byte[] content, NodePublicKey to, NodeId iss, NodeId aud) {
        JWEHeader header = new JWEHeader.Builder(JWEAlgorithm.ECDH_ES_A256KW, EncryptionMethod.A256GCM)
                .type(new JOSEObjectType(TYP))
                .keyID(to.kid())
                .agreementPartyUInfo(name(iss))
                .agreementPartyVInfo(name(aud))
                .build();
        JWEObject message = new JWEObject(header, new Payload(content));
        try {
            message.encrypt(new ECDHEncrypter(to.key()));
        } catch (JOSEException unusable) {
            throw new IllegalStateException("a P-256 key that was checked can't encrypt", unusable);
        }
        return message.serialize();
    }

    /**
     * Which key opens it.
     *
     * @throws RefusedException {@code too-large}, {@code malformed} or {@code header-refused}
     */
    public static String kid(String compact, NodeId iss, NodeId aud, int maxBytes) throws RefusedException {
        return Parts.of(compact, PARTS, maxBytes).header(header -> {
            Parts.fixed(header, "alg", JWEAlgorithm.ECDH_ES_A256KW.getName());
            Parts.fixed(header, "enc", EncryptionMethod.A256GCM.getName());
            Parts.fixed(header, "typ", TYP);
            Parts.fixed(header, "apu", name(iss).toString());
            Parts.fixed(header, "apv", name(aud).toString());
            String unusedKey = header.object(EPHEMERAL_KEY, Jwe::ephemeral);
            return header.text("kid");
        });
    }

    /**
     * Opens it.
     *
     * @throws RefusedException as {@link #kid}, and {@code payload-unreadable} if it isn't for this key, or was altered
     */
    public static byte[] decrypt(String compact, NodePrivateKey key, NodeId iss, NodeId aud, int maxBytes)
            throws RefusedException {
        if (!kid(compact, iss, aud, maxBytes).equals(key.kid())) {
            throw new RefusedException(Refusal.PAYLOAD_UNREADABLE);
        }
        try {
            JWEObject message = JWEObject.parse(compact);
            message.decrypt(new ECDHDecrypter(key.key(), Set.of(), Curve.P_256));
            return message.getPayload().toBytes();
        } catch (ParseException | JOSEException unreadable) {
            throw new RefusedException(Refusal.PAYLOAD_UNREADABLE, unreadable);
        }
    }

    private static String ephemeral(Members key) throws InvalidDocumentException {
        Parts.fixed(key, "kty", "EC");
        Parts.fixed(key, "crv", Curve.P_256.getName());
        return key.text("x") + key.text("y");
    }

    private static Base64URL name(NodeId node) {
        return new Base64URL(Base64Url.encode(node.value().getBytes(StandardCharsets.US_ASCII)));
    }
}
