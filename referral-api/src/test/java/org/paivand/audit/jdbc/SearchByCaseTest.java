package org.paivand.audit.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.paivand.audit.TestLog;
import org.paivand.audit.TestVault;
import org.paivand.database.TestDatabase;
import org.paivand.entry.EntryCursor;
import org.paivand.entry.EntryFilter;
import org.paivand.entry.EntryPage;
import org.paivand.entry.EntryQuery;

class SearchByCaseTest {
    private static final int ENTRIES = 66_100;

    private final TestLog log;
    private final SearchIndexer indexer;
    private final JdbcEntrySearch search = new JdbcEntrySearch(new TestVault(), TestLog.ORIGIN, Acceptance.EVERY);

    SearchByCaseTest() throws Exception {
        log = new TestLog();
        indexer = new SearchIndexer(log.database);
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void findsACaseWithEachOtherFilterInTheLogsOrder() throws Exception {
        FilledLog.fill(log, ENTRIES);
        index();

        for (String token : FilledLog.codes(EntryFilter.CASE)) {
            EntryQuery ofCase = EntryQuery.newest(100).with(EntryFilter.CASE, token);
            assertFinds(token, "TRUE", ofCase);
            assertFinds(token, "type = 'denial'", ofCase.with(EntryFilter.TYPE, "denial"));
            assertFinds(token, "agency = 'two'", ofCase.with(EntryFilter.AGENCY, "two"));
            assertFinds(token, "recipient = 'four'", ofCase.with(EntryFilter.RECIPIENT, "four"));
            assertFinds(token, "user = 'u-7'", ofCase.with(EntryFilter.USER, "u-7"));
            assertFinds(token, "purpose = 'return'", ofCase.with(EntryFilter.PURPOSE, "return"));
            assertFinds(token, "basis = 'break-glass,consent'", ofCase.with(EntryFilter.BASIS, "break-glass"));
            assertFinds(token, "withheld = 'health'", ofCase.with(EntryFilter.CATEGORY, "health"));
            assertFinds(token, "outcome LIKE '%withheld'", ofCase.with(EntryFilter.OUTCOME, "withheld"));
            assertFinds(
                    token,
                    "occurred_at >= '2026-01-01 12:00' AND occurred_at < '2026-02-10 06:30'",
                    ofCase.within(
                            Optional.of(Instant.parse("2026-01-01T12:00:00Z")),
                            Optional.of(Instant.parse("2026-02-10T06:30:00Z"))));
            assertFinds(
                    token,
                    "agency = 'one' AND user = 'u-0' AND type = 'disclosure'",
                    ofCase.with(EntryFilter.AGENCY, "one")
                            .with(EntryFilter.USER, "u-0")
                            .with(EntryFilter.TYPE, "disclosure"));
        }
    }

    @Test
    void pagesOnWhereTilesComeMeanwhile() throws Exception {
        FilledLog.fill(log, 2_000);
        List<Long> read = new ArrayList<>();
        EntryQuery query = EntryQuery.newest(100).with(EntryFilter.CASE, FilledLog.GREAT_CASE);

        Optional<EntryCursor> after = Optional.empty();
        do {
            EntryPage page = page(query.after(after));
            page.rows().forEach(row -> read.add(row.index().orElseThrow()));
            after = page.next();
            indexer.step();
        } while (after.isPresent());

        assertEquals(places(FilledLog.GREAT_CASE, "TRUE"), read);
        assertTrue(log.count("paivand_log.search_tile") > 5);
    }

    @Test
    void tellsTwoCasesOfOnePageApart() throws Exception {
        FilledLog.fill(log, 512);
        index();
        EntryQuery newest = EntryQuery.newest(100);

        List<String> shown = page(newest).rows().stream()
                .flatMap(row -> row.columns().caseToken().stream())
                .map(token -> token.hex())
                .distinct()
                .toList();

        assertTrue(shown.size() > 20);
        for (String token : shown) {
            assertFinds(token, "TRUE", newest.with(EntryFilter.CASE, token));
        }
    }

    @Test
    void theMigrationGivesOldTilesTheirCasesAsTheIndexerWould() throws Exception {
        FilledLog.fill(log, ENTRIES);
        index();
        Map<String, BitSet> indexed = tiles();
        FilledLog.without(log, "search_term_no_delete", "DELETE FROM paivand_log.search_term WHERE term LIKE 'case=%'");
        log.execute("ALTER TABLE paivand_log.search_tile DROP COLUMN version");
        assertFalse(indexed.equals(tiles()));

        try (InputStream migration = getClass().getResourceAsStream("/db/migration/V8__search_by_case.sql")) {
            log.execute(new String(Objects.requireNonNull(migration).readAllBytes(), StandardCharsets.UTF_8));
        }
        index();

        assertEquals(indexed, tiles());
    }

    @Test
    void anInstanceOfBeforeTheMigrationWritesNoTileThatHidesCases() {
        SQLException refused = assertThrows(
                SQLException.class,
                () -> log.execute("INSERT INTO paivand_log.search_tile (level, tile, first_at, last_at)"
                        + " VALUES (0, 0, NOW(), NOW())"));

        int noDefaultForField = 1364;
        assertEquals(noDefaultForField, refused.getErrorCode());
    }

    private void index() {
        while (indexer.step()) {}
    }

    private void assertFinds(String token, String condition, EntryQuery query) throws SQLException {
        List<Long> read = new ArrayList<>();
        Optional<EntryCursor> after = Optional.empty();
        for (int pages = 0; pages < 3; pages++) {
            EntryPage page = page(query.after(after));
            page.rows().forEach(row -> read.add(row.index().orElseThrow()));
            after = page.next();
            if (after.isEmpty()) {
                break;
            }
        }

        List<Long> all = places(token, condition);
        assertEquals(all.subList(0, Math.min(all.size(), 300)), read, condition);
        assertEquals(all.size() > 300, after.isPresent(), condition);
    }

    private EntryPage page(EntryQuery query) {
        return log.database.commit(tx -> search.search(tx, query));
    }

    private static List<Long> places(String token, String condition) throws SQLException {
        try (Connection connection = TestDatabase.running().administrator();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT l.place FROM paivand_log.event e JOIN paivand_log.leaf l ON l.entry = e.entry"
                                + " WHERE LOWER(HEX(case_token)) = '" + token + "' AND " + condition
                                + " ORDER BY l.place DESC")) {
            List<Long> places = new ArrayList<>();
            while (rows.next()) {
                places.add(rows.getLong(1));
            }
            return places;
        }
    }

    private static Map<String, BitSet> tiles() throws SQLException {
        try (Connection connection = TestDatabase.running().administrator();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT level, tile, term, places FROM paivand_log.search_term")) {
            Map<String, BitSet> tiles = new HashMap<>();
            while (rows.next()) {
                tiles.put(
                        rows.getString(1) + "/" + rows.getString(2) + " " + rows.getString(3),
                        Places.decode(rows.getBytes(4)));
            }
            return tiles;
        }
    }
}
