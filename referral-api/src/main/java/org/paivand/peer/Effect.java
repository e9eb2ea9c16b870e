package org.paivand.peer;

import java.sql.SQLException;
import org.paivand.database.Transaction;
import org.paivand.federation.envelope.Envelope;
import org.paivand.federation.payload.Payload;

/** What a message of one type does, in the transaction that takes it in. */
@FunctionalInterface
public interface Effect {
    /** It only shows that a message comes through. */
    Effect NONE = (transaction, envelope, payload) -> {};

    void of(Transaction transaction, Envelope envelope, Payload payload) throws SQLException;
}
