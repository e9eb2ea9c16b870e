package org.paivand.casefile.key;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.interfaces.EdECPublicKey;

/** The key {@code witness} of the node's keystore, which only a node that witnesses other logs has. Never the log's own key. */
public final class WitnessKey {
    private static final String ALIAS = "witness";

    private WitnessKey() {}

    public static KeyPair read(Path file, char[] password) throws UnusableKeystoreException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            if (store.getKey(ALIAS, password) instanceof PrivateKey key
                    && store.getCertificate(ALIAS).getPublicKey() instanceof EdECPublicKey certified
                    && certified.getParams().getName().equals("Ed25519")) {
                return new KeyPair(certified, key);
            }
            throw new UnusableKeystoreException("the keystore has no Ed25519 key pair named " + ALIAS);
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new UnusableKeystoreException("the keystore's key can't be read: " + ALIAS, unreadable);
        }
    }
}
