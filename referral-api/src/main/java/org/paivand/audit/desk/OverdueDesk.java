package org.paivand.audit.desk;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.disclosure.event.AuditorAction;
import org.paivand.entry.LogNotWritableException;
import org.paivand.entry.LogState;
import org.paivand.holding.Deadlines;
import org.paivand.holding.Holdings.Place;
import org.paivand.holding.Missed;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.registry.directory.Directories;
import org.paivand.registry.directory.FocalPoints;

/**
 * What is overdue: for the Commission, which escalates it; for a focal point instead, of people who refused state bodies; and all of
 * it for auditors, whose looking is an entry.
 */
public final class OverdueDesk {
    private final Database database;
    private final Function<Transaction, Deadlines> deadlines;
    private final Directories directories;
    private final Accesses accesses;
    private final LogState log;
    private final InstantSource clock;

    public OverdueDesk(
            Database database,
            Function<Transaction, Deadlines> deadlines,
            Directories directories,
            Accesses accesses,
            LogState log,
            InstantSource clock) {
        this.database = database;
        this.deadlines = deadlines;
        this.directories = directories;
        this.accesses = accesses;
        this.log = log;
        this.clock = clock;
    }

    /**
     * The longest overdue first; as noted, so up to an interval of the watch late.
     *
     * @throws ProblemException {@code forbidden} unless the caller is an auditor, of the Commission, or of an agency that is a focal
     *     point now
     */
    public List<Missed> list(Caller caller, UUID exchange, Optional<Place> after, int limit)
            throws LogNotWritableException {
        boolean audited = caller.is(Role.AUDITOR);
        if (audited) {
            log.requireWritable();
        }
        return database.<List<Missed>, RuntimeException>commit(transaction -> {
            List<Missed> missed = seen(deadlines.apply(transaction), caller, after, limit);
            if (audited) {
                accesses.write(
                        transaction, caller, exchange, AuditorAction.SEARCH, "overdue after " + after, missed.size());
            }
            return missed;
        });
    }

    private List<Missed> seen(Deadlines bound, Caller caller, Optional<Place> after, int limit) throws SQLException {
        if (caller.is(Role.AUDITOR)) {
            return bound.list(after, limit);
        }
        if (caller.is(Role.COMMISSION)) {
            return bound.ofCommission(after, limit);
        }
        boolean focalPoint = caller.is(Role.FOCAL_POINT)
                && FocalPoints.of(directories.current(), clock.instant()).stream()
                        .anyMatch(party -> party.agency().equals(caller.agency()));
        if (!focalPoint) {
            throw ProblemException.of(ProblemCode.FORBIDDEN);
        }
        return bound.ofFocalPoint(caller.agency(), after, limit);
    }
}
