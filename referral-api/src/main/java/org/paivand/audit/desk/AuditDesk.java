package org.paivand.audit.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.paivand.audit.jdbc.EvidenceBundles;
import org.paivand.audit.jdbc.EvidencePlan;
import org.paivand.audit.log.LogUnavailableException;
import org.paivand.audit.log.Opening;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.event.AuditorAccess;
import org.paivand.disclosure.event.AuditorAction;
import org.paivand.disclosure.event.DisclosureEvent;
import org.paivand.disclosure.event.EventHead;
import org.paivand.disclosure.event.Export;
import org.paivand.entry.EntryCursor;
import org.paivand.entry.EntryPage;
import org.paivand.entry.EntryQuery;
import org.paivand.entry.EntrySearch;
import org.paivand.entry.FoundEntry;
import org.paivand.entry.LogNotWritableException;
import org.paivand.entry.LogState;
import org.paivand.entry.ProvenEntry;
import org.paivand.journal.Actors;
import org.paivand.journal.Journal;

/** Searching, reading and exporting the log. What an auditor did is committed before the auditor sees anything. */
public final class AuditDesk {
    private static final Duration CHECKPOINT_PATIENCE = Duration.ofSeconds(10);

    private final Database database;
    private final EntrySearch search;
    private final EvidenceBundles bundles;
    private final Journal journal;
    private final LogState log;
    private final InstantSource clock;

    public AuditDesk(
            Database database,
            EntrySearch search,
            EvidenceBundles bundles,
            Journal journal,
            LogState log,
            InstantSource clock) {
        this.database = database;
        this.search = search;
        this.bundles = bundles;
        this.journal = journal;
        this.log = log;
        this.clock = clock;
    }

    /** A found entry with what it commits to. */
    public record Opened(FoundEntry found, Opening opening) {}

    /** A page of opened entries, newest first. */
    public record Page(List<Opened> rows, Optional<EntryCursor> next) {
        public Page {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One page of what was asked for.
     *
     * @param sameCaseAs an event whose case is meant
     * @return empty if there is no such event, or it concerns no case
     */
    public Optional<Page> search(Caller caller, UUID exchange, EntryQuery query, Optional<UUID> sameCaseAs)
            throws LogNotWritableException, LogUnavailableException {
        log.requireWritable();
        return database.<Optional<Page>, LogUnavailableException>commit(transaction -> {
            Optional<EntryQuery> meant = sameCaseAs.isEmpty()
                    ? Optional.of(query)
                    : search.caseOf(transaction, sameCaseAs.get()).map(query::ofCase);
            Optional<Page> page = meant.isEmpty() ? Optional.empty() : Optional.of(page(transaction, meant.get()));
            String question = query + " same case as " + sameCaseAs;
            int shown = page.map(some -> some.rows().size()).orElse(0);
            access(transaction, caller, exchange, AuditorAction.SEARCH, question, shown);
            return page;
        });
    }

    private Page page(Transaction transaction, EntryQuery query) throws LogUnavailableException {
        EntryPage found = search.search(transaction, query);
        List<Opened> rows = new ArrayList<>();
        for (FoundEntry row : found.rows()) {
            rows.add(new Opened(row, search.open(transaction, row)));
        }
        return new Page(rows, found.next());
    }

    public Optional<ProvenEntry> read(Caller caller, UUID exchange, UUID eventId)
            throws LogNotWritableException, LogUnavailableException {
        log.requireWritable();
        return database.<Optional<ProvenEntry>, LogUnavailableException>commit(transaction -> {
            Optional<ProvenEntry> found = search.find(transaction, eventId);
            access(transaction, caller, exchange, AuditorAction.READ, eventId.toString(), found.isPresent() ? 1 : 0);
            return found;
        });
    }

    /**
     * Makes the evidence bundle of a period, after logging that it leaves.
     *
     * @return a temporary file that the caller deletes; empty if the period has no entry
     */
    public Optional<Path> export(Caller caller, UUID exchange, Instant from, Instant to)
            throws LogNotWritableException, LogUnavailableException {
        log.requireWritable();
        Optional<EvidencePlan> plan = bundles.plan(from, to, CHECKPOINT_PATIENCE);
        if (plan.isEmpty()) {
            return Optional.empty();
        }
        EvidencePlan planned = plan.get();
        database.<Boolean, RuntimeException>commit(transaction -> {
            EventHead head =
                    Actors.head(exchange, clock.instant(), Optional.empty(), Actors.actor(caller, Role.AUDITOR));
            DisclosureEvent event = new Export(head, planned.from(), planned.to(), planned.size());
            journal.write(transaction, event, caller.user(), Optional.empty(), Optional.empty());
            return true;
        });
        return Optional.of(written(planned));
    }

    private Path written(EvidencePlan plan) throws LogUnavailableException {
        try {
            Path file = Files.createTempFile("paivand-evidence-", ".zip");
            try (var out = Files.newOutputStream(file)) {
                bundles.write(plan, out);
                return file;
            } catch (IOException | LogUnavailableException failed) {
                Files.deleteIfExists(file);
                throw failed;
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private void access(
            Transaction transaction, Caller caller, UUID exchange, AuditorAction action, String question, int entries)
            throws SQLException {
        EventHead head = Actors.head(exchange, clock.instant(), Optional.empty(), Actors.actor(caller, Role.AUDITOR));
        Sha256 querySha256 = Sha256.digest(question.getBytes(StandardCharsets.UTF_8));
        DisclosureEvent event = new AuditorAccess(head, action, querySha256, entries);
        journal.write(transaction, event, caller.user(), Optional.empty(), Optional.empty());
    }
}
