package org.paivand.federation.jose;

import java.security.interfaces.ECPublicKey;

/** A P-256 key that verifies a node's signatures or encrypts to it; it is named by its thumbprint. */
public final class NodePublicKey {
    private final ECPublicKey key;
    private final String kid;

    public NodePublicKey(ECPublicKey key) {
        P256.require(key);
        this.key = key;
        this.kid = P256.thumbprint(key);
    }

    /** RFC 7638 thumbprint with SHA-256: 43 characters of base64url. */
    public String kid() {
        return kid;
    }

    ECPublicKey key() {
        return key;
    }
}
