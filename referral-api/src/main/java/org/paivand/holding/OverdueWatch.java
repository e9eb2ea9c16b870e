package org.paivand.holding;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.lease.Leases;
import org.paivand.lease.Turn;

/**
 * Looks for deadlines that passed. Of several instances one does at a time; what it notes depends on the tables alone, so whoever
 * looks next, after whatever pause, catches up.
 */
public final class OverdueWatch {
    private static final System.Logger LOG = System.getLogger(OverdueWatch.class.getName());
    private static final String LEASE = "overdue";
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Database database;
    private final Function<Transaction, Deadlines> deadlines;
    private final Turn turn;
    private final InstantSource clock;

    public OverdueWatch(
            Database database, Function<Transaction, Deadlines> deadlines, Leases leases, InstantSource clock) {
        this.database = database;
        this.deadlines = deadlines;
        this.turn = new Turn(leases, LEASE, LONGEST);
        this.clock = clock;
    }

    /** How many were noted; empty if another instance looks just now. */
    public Optional<Integer> look() {
        Optional<Integer> noted = turn.take(this::note);
        if (noted.orElse(0) > 0) {
            LOG.log(Level.WARNING, "deadlines of holders that passed: {0}", noted.get());
        }
        return noted;
    }

    private int note(Turn.Held held) {
        return database.commit(transaction ->
                held.confirm(transaction) ? deadlines.apply(transaction).note(clock.instant()) : 0);
    }
}
