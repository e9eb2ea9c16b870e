package org.paivand.federation.jose;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** A P-256 key that verifies a node's signatures or encrypts to it; it is named by its thumbprint. */
public final class NodePublicKey {
    private final ECPublicKey key;
    private final String kid;

    public NodePublicKey(ECPublicKey key) {
        P256.require(key);
        this.key = key;
        this.kid = P256.thumbprint(key);
    }

    /** @param info base64 of the key's SubjectPublicKeyInfo, as the registry has it */
    public static NodePublicKey parse(String info) {
        try {
            byte[] bytes = Base64.getDecoder().decode(info);
            return new NodePublicKey(
                    (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(bytes)));
        } catch (GeneralSecurityException malformed) {
            throw new IllegalArgumentException("not a P-256 public key", malformed);
        }
    }

    /** RFC 7638 thumbprint with SHA-256: 43 characters of base64url. */
    public String kid() {
        return kid;
    }

    ECPublicKey key() {
        return key;
    }
}
