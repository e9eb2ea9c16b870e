package org.paivand.audit.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.paivand.entry.EntryCursor;
import org.paivand.entry.EntryFilter;
import org.paivand.entry.EntryPage;
import org.paivand.entry.EntryQuery;

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
        FilledLog.fill(log, 66_100);
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
        FilledLog.fill(log, 255);
        assertFalse(indexer.step());
        log.execute("TRUNCATE paivand_log.leaf; TRUNCATE paivand_log.event");
        FilledLog.fill(log, 256);

        assertTrue(indexer.step());

        assertFalse(indexer.step());
        assertEquals(1, log.count("paivand_log.search_tile"));
    }

    @Test
    void refusesToCoverAnIndexWhoseEventIsGone() throws Exception {
        FilledLog.fill(log, 256);
        FilledLog.without(log, "event_no_delete", "DELETE FROM paivand_log.event LIMIT 1");

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

    private List<Long> places(EntryQuery query) {
        EntryPage page = log.database.commit(tx -> search.search(tx, query));
        List<Long> places = new ArrayList<>();
        page.rows().forEach(row -> places.add(row.index().orElseThrow()));
        page.next().ifPresent(next -> places.add(-1 - next.place()));
        return places;
    }

    private static List<EntryQuery> queries(Random random) {
        return IntStream.range(0, 80).mapToObj(i -> query(random)).toList();
    }

    private static EntryQuery query(Random random) {
        int from = random.nextInt(70_000);
        EntryQuery query = EntryQuery.newest(1 + random.nextInt(100))
                .within(
                        sometimes(random, BEGAN.plusSeconds(60L * from)),
                        sometimes(random, BEGAN.plusSeconds(60L * (from + random.nextInt(10_000)))))
                .after(sometimes(random, new EntryCursor(random.nextInt(66_200))));
        for (EntryFilter filter : EntryFilter.values()) {
            List<String> some = FilledLog.codes(filter);
            Optional<String> code = sometimes(random, some.get(random.nextInt(some.size())));
            query = code.isPresent() ? query.with(filter, code.get()) : query;
        }
        return query;
    }

    private static <T> Optional<T> sometimes(Random random, T value) {
        return random.nextInt(4) == 0 ? Optional.of(value) : Optional.empty();
    }
}
