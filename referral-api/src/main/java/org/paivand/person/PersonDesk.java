package org.paivand.person;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.key.PersonSeals;
import org.paivand.complaint.Complaint;
import org.paivand.complaint.ComplaintBook;
import org.paivand.consent.ConsentBook;
import org.paivand.consent.ConsentBook.Page;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.disclosure.consent.ConsentEvent;
import org.paivand.disclosure.event.Actor;
import org.paivand.disclosure.event.ComplaintTopic;
import org.paivand.disclosure.event.PersonAccess;
import org.paivand.disclosure.event.PersonAction;
import org.paivand.entry.LogNotWritableException;
import org.paivand.entry.LogState;
import org.paivand.intake.Submissions;
import org.paivand.intake.Submissions.Numbered;
import org.paivand.intake.Unsending;
import org.paivand.journal.Actors;
import org.paivand.journal.Journal;
import org.paivand.person.PersonCode.Opens;
import org.paivand.person.Visit.Said;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.referral.ReferralId;
import org.paivand.referral.WishedEnds;
import org.paivand.referral.WishedEnds.Help;

/**
 * What whoever holds a code can see and do. Each visit is an entry before anything is shown. Nothing here releases data, lifts a
 * refusal or erases; the widest it goes is to take back what the same code withdrew.
 */
public final class PersonDesk {
    /** What is looked for instead of something that can't be a code, so that both take the same steps. */
    private static final String NOBODYS = "0".repeat(SurvivorCode.DIGITS);

    private final Database database;
    private final ConsentBook book;
    private final Function<Transaction, PersonCodes> codes;
    private final Overviews overviews;
    private final Barring barring;
    private final ComplaintBook complaints;
    private final WishedEnds ends;
    private final PersonSeals seals;
    private final Journal journal;
    private final Duress duress;
    private final Function<Transaction, Submissions> letters;
    private final Unsending unsending;
    private final LogState log;

    /** Tells those who look after a person that somebody may stand beside them. */
    public interface Duress {
        void tell(Transaction transaction, CaseId caseId, Instant at);

        /** Takes the same steps and tells nobody, so that a clock doesn't tell one number from the other. */
        void pretend(Transaction transaction, CaseId caseId, Instant at);
    }

    public PersonDesk(
            Database database,
            ConsentBook book,
            Function<Transaction, PersonCodes> codes,
            Overviews overviews,
            Barring barring,
            ComplaintBook complaints,
            WishedEnds ends,
            PersonSeals seals,
            Journal journal,
            Duress duress,
            Function<Transaction, Submissions> letters,
            Unsending unsending,
            LogState log) {
        this.database = database;
        this.book = book;
        this.codes = codes;
        this.overviews = overviews;
        this.barring = barring;
        this.complaints = complaints;
        this.ends = ends;
        this.seals = seals;
        this.journal = journal;
        this.duress = duress;
        this.letters = letters;
        this.unsending = unsending;
        this.log = log;
    }

    /** Opens what the code opens; empty for one that was never given, was ended, is mistyped, or whose holder may see nothing now. */
    public Optional<Visit> enter(UUID exchange, String typed) throws LogNotWritableException {
        log.requireWritable();
        String digits = SurvivorCode.typed(typed).map(SurvivorCode::digits).orElse(NOBODYS);
        byte[] seal = seals.seal(PersonSeals.Of.CODE, digits.getBytes(StandardCharsets.US_ASCII));
        return database.commit(transaction -> {
            Optional<PersonCode> code = codes.apply(transaction).find(seal);
            return code.isPresent()
                    ? seen(transaction, exchange, code)
                    : letters.apply(transaction).numbered(seal).map(PersonDesk::waiting);
        });
    }

    /** The same for a code that was entered before. */
    public Optional<Visit> look(UUID exchange, UUID codeId) throws LogNotWritableException {
        log.requireWritable();
        return database.commit(transaction -> {
            Optional<PersonCode> code = codes.apply(transaction).find(codeId);
            return code.isPresent()
                    ? seen(transaction, exchange, code)
                    : letters.apply(transaction).numbered(codeId).map(PersonDesk::waiting);
        });
    }

    /** No entry: it tells that something was sent, to whoever sent it, and there is no case that an entry could belong to. */
    private static Visit waiting(Numbered sent) {
        return new Visit.Waiting(
                sent.number(),
                sent.submission().agency(),
                sent.submission().receivedAt(),
                sent.submission().state().open(),
                Said.NOTHING);
    }

    /** Erases what was sent, and the number, as long as there is no case; whoever has read it can't unread it. */
    public Optional<Visit> unsend(UUID exchange, UUID codeId) throws LogNotWritableException {
        log.requireWritable();
        boolean erased = database.<Boolean, RuntimeException>commit(
                transaction -> unsending.erase(transaction, exchange, codeId));
        return erased ? Optional.of(new Visit.TakenBack(codeId)) : look(exchange, codeId);
    }

    private Optional<Visit> seen(Transaction transaction, UUID exchange, Optional<PersonCode> code)
            throws SQLException {
        return code.isEmpty()
                ? Optional.empty()
                : visit(transaction, exchange, code.get(), book::read, (bound, page, overview) -> Said.NOTHING);
    }

    /** Takes back these permits from now on. What ended already stays as it is. */
    public Optional<Visit> withdraw(UUID exchange, UUID codeId, Set<UUID> grants) throws LogNotWritableException {
        return act(exchange, codeId, (act, page, overview) -> {
            if (!among(overview, grants, part -> !part.refusal())) {
                return Said.NOT_POSSIBLE;
            }
            Page last = page;
            for (Map.Entry<UUID, Set<UUID>> consent :
                    byConsent(overview, grants, Agreed::withdrawable).entrySet()) {
                UUID id = consent.getKey();
                last = act.write(last, new ConsentEvent.Withdrawn(page.now(), id, Optional.of(consent.getValue())));
                act.codes().withdrew(page.file().id(), overview.holder(), id, consent.getValue(), page.now());
            }
            return Said.WITHDRAWN;
        });
    }

    /** Undoes withdrawals by this holder's code. */
    public Optional<Visit> restore(UUID exchange, UUID codeId, Set<UUID> grants) throws LogNotWritableException {
        return act(exchange, codeId, (act, page, overview) -> {
            if (!among(overview, grants, Agreed::undoable)) {
                return Said.NOT_POSSIBLE;
            }
            Page last = page;
            for (Map.Entry<UUID, Set<UUID>> consent :
                    byConsent(overview, grants, Agreed::undoable).entrySet()) {
                last = act.write(last, new ConsentEvent.Restored(page.now(), consent.getKey(), consent.getValue()));
                act.codes().restored(page.file().id(), consent.getValue());
            }
            return Said.RESTORED;
        });
    }

    /** Bars an agency, or one worker of it, for ever and from everything; no code lifts that. */
    public Optional<Visit> bar(UUID exchange, UUID codeId, String handle) throws LogNotWritableException {
        return act(exchange, codeId, (act, page, overview) -> {
            Optional<ConsentEvent> refusal = overview.choices().stream()
                    .filter(choice -> choice.handle().equals(handle))
                    .findFirst()
                    .flatMap(choice -> barring.refusal(page, choice));
            if (refusal.isEmpty()) {
                return Said.NOT_POSSIBLE;
            }
            act.write(page, refusal.get());
            return Said.BARRED;
        });
    }

    /** Files a complaint in codes; the same is not filed twice while it waits for its answer. */
    public Optional<Visit> complain(UUID exchange, UUID codeId, String handle, ComplaintTopic topic)
            throws LogNotWritableException {
        return act(
                exchange,
                codeId,
                (act, page, overview) -> overview.subjects().stream()
                        .filter(subject -> subject.handle().equals(handle))
                        .findFirst()
                        .map(subject -> new Complaint.Wanted(
                                subject.agency(), topic, subject.delivery().map(Delivery::event)))
                        .flatMap(wanted -> complaints.file(
                                act.transaction(),
                                page,
                                UUID.randomUUID(),
                                exchange,
                                act.by(),
                                wanted,
                                Complaint.Via.PERSON))
                        .map(filed -> Said.COMPLAINED)
                        .orElse(Said.NOT_POSSIBLE));
    }

    /**
     * Tells who helps that the person wants it no more. It changes no consent, and help goes on until they were asked; for the
     * person's own number alone.
     */
    public Optional<Visit> endHelp(UUID exchange, UUID codeId, Set<UUID> referrals) throws LogNotWritableException {
        return act(exchange, codeId, (act, page, overview) -> {
            Set<UUID> theirs = overview.helps().stream()
                    .filter(Help::endable)
                    .map(help -> help.id().value())
                    .collect(Collectors.toSet());
            if (!theirs.containsAll(referrals)) {
                return Said.NOT_POSSIBLE;
            }
            boolean told = false;
            for (UUID referral : referrals) {
                told |= ends.ask(act.transaction(), page.file().id(), new ReferralId(referral), page.now());
            }
            return told ? Said.END_ASKED : Said.NOT_POSSIBLE;
        });
    }

    /** What is done under the case's lock. */
    @FunctionalInterface
    private interface Deed {
        Said on(Act act, Page page, Overview overview) throws SQLException;
    }

    /** Reads a case, with or without its lock. */
    @FunctionalInterface
    private interface Reading {
        Page of(Transaction transaction, org.paivand.casefile.CaseId id, Predicate<org.paivand.casefile.CaseFile> who);
    }

    /** One transaction's means to change consent. */
    private record Act(ConsentBook book, Transaction transaction, UUID exchange, Actor by, PersonCodes codes) {
        Page write(Page page, ConsentEvent event) throws SQLException {
            return new Page(
                    page.file(),
                    book.write(transaction, page, exchange, by, event).after(),
                    page.now());
        }
    }

    private Optional<Visit> act(UUID exchange, UUID codeId, Deed deed) throws LogNotWritableException {
        log.requireWritable();
        return database.commit(transaction -> {
            Optional<PersonCode> code = codes.apply(transaction).find(codeId);
            return code.isEmpty() ? Optional.empty() : visit(transaction, exchange, code.get(), book::open, deed);
        });
    }

    private Optional<Visit> visit(Transaction transaction, UUID exchange, PersonCode code, Reading reading, Deed deed)
            throws SQLException {
        Optional<Page> opened = opened(transaction, code, reading);
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        Page page = opened.get();
        PersonCodes bound = codes.apply(transaction);
        Overview overview = overviews.of(transaction, page, code.holder(), bound);
        Actor by = new Actor(page.file().controller(), "person", code.holder().code(), "page", Optional.empty());
        if (code.opens() == Opens.NOTHING) {
            write(transaction, exchange, page, by, PersonAction.DURESS);
            duress.tell(transaction, code.caseId(), page.now());
            return Optional.of(new Visit.Nothing(code));
        }
        duress.pretend(transaction, code.caseId(), page.now());
        Said said = deed.on(new Act(book, transaction, exchange, by, bound), page, overview);
        write(transaction, exchange, page, by, told(said));
        return Optional.of(new Visit.Status(
                code,
                said == Said.NOTHING || said == Said.NOT_POSSIBLE
                        ? overview
                        : overviews.of(
                                transaction,
                                reading.of(transaction, code.caseId(), file -> true),
                                code.holder(),
                                bound),
                said));
    }

    private Optional<Page> opened(Transaction transaction, PersonCode code, Reading reading) {
        try {
            return Optional.of(reading.of(transaction, code.caseId(), file -> true))
                    .filter(page -> overviews.admits(transaction, page, code.holder()));
        } catch (ProblemException gone) {
            if (gone.code() == ProblemCode.NOT_FOUND) {
                return Optional.empty();
            }
            throw gone;
        }
    }

    private static PersonAction told(Said said) {
        return switch (said) {
            case NOTHING, NOT_POSSIBLE, COMPLAINED, END_ASKED -> PersonAction.PAGE_READ;
            case WITHDRAWN -> PersonAction.WITHDRAWN;
            case RESTORED -> PersonAction.RESTORED;
            case BARRED -> PersonAction.BARRED;
        };
    }

    private static boolean among(Overview overview, Set<UUID> grants, Predicate<Agreed> fit) {
        Set<UUID> fitting =
                overview.agreed().stream().filter(fit).map(Agreed::grantId).collect(Collectors.toSet());
        return !grants.isEmpty() && fitting.containsAll(grants);
    }

    private static Map<UUID, Set<UUID>> byConsent(Overview overview, Set<UUID> grants, Predicate<Agreed> fit) {
        return overview.agreed().stream()
                .filter(part -> grants.contains(part.grantId()))
                .filter(fit)
                .collect(Collectors.groupingBy(
                        Agreed::consentId, TreeMap::new, Collectors.mapping(Agreed::grantId, Collectors.toSet())));
    }

    private void write(Transaction transaction, UUID exchange, Page page, Actor by, PersonAction action) {
        journal.write(
                transaction,
                new PersonAccess(
                        Actors.head(
                                exchange, page.now(), Optional.of(page.history().caseRef()), by),
                        action),
                by.user(),
                Optional.empty(),
                Optional.of(page.file().id()));
    }
}
