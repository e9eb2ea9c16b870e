package org.paivand.registry;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.approval.Approval;
import org.paivand.approval.ApprovalDesk;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.disclosure.event.EventHead;
import org.paivand.disclosure.event.RegistryChange;
import org.paivand.disclosure.event.RegistryChanged;
import org.paivand.entry.LogNotWritableException;
import org.paivand.entry.LogState;
import org.paivand.journal.Actors;
import org.paivand.journal.Journal;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.registry.directory.Directory;
import org.paivand.registry.directory.InvalidRegistryException;
import org.paivand.registry.record.RegistryItem;
import org.paivand.registry.record.Widening;

/** Reads the registry's items and changes them: at once where nobody is trusted more, else when a second person says so. */
public final class RegistryDesk {
    private final Database database;
    private final RegistryBook book;
    private final LiveDirectories live;
    private final ChangeRules rules;
    private final ApprovalDesk approvals;
    private final Journal journal;
    private final LogState log;
    private final InstantSource clock;

    public RegistryDesk(
            Database database,
            RegistryBook book,
            LiveDirectories live,
            ChangeRules rules,
            ApprovalDesk approvals,
            Journal journal,
            LogState log,
            InstantSource clock) {
        this.database = database;
        this.book = book;
        this.live = live;
        this.rules = rules;
        this.approvals = approvals;
        this.journal = journal;
        this.log = log;
        this.clock = clock;
    }

    /** What came of a change that was asked for. */
    public sealed interface Result {
        <T> T fold(Function<Made, T> made, Function<Waiting, T> waiting);
    }

    /** It counts. */
    public record Made(int version) implements Result {
        @Override
        public <T> T fold(Function<Made, T> made, Function<Waiting, T> waiting) {
            return made.apply(this);
        }
    }

    /** It counts for nothing until another registrar confirms it. */
    public record Waiting(Approval approval) implements Result {
        @Override
        public <T> T fold(Function<Made, T> made, Function<Waiting, T> waiting) {
            return waiting.apply(this);
        }
    }

    /**
     * Puts an item in the place of the one of its name, or adds it. The same document again changes nothing.
     *
     * @param expected the version that the caller saw; 0 if it saw none
     * @throws ProblemException {@code stale-version} if somebody was faster; {@code invalid-request} if the item, or the
     *     registry with it, has a fault; {@code forbidden} for what isn't the caller's to change. Nothing has changed then
     */
    public Result change(Caller caller, UUID exchange, ItemName name, int expected, byte[] document)
            throws LogNotWritableException {
        log.requireWritable();
        RegistryItem item = ChangeRules.parsed(name, document);
        Result result = database.<Result, RuntimeException>commit(
                transaction -> change(transaction, caller, exchange, expected, item));
        live.refresh();
        return result;
    }

    private Result change(Transaction transaction, Caller caller, UUID exchange, int expected, RegistryItem item) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        ItemName name = ItemName.of(item);
        Edition before = book.lock(transaction);
        Optional<RegistryItem> replaced = before.find(name).map(Edition.Standing::item);
        ChangeRules.requireAllowed(caller, replaced, item);
        if (before.version(name) != expected) {
            throw ProblemException.of(ProblemCode.STALE_VERSION);
        }
        if (replaced.filter(item::equals).isPresent()) {
            return new Made(expected);
        }
        rules.require(caller, replaced, item, now);
        try {
            if (Widening.widens(replaced, item)) {
                before.with(List.of(item));
                return propose(transaction, caller, exchange, new ItemProposal(name, expected, Documents.text(item)));
            }
            return make(transaction, caller, exchange, before, item, now);
        } catch (InvalidRegistryException faulty) {
            throw Faults.of(name, faulty);
        }
    }

    /** What waits already isn't asked for twice: whoever repeats a request on a bad line is shown what the first one made. */
    private Result propose(Transaction transaction, Caller caller, UUID exchange, ItemProposal proposal) {
        String subject = proposal.subject();
        return approvals
                .waitingFor(transaction, ItemChange.KIND, subject)
                .<Result>map(Waiting::new)
                .orElseGet(() -> new Waiting(
                        approvals.propose(transaction, UUID.randomUUID(), caller, exchange, ItemChange.KIND, subject)));
    }

    private Result make(
            Transaction transaction, Caller caller, UUID exchange, Edition before, RegistryItem item, Instant now)
            throws InvalidRegistryException {
        Authors authors = new Authors(exchange, caller.user(), Optional.empty());
        RecordedChange change =
                book.write(transaction, before, List.of(item), authors, now).get(0);
        EventHead head =
                Actors.head(exchange, now, Optional.empty(), Actors.actor(caller, Role.REGISTRAR, Role.PROVIDER));
        journal.write(
                transaction,
                new RegistryChanged(head, RegistryChange.CHANGED, change.name().id(), change.sha256()),
                caller.user(),
                Optional.empty(),
                Optional.empty());
        return new Made(change.version());
    }

    /**
     * An item as it stands, or as it stood at an instant.
     *
     * @throws ProblemException {@code not-found} if there was none; {@code invalid-request} for an instant to come
     */
    public RecordedChange read(ItemName name, Optional<Instant> asOf) {
        requirePast(asOf);
        return database.commit(transaction -> book.find(transaction, name, asOf))
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    /**
     * The directory that counted at an instant.
     *
     * @throws ProblemException {@code invalid-request} for an instant to come; {@code too-many-requests} while another past is
     *     being looked up
     */
    public Directory directory(Instant asOf) {
        requirePast(Optional.of(asOf));
        return database.commit(transaction -> book.asOf(transaction, asOf).directory());
    }

    /** The changes behind that number, in the order in which they were committed. */
    public List<ChangeNotice> changes(long after, int limit) {
        return database.commit(transaction -> book.changes(transaction, after, limit));
    }

    private void requirePast(Optional<Instant> asOf) {
        if (asOf.filter(clock.instant()::isBefore).isPresent()) {
            throw ProblemException.invalid("asOf", "in-the-future");
        }
    }
}
