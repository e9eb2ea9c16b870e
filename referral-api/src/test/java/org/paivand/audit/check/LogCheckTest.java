package org.paivand.audit.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paivand.audit.TestLog;
import org.paivand.audit.TestVault;
import org.paivand.audit.check.Finding.What;
import org.paivand.audit.checkpoint.CheckpointSigner;
import org.paivand.audit.checkpoint.FileSignedHeads;
import org.paivand.audit.jdbc.JdbcLogState;
import org.paivand.audit.sequencer.Sequencer;
import org.paivand.database.TestDatabase;
import org.paivand.entry.LogNotWritableException;
import org.paivand.entry.LogNotWritableException.Reason;
import org.paivand.entry.LogStatus.Signer;
import org.paivand.lease.Lease;
import org.paivand.lease.jdbc.JdbcLeases;

/** Rows altered as only an administrator of the database can, with the triggers out of the way. */
@Timeout(120)
class LogCheckTest {
    private static final int ENTRIES = 600;

    @TempDir
    Path folder;

    private TestLog log;
    private Lease lease;
    private Sequencer sequencer;
    private LogCheck check;

    @BeforeEach
    void append() throws Exception {
        log = new TestLog();
        JdbcLeases leases = new JdbcLeases(log.database);
        lease = leases.acquire(Sequencer.LEASE, "test", Duration.ofMinutes(5)).orElseThrow();
        sequencer = new Sequencer(
                log.database,
                leases,
                new CheckpointSigner(log.signer(), new FileSignedHeads(folder.resolve("signed"))),
                TestLog.ORIGIN,
                Clock.systemUTC(),
                step -> {});
        grow(250);
        grow(ENTRIES - 250);
        check = new LogCheck(log.database, new TestVault());
    }

    private void grow(int count) throws Exception {
        log.database.commit(tx -> {
            for (int i = 0; i < count; i++) {
                log.append(tx);
            }
            return true;
        });
        sequencer.integrate(lease);
        sequencer.publish(lease);
    }

    @AfterEach
    void close() throws Exception {
        log.execute("TRUNCATE paivand.log_trouble");
        log.close();
    }

    @Test
    void findsNothingInALogAsItWasWritten() throws Exception {
        assertEquals(Optional.empty(), check.quick());
        assertEquals(Optional.empty(), check.full());
        grow(100);
        assertEquals(Optional.empty(), check.incremental());
        assertEquals(Optional.empty(), check.quick());
        state().requireWritable();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ENTRY | 77 | DELETE FROM paivand_log.leaf WHERE idx = 77",
                "ENTRY | 78 | UPDATE paivand_log.leaf SET entry = CONCAT(0x09, SUBSTRING(entry, 2)) WHERE idx = 78",
                "EVENT | 79 | UPDATE paivand_log.leaf SET entry = CONCAT(0x0101, REPEAT('x', 32)) WHERE idx = 79",
                "EVENT | 80 | DELETE FROM paivand_log.event WHERE entry = (SELECT entry FROM paivand_log.leaf WHERE idx = 80)",
                "OPENING | 81 | UPDATE paivand_log.event e JOIN paivand_log.leaf l USING (entry) SET sealed_opening ="
                        + " CONCAT(sealed_opening, 'x') WHERE l.idx = 81",
                "TILE | 256 | UPDATE paivand_log.tile SET root = REPEAT('x', 32) WHERE level = 0 AND idx = 1",
                "TILE | 0 | DELETE FROM paivand_log.tile WHERE level = 0 AND idx = 0",
                "HEAD | 600 | UPDATE paivand.log_head SET root = REPEAT('x', 32)",
                "HEAD | 599 | UPDATE paivand.log_head SET size = 599",
                "HEAD | 599 | DELETE FROM paivand_log.leaf WHERE idx = 599",
                "CHECKPOINT | 250 | UPDATE paivand_log.checkpoint SET note = REPLACE(note, '250', '251') WHERE size = 250",
                "CHECKPOINT | 250 | UPDATE paivand_log.checkpoint SET note = 'none' WHERE size = 250",
                "CHECKPOINT | 599 | UPDATE paivand_log.checkpoint SET size = 599 WHERE size = 600"
            })
    void namesTheFirstIndexThatIsWrongAndStopsReleases(What what, long index, String sql) throws Exception {
        assertEquals(Optional.empty(), check.full());

        asRoot(sql);

        Optional<Finding> expected = Optional.of(new Finding(TestLog.ORIGIN, index, what));
        assertEquals(expected, check.full());
        assertEquals(expected, new LogCheck(log.database, new TestVault()).quick(), "all is recent in so small a log");
        assertEquals(Reason.UNSOUND, refused());
        assertTrue(
                state().status().unsound().orElseThrow().startsWith(what.name().toLowerCase(java.util.Locale.ROOT)));
    }

    @Test
    void twoEntriesThatChangedPlacesAreNoticedThoughEachIsWhole() throws Exception {
        asRoot(
                "UPDATE paivand_log.leaf SET idx = 9999 WHERE idx = 300; UPDATE paivand_log.leaf SET idx = 300 WHERE idx = 301;"
                        + "UPDATE paivand_log.leaf SET idx = 301 WHERE idx = 9999");

        assertEquals(Optional.of(new Finding(TestLog.ORIGIN, 256, What.TILE)), check.full());
    }

    @Test
    void releasesStayStoppedUntilAFullPassFindsNothing() throws Exception {
        asRoot("UPDATE paivand.log_head SET root = REPEAT('x', 32)");
        assertTrue(check.quick().isPresent());
        grownBack();

        assertEquals(Optional.empty(), check.quick());
        assertEquals(Reason.UNSOUND, refused());
        assertEquals(Optional.empty(), check.full());

        state().requireWritable();
    }

    private void grownBack() throws Exception {
        var frontier = org.paivand.audit.merkle.Frontier.EMPTY;
        for (var leaf : log.leaves()) {
            frontier = frontier.append(leaf.leafHash());
        }
        log.execute(
                "UPDATE paivand.log_head SET root = x'" + frontier.head().root().hex() + "'");
    }

    private Reason refused() {
        return assertThrows(LogNotWritableException.class, () -> state().requireWritable())
                .reason();
    }

    private JdbcLogState state() {
        return new JdbcLogState(
                log.database,
                TestLog.ORIGIN,
                Duration.ofDays(1),
                () -> Signer.SOUND,
                Clock.systemUTC(),
                Duration.ofDays(1));
    }

    /** Takes the triggers away, runs it, and puts them back as they were. */
    private void asRoot(String sql) throws Exception {
        List<String> dropped = new ArrayList<>();
        List<String> made = new ArrayList<>();
        try (var connection = TestDatabase.running().administrator();
                var statement = connection.createStatement()) {
            try (var rows = statement.executeQuery("SELECT trigger_name, event_manipulation, event_object_table,"
                    + " action_statement FROM information_schema.triggers WHERE trigger_schema = 'paivand_log'")) {
                while (rows.next()) {
                    String name = "paivand_log." + rows.getString(1);
                    dropped.add("DROP TRIGGER " + name);
                    made.add("CREATE TRIGGER " + name + " BEFORE " + rows.getString(2) + " ON paivand_log."
                            + rows.getString(3) + " FOR EACH ROW " + rows.getString(4));
                }
            }
            for (String one : dropped) {
                statement.execute(one);
            }
            try {
                statement.execute(sql);
            } finally {
                for (String one : made) {
                    statement.execute(one);
                }
            }
        }
    }
}
