package org.paivand.outofband;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.CaseFile;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.consent.ConsentBook;
import org.paivand.consent.ConsentBook.Page;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.disclosure.Action;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.decision.Occasion;
import org.paivand.disclosure.event.Counterpart;
import org.paivand.disclosure.event.DisclosedOutOfBand;
import org.paivand.disclosure.event.EventHead;
import org.paivand.disclosure.event.Hindsight;
import org.paivand.entry.LogNotWritableException;
import org.paivand.entry.LogState;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.idempotency.Once;
import org.paivand.journal.Actors;
import org.paivand.journal.Journal;
import org.paivand.outofband.OutOfBandBook.Recorded;
import org.paivand.outofband.OutOfBandRecords.Kept;
import org.paivand.paper.FormBook;
import org.paivand.paper.FormType;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.directory.Directories;
import org.paivand.release.Ask;
import org.paivand.release.CaseRecords;
import org.paivand.release.Deliberated;
import org.paivand.release.Deliberations;

/**
 * Writes down what was told outside, for the case's controller. It is recorded whatever the rules say of it: they are asked
 * afterwards, and what they say goes into the entry.
 */
public final class OutOfBandDesk {
    private static final Role[] MAY = {Role.REFERRER, Role.PROVIDER, Role.CHILD_PROTECTION};

    private final Database database;
    private final Once once;
    private final ConsentBook consents;
    private final Function<Transaction, CaseRecords> records;
    private final Deliberations deliberations;
    private final OutOfBandBook book;
    private final FormBook forms;
    private final Directories directories;
    private final Journal journal;
    private final LogState log;
    private final Duration longestAgo;
    private final InstantSource clock;

    public OutOfBandDesk(
            Database database,
            ConsentBook consents,
            Function<Transaction, CaseRecords> records,
            Deliberations deliberations,
            OutOfBandBook book,
            FormBook forms,
            Directories directories,
            Journal journal,
            LogState log,
            Duration longestAgo,
            InstantSource clock) {
        this.database = database;
        this.once = new Once(database);
        this.consents = consents;
        this.records = records;
        this.deliberations = deliberations;
        this.book = book;
        this.forms = forms;
        this.directories = directories;
        this.journal = journal;
        this.log = log;
        this.longestAgo = longestAgo;
        this.clock = clock;
    }

    /**
     * Records it, once for each key; the entry is in the same transaction.
     *
     * @throws ProblemException {@code not-found} unless the caller's agency controls the case; {@code invalid-request} for a time to
     *     come or too long ago, or a consent or record that the case doesn't have; {@code conflict} if that record was corrected
     *     before; {@code form-already-entered}
     */
    public Recorded record(Caller caller, UUID exchange, IdempotencyKey key, CaseId caseId, Telling telling)
            throws LogNotWritableException {
        log.requireWritable();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (telling.toldAt().isAfter(now) || telling.toldAt().isBefore(now.minus(longestAgo))) {
            throw ProblemException.invalid("/occurredAt", "out-of-range");
        }
        return once.commit(
                key,
                now,
                (transaction, id) -> {
                    Page page = consents.open(transaction, caseId, controlledBy(caller));
                    requireKnown(transaction, page, telling);
                    if (telling.form().isPresent()) {
                        forms.enter(
                                transaction,
                                caller,
                                FormType.OUT_OF_BAND,
                                telling.form().get());
                    }
                    DisclosedOutOfBand event = write(transaction, caller, exchange, id, page, telling, now);
                    book.add(transaction, caseId, event);
                    return new Recorded(event, Optional.empty());
                },
                this::read);
    }

    /** What is recorded of the case, the newest first; what was corrected is still there. */
    public List<Recorded> list(Caller caller, CaseId caseId, Optional<Cursor> after, int limit) {
        return database.commit(transaction -> {
            Page unusedPage = consents.read(transaction, caseId, controlledBy(caller));
            return book.of(transaction, caseId, after, limit);
        });
    }

    private Recorded read(Transaction transaction, UUID id) throws SQLException {
        Kept kept = book.find(transaction, id).orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
        return book.read(transaction, kept);
    }

    private void requireKnown(Transaction transaction, Page page, Telling telling) throws SQLException {
        if (telling.consentId()
                .filter(consent -> page.history().latest(consent).isEmpty())
                .isPresent()) {
            throw ProblemException.invalid("/consentId", "not-in-list");
        }
        if (telling.corrects().isPresent()) {
            Kept earlier = book.find(transaction, telling.corrects().get())
                    .filter(kept -> kept.caseId().equals(page.file().id()))
                    .orElseThrow(() -> ProblemException.invalid("/corrects", "not-in-list"));
            if (earlier.correctedBy().isPresent()) {
                throw ProblemException.of(ProblemCode.CONFLICT);
            }
        }
    }

    private DisclosedOutOfBand write(
            Transaction transaction, Caller caller, UUID exchange, UUID id, Page page, Telling telling, Instant now)
            throws SQLException {
        Optional<Deliberated> judged = judged(transaction, page.file(), telling);
        DisclosedOutOfBand event = new DisclosedOutOfBand(
                new EventHead(
                        id,
                        exchange,
                        now,
                        Optional.of(page.history().caseRef()),
                        Actors.onBehalfOf(telling.toldBy(), caller, MAY)),
                caller.agency(),
                telling.channel(),
                telling.toldAt(),
                telling.recipient().map(this::counterpart),
                telling.outsider(),
                telling.purpose(),
                telling.categories(),
                telling.consentId(),
                telling.noConsent(),
                telling.corrects(),
                judged.map(made -> Hindsight.of(made.reference(), made.decision())));
        journal.write(
                transaction,
                event,
                caller.user(),
                judged.map(Deliberated::input),
                Optional.of(page.file().id()));
        return event;
    }

    /** By consents, policy and agreements as they were then, and by the sections, findings and agencies of today. */
    private Optional<Deliberated> judged(Transaction transaction, CaseFile file, Telling telling) throws SQLException {
        if (telling.recipient().isEmpty()) {
            return Optional.empty();
        }
        try {
            Deliberated judged = deliberations.foresee(
                    records.apply(transaction),
                    file,
                    ask(file, telling, telling.recipient().get()),
                    telling.toldAt());
            return Optional.of(judged).filter(Deliberated::whole);
        } catch (CaseKeyException unusable) {
            throw ProblemException.of(ProblemCode.KEYS_UNAVAILABLE);
        }
    }

    private static Ask ask(CaseFile file, Telling telling, AgencyId recipient) {
        boolean onward = !telling.toldBy().equals(file.controller());
        Ask.Way way = onward
                ? new Ask.Way(Optional.of(telling.toldBy()), recipient, Action.ONWARD)
                : Ask.Way.fromController(recipient);
        return new Ask(
                UUID.randomUUID(),
                way,
                telling.purpose(),
                Occasion.PULL,
                true,
                false,
                Optional.empty(),
                telling.categories(),
                Ask.NOTHING_REQUESTED);
    }

    private Counterpart counterpart(AgencyId id) {
        Agency agency = directories.current().agency(id).orElseThrow();
        return new Counterpart(id, agency.jurisdiction(), Optional.empty(), Optional.empty());
    }

    private static Predicate<CaseFile> controlledBy(Caller caller) {
        return file -> file.controller().equals(caller.agency());
    }
}
