package org.paivand.bench.evidence;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import org.paivand.audit.note.PrivateKeySigner;

/** Keys for one run. */
final class Keys {
    private Keys() {}

    static PrivateKeySigner signer(String name) throws NoSuchAlgorithmException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        return new PrivateKeySigner(name, pair.getPublic(), pair.getPrivate());
    }
}
