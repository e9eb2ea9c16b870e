package org.paivand.complaint;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.audit.desk.Accesses;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.CaseFile;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.Cases;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.complaint.Complaint.Answer;
import org.paivand.complaint.Complaint.Via;
import org.paivand.complaint.Complaint.Wanted;
import org.paivand.consent.ConsentBook;
import org.paivand.consent.ConsentBook.Page;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.event.AuditorAction;
import org.paivand.disclosure.event.ComplaintAnswered;
import org.paivand.disclosure.event.ComplaintOutcome;
import org.paivand.entry.LogNotWritableException;
import org.paivand.entry.LogState;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.idempotency.Once;
import org.paivand.journal.Actors;
import org.paivand.journal.Journal;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.referral.Referrals;

/** Complaints that a trusted worker files for a person, and what the Commission answers to all of them. */
public final class ComplaintDesk {
    private static final Role[] WORKERS = {Role.REFERRER, Role.PROVIDER, Role.CHILD_PROTECTION};

    private final Database database;
    private final Once once;
    private final Stores stores;
    private final ConsentBook consents;
    private final ComplaintBook book;
    private final Received received;
    private final Journal journal;
    private final Accesses accesses;
    private final LogState log;
    private final InstantSource clock;

    /** Whether an agency is known to have received something of a case by an event. */
    @FunctionalInterface
    public interface Received {
        boolean by(Transaction transaction, CaseId caseId, AgencyId agency, UUID event);
    }

    /** What a complaint touches, each bound to a transaction. */
    public record Stores(
            Function<Transaction, Cases> cases,
            Function<Transaction, Referrals> referrals,
            Function<Transaction, Complaints> complaints) {}

    public ComplaintDesk(
            Database database,
            Stores stores,
            ConsentBook consents,
            ComplaintBook book,
            Received received,
            Journal journal,
            Accesses accesses,
            LogState log,
            InstantSource clock) {
        this.database = database;
        this.once = new Once(database);
        this.stores = stores;
        this.consents = consents;
        this.book = book;
        this.received = received;
        this.journal = journal;
        this.accesses = accesses;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Files what a person says to a worker they trust: of the controller, or of an agency that the case was referred to.
     *
     * @param reference the case's id for its controller, the referral's reference for another agency
     * @return the complaint's id, by which the worker can ask the Commission
     * @throws ProblemException {@code not-found} for a case that isn't the caller's; {@code invalid-request} if the agency received
     *     nothing by that disclosure; {@code conflict} if the same waits for its answer already
     */
    public UUID file(Caller caller, UUID exchange, IdempotencyKey key, UUID reference, Wanted wanted)
            throws LogNotWritableException {
        log.requireWritable();
        return once.commit(
                key,
                clock.instant(),
                (transaction, id) -> {
                    CaseId caseId = known(transaction, caller, reference)
                            .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
                    Page page = consents.open(transaction, caseId, file -> true);
                    requireReceived(transaction, caseId, wanted);
                    return book.file(transaction, page, id, exchange, Actors.actor(caller, WORKERS), wanted, Via.WORKER)
                            .map(Complaint::id)
                            .orElseThrow(() -> ProblemException.of(ProblemCode.CONFLICT));
                },
                (transaction, id) -> id);
    }

    private Optional<CaseId> known(Transaction transaction, Caller caller, UUID reference) {
        Optional<CaseId> controlled = stores.cases()
                .apply(transaction)
                .find(new CaseId(reference))
                .filter(file -> file.controller().equals(caller.agency()))
                .map(CaseFile::id);
        return controlled.isPresent()
                ? controlled
                : stores.referrals().apply(transaction).referredAs(caller.agency(), reference);
    }

    private void requireReceived(Transaction transaction, CaseId caseId, Wanted wanted) {
        boolean known = wanted.disclosure()
                .map(event -> received.by(transaction, caseId, wanted.about(), event))
                .orElse(true);
        if (!known) {
            throw ProblemException.invalid("/disclosure", "not-in-list");
        }
    }

    /** All, without their cases; an auditor's reading is an entry. */
    public List<Complaint> list(Caller caller, UUID exchange, Optional<Boolean> open, Optional<Cursor> after, int limit)
            throws LogNotWritableException {
        if (!caller.is(Role.AUDITOR)) {
            return database.commit(
                    transaction -> stores.complaints().apply(transaction).all(open, after, limit));
        }
        log.requireWritable();
        return database.<List<Complaint>, RuntimeException>commit(transaction -> {
            List<Complaint> found = stores.complaints().apply(transaction).all(open, after, limit);
            accesses.write(
                    transaction, caller, exchange, AuditorAction.SEARCH, "complaints after " + after, found.size());
            return found;
        });
    }

    /**
     * Answers a complaint, once.
     *
     * @throws ProblemException {@code not-found}; {@code forbidden} for a program, and where it is about the caller's own agency;
     *     {@code conflict} if it was answered before
     */
    public Complaint answer(Caller caller, UUID exchange, UUID id, ComplaintOutcome outcome)
            throws LogNotWritableException {
        log.requireWritable();
        return database.<Complaint, RuntimeException>commit(transaction -> {
            Complaints bound = stores.complaints().apply(transaction);
            Complaint found = bound.lock(id).orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
            if (caller.is(Role.MACHINE) || found.of().about().equals(caller.agency())) {
                throw ProblemException.of(ProblemCode.FORBIDDEN);
            }
            if (found.answer().isPresent()) {
                throw ProblemException.of(ProblemCode.CONFLICT);
            }
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Answer answer = new Answer(outcome, caller.agency(), now);
            bound.answer(id, answer);
            journal.write(
                    transaction,
                    new ComplaintAnswered(
                            Actors.head(exchange, now, Optional.empty(), Actors.actor(caller, Role.COMMISSION)),
                            id,
                            outcome),
                    caller.user(),
                    Optional.empty(),
                    Optional.of(found.caseId()));
            return new Complaint(id, found.caseId(), found.of(), found.via(), found.filedAt(), Optional.of(answer));
        });
    }
}
