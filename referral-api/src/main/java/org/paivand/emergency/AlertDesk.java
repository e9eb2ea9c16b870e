package org.paivand.emergency;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.audit.desk.Accesses;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.disclosure.event.AuditorAction;
import org.paivand.entry.LogNotWritableException;
import org.paivand.entry.LogState;

/** Alerts, for those who must hear of them. */
public final class AlertDesk {
    private final Database database;
    private final Function<Transaction, Alerts> alerts;
    private final Accesses accesses;
    private final LogState log;
    private final InstantSource clock;

    public AlertDesk(
            Database database,
            Function<Transaction, Alerts> alerts,
            Accesses accesses,
            LogState log,
            InstantSource clock) {
        this.database = database;
        this.alerts = alerts;
        this.accesses = accesses;
        this.log = log;
        this.clock = clock;
    }

    /** All for an auditor, whose reading is an entry; for an agency those about cases it controls, as an inbox. */
    public List<Alert> list(Caller caller, UUID exchange, Optional<Cursor> after, int limit)
            throws LogNotWritableException {
        Instant now = clock.instant();
        if (!caller.is(Role.AUDITOR)) {
            return database.<List<Alert>, RuntimeException>commit(
                    transaction -> alerts.apply(transaction).ofController(caller.agency(), now, after, limit));
        }
        log.requireWritable();
        return database.<List<Alert>, RuntimeException>commit(transaction -> {
            List<Alert> found = alerts.apply(transaction).all(now, after, limit);
            accesses.write(transaction, caller, exchange, AuditorAction.SEARCH, "alerts after " + after, found.size());
            return found;
        });
    }
}
