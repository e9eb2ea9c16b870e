package org.paivand.person;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.CaseFile;
import org.paivand.casefile.CaseId;
import org.paivand.consent.ConsentBook;
import org.paivand.consent.ConsentBook.Page;
import org.paivand.database.Database;
import org.paivand.disclosure.consent.ConsentEvent;
import org.paivand.entry.LogNotWritableException;
import org.paivand.entry.LogState;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.idempotency.Once;
import org.paivand.journal.Actors;
import org.paivand.person.Overview.Choice;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;

/** Bars one worker for a person who says so to an officer. The officer learns where the worker works and since when, not who it is. */
public final class WorkerDesk {
    private final Database database;
    private final Once once;
    private final ConsentBook book;
    private final WorkerChoices choices;
    private final Barring barring;
    private final LogState log;
    private final InstantSource clock;

    public WorkerDesk(
            Database database,
            ConsentBook book,
            WorkerChoices choices,
            Barring barring,
            LogState log,
            InstantSource clock) {
        this.database = database;
        this.once = new Once(database);
        this.book = book;
        this.choices = choices;
        this.barring = barring;
        this.log = log;
        this.clock = clock;
    }

    /** Whom the person could bar; for the case's controller. */
    public List<Choice> list(Caller caller, CaseId caseId) {
        return database.commit(
                transaction -> choices.of(transaction, book.read(transaction, caseId, controlledBy(caller))));
    }

    /**
     * Bars a worker from everything, until the person takes that back.
     *
     * @param handle as {@link #list} gave it
     * @return the consent that the bar is
     * @throws ProblemException {@code not-found} for a worker who isn't there, or is barred already; {@code conflict} while no
     *     consent of the case names a notice that the person was shown
     */
    public UUID bar(Caller caller, UUID exchange, IdempotencyKey key, CaseId caseId, String handle)
            throws LogNotWritableException {
        log.requireWritable();
        return once.commit(
                key,
                clock.instant(),
                (transaction, id) -> {
                    Page page = book.open(transaction, caseId, controlledBy(caller));
                    Choice choice = choices.of(transaction, page).stream()
                            .filter(one -> one.handle().equals(handle))
                            .findFirst()
                            .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
                    ConsentEvent refusal = barring.refusal(page, choice, id, Optional.of(caller.user()))
                            .orElseThrow(() -> ProblemException.of(ProblemCode.CONFLICT));
                    book.write(
                            transaction,
                            page,
                            exchange,
                            Actors.actor(caller, Role.REFERRER, Role.CHILD_PROTECTION),
                            refusal);
                    return id;
                },
                (transaction, id) -> id);
    }

    private static Predicate<CaseFile> controlledBy(Caller caller) {
        return file -> file.controller().equals(caller.agency());
    }
}
