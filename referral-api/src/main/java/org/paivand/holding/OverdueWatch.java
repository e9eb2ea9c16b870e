package org.paivand.holding;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.paivand.casefile.CaseId;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.lease.Leases;
import org.paivand.lease.Turn;

/**
 * Looks for deadlines that passed. Of several instances one does at a time; what it notes depends on the tables alone, so whoever
 * looks next, after whatever pause, catches up. Whom each is for is looked at anew each time, since a person may refuse at any time.
 */
public final class OverdueWatch {
    private static final System.Logger LOG = System.getLogger(OverdueWatch.class.getName());
    private static final String LEASE = "overdue";
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Database database;
    private final Function<Transaction, Deadlines> deadlines;
    private final Escalations escalations;
    private final Turn turn;
    private final InstantSource clock;

    public OverdueWatch(
            Database database,
            Function<Transaction, Deadlines> deadlines,
            Escalations escalations,
            Leases leases,
            InstantSource clock) {
        this.database = database;
        this.deadlines = deadlines;
        this.escalations = escalations;
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
        List<CaseId> cases = new ArrayList<>();
        int noted = database.<Integer, RuntimeException>commit(transaction -> {
            if (!held.confirm(transaction)) {
                return 0;
            }
            Deadlines bound = deadlines.apply(transaction);
            int found = bound.note(clock.instant());
            cases.addAll(bound.cases());
            return found;
        });
        cases.forEach(caseId -> escalate(held, caseId));
        return noted;
    }

    /** Each case by itself: reading it may wait for the case's lock, which others hold who then settle what is overdue. */
    private void escalate(Turn.Held held, CaseId caseId) {
        database.<Boolean, RuntimeException>commit(transaction -> {
            boolean mine = held.confirm(transaction);
            if (mine) {
                deadlines.apply(transaction).escalate(caseId, escalations.of(transaction, caseId, clock.instant()));
            }
            return mine;
        });
    }
}
