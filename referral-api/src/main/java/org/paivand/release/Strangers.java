package org.paivand.release;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.paivand.caller.Caller;
import org.paivand.database.Database;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;

/**
 * Turns away who asks for what isn't theirs: the same 404 whether it exists or not, an entry each time, and an end to it for
 * who keeps guessing. The counter is this instance's own; a second instance doubles what a guesser has.
 */
public final class Strangers {
    private static final int MOST_PER_WINDOW = 30;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Database database;
    private final Disclosing disclosing;
    private final InstantSource clock;
    private final ConcurrentMap<String, Deque<Instant>> attempts = new ConcurrentHashMap<>();

    public Strangers(Database database, Disclosing disclosing, InstantSource clock) {
        this.database = database;
        this.disclosing = disclosing;
        this.clock = clock;
    }

    /**
     * Logs the attempt and returns what to refuse it with.
     *
     * @throws ProblemException {@code too-many-requests} after 30 attempts within a minute
     */
    public ProblemException turnAway(Caller caller, UUID exchange) {
        count(caller);
        database.<Boolean, RuntimeException>commit(transaction -> {
            disclosing.deny(transaction, caller, exchange, ProblemCode.NOT_FOUND, clock.instant());
            return true;
        });
        return ProblemException.logged(ProblemCode.NOT_FOUND);
    }

    /** Logs that somebody was refused who isn't guessing, and returns what to refuse them with. */
    public ProblemException deny(Caller caller, UUID exchange, ProblemCode code) {
        database.<Boolean, RuntimeException>commit(transaction -> {
            disclosing.deny(transaction, caller, exchange, code, clock.instant());
            return true;
        });
        return ProblemException.logged(code);
    }

    /**
     * Counts an attempt that another class turns away and logs.
     *
     * @throws ProblemException {@code too-many-requests} if there were too many already
     */
    public void count(Caller caller) {
        Deque<Instant> recent = recent(caller);
        synchronized (recent) {
            requireFew(recent);
            recent.addLast(clock.instant());
        }
    }

    /** @throws ProblemException {@code too-many-requests} while the caller has guessed too often */
    public void requireAdmitted(Caller caller) {
        Deque<Instant> recent = recent(caller);
        synchronized (recent) {
            requireFew(recent);
        }
    }

    private Deque<Instant> recent(Caller caller) {
        return attempts.computeIfAbsent(caller.agency() + " " + caller.user(), who -> new ArrayDeque<>());
    }

    private void requireFew(Deque<Instant> recent) {
        Instant begin = clock.instant().minus(WINDOW);
        while (!recent.isEmpty() && recent.peekFirst().isBefore(begin)) {
            recent.removeFirst();
        }
        if (recent.size() >= MOST_PER_WINDOW) {
            throw ProblemException.of(ProblemCode.TOO_MANY_REQUESTS);
        }
    }
}
