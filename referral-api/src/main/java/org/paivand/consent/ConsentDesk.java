package org.paivand.consent;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.CaseFile;
import org.paivand.casefile.CaseId;
import org.paivand.consent.ConsentBook.Page;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.disclosure.consent.ConsentEvent;
import org.paivand.disclosure.consent.ConsentHistory;
import org.paivand.disclosure.consent.ConsentRecord;
import org.paivand.disclosure.event.Actor;
import org.paivand.entry.LogNotWritableException;
import org.paivand.entry.LogState;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.idempotency.Once;
import org.paivand.journal.Actors;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;

/** Records what a person permits, refuses and takes back, for the case's controller; each is an entry of the log in the same commit. */
public final class ConsentDesk {
    private final Database database;
    private final Once once;
    private final ConsentBook book;
    private final LogState log;
    private final InstantSource clock;

    public ConsentDesk(Database database, ConsentBook book, LogState log, InstantSource clock) {
        this.database = database;
        this.once = new Once(database);
        this.book = book;
        this.log = log;
        this.clock = clock;
    }

    /** A consent, with everything recorded for its case so far. */
    public record Recorded(UUID consentId, ConsentHistory history) {}

    /**
     * Records a consent. It counts from the commit on, also for releases that are waiting at this moment.
     *
     * @param draft makes the record from its new id and the case's alias
     */
    public Recorded record(
            Caller caller,
            UUID exchange,
            IdempotencyKey key,
            CaseId caseId,
            BiFunction<UUID, UUID, ConsentRecord> draft)
            throws LogNotWritableException {
        log.requireWritable();
        return once.commit(
                key,
                clock.instant(),
                (transaction, id) -> {
                    Page page = book.open(transaction, caseId, controlledBy(caller));
                    ConsentRecord consent = draft.apply(id, page.history().caseRef());
                    ConsentEvent given = new ConsentEvent.Given(page.now(), consent);
                    return new Recorded(
                            id,
                            book.write(transaction, page, exchange, actor(caller), given)
                                    .after());
                },
                (transaction, id) -> new Recorded(id, history(transaction, caller, caseId)));
    }

    /**
     * Takes back grants of a consent, or all of them. When this returns, no release rests on them any more.
     *
     * @throws ProblemException {@code not-found} if the case has no such consent or grant
     */
    public Recorded withdraw(
            Caller caller,
            UUID exchange,
            IdempotencyKey key,
            CaseId caseId,
            UUID consentId,
            Optional<Set<UUID>> grantIds)
            throws LogNotWritableException {
        return change(caller, exchange, key, caseId, consentId, page -> {
            if (!page.history().grantsOf(consentId).containsAll(grantIds.orElse(Set.of()))) {
                throw ProblemException.of(ProblemCode.NOT_FOUND);
            }
            return new ConsentEvent.Withdrawn(page.now(), consentId, grantIds);
        });
    }

    public ConsentHistory read(Caller caller, CaseId caseId) {
        return database.commit(transaction -> history(transaction, caller, caseId));
    }

    /** What happens to a consent that the case has. */
    @FunctionalInterface
    private interface Happening {
        ConsentEvent on(Page page);
    }

    private Recorded change(
            Caller caller, UUID exchange, IdempotencyKey key, CaseId caseId, UUID consentId, Happening happening)
            throws LogNotWritableException {
        log.requireWritable();
        return once.commit(
                key,
                clock.instant(),
                (transaction, id) -> {
                    Page page = book.open(transaction, caseId, controlledBy(caller));
                    if (page.history().latest(consentId).isEmpty()) {
                        throw ProblemException.of(ProblemCode.NOT_FOUND);
                    }
                    return new Recorded(
                            consentId,
                            book.write(transaction, page, exchange, actor(caller), happening.on(page))
                                    .after());
                },
                (transaction, id) -> new Recorded(consentId, history(transaction, caller, caseId)));
    }

    private ConsentHistory history(Transaction transaction, Caller caller, CaseId caseId) {
        return book.read(transaction, caseId, controlledBy(caller)).history();
    }

    private static Predicate<CaseFile> controlledBy(Caller caller) {
        return file -> file.controller().equals(caller.agency());
    }

    private static Actor actor(Caller caller) {
        return Actors.actor(caller, Role.REFERRER, Role.CHILD_PROTECTION);
    }
}
