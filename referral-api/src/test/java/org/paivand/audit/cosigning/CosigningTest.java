package org.paivand.audit.cosigning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.paivand.audit.TestLog;
import org.paivand.audit.checkpoint.CheckpointSigner;
import org.paivand.audit.checkpoint.FileSignedHeads;
import org.paivand.audit.checkpoint.WitnessPolicy;
import org.paivand.audit.cosigning.TestWitness.Mood;
import org.paivand.audit.jdbc.Acceptance;
import org.paivand.audit.jdbc.Checkpoints;
import org.paivand.audit.jdbc.JdbcWitnessState;
import org.paivand.audit.jdbc.LogFiles;
import org.paivand.audit.jdbc.Logs;
import org.paivand.audit.note.SignedNote;
import org.paivand.audit.sequencer.Sequencer;
import org.paivand.database.TestDatabase;
import org.paivand.entry.WitnessStatus;
import org.paivand.lease.Lease;
import org.paivand.lease.jdbc.JdbcLeases;

/** Real witnesses, real HTTP, real MariaDB. */
@Timeout(60)
class CosigningTest {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String BOTH = "group both all a b\nquorum both\n";
    private static final String EITHER = "group either any a b\nquorum either\n";

    @TempDir
    Path folder;

    private final TestLog log;
    private final JdbcLeases leases;
    private final List<AutoCloseable> opened = new ArrayList<>();
    private TestWitness a;
    private TestWitness b;

    CosigningTest() throws Exception {
        log = new TestLog();
        leases = new JdbcLeases(log.database);
    }

    @BeforeEach
    void start() throws Exception {
        a = new TestWitness("a", folder, log.verifierKey());
        b = new TestWitness("b", folder, log.verifierKey());
        opened.addAll(List.of(a, b));
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable part : opened) {
            part.close();
        }
        log.close();
    }

    @Test
    void gathersAQuorumForEachNewCheckpointAndServesItWithBothSignatures() throws Exception {
        Cosigning cosigning = cosigning(BOTH);

        for (int size : List.of(3, 7, 300)) {
            publish(size);
            assertTrue(size > newest(BOTH));

            cosigning.round();

            assertEquals(size, newest(BOTH));
            byte[] served = new LogFiles(log.database, TestLog.ORIGIN, acceptance(BOTH))
                    .checkpoint()
                    .orElseThrow();
            assertEquals(
                    Set.of("a", "b"),
                    WitnessPolicy.parse(bytes(policy(BOTH)))
                            .verify(SignedNote.parse(served))
                            .cosignedAt()
                            .keySet());
        }
    }

    @Test
    void asksNobodyTwiceForWhatIsKept() throws Exception {
        Cosigning cosigning = cosigning(BOTH);
        publish(3);
        cosigning.round();
        a.is(Mood.DOWN);
        b.is(Mood.DOWN);

        cosigning.round();

        assertEquals(2, log.count("paivand_log.cosignature"));
        assertEquals(1, log.count("paivand_log.quorum"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            names = {"SOUND"},
            mode = EnumSource.Mode.EXCLUDE)
    void oneWitnessThatFailsIsNotCountedAndCountsWhenItIsSoundAgain(Mood mood) throws Exception {
        Cosigning all = cosigning(BOTH);
        b.is(mood);
        publish(3);

        all.round();
        assertEquals(0, newest(BOTH));
        assertEquals(1, log.count("paivand_log.cosignature"));

        b.is(Mood.SOUND);
        TestLog.await("the witness is asked again", () -> {
            all.round();
            return newest(BOTH) == 3;
        });
    }

    @Test
    void oneOfTwoIsEnoughWhereThePolicySaysSo() throws Exception {
        Cosigning cosigning = cosigning(EITHER);
        b.is(Mood.DOWN);
        publish(3);

        cosigning.round();

        assertEquals(3, newest(EITHER));
    }

    @Test
    void aSilentWitnessEndsNoRoundLaterThanPatience() throws Exception {
        Cosigning cosigning = cosigning(EITHER);
        b.is(Mood.SILENT);
        publish(3);
        long begun = System.nanoTime();

        cosigning.round();

        assertTrue(System.nanoTime() - begun < PATIENCE.multipliedBy(3).toNanos());
        assertEquals(3, newest(EITHER));
    }

    @Test
    void learnsFromAWitnessHowFarItIs() throws Exception {
        publish(3);
        cosigning(BOTH).round();
        publish(7);
        log.execute("TRUNCATE paivand_log.cosignature; TRUNCATE paivand_log.quorum");

        cosigning(BOTH).round();

        assertEquals(7, newest(BOTH));
    }

    @Test
    void getsTheCosignatureOfWhoDiedBeforeItWasKept() throws Exception {
        publish(3);
        cosigning(BOTH).round();
        log.execute("TRUNCATE paivand_log.cosignature; TRUNCATE paivand_log.quorum");

        cosigning(BOTH).round();

        assertEquals(3, newest(BOTH));
    }

    @Test
    void countsWhatWasKeptByWhoDiedBeforeItWasCounted() throws Exception {
        publish(3);
        cosigning(BOTH).round();
        log.execute("TRUNCATE paivand_log.quorum");
        a.is(Mood.DOWN);
        b.is(Mood.DOWN);

        cosigning(BOTH).round();

        assertEquals(3, newest(BOTH));
    }

    @Test
    void aWitnessThatSawALargerLogCosignsNoSmallerOne() throws Exception {
        publish(7);
        cosigning(BOTH).round();
        log.execute("TRUNCATE paivand_log.checkpoint; TRUNCATE paivand_log.cosignature; TRUNCATE paivand_log.quorum;"
                + "TRUNCATE paivand_log.leaf; TRUNCATE paivand_log.event; TRUNCATE paivand.log_head");
        folder = folder.resolve("restored");
        Files.createDirectories(folder);
        publish(3);

        cosigning(BOTH).round();

        assertEquals(0, newest(BOTH));
        assertEquals(0, log.count("paivand_log.cosignature"));
    }

    @Test
    void anotherQuorumTakesNothingOverAndAnotherLogInThePolicyTakesNothingBack() throws Exception {
        publish(3);
        cosigning(BOTH).round();

        assertEquals(0, newest(EITHER));
        assertEquals(3, newest("# a comment\n" + BOTH));
        Acceptance moved = Acceptance.by(bytes(policy(BOTH).replace("http://127.0.0.1", "http://localhost")));
        assertTrue(log.database
                .<Optional<Checkpoints.Published>, RuntimeException>commit(
                        tx -> new Checkpoints(tx.connection(), TestLog.ORIGIN, moved).newest())
                .isPresent());
        cosigning(EITHER).round();
        assertEquals(3, newest(EITHER));
    }

    @Test
    void showsALogThatWasSucceededToItsEnd() throws Exception {
        publish(3);
        String successor = TestLog.ORIGIN + "/2027";
        try (Connection connection = TestDatabase.running().administrator()) {
            new Logs(connection).declare(successor, log.verifierKey().text(), "year", Instant.EPOCH);
        }

        cosigning(BOTH, successor).round();

        assertEquals(3, newest(BOTH));
    }

    @Test
    void asksNobodyWhereNoWitnessIsNeeded() throws Exception {
        publish(3);

        assertEquals(3, newest("quorum none\n"));
        assertEquals(
                WitnessStatus.NOT_NEEDED,
                state("quorum none\n", Duration.ofNanos(1)).status());
        cosigning("quorum none\n").round();
        assertEquals(2, log.count("paivand_log.cosignature"));
    }

    @Test
    void tellsHowLongTheLogHasWaitedForItsWitnesses() throws Exception {
        b.is(Mood.DOWN);
        publish(3);
        Cosigning cosigning = cosigning(BOTH);
        cosigning.round();

        assertTrue(state(BOTH, Duration.ofNanos(1)).status().stale());
        assertEquals(false, state(BOTH, Duration.ofMinutes(10)).status().stale());

        b.is(Mood.SOUND);
        TestLog.await("the quorum is back", () -> {
            cosigning.round();
            return !state(BOTH, Duration.ofNanos(1)).status().stale();
        });
        assertEquals(
                new WitnessStatus(3, Duration.ZERO, false),
                state(BOTH, Duration.ofNanos(1)).status());
    }

    private JdbcWitnessState state(String quorum, Duration maxLag) throws Exception {
        return new JdbcWitnessState(log.database, TestLog.ORIGIN, acceptance(quorum), maxLag, Clock.systemUTC());
    }

    /** Of the newest checkpoint that counts; 0 if none does. */
    private long newest(String quorum) throws Exception {
        Acceptance acceptance = acceptance(quorum);
        Optional<Checkpoints.Published> newest =
                log.database.commit(tx -> new Checkpoints(tx.connection(), TestLog.ORIGIN, acceptance).newest());
        return newest.map(Checkpoints.Published::size).orElse(0L);
    }

    private Cosigning cosigning(String quorum) throws Exception {
        return cosigning(quorum, TestLog.ORIGIN);
    }

    private Cosigning cosigning(String quorum, String origin) throws Exception {
        Cosigning cosigning = new Cosigning(
                log.database, origin, acceptance(quorum), new WitnessCaller(PATIENCE), PATIENCE, Clock.systemUTC());
        opened.add(cosigning);
        return cosigning;
    }

    private Acceptance acceptance(String quorum) throws Exception {
        return Acceptance.by(bytes(policy(quorum)));
    }

    private String policy(String quorum) {
        return "log " + log.verifierKey().text() + "\n" + a.line() + b.line() + quorum;
    }

    /** Lets the log grow to that size, and signs it. */
    private void publish(int size) throws Exception {
        Lease lease =
                leases.acquire(Sequencer.LEASE, "test", Duration.ofMinutes(1)).orElseThrow();
        CheckpointSigner signer = new CheckpointSigner(log.signer(), new FileSignedHeads(folder.resolve("signed")));
        Sequencer sequencer =
                new Sequencer(log.database, leases, signer, TestLog.ORIGIN, Clock.systemUTC(), step -> {});
        log.append(size - (int) log.count("paivand_log.leaf"));
        sequencer.integrate(lease);
        assertTrue(sequencer.publish(lease));
        leases.release(lease);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
