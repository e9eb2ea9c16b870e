package org.paivand.release;

import java.time.Instant;
import org.paivand.database.Transaction;

/** Which policy decides at an instant, past, present or to come; for the past, the one that decided then. */
public interface Policies {
    PolicyInForce at(Transaction transaction, Instant instant);
}
