package org.paivand.audit.key;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.util.Optional;
import org.paivand.audit.checkpoint.SignedLogs;
import org.paivand.audit.note.NoteSigner;
import org.paivand.audit.note.PrivateKeySigner;
import org.paivand.audit.sequencer.LogSigners;

/**
 * Signing keys of a key store by the alias {@code log-signing-<suffix>} ({@link SignedLogs#suffix}), or {@code log-signing} for a
 * log that has none of its own; and the directory's key, {@code directory-signing}. Private keys are used through their provider and never read, so they may lie on a device.
 */
public final class KeystoreSigners implements LogSigners {
    private static final String ALIAS = "log-signing";
    private static final String DIRECTORY = "directory-signing";

    private final KeyStore store;
    private final char[] password;

    private KeystoreSigners(KeyStore store, char[] password) {
        this.store = store;
        this.password = password.clone();
    }

    public static KeystoreSigners open(SigningStore store) throws UnusableSigningKeyException {
        try {
            return new KeystoreSigners(store.open(), store.password().toCharArray());
        } catch (IOException | GeneralSecurityException e) {
            throw new UnusableSigningKeyException("the signing keys can't be reached: " + store, e);
        }
    }

    @Override
    public Optional<NoteSigner> of(String origin) {
        try {
            return Optional.of(require(origin));
        } catch (UnusableSigningKeyException none) {
            return Optional.empty();
        }
    }

    /** The key for a log that is to be written. */
    public NoteSigner require(String origin) throws UnusableSigningKeyException {
        try {
            String own = ALIAS + "-" + SignedLogs.suffix(origin);
            return signer(store.containsAlias(own) ? own : ALIAS, origin);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new UnusableSigningKeyException("the log's signing key can't be used", e);
        }
    }

    /** The key for signed directories, never a log's; empty if the store has none, and then none is published. */
    public Optional<NoteSigner> directory(String origin) throws UnusableSigningKeyException {
        try {
            return store.containsAlias(DIRECTORY) ? Optional.of(signer(DIRECTORY, origin)) : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new UnusableSigningKeyException("the directory's signing key can't be used", e);
        }
    }

    private NoteSigner signer(String alias, String name) throws GeneralSecurityException, UnusableSigningKeyException {
        Certificate certificate = store.getCertificate(alias);
        if (certificate != null && store.getKey(alias, password) instanceof PrivateKey key) {
            return new PrivateKeySigner(name, certificate.getPublicKey(), key);
        }
        throw new UnusableSigningKeyException("there is no key pair named " + alias);
    }
}
