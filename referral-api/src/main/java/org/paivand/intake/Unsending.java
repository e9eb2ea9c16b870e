package org.paivand.intake;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.casefile.key.ShreddedException;
import org.paivand.database.Transaction;
import org.paivand.disclosure.event.Actor;
import org.paivand.disclosure.event.SubmissionAction;
import org.paivand.disclosure.event.SubmissionHandled;
import org.paivand.intake.Submission.State;
import org.paivand.journal.Actors;
import org.paivand.journal.Journal;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;

/** Takes back what a person sent. */
public final class Unsending {
    private final Function<Transaction, Submissions> submissions;
    private final Letters letters;
    private final Journal journal;
    private final InstantSource clock;

    public Unsending(
            Function<Transaction, Submissions> submissions, Letters letters, Journal journal, InstantSource clock) {
        this.submissions = submissions;
        this.letters = letters;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Erases the letter and the number. An entry only if somebody had read it: else nobody ever learned of it.
     *
     * @return false if there is nothing that could be taken back
     */
    public boolean erase(Transaction transaction, UUID exchange, UUID number) throws SQLException {
        Submissions bound = submissions.apply(transaction);
        Optional<Submissions.Numbered> found = bound.numbered(number);
        Optional<Submission> locked = found.isPresent()
                ? bound.lock(found.get().submission().id())
                        .filter(known -> known.state().kept())
                : Optional.empty();
        if (locked.isEmpty()) {
            return false;
        }
        Submission submission = locked.get();
        if (submission.state() != State.WAITING) {
            Optional<byte[]> sealed = bound.letter(submission.id());
            if (sealed.isPresent()) {
                write(transaction, exchange, submission, sealed.get());
            }
        }
        bound.change(submission.settled(State.TAKEN_BACK));
        return true;
    }

    private void write(Transaction transaction, UUID exchange, Submission submission, byte[] letter) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Actor by = new Actor(submission.agency(), "person", "subject", "page", Optional.empty());
        try {
            journal.write(
                    transaction,
                    new SubmissionHandled(
                            Actors.head(exchange, now, Optional.empty(), by),
                            submission.id(),
                            SubmissionAction.TAKEN_BACK,
                            letters.open(submission.id(), letter).permission().text()),
                    by.user(),
                    Optional.empty(),
                    Optional.empty());
        } catch (ShreddedException over) {
            // Nobody can read it any more; who read it stands in the log.
        } catch (CaseKeyException unusable) {
            throw ProblemException.of(ProblemCode.KEYS_UNAVAILABLE);
        }
    }
}
