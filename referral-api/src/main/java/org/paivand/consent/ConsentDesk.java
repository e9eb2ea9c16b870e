package org.paivand.consent;

import java.time.InstantSource;
import java.util.List;
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
import org.paivand.disclosure.ConflictFinding;
import org.paivand.disclosure.consent.ConsentEvent;
import org.paivand.disclosure.consent.ConsentHistory;
import org.paivand.disclosure.consent.ConsentRecord;
import org.paivand.disclosure.event.Actor;
import org.paivand.entry.LogNotWritableException;
import org.paivand.entry.LogState;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.idempotency.Once;
import org.paivand.journal.Actors;
import org.paivand.paper.FormBook;
import org.paivand.paper.FormNumber;
import org.paivand.paper.FormType;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;

/** Records what a person permits, refuses and takes back, for the case's controller; each is an entry of the log in the same commit. */
public final class ConsentDesk {
    private final Database database;
    private final Once once;
    private final ConsentBook book;
    private final Foresight foresight;
    private final FormBook forms;
    private final LogState log;
    private final InstantSource clock;

    public ConsentDesk(
            Database database,
            ConsentBook book,
            Foresight foresight,
            FormBook forms,
            LogState log,
            InstantSource clock) {
        this.database = database;
        this.once = new Once(database);
        this.book = book;
        this.foresight = foresight;
        this.forms = forms;
        this.log = log;
        this.clock = clock;
    }

    /**
     * A consent, with everything recorded for its case so far.
     *
     * @param forewarnings which of its permits would carry nothing as things stand; only told where it was just recorded
     */
    public record Recorded(UUID consentId, ConsentHistory history, List<Forewarning> forewarnings) {
        public Recorded {
            forewarnings = List.copyOf(forewarnings);
        }
    }

    /**
     * Records a consent. It counts from the commit on, also for releases that are waiting at this moment. What carries nothing
     * is kept all the same, with a warning; what can't be meant is refused.
     *
     * @param form the paper that it was typed in from
     * @param draft makes the record from its new id and the case's alias
     */
    public Recorded record(
            Caller caller,
            UUID exchange,
            IdempotencyKey key,
            CaseId caseId,
            Optional<FormNumber> form,
            BiFunction<UUID, UUID, ConsentRecord> draft)
            throws LogNotWritableException {
        return once(caller, exchange, key, caseId, (transaction, id) -> {
            Page page = book.open(transaction, caseId, controlledBy(caller));
            ConsentRecord consent = draft.apply(id, page.history().caseRef());
            requireNoConflict(page, consent);
            if (form.isPresent()) {
                forms.enter(transaction, caller, FormType.CONSENT, form.get());
            }
            ConsentEvent given = new ConsentEvent.Given(page.now(), consent);
            book.write(transaction, page, exchange, actor(caller), given);
            return id;
        });
    }

    /** The person takes back grants of a consent, or all its permits. When this returns, no release rests on them any more. */
    public Recorded withdraw(
            Caller caller,
            UUID exchange,
            IdempotencyKey key,
            CaseId caseId,
            UUID consentId,
            Optional<Set<UUID>> grantIds)
            throws LogNotWritableException {
        return change(caller, exchange, key, caseId, consentId, Happening.withdrawal(grantIds));
    }

    /**
     * Records what happened to a consent. It counts from the commit on.
     *
     * @throws ProblemException {@code not-found} if the case has no such consent or grant, {@code conflict} if it would change
     *     nothing; neither changes anything
     */
    public Recorded change(
            Caller caller, UUID exchange, IdempotencyKey key, CaseId caseId, UUID consentId, Happening happening)
            throws LogNotWritableException {
        Recorded changed = once(caller, exchange, key, caseId, (transaction, id) -> {
            Page page = book.open(transaction, caseId, controlledBy(caller));
            ConsentRecord consent =
                    page.history().latest(consentId).orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
            book.write(transaction, page, exchange, actor(caller), happening.on(page, consent, caller));
            return id;
        });
        return new Recorded(consentId, changed.history(), List.of());
    }

    public ConsentHistory read(Caller caller, CaseId caseId) {
        return database.commit(transaction ->
                book.read(transaction, caseId, controlledBy(caller)).history());
    }

    private Recorded once(Caller caller, UUID exchange, IdempotencyKey key, CaseId caseId, Once.Effect<UUID> effect)
            throws LogNotWritableException {
        log.requireWritable();
        Once.Replay<Recorded> told = (transaction, id) -> {
            Page page = book.read(transaction, caseId, controlledBy(caller));
            return new Recorded(id, page.history(), foresight.of(transaction, page, id));
        };
        try {
            return once.commit(
                    key,
                    clock.instant(),
                    (transaction, id) -> told.read(transaction, effect.make(transaction, id)),
                    told);
        } catch (ProblemException refused) {
            if (refused.code() == ProblemCode.INVALID_REQUEST || refused.code() == ProblemCode.CONFLICT) {
                deny(caller, exchange, caseId, refused);
            }
            throw refused;
        }
    }

    /** The attempt is an entry, although it changed nothing; who doesn't control the case learns no more than that. */
    private void deny(Caller caller, UUID exchange, CaseId caseId, ProblemException refused) {
        database.<Boolean, RuntimeException>commit(transaction -> {
            book.deny(
                    transaction,
                    book.read(transaction, caseId, controlledBy(caller)),
                    exchange,
                    actor(caller),
                    refused);
            return true;
        });
    }

    /** A guardian whom child protection found in conflict says nothing for the child, so there is nothing to keep. */
    private static void requireNoConflict(Page page, ConsentRecord consent) {
        boolean conflict = page.file()
                .guardianFinding()
                .filter(finding -> finding.finding() == ConflictFinding.CONFLICT)
                .isPresent();
        if (conflict && consent.givenBy().role() == org.paivand.disclosure.consent.Role.GUARDIAN) {
            throw ProblemException.invalid("/givenBy/role", "guardian-conflict");
        }
    }

    private static Predicate<CaseFile> controlledBy(Caller caller) {
        return file -> file.controller().equals(caller.agency());
    }

    private static Actor actor(Caller caller) {
        return Actors.actor(caller, Role.REFERRER, Role.CHILD_PROTECTION);
    }
}
