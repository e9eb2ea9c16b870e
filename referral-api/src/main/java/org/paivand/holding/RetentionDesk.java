package org.paivand.holding;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.caller.Caller;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.disclosure.event.HolderAnswer;
import org.paivand.entry.LogNotWritableException;
import org.paivand.entry.LogState;
import org.paivand.holding.Holdings.Kept;
import org.paivand.holding.Holdings.Place;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.idempotency.Once;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;

/** What an agency has to erase by when: what it received, and the cases it controls. */
public final class RetentionDesk {
    private final Database database;
    private final Once once;
    private final Function<Transaction, Holdings> holdings;
    private final Function<Transaction, Deadlines> deadlines;
    private final Function<Transaction, ClosedCases> closed;
    private final Answers answers;
    private final Periods periods;
    private final LogState log;
    private final InstantSource clock;

    /**
     * What counts as soon, and as long ago.
     *
     * @param remindBefore how long before its end something is due soon
     * @param closedCases how long a case is kept after its last referral is over
     */
    public record Periods(Duration remindBefore, Duration closedCases) {}

    /** Where something that was received stands. */
    public enum State {
        HELD,
        DUE_SOON,
        OVERDUE;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public RetentionDesk(
            Database database,
            Function<Transaction, Holdings> holdings,
            Function<Transaction, Deadlines> deadlines,
            Function<Transaction, ClosedCases> closed,
            Answers answers,
            Periods periods,
            LogState log,
            InstantSource clock) {
        this.database = database;
        this.once = new Once(database);
        this.holdings = holdings;
        this.deadlines = deadlines;
        this.closed = closed;
        this.answers = answers;
        this.periods = periods;
        this.log = log;
        this.clock = clock;
    }

    /** What the caller's agency received and hasn't said it erased; what must go first comes first. */
    public List<Kept> kept(Caller caller, Optional<Place> after, int limit) {
        return database.<List<Kept>, RuntimeException>commit(
                transaction -> holdings.apply(transaction).kept(caller.agency(), after, limit));
    }

    public State state(Kept kept, Instant now) {
        if (!now.isBefore(kept.retainUntil())) {
            return State.OVERDUE;
        }
        return now.isBefore(kept.retainUntil().minus(periods.remindBefore())) ? State.HELD : State.DUE_SOON;
    }

    /**
     * Records that the agency erased what it got by a disclosure, and by earlier ones of the same categories through that referral.
     *
     * @return when
     * @throws ProblemException {@code not-found} if the agency got nothing by it; {@code conflict} if it said so before
     */
    public Instant erased(Caller caller, UUID exchange, IdempotencyKey key, UUID disclosure)
            throws LogNotWritableException {
        log.requireWritable();
        return once.commit(
                key,
                clock.instant(),
                (transaction, made) -> attest(transaction, caller, exchange, disclosure),
                (transaction, made) -> erasedAt(transaction, caller, disclosure)
                        .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND)));
    }

    private Instant attest(Transaction transaction, Caller caller, UUID exchange, UUID disclosure) throws SQLException {
        Optional<Kept> kept = holdings.apply(transaction).lock(caller.agency(), disclosure);
        if (kept.isEmpty()) {
            boolean before = erasedAt(transaction, caller, disclosure).isPresent();
            throw ProblemException.of(before ? ProblemCode.CONFLICT : ProblemCode.NOT_FOUND);
        }
        Instant now = answers.notBefore(kept.get().at());
        answers.write(transaction, caller, exchange, disclosure, kept.get().caseId(), new HolderAnswer.Erased(), now);
        holdings.apply(transaction).erased(disclosure, kept.get().categories(), now);
        deadlines.apply(transaction).settled(disclosure);
        return now;
    }

    private Optional<Instant> erasedAt(Transaction transaction, Caller caller, UUID disclosure) throws SQLException {
        return holdings.apply(transaction).erasedAt(caller.agency(), disclosure);
    }

    /**
     * Cases that the caller's agency controls and has no reason to keep any longer, the longest closed first. To erase one takes two
     * people all the same.
     */
    public List<ClosedCases.Due> cases(Caller caller, Optional<Place> after, int limit) {
        Instant now = clock.instant();
        return database.<List<ClosedCases.Due>, RuntimeException>commit(transaction ->
                closed.apply(transaction).due(caller.agency(), periods.closedCases(), now, after, limit));
    }
}
