package org.paivand.audit.sequencer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.paivand.audit.TestLog;
import org.paivand.audit.checkpoint.CheckpointSigner;
import org.paivand.audit.checkpoint.FileSignedHeads;
import org.paivand.audit.note.PrivateKeySigner;
import org.paivand.database.DataSources;
import org.paivand.database.Database;
import org.paivand.disclosure.event.LogSuccession;
import org.paivand.lease.jdbc.JdbcLeases;

/**
 * A sequencer in a process of its own: says on its output when it has reached the step it was started for, and then waits
 * for a line on its input, or for its death.
 */
public final class SequencerProcess {
    private SequencerProcess() {}

    /** Starts with: url, password, folder of key and signed head, step, milliseconds of the lease's term; perhaps the origin of a log to begin. */
    public static void main(String[] arguments) throws Exception {
        Step wanted = Step.valueOf(arguments[3]);
        boolean[] reached = {false};
        Step.Listener listener = step -> {
            if (step == wanted && !reached[0]) {
                reached[0] = true;
                say("REACHED");
                hear();
                say("GOES ON");
            }
        };
        Database database = new Database(DataSources.pool(arguments[0], "paivand_app", arguments[1], 2));
        Duration term = Duration.ofMillis(Long.parseLong(arguments[4]));
        runner(
                        database,
                        Path.of(arguments[2]),
                        term,
                        listener,
                        List.of(arguments).subList(5, arguments.length))
                .start();
        say("STARTED");
        Thread.currentThread().join();
    }

    private static SequencerRunner runner(
            Database database, Path folder, Duration term, Step.Listener listener, List<String> origins)
            throws Exception {
        if (!origins.isEmpty()) {
            Optional<LogSuccession> year = Optional.of(LogSuccession.YEAR);
            return new ChainOfLogs(folder, database).runner(origins.get(0), year, term, listener);
        }
        JdbcLeases leases = new JdbcLeases(database);
        Sequencer sequencer =
                new Sequencer(database, leases, signer(folder), TestLog.ORIGIN, Clock.systemUTC(), listener);
        return new SequencerRunner(lease -> {}, sequencer, leases, term);
    }

    static CheckpointSigner signer(Path folder) throws IOException, GeneralSecurityException {
        KeyFactory keys = KeyFactory.getInstance("Ed25519");
        PublicKey publicKey = keys.generatePublic(new X509EncodedKeySpec(Files.readAllBytes(folder.resolve("public"))));
        PrivateKey privateKey =
                keys.generatePrivate(new PKCS8EncodedKeySpec(Files.readAllBytes(folder.resolve("private"))));
        return new CheckpointSigner(
                new PrivateKeySigner(TestLog.ORIGIN, publicKey, privateKey),
                new FileSignedHeads(folder.resolve("signed")));
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private static void hear() {
        try {
            if (System.in.read() < 0) {
                Runtime.getRuntime().halt(1);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
