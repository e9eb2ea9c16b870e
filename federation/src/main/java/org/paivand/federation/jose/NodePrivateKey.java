package org.paivand.federation.jose;

import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;

/** A P-256 key of this node, which signs or opens; it may lie in a token that never gives it away. */
public final class NodePrivateKey {
    private final PrivateKey key;
    private final NodePublicKey publicKey;

    public NodePrivateKey(PrivateKey key, ECPublicKey publicKey) {
        if (!key.getAlgorithm().equals("EC")) {
            throw new IllegalArgumentException("a key of the protocol is on P-256");
        }
        this.key = key;
        this.publicKey = new NodePublicKey(publicKey);
    }

    public String kid() {
        return publicKey.kid();
    }

    public NodePublicKey publicKey() {
        return publicKey;
    }

    PrivateKey key() {
        return key;
    }
}
