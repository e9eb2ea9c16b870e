package org.paivand.audit.sequencer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.paivand.audit.TestLog;
import org.paivand.audit.checkpoint.Checkpoint;
import org.paivand.audit.checkpoint.SignedLogs;
import org.paivand.audit.log.Entry;
import org.paivand.audit.log.EntryType;
import org.paivand.audit.sequencer.StepRefusedException.Reason;
import org.paivand.casefile.key.TestKeystores;
import org.paivand.disclosure.event.LogChanged;
import org.paivand.disclosure.event.LogSuccession;
import org.paivand.lease.Lease;
import org.paivand.lease.jdbc.JdbcLeases;

@Timeout(120)
class SuccessionTest {
    private static final String A = "log.paivand.test/a";
    private static final String B = "log.paivand.test/b";
    private static final String C = "log.paivand.test/c";
    private static final Optional<LogSuccession> YEAR = Optional.of(LogSuccession.YEAR);
    private static final Optional<LogSuccession> RECOVERY = Optional.of(LogSuccession.RECOVERY);

    @TempDir
    static Path keystore;

    @TempDir
    Path folder;

    private TestLog log;
    private ChainOfLogs chain;
    private WrittenLogs written;
    private Lease lease;

    @BeforeAll
    static void makeKeystore() throws Exception {
        TestKeystores.complete(keystore, "node.p12");
    }

    @BeforeEach
    void prepare() throws Exception {
        log = TestLog.withoutLogs();
        Files.copy(keystore.resolve("node.p12"), folder.resolve("node.p12"));
        for (String origin : List.of(A, B, C)) {
            ChainOfLogs.makeKey(folder, origin);
        }
        chain = new ChainOfLogs(folder, log.database);
        written = new WrittenLogs();
        lease = new JdbcLeases(log.database)
                .acquire(Sequencer.LEASE, "test", Duration.ofMinutes(5))
                .orElseThrow();
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void theFirstLogBeginsWithAnEntryThatSaysSo() throws Exception {
        log.append(2);

        lead(A, Optional.empty());

        assertEquals(3, written.entries(A).size());
        LogChanged first = written.change(A, 0);
        assertEquals(LogSuccession.FIRST, first.reason());
        assertEquals(A, first.log());
        assertEquals(chain.key(A).verifierKey().text(), first.key());
        assertTrue(first.previous().isEmpty());
    }

    @Test
    void aNewLogFollowsWhatTheOldOneWasSignedForLast() throws Exception {
        lead(A, Optional.empty());
        List<Entry> late = log.append(5);

        lead(B, YEAR);

        List<Entry> old = written.entries(A);
        assertEquals(late, old.subList(1, 6));
        LogChanged end = written.change(A, 6);
        assertEquals(List.of(7, B), List.of(old.size(), end.log()));
        assertTrue(end.previous().isEmpty());
        LogChanged begin = written.change(B, 0);
        assertEquals(LogSuccession.YEAR, begin.reason());
        assertEquals(A, begin.previous().orElseThrow().log());
        assertEquals(7, begin.previous().orElseThrow().size());
        assertEquals(
                written.checkpoint(A, chain.key(A).verifierKey())
                        .treeHead()
                        .root()
                        .hex(),
                begin.previous().orElseThrow().root().hex());
        assertEquals(
                1, written.checkpoint(B, chain.key(B).verifierKey()).treeHead().size());
        written.requireWhole();
    }

    @Test
    void settlingAgainChangesNothing() throws Exception {
        lead(A, Optional.empty());
        lead(B, YEAR);

        chain.succession(B, YEAR, step -> {}).settle(lease);

        assertEquals(1, written.entries(B).size());
        assertEquals(2, log.count("paivand_log.log"));
    }

    @Test
    void noStepOfASuccessionIsHalfDoneOrDoneTwice() throws Exception {
        List<String> origins = new ArrayList<>(List.of("log.paivand.test/0"));
        ChainOfLogs.makeKey(folder, origins.get(0));
        lead(origins.get(0), Optional.empty());
        boolean through = false;
        for (int stop = 1; !through; stop++) {
            String origin = "log.paivand.test/" + stop;
            origins.add(origin);
            ChainOfLogs.makeKey(folder, origin);
            log.append(3);
            through = !dies(origin, stop);

            lead(origin, YEAR);
        }

        System.out.println("killed at each of " + (origins.size() - 2) + " points of a succession");
        assertTrue(origins.size() > 15);
        for (int i = 1; i < origins.size(); i++) {
            String before = origins.get(i - 1);
            List<Entry> old = written.entries(before);
            assertEquals(origins.get(i), written.change(before, old.size() - 1).log(), before);
            assertEquals(
                    List.of(before, (long) old.size()),
                    List.of(
                            written.change(origins.get(i), 0)
                                    .previous()
                                    .orElseThrow()
                                    .log(),
                            written.change(origins.get(i), 0)
                                    .previous()
                                    .orElseThrow()
                                    .size()),
                    before);
            assertEquals(
                    i == 1 ? 2 : 5,
                    old.size() + (i == 1 ? -3 : 0),
                    "first entry, three others, last entry in " + before);
            written.checkpoint(before, chain.key(before).verifierKey());
        }
        written.requireWhole();
    }

    /** Whether the leader died at that point; it goes no further than its succession. */
    private boolean dies(String origin, int stop) throws StepRefusedException {
        int[] reached = {0};
        try {
            chain.succession(origin, YEAR, step -> {
                        if (++reached[0] == stop) {
                            throw new IllegalStateException("killed by the test");
                        }
                    })
                    .settle(lease);
            return false;
        } catch (IllegalStateException killed) {
            return true;
        }
    }

    @Test
    void aLogWhoseKeyIsGoneIsLeftAsItWasSigned() throws Exception {
        lead(A, Optional.empty());
        log.append(3);
        ChainOfLogs.loseKey(folder, A);

        lead(B, Optional.of(LogSuccession.KEY));

        assertEquals(1, written.entries(A).size());
        assertEquals(4, written.entries(B).size());
        assertEquals(1, written.change(B, 0).previous().orElseThrow().size());
        written.requireWhole();
    }

    @Test
    void aLogThatWasRolledBackIsFollowedForRecoveryAloneAndByWhatWasSigned() throws Exception {
        lead(A, Optional.empty());
        log.append(3);
        lead(A, Optional.empty());
        Checkpoint signed = written.checkpoint(A, chain.key(A).verifierKey());
        log.execute("TRUNCATE paivand_log.leaf; TRUNCATE paivand.log_head; TRUNCATE paivand_log.checkpoint;"
                + "TRUNCATE paivand_log.event");
        log.append(2);

        assertEquals(Reason.LOG_ROLLED_BACK, refused(A, Optional.empty()));
        assertEquals(Reason.LOG_ROLLED_BACK, refused(B, YEAR));
        assertEquals(2, log.count("paivand.log_pending"));
        lead(B, RECOVERY);

        LogChanged begin = written.change(B, 0);
        assertEquals(LogSuccession.RECOVERY, begin.reason());
        assertEquals(4, begin.previous().orElseThrow().size());
        assertEquals(
                signed.treeHead().root().hex(),
                begin.previous().orElseThrow().root().hex());
        assertEquals(3, written.entries(B).size());
        assertEquals(0, written.entries(A).size());
    }

    @Test
    void aLogThatTheDatabaseHasForgottenIsNeverBegunAgainAndIsNamedByTheNext() throws Exception {
        lead(A, Optional.empty());
        lead(B, YEAR);
        log.append(2);
        lead(B, YEAR);
        log.execute("TRUNCATE paivand_log.log; DELETE FROM paivand.log_head WHERE origin = '" + B + "';"
                + "INSERT INTO paivand_log.log VALUES (1, '" + A + "', '"
                + chain.key(A).verifierKey().text() + "', 'first', UTC_TIMESTAMP(3))");

        assertEquals(Reason.LOG_ROLLED_BACK, refused(B, YEAR));
        assertEquals(Reason.LOG_ROLLED_BACK, refused(C, YEAR));
        long old = written.entries(A).size();
        log.execute("TRUNCATE paivand_log.event; DROP TRIGGER paivand_log.leaf_no_delete;"
                + "DELETE FROM paivand_log.leaf WHERE log = 2;"
                + "CREATE TRIGGER paivand_log.leaf_no_delete BEFORE DELETE ON paivand_log.leaf FOR EACH ROW"
                + " SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the log is append-only'");
        lead(C, RECOVERY);

        assertEquals(old, written.entries(A).size());
        assertEquals(B, written.change(C, 0).previous().orElseThrow().log());
        assertEquals(3, written.change(C, 0).previous().orElseThrow().size());
    }

    @Test
    void anInstanceThatIsSetToAnOldLogDoesNotWriteIt() throws Exception {
        lead(A, Optional.empty());
        lead(B, YEAR);

        assertEquals(Reason.LOG_SUCCEEDED, refused(A, Optional.empty()));
        assertEquals(2, log.count("paivand_log.log"));
    }

    @Test
    void aLogHasOneKeyAndAKeyOneLog() throws Exception {
        lead(A, Optional.empty());
        String shared = SignedLogs.suffix(A);
        for (String kind : List.of(".public", ".private")) {
            Files.copy(
                    folder.resolve(shared + kind),
                    folder.resolve(SignedLogs.suffix(B) + kind),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        assertEquals(Reason.KEY_REPLACED, refused(B, YEAR));

        ChainOfLogs.makeKey(folder, A);
        assertEquals(Reason.KEY_REPLACED, refused(A, Optional.empty()));
        assertEquals(1, log.count("paivand_log.log"));
    }

    @Test
    void aLogOfTheTimeBeforeLogsHadNumbersBecomesTheFirst() throws Exception {
        lead(A, Optional.empty());
        log.execute("TRUNCATE paivand_log.log");
        Files.move(folder.resolve("signed-head-" + SignedLogs.suffix(A)), folder.resolve("signed-head"));
        Files.delete(folder.resolve("signed-logs"));
        log.append(1);

        lead(B, YEAR);

        assertEquals(3, written.entries(A).size());
        assertEquals(3, written.change(B, 0).previous().orElseThrow().size());
        assertFalse(Files.exists(folder.resolve("signed-head")));
        assertEquals(EntryType.LOG_CHANGE, written.entries(A).get(2).type());
        written.requireWhole();
    }

    private void lead(String origin, Optional<LogSuccession> reason) throws Exception {
        chain.succession(origin, reason, step -> {}).settle(lease);
        Sequencer sequencer = chain.sequencer(origin, step -> {});
        while (sequencer.integrate(lease) > 0) {}
        sequencer.publish(lease);
    }

    private Reason refused(String origin, Optional<LogSuccession> reason) {
        return assertThrows(
                        StepRefusedException.class,
                        () -> chain.succession(origin, reason, step -> {}).settle(lease))
                .reason();
    }
}
