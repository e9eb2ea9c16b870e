package org.paivand.audit.desk;

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

/** What is overdue, for the Commission, which escalates it, and for auditors, whose looking is an entry. */
public final class OverdueDesk {
    private final Database database;
    private final Function<Transaction, Deadlines> deadlines;
    private final Accesses accesses;
    private final LogState log;

    public OverdueDesk(Database database, Function<Transaction, Deadlines> deadlines, Accesses accesses, LogState log) {
        this.database = database;
        this.deadlines = deadlines;
        this.accesses = accesses;
        this.log = log;
    }

    /** The longest overdue first; as noted, so up to an interval of the watch late. */
    public List<Missed> list(Caller caller, UUID exchange, Optional<Place> after, int limit)
            throws LogNotWritableException {
        boolean audited = caller.is(Role.AUDITOR);
        if (audited) {
            log.requireWritable();
        }
        return database.<List<Missed>, RuntimeException>commit(transaction -> {
            List<Missed> missed = deadlines.apply(transaction).list(after, limit);
            if (audited) {
                accesses.write(
                        transaction, caller, exchange, AuditorAction.SEARCH, "overdue after " + after, missed.size());
            }
            return missed;
        });
    }
}
