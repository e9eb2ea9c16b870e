package org.paivand.audit.note;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;

/** Real Ed25519 keys, made fresh for each test. */
public final class TestKeys {
    private TestKeys() {}

    public static KeyPair fresh() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public static PrivateKeySigner signer(String name) {
        KeyPair pair = fresh();
        return new PrivateKeySigner(name, pair.getPublic(), pair.getPrivate());
    }

    public static Cosigner cosigner(String name) {
        KeyPair pair = fresh();
        return new Cosigner(name, pair.getPublic(), pair.getPrivate());
    }
}
