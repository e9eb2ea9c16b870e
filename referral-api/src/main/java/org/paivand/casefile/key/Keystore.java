package org.paivand.casefile.key;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.interfaces.EdECPublicKey;
import javax.crypto.SecretKey;

/**
 * The node's own keys, read once from a PKCS#12 file made with the JDK's {@code keytool}: {@code log-signing} (Ed25519
 * with a self-signed certificate), {@code master}, {@code evidence} and {@code token} (AES-256 each).
 */
public final class Keystore {

    private static final int AES_256_BYTES = 32;

    private final KeyPair logSigning;
    private final SecretKey master;
    private final SecretKey evidence;
    private final SecretKey token;

    private Keystore(KeyPair logSigning, SecretKey master, SecretKey evidence, SecretKey token) {
        this.logSigning = logSigning;
        this.master = master;
        this.evidence = evidence;
        this.token = token;
    }

    /** Reads all four keys, so that a node whose keystore lacks one doesn't start. The password stays the caller's. */
    public static Keystore load(Path file, char[] password) throws UnusableKeystoreException {
        KeyStore store = read(file, password);
        return new Keystore(
                signingKey(store, password),
                secretKey(store, "master", password),
                secretKey(store, "evidence", password),
                secretKey(store, "token", password));
    }

    /** The Ed25519 key pair that signs checkpoints of the log. */
    public KeyPair logSigning() {
        return logSigning;
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

    private static KeyPair signingKey(KeyStore store, char[] password) throws UnusableKeystoreException {
        String alias = "log-signing";
        if (entry(store, alias, password) instanceof PrivateKey signing
                && certificate(store, alias).getPublicKey() instanceof EdECPublicKey verification
                && verification.getParams().getName().equals("Ed25519")) {
            return new KeyPair(verification, signing);
        }
        throw new UnusableKeystoreException("the keystore has no Ed25519 key pair named " + alias);
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

    private static Certificate certificate(KeyStore store, String alias) throws UnusableKeystoreException {
        try {
            Certificate certificate = store.getCertificate(alias);
            if (certificate == null) {
                throw new UnusableKeystoreException("the keystore has no certificate for " + alias);
            }
            return certificate;
        } catch (GeneralSecurityException e) {
            throw new UnusableKeystoreException("the keystore's certificate can't be read: " + alias, e);
        }
    }
}
