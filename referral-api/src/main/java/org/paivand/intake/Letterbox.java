package org.paivand.intake;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.casefile.section.Urgency;
import org.paivand.database.Database;
import org.paivand.database.DuplicateKeyException;
import org.paivand.database.Transaction;
import org.paivand.intake.Submission.State;
import org.paivand.notification.NotificationKind;
import org.paivand.notification.Notifications;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;

/** Takes what is sent by the form: once for each page, sealed, and no more than somebody can look at. */
public final class Letterbox {
    private final Database database;
    private final Function<Transaction, Submissions> submissions;
    private final Function<Transaction, Notifications> notifications;
    private final Letters letters;
    private final Function<Urgency, Duration> respondWithin;
    private final Limits limits;

    /**
     * What is taken.
     *
     * @param perHour in all, from everybody
     * @param open how many may wait for one agency
     * @param keep after which nothing is left of what came, whoever did what with it
     */
    public record Limits(int perHour, int open, Duration keep) {}

    /** What became of it. */
    public enum Taken {
        NOW,
        /** The same was sent from the same page before; it is there once. */
        BEFORE,
        /** Something else was sent from the same page before, and this wasn't taken. */
        ANOTHER_BEFORE,
        /** Nothing was taken: too much came from that source, or from everybody. */
        NOT
    }

    public Letterbox(
            Database database,
            Function<Transaction, Submissions> submissions,
            Function<Transaction, Notifications> notifications,
            Letters letters,
            Function<Urgency, Duration> respondWithin,
            Limits limits) {
        this.database = database;
        this.submissions = submissions;
        this.notifications = notifications;
        this.letters = letters;
        this.respondWithin = respondWithin;
        this.limits = limits;
    }

    /**
     * Takes a letter for the agency that its permission names.
     *
     * @param ticket seal of the ticket of the page it was sent from
     * @param number by which the writer sees what becomes of it
     * @param receipt of a writer who gets no number
     * @param admitted asked once, if it wasn't sent before
     */
    public Taken take(
            byte[] ticket,
            Letter letter,
            Optional<GivenNumber> number,
            Optional<String> receipt,
            Instant at,
            BooleanSupplier admitted) {
        Instant now = at.truncatedTo(ChronoUnit.MILLIS);
        Optional<Taken> before = before(ticket, letter);
        if (before.isPresent()) {
            return before.get();
        }
        if (!admitted.getAsBoolean()) {
            return Taken.NOT;
        }
        try {
            return database.<Taken, RuntimeException>commit(
                    transaction -> add(transaction, ticket, letter, number, receipt, now));
        } catch (DuplicateKeyException overtaken) {
            // The button was pressed twice at once; the other one has committed by now.
            return before(ticket, letter).orElse(Taken.BEFORE);
        }
    }

    private Optional<Taken> before(byte[] ticket, Letter letter) {
        return database.<Optional<Taken>, RuntimeException>commit(transaction -> {
            Submissions bound = submissions.apply(transaction);
            Optional<Submission> known = bound.sentFrom(ticket);
            if (known.isEmpty()) {
                return Optional.empty();
            }
            Optional<Letter> sent = bound.letter(known.get().id()).map(bytes -> opened(known.get(), bytes));
            boolean another = sent.filter(old -> !old.says(letter)).isPresent();
            return Optional.of(another ? Taken.ANOTHER_BEFORE : Taken.BEFORE);
        });
    }

    private Letter opened(Submission submission, byte[] sealed) {
        try {
            return letters.open(submission.id(), sealed);
        } catch (CaseKeyException unusable) {
            throw ProblemException.of(ProblemCode.KEYS_UNAVAILABLE);
        }
    }

    private Taken add(
            Transaction transaction,
            byte[] ticket,
            Letter letter,
            Optional<GivenNumber> number,
            Optional<String> receipt,
            Instant now)
            throws SQLException {
        Submissions bound = submissions.apply(transaction);
        if (bound.since(now.minus(Duration.ofHours(1))) >= limits.perHour()
                || bound.open(letter.permission().agency()) >= limits.open()) {
            return Taken.NOT;
        }
        Submission submission = new Submission(
                UUID.randomUUID(),
                letter.permission().agency(),
                letter.by(),
                letter.urgency(),
                State.WAITING,
                now,
                now.plus(respondWithin.apply(letter.urgency())),
                now.plus(limits.keep()),
                receipt);
        bound.add(submission, ticket, sealed(submission, letter), number);
        notifications
                .apply(transaction)
                .add(submission.agency(), NotificationKind.SUBMISSION_RECEIVED, submission.id(), now);
        return Taken.NOW;
    }

    private byte[] sealed(Submission submission, Letter letter) {
        try {
            return letters.seal(submission.receivedAt().atZone(ZoneOffset.UTC).toLocalDate(), submission.id(), letter);
        } catch (CaseKeyException unusable) {
            throw ProblemException.of(ProblemCode.KEYS_UNAVAILABLE);
        }
    }
}
