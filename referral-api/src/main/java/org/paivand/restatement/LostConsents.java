package org.paivand.restatement;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.Cases;
import org.paivand.casefile.key.ConsentMarks;
import org.paivand.casefile.key.KeysUnavailableException;
import org.paivand.consent.Continuity;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.emergency.Alert;
import org.paivand.emergency.Alerts;

/** Looks, when a node starts, for cases whose consents the database doesn't have as they were recorded. */
public final class LostConsents {
    private final Database database;
    private final Function<Transaction, Cases> cases;
    private final Function<Transaction, Alerts> alerts;
    private final ConsentMarks marks;
    private final Continuity continuity;
    private final InstantSource clock;

    public LostConsents(
            Database database,
            Function<Transaction, Cases> cases,
            Function<Transaction, Alerts> alerts,
            ConsentMarks marks,
            Continuity continuity,
            InstantSource clock) {
        this.database = database;
        this.cases = cases;
        this.alerts = alerts;
        this.marks = marks;
        this.continuity = continuity;
        this.clock = clock;
    }

    /**
     * What was found.
     *
     * @param cases that release nothing until two people of the controller answer for them
     * @param gone cases that the database doesn't have at all
     */
    public record Found(int cases, int gone) {
        private Found and(Found other) {
            return new Found(cases + other.cases, gone + other.gone);
        }
    }

    /** Alerts controller and auditors of each case, at every start for as long as it lasts. */
    public Found look() throws KeysUnavailableException {
        Found all = new Found(0, 0);
        for (CaseId id : marks.marked()) {
            all = all.and(database.<Found, KeysUnavailableException>commit(transaction -> look(transaction, id)));
        }
        return all;
    }

    private Found look(Transaction transaction, CaseId id) throws KeysUnavailableException {
        if (cases.apply(transaction).find(id).isEmpty()) {
            return new Found(0, 1);
        }
        if (continuity.holds(transaction, id)) {
            return new Found(0, 0);
        }
        alerts.apply(transaction)
                .raise(Alert.Kind.CONSENTS_LOST, id, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return new Found(1, 0);
    }
}
