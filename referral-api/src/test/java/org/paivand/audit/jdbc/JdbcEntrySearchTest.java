package org.paivand.audit.jdbc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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
import org.paivand.audit.log.EntryType;
import org.paivand.audit.log.LogUnavailableException;
import org.paivand.audit.log.Opening;
import org.paivand.audit.merkle.Hash;
import org.paivand.audit.sequencer.Sequencer;
import org.paivand.audit.sequencer.StepRefusedException;
import org.paivand.database.DuplicateKeyException;
import org.paivand.entry.EntryCursor;
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

        List<UUID> read = new ArrayList<>();
        Optional<EntryCursor> after = Optional.empty();
        do {
            EntryPage page = page(query(after, 4));
            page.rows().forEach(row -> read.add(row.columns().eventId()));
            after = page.next();
        } while (after.isPresent());

        assertEquals(appended, read);
    }

    @Test
    void beginsWithEntriesThatWaitForTheirIndex() throws Exception {
        SearchColumns placed = append(TestLog.columns(NOON.plusSeconds(5)));
        integrate();
        SearchColumns waiting = append(TestLog.columns(NOON));

        EntryPage whole = page(query(Optional.empty(), 10));
        EntryPage first = page(query(Optional.empty(), 1));
        EntryPage second = page(query(first.next(), 1));

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

        FoundEntry found = page(query(Optional.empty(), 10)).rows().get(0);

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
        Filter all = new Filter();

        assertFinds(List.of(other, plain), all);
        assertFinds(List.of(other), all.with("agency", "uz-ngo-two"));
        assertFinds(List.of(other), all.with("recipient", "tj-shelter-two"));
        assertFinds(List.of(other), all.with("user", "u-9"));
        assertFinds(List.of(other), all.with("purpose", "return"));
        assertFinds(List.of(other), all.with("basis", "break-glass"));
        assertFinds(List.of(other, plain), all.with("basis", "consent"));
        assertFinds(List.of(other, plain), all.with("outcome", "released"));
        assertFinds(List.of(other), all.with("outcome", "withheld"));
        assertFinds(List.of(other), all.with("outcome", "break-glass"));
        assertFinds(List.of(), all.with("outcome", "denied"));
        assertFinds(List.of(other), all.with("category", "health"));
        assertFinds(List.of(other), all.with("category", "health").with("outcome", "withheld"));
        assertFinds(List.of(), all.with("category", "health").with("outcome", "released"));
        assertFinds(List.of(other), all.with("category", "safety").with("outcome", "break-glass"));
        assertFinds(List.of(plain), all.with("category", "contact"));
        assertFinds(List.of(), all.with("category", "contact").with("user", "u-9"));
        assertFinds(List.of(), all.with("agency", "' OR '1'='1"));
        assertEquals(
                1,
                page(times(Optional.of(NOON.plusSeconds(60)), Optional.empty()))
                        .rows()
                        .size());
        assertEquals(
                1,
                page(times(Optional.empty(), Optional.of(NOON.plusSeconds(60))))
                        .rows()
                        .size());
        assertEquals(0, page(times(Optional.of(NOON), Optional.of(NOON))).rows().size());
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
                page(query(Optional.empty(), 10).ofCase(token)).rows().stream()
                        .map(FoundEntry::columns)
                        .toList());
        EntryPage one = page(query(Optional.empty(), 1).ofCase(token));
        assertEquals(second, one.rows().get(0).columns());
        assertEquals(
                first, page(query(one.next(), 1).ofCase(token)).rows().get(0).columns());
        assertEquals(Optional.empty(), log.database.commit(tx -> search.caseOf(tx, UUID.randomUUID())));
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

        ProvenEntry.Standing standing = proven.standing().orElseThrow();
        standing.proof()
                .verify(
                        proven.opening().entry().leafHash(),
                        proven.found().index().orElseThrow(),
                        WitnessPolicy.trusting(log.verifierKey())
                                .verify(standing.checkpoint())
                                .treeHead());
        assertArrayEquals(
                "{}".getBytes(StandardCharsets.UTF_8), proven.opening().event());
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
        assertThrows(IllegalArgumentException.class, () -> query(Optional.empty(), 0));
        assertThrows(IllegalArgumentException.class, () -> query(Optional.empty(), 101));
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

    private void assertFinds(List<SearchColumns> expected, Filter filter) {
        assertEquals(
                expected,
                page(filter.query()).rows().stream().map(FoundEntry::columns).toList());
    }

    private static EntryQuery query(Optional<EntryCursor> after, int limit) {
        return new EntryQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                after,
                limit);
    }

    private static EntryQuery times(Optional<Instant> from, Optional<Instant> to) {
        return new EntryQuery(
                from,
                to,
                Optional.of(EntryType.DISCLOSURE),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                10);
    }

    private record Filter(Map<String, String> values) {
        Filter() {
            this(Map.of());
        }

        Filter with(String name, String value) {
            Map<String, String> more = new HashMap<>(values);
            more.put(name, value);
            return new Filter(more);
        }

        EntryQuery query() {
            return new EntryQuery(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    value("agency"),
                    value("recipient"),
                    value("user"),
                    value("purpose"),
                    value("basis"),
                    value("category"),
                    value("outcome").map(Outcome::of),
                    Optional.empty(),
                    Optional.empty(),
                    100);
        }

        private Optional<String> value(String name) {
            return Optional.ofNullable(values.get(name));
        }
    }
}
