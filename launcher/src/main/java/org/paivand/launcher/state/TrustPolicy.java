package org.paivand.launcher.state;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PublicKey;
import org.paivand.audit.note.SignatureType;
import org.paivand.audit.note.VerifierKey;

/**
 * Whom the verifier may believe about this installation's log: its one key, no witness (C2SP tlog-policy). An auditor gets it
 * by another way than the evidence; a bundle that brought its own policy would vouch for itself.
 */
public final class TrustPolicy {
    private static final String ALIAS = "log-signing";

    private TrustPolicy() {}

    /** Writes it anew, as it follows from the keystore's certificate and the log's origin. */
    public static void write(Path file, Keystore keystore, String password, String origin) throws IOException {
        String key = VerifierKey.of(origin, SignatureType.ED25519, publicKey(keystore.file(), password))
                .text();
        PrivateFile.folder(file.resolveSibling(".").normalize());
        PrivateFile.write(file, "log " + key + "\nquorum none\n");
    }

    private static PublicKey publicKey(Path keystore, String password) throws IOException {
        try (InputStream in = new FileInputStream(keystore.toFile())) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, password.toCharArray());
            return keys.getCertificate(ALIAS).getPublicKey();
        } catch (GeneralSecurityException unreadable) {
            throw new IOException("the keystore has no key of the log", unreadable);
        }
    }
}
