package org.paivand.consent;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.CaseContents;
import org.paivand.casefile.CaseFile;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.Cases;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.disclosure.consent.ConsentEvent;
import org.paivand.disclosure.consent.ConsentHistory;
import org.paivand.disclosure.consent.ConsentRecord;
import org.paivand.disclosure.consent.Grant;
import org.paivand.disclosure.event.ConsentChange;
import org.paivand.disclosure.event.ConsentChanged;
import org.paivand.entry.LogNotWritableException;
import org.paivand.entry.LogState;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.idempotency.Once;
import org.paivand.journal.Actors;
import org.paivand.journal.Journal;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;

/** Records what a person permits, refuses and takes back; each is an entry of the log in the same commit. */
public final class ConsentDesk {
    private final Once once;
    private final Database database;
    private final Function<Transaction, Cases> cases;
    private final Function<Transaction, Consents> consents;
    private final CaseContents contents;
    private final Journal journal;
    private final LogState log;
    private final InstantSource clock;

    public ConsentDesk(
            Database database,
            Function<Transaction, Cases> cases,
            Function<Transaction, Consents> consents,
            CaseContents contents,
            Journal journal,
            LogState log,
            InstantSource clock) {
        this.once = new Once(database);
        this.database = database;
        this.cases = cases;
        this.consents = consents;
        this.contents = contents;
        this.journal = journal;
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
                    CaseFile file = locked(transaction, caller, caseId);
                    UUID alias = alias(file);
                    ConsentEvent.Given given = new ConsentEvent.Given(now(transaction, caseId), draft.apply(id, alias));
                    ConsentHistory after =
                            consents.apply(transaction).history(caseId, alias).append(given);
                    write(transaction, caller, exchange, file, after, given, ConsentChange.GIVEN);
                    return new Recorded(id, after);
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
        log.requireWritable();
        return once.commit(
                key,
                clock.instant(),
                (transaction, id) -> {
                    CaseFile file = locked(transaction, caller, caseId);
                    ConsentHistory history = consents.apply(transaction).history(caseId, alias(file));
                    requireGrantsOf(history, consentId, grantIds.orElse(Set.of()));
                    ConsentEvent.Withdrawn withdrawal =
                            new ConsentEvent.Withdrawn(now(transaction, caseId), consentId, grantIds);
                    ConsentHistory after = appended(history, withdrawal);
                    write(transaction, caller, exchange, file, after, withdrawal, ConsentChange.WITHDRAWN);
                    return new Recorded(consentId, after);
                },
                (transaction, id) -> new Recorded(consentId, history(transaction, caller, caseId)));
    }

    public ConsentHistory read(Caller caller, CaseId caseId) {
        return database.commit(transaction -> history(transaction, caller, caseId));
    }

    private static void requireGrantsOf(ConsentHistory history, UUID consentId, Set<UUID> grantIds) {
        Set<UUID> its = history.events().stream()
                .filter(event -> event.consentId().equals(consentId))
                .filter(ConsentEvent.Given.class::isInstance)
                .flatMap(given -> ((ConsentEvent.Given) given).consent().grants().stream())
                .map(Grant::id)
                .collect(Collectors.toSet());
        if (!its.containsAll(grantIds)) {
            throw ProblemException.of(ProblemCode.NOT_FOUND);
        }
    }

    private static ConsentHistory appended(ConsentHistory history, ConsentEvent event) {
        try {
            return history.append(event);
        } catch (IllegalArgumentException unknown) {
            throw ProblemException.of(ProblemCode.NOT_FOUND);
        }
    }

    private void write(
            Transaction transaction,
            Caller caller,
            UUID exchange,
            CaseFile file,
            ConsentHistory after,
            ConsentEvent event,
            ConsentChange change) {
        consents.apply(transaction).append(file.id(), event);
        Set<UUID> grants = event instanceof ConsentEvent.Withdrawn withdrawn
                ? withdrawn.grantIds().orElse(Set.of())
                : Set.of();
        journal.write(
                transaction,
                new ConsentChanged(
                        Actors.head(
                                exchange,
                                event.at(),
                                Optional.of(after.caseRef()),
                                Actors.actor(caller, Role.REFERRER, Role.CHILD_PROTECTION)),
                        change,
                        event.consentId(),
                        version(after, event.consentId()),
                        grants),
                caller.user(),
                Optional.empty(),
                Optional.of(file.id()));
    }

    private static int version(ConsentHistory history, UUID consentId) {
        int version = 1;
        for (ConsentEvent event : history.events()) {
            if (event instanceof ConsentEvent.Given given && given.consentId().equals(consentId)) {
                version = given.consent().version();
            }
        }
        return version;
    }

    private ConsentHistory history(Transaction transaction, Caller caller, CaseId caseId) {
        CaseFile file = controlled(cases.apply(transaction), caller, caseId);
        return consents.apply(transaction).history(caseId, alias(file));
    }

    private CaseFile locked(Transaction transaction, Caller caller, CaseId caseId) {
        Cases bound = cases.apply(transaction);
        controlled(bound, caller, caseId);
        bound.lockToChange(caseId);
        return controlled(bound, caller, caseId);
    }

    private static CaseFile controlled(Cases cases, Caller caller, CaseId caseId) {
        return cases.find(caseId)
                .filter(file -> file.controller().equals(caller.agency()))
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    private UUID alias(CaseFile file) {
        try {
            return contents.alias(file);
        } catch (CaseKeyException unusable) {
            throw ProblemException.of(ProblemCode.KEYS_UNAVAILABLE);
        }
    }

    private Instant now(Transaction transaction, CaseId caseId) {
        return consents.apply(transaction).notBeforeLast(caseId, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }
}
