package org.paivand.lease;

import java.time.Duration;
import java.util.Optional;
import org.paivand.database.Transaction;

/** Every method but {@link #confirm} is a transaction of its own; none may be called inside another. */
public interface Leases {
    /** Takes a lease that nobody has or whose holder let it expire; empty if somebody holds it. */
    Optional<Lease> acquire(String name, String holder, Duration term);

    /** Extends it by its term from now; false if it has expired or somebody else has it, and then it is lost for good. */
    boolean renew(Lease lease);

    /** Gives it back, so that a successor need not wait; without effect if it is lost. */
    void release(Lease lease);

    /**
     * Whether the lease is still held, and if so, that nobody takes it over before this transaction ends. A holder that
     * freezes inside the transaction keeps its successor out until the database ends the session, so limit how long the
     * session may idle.
     */
    boolean confirm(Transaction transaction, Lease lease);
}
