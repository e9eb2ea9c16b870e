package org.paivand.audit.jdbc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paivand.audit.TestLog;
import org.paivand.audit.TestVault;
import org.paivand.audit.checkpoint.CheckpointSigner;
import org.paivand.audit.checkpoint.FileSignedHeads;
import org.paivand.audit.checkpoint.WitnessPolicy;
import org.paivand.audit.log.LogUnavailableException;
import org.paivand.audit.log.Opening;
import org.paivand.audit.merkle.Hash;
import org.paivand.audit.sequencer.Sequencer;
import org.paivand.audit.sequencer.StepRefusedException;
import org.paivand.database.DuplicateKeyException;
import org.paivand.entry.EntryCursor;
import org.paivand.entry.EntryFilter;
import org.paivand.entry.EntryPage;
import org.paivand.entry.EntryQuery;
import org.paivand.entry.FoundEntry;
import org.paivand.entry.Outcome;
import org.paivand.entry.ProvenEntry;
import org.paivand.entry.SearchColumns;
import org.paivand.lease.Lease;
import org.paivand.lease.jdbc.JdbcLeases;

class JdbcEntrySearchTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Hash TOKEN = Hash.sha256(new byte[] {7});

    private final TestLog log;
    private final JdbcEntrySearch search = new JdbcEntrySearch(new TestVault(), TestLog.ORIGIN, Acceptance.EVERY);

    private final JdbcLeases leases;
    private final Sequencer sequencer;

    JdbcEntrySearchTest(@TempDir Path folder) throws Exception {
        log = new TestLog();
        leases = new JdbcLeases(log.database);
        sequencer = new Sequencer(
                log.database,
                leases,
                new CheckpointSigner(log.signer(), new FileSignedHeads(folder.resolve("signed"))),
                TestLog.ORIGIN,
                Clock.systemUTC(),
                step -> {});
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void pagesInTheLogsOrderNewestFirstWithoutGapOrRepetition() throws Exception {
        List<UUID> appended = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            appended.add(0, append(TestLog.columns(NOON.minusMillis(i / 5))).eventId());
        }
        integrate();

        assertEquals(appended, all(EntryQuery.newest(4)));
    }

    @Test
    void beginsWithEntriesThatWaitForTheirIndex() throws Exception {
        SearchColumns placed = append(TestLog.columns(NOON.plusSeconds(5)));
        integrate();
        SearchColumns waiting = append(TestLog.columns(NOON));

        EntryPage whole = page(EntryQuery.newest(10));
        EntryPage first = page(EntryQuery.newest(1));
        EntryPage second = page(EntryQuery.newest(1).after(first.next()));

        assertEquals(
                List.of(waiting, placed),
                whole.rows().stream().map(FoundEntry::columns).toList());
        assertEquals(OptionalLong.empty(), whole.rows().get(0).index());
        assertEquals(OptionalLong.of(0), whole.rows().get(1).index());
        assertEquals(waiting, first.rows().get(0).columns());
        assertEquals(placed, second.rows().get(0).columns());
        assertEquals(Optional.empty(), second.next());
    }

    @Test
    void givesBackEveryColumnAndNothingElse() throws Exception {
        byte[] input = "{\"in\":1}".getBytes(StandardCharsets.UTF_8);
        SearchColumns columns = new SearchColumns(
                UUID.randomUUID(),
                NOON,
                "tj-ngo-one",
                "u-2",
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Set.of(Outcome.DENIED, Outcome.WITHHELD),
                Map.of("contact", false, "health", true),
                Optional.of(TOKEN),
                Optional.of(Hash.sha256(input)));
        Opening opening = log.opening("{\"n\":1}");
        log.database.commit(tx -> log.entries.append(tx, opening, columns, Optional.of(input)));
        integrate();

        FoundEntry found = page(EntryQuery.newest(10)).rows().get(0);

        assertEquals(
                new FoundEntry(opening.entry(), columns, Optional.of(new FoundEntry.At(TestLog.ORIGIN, 0, 0))), found);
    }

    @Test
    void eachFilterKeepsWhatMatchesAndDropsWhatDoesNot() throws Exception {
        SearchColumns plain = append(TestLog.columns(NOON));
        SearchColumns other = append(new SearchColumns(
                UUID.randomUUID(),
                NOON.plusSeconds(60),
                "uz-ngo-two",
                "u-9",
                Optional.of("tj-shelter-two"),
                Optional.of("return"),
                Set.of("break-glass", "consent"),
                Set.of(Outcome.RELEASED, Outcome.WITHHELD, Outcome.BREAK_GLASS),
                Map.of("health", false, "safety", true),
                Optional.of(TOKEN),
                Optional.empty()));
        integrate();
        EntryQuery all = EntryQuery.newest(10);
        EntryQuery health = all.with(EntryFilter.CATEGORY, "health");

        assertFinds(List.of(other, plain), all);
        assertFinds(List.of(other), all.with(EntryFilter.AGENCY, "uz-ngo-two"));
        assertFinds(List.of(other), all.with(EntryFilter.RECIPIENT, "tj-shelter-two"));
        assertFinds(List.of(other), all.with(EntryFilter.USER, "u-9"));
        assertFinds(List.of(other), all.with(EntryFilter.PURPOSE, "return"));
        assertFinds(List.of(other), all.with(EntryFilter.BASIS, "break-glass"));
        assertFinds(List.of(other, plain), all.with(EntryFilter.BASIS, "consent"));
        assertFinds(List.of(other, plain), all.with(EntryFilter.OUTCOME, "released"));
        assertFinds(List.of(other), all.with(EntryFilter.OUTCOME, "withheld"));
        assertFinds(List.of(other), all.with(EntryFilter.OUTCOME, "break-glass"));
        assertFinds(List.of(), all.with(EntryFilter.OUTCOME, "denied"));
        assertFinds(List.of(other), health);
        assertFinds(List.of(other), health.with(EntryFilter.OUTCOME, "withheld"));
        assertFinds(List.of(), health.with(EntryFilter.OUTCOME, "released"));
        assertFinds(List.of(other), all.with(EntryFilter.CATEGORY, "safety").with(EntryFilter.OUTCOME, "break-glass"));
        assertFinds(List.of(plain), all.with(EntryFilter.CATEGORY, "contact"));
        assertFinds(List.of(), all.with(EntryFilter.CATEGORY, "contact").with(EntryFilter.USER, "u-9"));
        assertFinds(List.of(), all.with(EntryFilter.AGENCY, "' OR '1'='1"));
        Optional<Instant> later = Optional.of(NOON.plusSeconds(60));
        assertFinds(List.of(other), all.within(later, Optional.empty()));
        assertFinds(List.of(plain), all.within(Optional.empty(), later));
        assertFinds(List.of(), all.within(later, later));
    }

    @Test
    void findsTheEntriesOfOneCaseByAnyOfThem() throws Exception {
        SearchColumns first = append(ofCase(NOON));
        append(TestLog.columns(NOON));
        SearchColumns second = append(ofCase(NOON.plusSeconds(1)));
        integrate();

        Hash token =
                log.database.commit(tx -> search.caseOf(tx, first.eventId())).orElseThrow();

        assertEquals(
                List.of(second, first),
                page(EntryQuery.newest(10).ofCase(token)).rows().stream()
                        .map(FoundEntry::columns)
                        .toList());
        EntryPage one = page(EntryQuery.newest(1).ofCase(token));
        assertEquals(second, one.rows().get(0).columns());
        assertEquals(
                first,
                page(EntryQuery.newest(1).after(one.next()).ofCase(token))
                        .rows()
                        .get(0)
                        .columns());
        assertEquals(Optional.empty(), log.database.commit(tx -> search.caseOf(tx, UUID.randomUUID())));
    }

    @Test
    void pagesThroughACaseFromWhatWaitsForItsIndexToTheTilesWithoutGapOrRepetition() throws Exception {
        List<UUID> appended = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            appended.add(0, append(ofCase(NOON)).eventId());
            append(TestLog.columns(NOON));
        }
        integrate();
        SearchIndexer indexer = new SearchIndexer(log.database);
        while (indexer.step()) {
            assertTrue(log.count("paivand_log.search_tile") <= 2);
        }
        for (int i = 0; i < 3; i++) {
            append(TestLog.columns(NOON));
            appended.add(0, append(ofCase(NOON)).eventId());
        }

        assertEquals(appended, all(EntryQuery.newest(7).ofCase(TOKEN)));
        assertEquals(List.of(), all(EntryQuery.newest(7).ofCase(Hash.sha256(new byte[] {8}))));
    }

    private List<UUID> all(EntryQuery query) {
        List<UUID> read = new ArrayList<>();
        Optional<EntryCursor> after = Optional.empty();
        do {
            EntryPage page = page(query.after(after));
            page.rows().forEach(row -> read.add(row.columns().eventId()));
            after = page.next();
        } while (after.isPresent());
        return read;
    }

    private static SearchColumns ofCase(Instant at) {
        SearchColumns plain = TestLog.columns(at);
        return new SearchColumns(
                plain.eventId(),
                at,
                plain.agency(),
                plain.user(),
                plain.recipient(),
                plain.purpose(),
                plain.bases(),
                plain.outcomes(),
                plain.categories(),
                Optional.of(TOKEN),
                Optional.empty());
    }

    @Test
    void provesAnEntryAgainstTheSignedCheckpointOnceThereIsOne() throws Exception {
        UUID id = append(TestLog.columns(NOON)).eventId();
        assertEquals(Optional.empty(), find(id).orElseThrow().standing());
        append(TestLog.columns(NOON));
        append(TestLog.columns(NOON));
        Lease lease =
                leases.acquire(Sequencer.LEASE, "t", Duration.ofMinutes(1)).orElseThrow();
        sequencer.integrate(lease);
        assertEquals(Optional.empty(), find(id).orElseThrow().standing());
        sequencer.publish(lease);

        ProvenEntry proven = find(id).orElseThrow();

        Opening opening = proven.content().fold(opened -> opened, shredded -> {
            throw new AssertionError("nothing was shredded");
        });
        ProvenEntry.Standing standing = proven.standing().orElseThrow();
        standing.proof()
                .verify(
                        opening.entry().leafHash(),
                        proven.found().index().orElseThrow(),
                        WitnessPolicy.trusting(log.verifierKey())
                                .verify(standing.checkpoint())
                                .treeHead());
        assertArrayEquals("{}".getBytes(StandardCharsets.UTF_8), opening.event());
        assertEquals(Optional.empty(), find(UUID.randomUUID()));
    }

    @Test
    void refusesAnOpeningThatWasMovedToAnotherRow() throws Exception {
        SearchColumns honest = append(TestLog.columns(NOON));
        UUID forged = UUID.randomUUID();
        log.execute("INSERT INTO paivand_log.event SELECT '" + forged + "', UNHEX(REPEAT('01', 34)), type, occurred_at,"
                + " agency, user, recipient, purpose, basis, outcome, released, withheld, case_token, input_sha256,"
                + " sealed_opening, sealed_input FROM paivand_log.event WHERE event_id = '" + honest.eventId() + "'");

        assertThrows(IllegalStateException.class, () -> find(forged));
    }

    @Test
    void refusesAnEventIdThatExistsAndAHashThatIsNotTheInputs() {
        SearchColumns columns = append(TestLog.columns(NOON));

        assertThrows(DuplicateKeyException.class, () -> append(columns));
        assertThrows(
                IllegalArgumentException.class,
                () -> log.database.<Object, RuntimeException>commit(tx ->
                        log.entries.append(tx, log.opening("{}"), TestLog.columns(NOON), Optional.of(new byte[] {1}))));
        assertThrows(IllegalArgumentException.class, () -> EntryQuery.newest(0));
        assertThrows(IllegalArgumentException.class, () -> EntryQuery.newest(101));
        for (String text : List.of("", "_", "x", "-1", "+1", "01", "1_2", "\u0661", "99999999999999999999")) {
            assertThrows(IllegalArgumentException.class, () -> EntryCursor.of(text), text);
        }
    }

    private void integrate() throws StepRefusedException {
        Lease lease =
                leases.acquire(Sequencer.LEASE, "t", Duration.ofMinutes(1)).orElseThrow();
        sequencer.integrate(lease);
        leases.release(lease);
    }

    private SearchColumns append(SearchColumns columns) {
        log.database.commit(tx -> log.entries.append(tx, log.opening("{}"), columns, Optional.empty()));
        return columns;
    }

    private EntryPage page(EntryQuery query) {
        return log.database.commit(tx -> search.search(tx, query));
    }

    private Optional<ProvenEntry> find(UUID id) throws LogUnavailableException {
        return log.database.commit(tx -> search.find(tx, id));
    }

    private void assertFinds(List<SearchColumns> expected, EntryQuery query) {
        assertEquals(
                expected, page(query).rows().stream().map(FoundEntry::columns).toList());
    }
}
