package org.paivand.casefile.key;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import javax.crypto.SecretKey;

/**
 * The node's own keys, read once from a PKCS#12 file made with the JDK's {@code keytool}: {@code master}, {@code evidence} and
 * {@code token} (AES-256 each). It may hold keys that sign the log too; those are read elsewhere.
 */
public final class Keystore {

    private static final int AES_256_BYTES = 32;

    private final SecretKey master;
    private final SecretKey evidence;
    private final SecretKey token;

    private Keystore(SecretKey master, SecretKey evidence, SecretKey token) {
        this.master = master;
        this.evidence = evidence;
        this.token = token;
    }

    /** Reads all three keys, so that a node whose keystore lacks one doesn't start. The password stays the caller's. */
    public static Keystore load(Path file, char[] password) throws UnusableKeystoreException {
        KeyStore store = read(file, password);
        return new Keystore(
                secretKey(store, "master", password),
                secretKey(store, "evidence", password),
                secretKey(store, "token", password));
    }

    SecretKey master() {
        return master;
    }

    SecretKey evidence() {
        return evidence;
    }

    SecretKey token() {
        return token;
    }

    private static KeyStore read(Path file, char[] password) throws UnusableKeystoreException {
        if (!Files.isRegularFile(file)) {
            throw new UnusableKeystoreException("no keystore at " + file);
        }
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw new UnusableKeystoreException("not a PKCS#12 keystore of this password: " + file, e);
        }
    }

    private static SecretKey secretKey(KeyStore store, String alias, char[] password) throws UnusableKeystoreException {
        if (entry(store, alias, password) instanceof SecretKey key
                && "AES".equals(key.getAlgorithm())
                && key.getEncoded().length == AES_256_BYTES) {
            return key;
        }
        throw new UnusableKeystoreException("the keystore has no AES-256 key named " + alias);
    }

    private static Key entry(KeyStore store, String alias, char[] password) throws UnusableKeystoreException {
        try {
            Key key = store.getKey(alias, password);
            if (key == null) {
                throw new UnusableKeystoreException("the keystore has no key named " + alias);
            }
            return key;
        } catch (GeneralSecurityException e) {
            throw new UnusableKeystoreException("the keystore's key can't be read: " + alias, e);
        }
    }
}
