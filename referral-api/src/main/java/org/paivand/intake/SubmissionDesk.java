package org.paivand.intake;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.CaseContents;
import org.paivand.casefile.CaseDesk;
import org.paivand.casefile.CaseFile;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.casefile.key.ShreddedException;
import org.paivand.casefile.section.Section;
import org.paivand.contact.Channel;
import org.paivand.contact.Concern;
import org.paivand.contact.Contact;
import org.paivand.contact.ContactDesk;
import org.paivand.contact.ContactResult;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.event.SubmissionAction;
import org.paivand.disclosure.event.SubmissionHandled;
import org.paivand.entry.LogNotWritableException;
import org.paivand.entry.LogState;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.idempotency.Once;
import org.paivand.intake.Submission.State;
import org.paivand.journal.Actors;
import org.paivand.journal.Journal;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.statistics.StatisticsRows;

/** What a worker does with what was sent to their agency. Each look into a letter is an entry before anything is shown. */
public final class SubmissionDesk {
    private final Database database;
    private final Once once;
    private final Function<Transaction, Submissions> submissions;
    private final Letters letters;
    private final CaseDesk cases;
    private final CaseContents contents;
    private final ContactDesk contacts;
    private final Numbers numbers;
    private final Journal journal;
    private final LogState log;
    private final Times times;
    private final InstantSource clock;

    /** Gives a number to the case of whom it was given to. */
    @FunctionalInterface
    public interface Numbers {
        void give(Transaction transaction, CaseId caseId, GivenNumber number, Instant now) throws SQLException;
    }

    /**
     * How long things may take.
     *
     * @param settle from the reading to a case, or to the end
     * @param discarded for which one that was discarded can be fetched back
     */
    public record Times(Duration settle, Duration discarded) {}

    public SubmissionDesk(
            Database database,
            Function<Transaction, Submissions> submissions,
            Letters letters,
            CaseDesk cases,
            CaseContents contents,
            ContactDesk contacts,
            Numbers numbers,
            Journal journal,
            LogState log,
            Times times,
            InstantSource clock) {
        this.database = database;
        this.once = new Once(database);
        this.submissions = submissions;
        this.letters = letters;
        this.cases = cases;
        this.contents = contents;
        this.contacts = contacts;
        this.numbers = numbers;
        this.journal = journal;
        this.log = log;
        this.times = times;
        this.clock = clock;
    }

    /** What was sent to the caller's agency and is kept, without what it says; the soonest due first. */
    public List<Submission> list(Caller caller, Optional<State> state, Optional<Cursor> after, int limit) {
        return database.commit(transaction -> submissions.apply(transaction).of(caller.agency(), state, after, limit));
    }

    /**
     * Opens a letter.
     *
     * @throws ProblemException {@code not-found} unless it was sent to the caller's agency and is kept
     */
    public LoggedReading read(Caller caller, UUID exchange, UUID id) throws LogNotWritableException {
        log.requireWritable();
        Found found = database.<Found, RuntimeException>commit(transaction -> {
            Found opened = find(transaction, caller, id);
            Submission read = opened.submission().read(now().plus(times.settle()));
            submissions.apply(transaction).change(read);
            write(transaction, caller, exchange, opened, SubmissionAction.READ, Optional.empty());
            return new Found(read, opened.letter());
        });
        return new LoggedReading(found.submission(), found.letter());
    }

    /**
     * Opens a case with what the letter says, and counts a contact by the web. The way to reach the person becomes the case's; that to
     * reach somebody else doesn't. The writer's number shows the case from now on, and nothing is left of the letter.
     *
     * @throws ProblemException {@code not-found} as {@link #read}; {@code conflict} if nobody has read it; {@code section-not-permitted}
     *     if policy keeps the sections from agencies of the caller's kind
     */
    public CaseFile open(Caller caller, UUID exchange, IdempotencyKey key, UUID id, Concern concern)
            throws LogNotWritableException {
        log.requireWritable();
        cases.requireWritable(caller, Category.SERVICE_REQUEST);
        cases.requireWritable(caller, Category.CONTACT);
        Instant now = now();
        return once.commit(
                key,
                now,
                (transaction, made) -> {
                    Found found = find(transaction, caller, id);
                    if (found.submission().state() == State.WAITING) {
                        throw ProblemException.of(ProblemCode.CONFLICT);
                    }
                    CaseFile opened = opened(transaction, caller, new CaseId(made), found.letter(), concern, now);
                    Submissions bound = submissions.apply(transaction);
                    Optional<GivenNumber> number = bound.number(id);
                    if (number.isPresent()) {
                        numbers.give(transaction, opened.id(), number.get(), now);
                    }
                    bound.change(found.submission().settled(State.CASE_OPENED));
                    write(transaction, caller, exchange, found, SubmissionAction.CASE_OPENED, Optional.of(opened));
                    return opened;
                },
                (transaction, made) -> cases.read(transaction, caller, new CaseId(made)));
    }

    private CaseFile opened(
            Transaction transaction, Caller caller, CaseId id, Letter letter, Concern concern, Instant now)
            throws SQLException {
        List<Section> sections = new ArrayList<>(List.of(letter.request()));
        letter.reach()
                .filter(reach -> reach.whose() == Reach.Whose.PERSON)
                .ifPresent(reach -> sections.add(reach.contact()));
        Contact contact = new Contact(Channel.WEB, letter.by(), concern, ContactResult.CASE_OPENED);
        return contacts.open(transaction, caller, id, contact, sections, now);
    }

    /**
     * Ends it without a case. While it is kept, a case can still be opened.
     *
     * @throws ProblemException {@code not-found} as {@link #read}; {@code conflict} if it was discarded before
     */
    public Submission discard(Caller caller, UUID exchange, UUID id, DiscardCode code) throws LogNotWritableException {
        log.requireWritable();
        return database.<Submission, RuntimeException>commit(transaction -> {
            Found found = find(transaction, caller, id);
            if (!found.submission().state().open()) {
                throw ProblemException.of(ProblemCode.CONFLICT);
            }
            Instant now = now();
            Submission discarded = found.submission().discarded(now.plus(times.discarded()));
            submissions.apply(transaction).change(discarded);
            StatisticsRows.submission(transaction, caller.agency(), now, code.code());
            write(transaction, caller, exchange, found, SubmissionAction.DISCARDED, Optional.empty());
            return discarded;
        });
    }

    private record Found(Submission submission, Letter letter) {}

    private Found find(Transaction transaction, Caller caller, UUID id) throws SQLException {
        Submissions bound = submissions.apply(transaction);
        Submission submission = bound.lock(id)
                .filter(known -> known.agency().equals(caller.agency()))
                .filter(known -> known.state().kept())
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
        byte[] sealed = bound.letter(id).orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
        try {
            return new Found(submission, letters.open(id, sealed));
        } catch (ShreddedException over) {
            throw ProblemException.of(ProblemCode.NOT_FOUND);
        } catch (CaseKeyException unusable) {
            throw ProblemException.of(ProblemCode.KEYS_UNAVAILABLE);
        }
    }

    private void write(
            Transaction transaction,
            Caller caller,
            UUID exchange,
            Found found,
            SubmissionAction action,
            Optional<CaseFile> opened) {
        journal.write(
                transaction,
                new SubmissionHandled(
                        Actors.head(exchange, now(), opened.map(this::alias), Actors.actor(caller, Role.REFERRER)),
                        found.submission().id(),
                        action,
                        found.letter().permission().text()),
                caller.user(),
                Optional.empty(),
                opened.map(CaseFile::id));
    }

    private UUID alias(CaseFile file) {
        try {
            return contents.alias(file);
        } catch (CaseKeyException unusable) {
            throw ProblemException.of(ProblemCode.KEYS_UNAVAILABLE);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
