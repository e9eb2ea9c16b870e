package org.paivand.audit.desk;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.paivand.audit.jdbc.OpenReviews;
import org.paivand.audit.log.LogUnavailableException;
import org.paivand.caller.Caller;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.disclosure.event.AuditorAction;
import org.paivand.entry.Content;
import org.paivand.entry.EntryCursor;
import org.paivand.entry.EntryPage;
import org.paivand.entry.EntryQuery;
import org.paivand.entry.EntrySearch;
import org.paivand.entry.FoundEntry;
import org.paivand.entry.LogNotWritableException;
import org.paivand.entry.LogState;
import org.paivand.entry.ProvenEntry;
import org.paivand.entry.ReviewDue;

/** Searching and reading the log. What an auditor did is committed before the auditor sees anything. */
public final class AuditDesk {
    private final Database database;
    private final EntrySearch search;
    private final OpenReviews openReviews = new OpenReviews();
    private final Accesses accesses;
    private final LogState log;
    private final InstantSource clock;

    public AuditDesk(Database database, EntrySearch search, Accesses accesses, LogState log, InstantSource clock) {
        this.database = database;
        this.search = search;
        this.accesses = accesses;
        this.log = log;
        this.clock = clock;
    }

    /** A found entry with what can be shown of it. */
    public record Shown(FoundEntry found, Content content) {}

    /** A page of entries, newest first. */
    public record Page(List<Shown> rows, Optional<EntryCursor> next) {
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
        return new Page(shown(transaction, found.rows()), found.next());
    }

    private List<Shown> shown(Transaction transaction, List<FoundEntry> found) throws LogUnavailableException {
        List<Shown> rows = new ArrayList<>();
        for (FoundEntry row : found) {
            rows.add(new Shown(row, search.open(transaction, row)));
        }
        return rows;
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

    /** Up to so many entries from an index on, oldest first. */
    public List<Shown> changes(Caller caller, UUID exchange, long index, int limit)
            throws LogNotWritableException, LogUnavailableException {
        log.requireWritable();
        return database.<List<Shown>, LogUnavailableException>commit(transaction -> {
            List<Shown> rows = shown(transaction, search.from(transaction, index, limit));
            access(transaction, caller, exchange, AuditorAction.SEARCH, "from " + index, rows.size());
            return rows;
        });
    }

    /** Break-glass disclosures that nobody has reviewed, as they are now. */
    public List<Due> reviews(Caller caller, UUID exchange, Optional<OpenReviews.Place> after, int limit)
            throws LogNotWritableException {
        log.requireWritable();
        return database.<List<Due>, RuntimeException>commit(transaction -> {
            Instant now = clock.instant();
            List<Due> due = openReviews.list(transaction, after, limit).stream()
                    .map(review -> new Due(review, review.isOverdue(now)))
                    .toList();
            access(transaction, caller, exchange, AuditorAction.SEARCH, "reviews after " + after, due.size());
            return due;
        });
    }

    /** A review that is missing. */
    public record Due(ReviewDue review, boolean overdue) {}

    private void access(
            Transaction transaction, Caller caller, UUID exchange, AuditorAction action, String question, int entries)
            throws SQLException {
        accesses.write(transaction, caller, exchange, action, question, entries);
    }
}
