package org.paivand.audit.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.paivand.audit.TestLog;
import org.paivand.audit.TestVault;
import org.paivand.audit.log.EntryType;
import org.paivand.entry.EntryCursor;
import org.paivand.entry.EntryPage;
import org.paivand.entry.EntryQuery;
import org.paivand.entry.Outcome;

class SearchTilesTest {
    private static final Instant BEGAN = Instant.parse("2026-01-01T00:00:00Z");

    private final TestLog log;
    private final SearchIndexer indexer;
    private final JdbcEntrySearch search = new JdbcEntrySearch(new TestVault(), TestLog.ORIGIN, Acceptance.EVERY);

    SearchTilesTest() throws Exception {
        log = new TestLog();
        indexer = new SearchIndexer(log.database);
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void findsWithTilesWhatItFindsWithout() throws Exception {
        fill(66_100);
        long seed = new Random().nextLong();
        List<EntryQuery> queries = queries(new Random(seed));
        List<List<Long>> without = queries.stream().map(this::places).toList();

        while (indexer.step()) {
            assertTrue(log.count("paivand_log.search_tile") < 300);
        }

        assertEquals(1 + 66_100 / 256, log.count("paivand_log.search_tile"));
        for (int i = 0; i < queries.size(); i++) {
            assertEquals(without.get(i), places(queries.get(i)), "seed " + seed + ", " + queries.get(i));
        }
    }

    @Test
    void writesATileOnceItIsFullAndNotBefore() throws Exception {
        fill(255);
        assertFalse(indexer.step());
        log.execute("TRUNCATE paivand_log.leaf; TRUNCATE paivand_log.event");
        fill(256);

        assertTrue(indexer.step());

        assertFalse(indexer.step());
        assertEquals(1, log.count("paivand_log.search_tile"));
    }

    @Test
    void refusesToCoverAnIndexWhoseEventIsGone() throws Exception {
        fill(256);
        log.execute("DROP TRIGGER paivand_log.event_no_delete; DELETE FROM paivand_log.event LIMIT 1;"
                + " CREATE TRIGGER paivand_log.event_no_delete BEFORE DELETE ON paivand_log.event FOR EACH ROW"
                + " SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the log is append-only'");

        assertThrows(IllegalStateException.class, indexer::step);

        assertEquals(0, log.count("paivand_log.search_tile"));
    }

    @Test
    void writesPlacesAsAListOrAsBitsAndReadsThemBack() {
        for (int count : new int[] {1, 2, 100, 4_095, 4_096, 65_536}) {
            BitSet places = new BitSet();
            new Random(count).ints(0, 65_536).distinct().limit(count).forEach(places::set);

            byte[] encoded = Places.encode(places);

            assertTrue(encoded.length <= 8_193);
            assertEquals(places, Places.decode(encoded));
        }
        for (byte[] damaged : List.of(new byte[0], new byte[] {2}, new byte[] {0, 1})) {
            assertThrows(IllegalStateException.class, () -> Places.decode(damaged));
        }
    }

    /**
     * Entries of three agencies at a minute's distance, with a clock that was set back for a while. MariaDB 11.4 refuses an
     * INSERT … SELECT into a table that has a trigger before its updates.
     */
    private void fill(int entries) throws SQLException {
        log.execute("DROP TRIGGER paivand_log.event_no_update; DROP TRIGGER paivand_log.leaf_no_update");
        log.execute(
                "INSERT INTO paivand_log.event (event_id, entry, type, occurred_at, agency, user, recipient, purpose,"
                        + " basis, outcome, released, withheld, sealed_opening)"
                        + " SELECT CONCAT('00000000-0000-4000-8000-', LPAD(seq, 12, '0')),"
                        + " CONCAT(UNHEX(IF(seq % 7, '0101', '0103')), UNHEX(LPAD(HEX(seq), 64, '0'))), IF(seq % 7, 'disclosure', 'denial'),"
                        + " '2026-01-01' + INTERVAL IF(seq BETWEEN 700 AND 900, seq - 600, seq) MINUTE,"
                        + " ELT(1 + seq % 3, 'one', 'two', 'three'), CONCAT('u-', seq % 10),"
                        + " IF(seq % 2, 'four', NULL), ELT(1 + (seq > 300), 'return', 'assistance'),"
                        + " IF(seq % 7, IF(seq % 5, 'consent', 'break-glass,consent'), NULL),"
                        + " IF(seq % 7, IF(seq % 4, 'released', 'released,withheld'), 'denied,withheld'),"
                        + " IF(seq % 7, 'contact,identity', NULL), IF(seq % 4 = 0 OR seq % 7 = 0, 'health', NULL), ''"
                        + " FROM paivand.seq_0_to_" + (entries - 1));
        log.execute("INSERT INTO paivand_log.leaf (log, idx, place, entry, at)"
                + " SELECT 1, seq, seq, CONCAT(UNHEX(IF(seq % 7, '0101', '0103')), UNHEX(LPAD(HEX(seq), 64, '0'))), NOW()"
                + " FROM paivand.seq_0_to_" + (entries - 1));
        for (String table : List.of("event", "leaf")) {
            log.execute("CREATE TRIGGER paivand_log." + table + "_no_update BEFORE UPDATE ON paivand_log." + table
                    + " FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the log is append-only'");
        }
    }

    private List<Long> places(EntryQuery query) {
        EntryPage page = log.database.commit(tx -> search.search(tx, query));
        List<Long> places = new ArrayList<>();
        page.rows().forEach(row -> places.add(row.index().orElseThrow()));
        page.next().ifPresent(next -> places.add(-1 - next.place()));
        return places;
    }

    private static List<EntryQuery> queries(Random random) {
        return IntStream.range(0, 40).mapToObj(i -> query(random)).toList();
    }

    private static EntryQuery query(Random random) {
        int from = random.nextInt(70_000);
        return new EntryQuery(
                sometimes(random, BEGAN.plusSeconds(60L * from)),
                sometimes(random, BEGAN.plusSeconds(60L * (from + random.nextInt(10_000)))),
                sometimes(random, EntryType.DISCLOSURE),
                sometimes(random, one(random, "one", "two", "four")),
                sometimes(random, one(random, "four", "five")),
                sometimes(random, "u-" + random.nextInt(11)),
                sometimes(random, one(random, "return", "assistance")),
                sometimes(random, one(random, "consent", "break-glass")),
                sometimes(random, one(random, "health", "contact", "travel")),
                sometimes(random, one(random, Outcome.values())),
                Optional.empty(),
                sometimes(random, new EntryCursor(random.nextInt(66_200))),
                1 + random.nextInt(100));
    }

    private static <T> Optional<T> sometimes(Random random, T value) {
        return random.nextInt(4) == 0 ? Optional.of(value) : Optional.empty();
    }

    @SafeVarargs
    private static <T> T one(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }
}
