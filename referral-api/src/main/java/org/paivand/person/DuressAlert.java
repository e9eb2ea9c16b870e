package org.paivand.person;

import java.time.Instant;
import java.util.function.Function;
import org.paivand.casefile.CaseId;
import org.paivand.database.Transaction;
import org.paivand.emergency.Alert;
import org.paivand.emergency.Alerts;

/** An alert, or one that is only pretended. */
public final class DuressAlert implements PersonDesk.Duress {
    private final Function<Transaction, Alerts> alerts;

    public DuressAlert(Function<Transaction, Alerts> alerts) {
        this.alerts = alerts;
    }

    @Override
    public void tell(Transaction transaction, CaseId caseId, Instant at) {
        alerts.apply(transaction).raise(Alert.Kind.DURESS, caseId, at);
    }

    @Override
    public void pretend(Transaction transaction, CaseId caseId, Instant at) {
        alerts.apply(transaction).pretend(Alert.Kind.DURESS, caseId, at);
    }
}
