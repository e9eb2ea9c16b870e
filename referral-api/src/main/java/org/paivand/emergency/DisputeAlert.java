package org.paivand.emergency;

import java.util.function.Function;
import org.paivand.consent.ConsentBook;
import org.paivand.database.Transaction;
import org.paivand.disclosure.event.ConsentChange;

/** Tells the controller and auditors at once that a consent is disputed. */
public final class DisputeAlert implements ConsentBook.Follower {
    private final Function<Transaction, Alerts> alerts;

    public DisputeAlert(Function<Transaction, Alerts> alerts) {
        this.alerts = alerts;
    }

    @Override
    public void follow(Transaction transaction, ConsentBook.Change change) {
        if (change.entry().change() == ConsentChange.DISPUTED) {
            alerts.apply(transaction)
                    .raise(
                            Alert.Kind.CONSENT_DISPUTED,
                            change.before().file().id(),
                            change.event().at());
        }
    }
}
