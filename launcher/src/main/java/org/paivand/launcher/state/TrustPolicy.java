package org.paivand.launcher.state;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PublicKey;
import java.util.List;
import org.paivand.audit.checkpoint.KnownWitness;
import org.paivand.audit.note.SignatureType;
import org.paivand.audit.note.VerifierKey;

/**
 * Whom the verifier may believe about this installation's logs: a key each, and all of their witnesses (C2SP tlog-policy). An auditor
 * gets it by another way than the evidence; a bundle that brought its own policy would vouch for itself.
 */
public final class TrustPolicy {
    private static final String ALIAS = "log-signing";

    private TrustPolicy() {}

    /** Writes it anew, as it follows from the keystore's certificates, the logs' origins and the witnesses. */
    public static void write(Path file, Keystore keystore, String password, String origin, List<KnownWitness> witnesses)
            throws IOException {
        PrivateFile.folder(file.resolveSibling(".").normalize());
        PrivateFile.write(file, logLines(keystore, password, origin) + witnessLines(witnesses));
    }

    private static String witnessLines(List<KnownWitness> witnesses) {
        if (witnesses.isEmpty()) {
            return "quorum none\n";
        }
        StringBuilder lines = new StringBuilder();
        StringBuilder group = new StringBuilder("group witnesses all");
        for (KnownWitness witness : witnesses) {
            String url = witness.url().map(known -> " " + known).orElse("");
            lines.append("witness ")
                    .append(witness.name())
                    .append(' ')
                    .append(witness.key().text())
                    .append(url)
                    .append('\n');
            group.append(' ').append(witness.name());
        }
        return lines.append(group).append("\nquorum witnesses\n").toString();
    }

    /** The key of one of this installation's logs. */
    public static VerifierKey key(Keystore keystore, String password, String origin) throws IOException {
        return VerifierKey.of(origin, SignatureType.ED25519, publicKey(keystore.file(), password, origin));
    }

    /** The log that is written, then those before it: what they signed stays true. */
    public static String logLines(Keystore keystore, String password, String origin) throws IOException {
        StringBuilder lines =
                new StringBuilder("log " + key(keystore, password, origin).text() + "\n");
        for (LogNames.Log log : LogNames.beside(keystore).all()) {
            if (!log.origin().equals(origin)) {
                lines.append("log ").append(log.key().text()).append('\n');
            }
        }
        return lines.toString();
    }

    private static PublicKey publicKey(Path keystore, String password, String origin) throws IOException {
        try (InputStream in = new FileInputStream(keystore.toFile())) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, password.toCharArray());
            String own = Keystore.aliasOf(origin);
            return keys.getCertificate(keys.containsAlias(own) ? own : ALIAS).getPublicKey();
        } catch (GeneralSecurityException unreadable) {
            throw new IOException("the keystore has no key of the log", unreadable);
        }
    }
}
