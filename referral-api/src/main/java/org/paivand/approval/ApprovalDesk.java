package org.paivand.approval;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.disclosure.event.EventHead;
import org.paivand.disclosure.event.RegistryChange;
import org.paivand.entry.LogNotWritableException;
import org.paivand.entry.LogState;
import org.paivand.journal.Actors;
import org.paivand.journal.Journal;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;

/** The one way to a change that needs two people. Each step is an entry of the log in the same commit. */
public final class ApprovalDesk {
    private static final int AT_ONCE = 100;

    private final Database database;
    private final Function<Transaction, Approvals> approvals;
    private final Map<String, Change> changes;
    private final Journal journal;
    private final LogState log;
    private final InstantSource clock;

    /** @throws IllegalStateException if two changes have one kind */
    public ApprovalDesk(
            Database database,
            Function<Transaction, Approvals> approvals,
            List<Change> changes,
            Journal journal,
            LogState log,
            InstantSource clock) {
        this.database = database;
        this.approvals = approvals;
        this.changes = changes.stream().collect(Collectors.toUnmodifiableMap(Change::kind, Function.identity()));
        this.journal = journal;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Proposes a change in the caller's transaction, so that it commits with what makes the request repeatable. Whoever calls
     * this asks first whether the log is writable.
     *
     * @param kind of a change this desk knows
     * @throws ProblemException {@code forbidden} for a program, and for a role that doesn't propose such changes
     */
    public Approval.Pending propose(
            Transaction transaction, UUID id, Caller caller, UUID exchange, String kind, String subject) {
        Change change = allowed(caller, kind, subject);
        Instant now = now();
        Approval.Pending proposed = new Approval.Pending(new Proposal(id, kind, subject, caller.user(), now));
        approvals.apply(transaction).add(proposed);
        write(transaction, caller, exchange, change, RegistryChange.PROPOSED, proposed, now);
        return proposed;
    }

    /**
     * Confirms or rejects. What a confirmation changes holds when this returns; when it throws, nothing has happened.
     *
     * @throws ProblemException {@code not-found}; {@code forbidden} for a program, and for a role that doesn't decide such
     *     changes; {@code own-change} for the proposer; {@code conflict} if it was decided before or can't be made any more
     */
    public Approval.Decided decide(Caller caller, UUID exchange, UUID id, Verdict verdict)
            throws LogNotWritableException {
        log.requireWritable();
        return database.<Approval.Decided, RuntimeException>commit(
                transaction -> decide(transaction, caller, exchange, id, verdict));
    }

    /** The same in the caller's transaction. Whoever calls this asks first whether the log is writable. */
    public Approval.Decided decide(Transaction transaction, Caller caller, UUID exchange, UUID id, Verdict verdict)
            throws SQLException {
        return decided(transaction, caller, exchange, id, verdict);
    }

    private Approval.Decided decided(Transaction transaction, Caller caller, UUID exchange, UUID id, Verdict verdict)
            throws SQLException {
        Approval found =
                approvals.apply(transaction).lock(id).orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
        Change change =
                allowed(caller, found.proposal().kind(), found.proposal().subject());
        Instant now = now();
        Approval.Decided decided = found.decide(verdict, caller.user(), now).fold(made -> made, refusal -> {
            throw refused(refusal);
        });
        if (decided instanceof Approval.Confirmed confirmed) {
            change.apply(transaction, new Change.Confirmation(confirmed, caller, exchange, now));
        }
        approvals.apply(transaction).replace(decided);
        write(transaction, caller, exchange, change, verdict.logged(), decided, now);
        return decided;
    }

    /** The change of that kind with exactly that subject, if it waits for a second person. */
    public Optional<Approval> waitingFor(Transaction transaction, String kind, String subject) {
        return approvals.apply(transaction).waiting(kind, subject);
    }

    /** The approvals of that kind, the newest first. */
    public List<Approval> list(String kind, Optional<ApprovalState> state, Optional<Cursor> after, int limit) {
        return list(Set.of(kind), state, after, limit);
    }

    /** The approvals of these kinds, of which there is one at least, the newest first. */
    public List<Approval> list(Set<String> kinds, Optional<ApprovalState> state, Optional<Cursor> after, int limit) {
        return database.commit(transaction -> approvals.apply(transaction).list(kinds, state, after, limit));
    }

    /** The approvals of these kinds that wait for a second person and are the caller's to decide, the newest first. */
    public List<Approval> waiting(Caller caller, Set<String> kinds, Optional<Cursor> after, int limit) {
        Set<String> theirs =
                kinds.stream().filter(kind -> mayDecide(caller, change(kind))).collect(Collectors.toUnmodifiableSet());
        if (theirs.isEmpty()) {
            return List.of();
        }
        return database.commit(transaction -> waiting(approvals.apply(transaction), caller, theirs, after, limit));
    }

    private List<Approval> waiting(
            Approvals kept, Caller caller, Set<String> kinds, Optional<Cursor> after, int limit) {
        List<Approval> theirs = new ArrayList<>();
        Optional<Cursor> place = after;
        List<Approval> some;
        do {
            some = kept.list(kinds, Optional.of(ApprovalState.PENDING), place, AT_ONCE);
            for (Approval one : some) {
                Proposal proposal = one.proposal();
                place = Optional.of(
                        new Cursor(proposal.proposedAt(), proposal.id().toString()));
                if (change(proposal.kind()).concerns(caller, proposal.subject())) {
                    theirs.add(one);
                }
            }
        } while (theirs.size() < limit && some.size() == AT_ONCE);
        return theirs.subList(0, Math.min(limit, theirs.size()));
    }

    /** As it stands, within the transaction. */
    public Approval read(Transaction transaction, UUID id) {
        return approvals.apply(transaction).find(id).orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    /** A program is nobody's second person: whoever proposed may have started it. */
    private Change allowed(Caller caller, String kind, String subject) {
        Change change = change(kind);
        if (!mayDecide(caller, change)) {
            throw ProblemException.of(ProblemCode.FORBIDDEN);
        }
        if (!change.concerns(caller, subject)) {
            throw ProblemException.of(ProblemCode.NOT_FOUND);
        }
        return change;
    }

    private static boolean mayDecide(Caller caller, Change change) {
        return change.roles().stream().anyMatch(caller::is) && !caller.is(Role.MACHINE);
    }

    private Change change(String kind) {
        return Optional.ofNullable(changes.get(kind))
                .orElseThrow(() -> new IllegalStateException("no change of kind " + kind + " is wired"));
    }

    private static ProblemException refused(Ruling.Refusal refusal) {
        return ProblemException.of(
                switch (refusal) {
                    case OWN_CHANGE -> ProblemCode.OWN_CHANGE;
                    case DECIDED_BEFORE -> ProblemCode.CONFLICT;
                });
    }

    private void write(
            Transaction transaction,
            Caller caller,
            UUID exchange,
            Change change,
            RegistryChange step,
            Approval approval,
            Instant now) {
        EventHead head = Actors.head(
                exchange,
                now,
                Optional.empty(),
                Actors.actor(caller, change.roles().toArray(Role[]::new)));
        journal.write(
                transaction,
                change.event(head, step, approval.proposal().subject()),
                caller.user(),
                Optional.empty(),
                Optional.empty());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
