package org.paivand.audit.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
import org.paivand.audit.log.EntryType;
import org.paivand.audit.log.Opening;
import org.paivand.audit.sequencer.Sequencer;
import org.paivand.database.TestDatabase;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.event.Actor;
import org.paivand.disclosure.event.Erasure;
import org.paivand.disclosure.event.ErasureCertified;
import org.paivand.disclosure.event.EventHead;
import org.paivand.disclosure.json.EventJson;
import org.paivand.entry.LogNotWritableException;
import org.paivand.entry.LogNotWritableException.Reason;
import org.paivand.entry.LogStatus.Signer;
import org.paivand.entry.NoVaultKeyException;
import org.paivand.entry.SearchColumns;
import org.paivand.entry.Vault;
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

    @Test
    void keysThatAreAwayAreNoFinding() throws Exception {
        assertThrows(NoVaultKeyException.class, () -> new LogCheck(log.database, withoutKey(false)).full());

        state().requireWritable();
    }

    @Test
    void whatWasShreddedWithoutACertificateIsAFinding() throws Exception {
        Optional<Finding> unexplained = Optional.of(new Finding(TestLog.ORIGIN, 0, What.OPENING));

        assertEquals(unexplained, new LogCheck(log.database, withoutKey(true)).full());
        assertEquals(Reason.UNSOUND, refused());

        UUID certificate = certify(TestLog.ORIGIN + "/other", 0, ENTRIES);
        assertEquals(unexplained, new LogCheck(log.database, shreddedBut(certificate)).full());
    }

    @Test
    void whatWasShreddedWithACertificateIsNoContradiction() throws Exception {
        UUID certificate = certify(TestLog.ORIGIN, 0, ENTRIES);

        assertEquals(Optional.empty(), new LogCheck(log.database, shreddedBut(certificate)).full());
        assertEquals(Optional.empty(), new LogCheck(log.database, shreddedBut(certificate)).quick());
        state().requireWritable();
    }

    @Test
    void theFirstIndexThatACertificateLeavesOutIsAFinding() throws Exception {
        UUID certificate = certify(TestLog.ORIGIN, 0, 77);

        assertEquals(
                Optional.of(new Finding(TestLog.ORIGIN, 77, What.OPENING)),
                new LogCheck(log.database, shreddedBut(certificate)).full());
    }

    private UUID certify(String origin, long from, long to) throws Exception {
        EventHead head = new EventHead(
                UUID.randomUUID(),
                UUID.randomUUID(),
                Instant.parse("2026-11-22T11:00:00Z"),
                Optional.empty(),
                new Actor(new AgencyId("tj-commission"), "member", "commission", "console", Optional.of("t-1")));
        Erasure erased = new Erasure.OfOpenings(origin, List.of(new Erasure.IndexRange(from, to)));
        byte[] event = EventJson.write(new ErasureCertified(head, erased, "chair"));
        Opening opening = Opening.seal(EntryType.ERASURE_CERTIFICATE, event, new SecureRandom());
        SearchColumns columns = new SearchColumns(
                head.eventId(),
                head.occurredAt(),
                "tj-commission",
                "member",
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Set.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty());
        log.database.commit(tx -> log.entries.append(tx, opening, columns, Optional.empty()));
        log.execute("INSERT INTO paivand_log.shredded VALUES ('" + head.eventId() + "', 2026)");
        sequencer.integrate(lease);
        sequencer.publish(lease);
        return head.eventId();
    }

    /** Opens that record alone. */
    private static Vault shreddedBut(UUID left) {
        Vault without = withoutKey(true);
        return new Vault() {
            @Override
            public byte[] seal(String recordId, byte[] plain) {
                return without.seal(recordId, plain);
            }

            @Override
            public byte[] sealForGood(String recordId, byte[] plain) {
                return without.sealForGood(recordId, plain);
            }

            @Override
            public byte[] open(String recordId, byte[] sealed) {
                return recordId.equals("opening/" + left)
                        ? new TestVault().open(recordId, sealed)
                        : without.open(recordId, sealed);
            }
        };
    }

    private static Vault withoutKey(boolean shredded) {
        return new Vault() {
            @Override
            public byte[] seal(String recordId, byte[] plain) {
                throw new IllegalStateException("nothing is sealed here");
            }

            @Override
            public byte[] sealForGood(String recordId, byte[] plain) {
                throw new IllegalStateException("nothing is sealed here");
            }

            @Override
            public byte[] open(String recordId, byte[] sealed) {
                throw new NoVaultKeyException(shredded, new IllegalStateException("by a test"));
            }
        };
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
