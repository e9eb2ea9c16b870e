package org.paivand.launcher.state;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.paivand.audit.MalformedException;
import org.paivand.audit.note.VerifierKey;
import org.paivand.launcher.process.StartFailedException;

/**
 * The logs that an installation has had, the newest last: a line each with verifier key and reason ({@code first}, {@code year},
 * {@code key}, {@code recovery}). Public; kept beside the keystore, since a key that is gone still verifies what it signed.
 */
public record LogNames(Path file) {

    /** One line. */
    public record Log(VerifierKey key, String reason) {
        public String origin() {
            return key.name();
        }
    }

    public static LogNames beside(Keystore keystore) {
        return new LogNames(keystore.folder().resolve("logs"));
    }

    public List<Log> all() throws IOException {
        List<Log> logs = new ArrayList<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
                int space = line.indexOf(' ');
                try {
                    logs.add(new Log(
                            VerifierKey.parse(line.substring(0, Math.max(space, 0))), line.substring(space + 1)));
                } catch (MalformedException damaged) {
                    throw new IOException("not a list of logs: " + file, damaged);
                }
            }
        }
        return logs;
    }

    /** The one that is to be written; the first is named now, if there is none yet. */
    public Log newest(Keystore keystore, Secrets secrets) throws IOException {
        List<Log> known = all();
        if (known.isEmpty()) {
            String origin = "paivand.local/log/" + secrets.of("log.name");
            add(TrustPolicy.key(keystore, secrets.of("keys.password"), origin), "first");
            return newest(keystore, secrets);
        }
        return known.get(known.size() - 1);
    }

    /** Makes a key for a log that follows the newest, and makes that log the newest; the node takes it at its next start. */
    public Log follow(Keystore keystore, Secrets secrets, String reason)
            throws IOException, StartFailedException, InterruptedException {
        newest(keystore, secrets);
        List<Log> known = all();
        String origin = known.get(0).origin() + "/" + (known.size() + 1);
        keystore.addSigningKey(secrets.of("keys.password"), origin);
        add(TrustPolicy.key(keystore, secrets.of("keys.password"), origin), reason);
        return newest(keystore, secrets);
    }

    /** Makes this the newest. */
    private void add(VerifierKey key, String reason) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Log log : all()) {
            lines.append(log.key().text()).append(' ').append(log.reason()).append('\n');
        }
        PrivateFile.write(
                file,
                lines.append(key.text()).append(' ').append(reason).append('\n').toString());
    }
}
