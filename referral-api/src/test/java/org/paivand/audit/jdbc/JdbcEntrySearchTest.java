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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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
import org.paivand.database.DuplicateKeyException;
import org.paivand.entry.EntryCursor;
import org.paivand.entry.EntryPage;
import org.paivand.entry.EntryQuery;
import org.paivand.entry.FoundEntry;
import org.paivand.entry.ProvenEntry;
import org.paivand.entry.SearchColumns;
import org.paivand.lease.Lease;
import org.paivand.lease.jdbc.JdbcLeases;

class JdbcEntrySearchTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Hash TOKEN = Hash.sha256(new byte[] {7});

    @TempDir
    Path folder;

    private final TestLog log;
    private final JdbcEntrySearch search = new JdbcEntrySearch(new TestVault(), Acceptance.EVERY);

    JdbcEntrySearchTest() throws Exception {
        log = new TestLog();
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void pagesNewestFirstWithoutGapOrRepetitionAmongEqualTimes() {
        List<UUID> appended = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            appended.add(append(TestLog.columns(NOON.plusMillis(i / 5))).eventId());
        }

        List<FoundEntry> read = new ArrayList<>();
        Optional<EntryCursor> after = Optional.empty();
        do {
            EntryPage page = page(query(after, 4));
            read.addAll(page.rows());
            after = page.next();
        } while (after.isPresent());

        assertEquals(25, read.size());
        assertEquals(
                appended.stream().sorted().toList(),
                read.stream().map(row -> row.columns().eventId()).sorted().toList());
        for (int i = 1; i < read.size(); i++) {
            assertTrue(!read.get(i)
                    .columns()
                    .occurredAt()
                    .isAfter(read.get(i - 1).columns().occurredAt()));
        }
    }

    @Test
    void givesBackEveryColumnAndNothingElse() {
        byte[] input = "{\"in\":1}".getBytes(StandardCharsets.UTF_8);
        SearchColumns columns = new SearchColumns(
                UUID.randomUUID(),
                NOON,
                "tj-ngo-one",
                "u-2",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("denied"),
                Map.of("contact", false, "health", true),
                Optional.of(TOKEN),
                Optional.of(Hash.sha256(input)));
        Opening opening = log.opening("{\"n\":1}");
        log.database.commit(tx -> log.entries.append(tx, opening, columns, Optional.of(input)));

        FoundEntry found = page(query(Optional.empty(), 10)).rows().get(0);

        assertEquals(new FoundEntry(opening.entry(), columns, OptionalLong.empty(), Optional.empty()), found);
    }

    @Test
    void eachFilterKeepsWhatMatchesAndDropsWhatDoesNot() {
        SearchColumns plain = append(TestLog.columns(NOON));
        SearchColumns other = append(new SearchColumns(
                UUID.randomUUID(),
                NOON.plusSeconds(60),
                "uz-ngo-two",
                "u-9",
                Optional.of("tj-shelter-two"),
                Optional.of("return"),
                Optional.of("break-glass"),
                Optional.of("withheld"),
                Map.of("health", false),
                Optional.of(TOKEN),
                Optional.empty()));
        Filter all = new Filter();

        assertFinds(List.of(other, plain), all);
        assertFinds(List.of(other), all.with("agency", "uz-ngo-two"));
        assertFinds(List.of(other), all.with("recipient", "tj-shelter-two"));
        assertFinds(List.of(other), all.with("user", "u-9"));
        assertFinds(List.of(other), all.with("purpose", "return"));
        assertFinds(List.of(other), all.with("basis", "break-glass"));
        assertFinds(List.of(other), all.with("outcome", "withheld"));
        assertFinds(List.of(other), all.with("category", "health"));
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
    void provesAnEntryAgainstTheSignedCheckpointOnceThereIsOne() throws Exception {
        SearchColumns first = append(TestLog.columns(NOON));
        UUID id = first.eventId();
        assertEquals(Optional.empty(), find(id).orElseThrow().standing());
        append(TestLog.columns(NOON));
        append(TestLog.columns(NOON));
        JdbcLeases leases = new JdbcLeases(log.database);
        Lease lease =
                leases.acquire(Sequencer.LEASE, "t", Duration.ofMinutes(1)).orElseThrow();
        Sequencer sequencer = new Sequencer(
                log.database,
                leases,
                new CheckpointSigner(log.signer(), new FileSignedHeads(folder.resolve("signed"))),
                TestLog.ORIGIN,
                Clock.systemUTC(),
                step -> {});
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
                + " agency, user, recipient, purpose, basis, outcome, case_token, input_sha256, sealed_opening,"
                + " sealed_input FROM paivand_log.event WHERE event_id = '" + honest.eventId() + "'");

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
        for (String text : List.of("", "_", "1", "x_y", "1_2_3", "01_" + columns.eventId())) {
            assertThrows(IllegalArgumentException.class, () -> EntryCursor.of(text), text);
        }
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
                    value("outcome"),
                    Optional.empty(),
                    Optional.empty(),
                    100);
        }

        private Optional<String> value(String name) {
            return Optional.ofNullable(values.get(name));
        }
    }
}
