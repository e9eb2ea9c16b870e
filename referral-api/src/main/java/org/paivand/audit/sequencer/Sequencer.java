package org.paivand.audit.sequencer;

import java.time.Clock;
import org.paivand.audit.checkpoint.CheckpointSigner;
import org.paivand.audit.jdbc.Pending;
import org.paivand.audit.jdbc.Troubles;
import org.paivand.database.Database;
import org.paivand.lease.Lease;
import org.paivand.lease.Leases;

/**
 * The two steps of the log's leader, each one transaction under its lease: give pending entries their indexes; sign for
 * them. Killed between or inside them, its successor goes on where it stopped. For one thread at a time.
 */
public final class Sequencer {
    /** The name of the lease. */
    public static final String LEASE = "sequencer";

    static final int BATCH = 2_000;

    private final Database database;
    private final LeasedTransactions transactions;
    private final CheckpointSigner signer;
    private final LedLog log;
    private final Step.Listener listener;

    /**
     * @param database the sequencer's own, over a pool of two: it must not wait behind requests, and its sessions are set to
     *     end when a transaction idles for half a lease's term, so that a frozen leader's locks go before its lease does
     * @param origin the name of the signer's key, and of the log that {@link Succession} has made the newest
     */
    public Sequencer(
            Database database,
            Leases leases,
            CheckpointSigner signer,
            String origin,
            Clock clock,
            Step.Listener listener) {
        this.database = database;
        this.transactions = new LeasedTransactions(database, leases, listener);
        this.signer = signer;
        this.log = new LedLog(origin, clock, listener);
        this.listener = listener;
    }

    /** Integrates up to 2,000 entries; answers how many. */
    public int integrate(Lease lease) throws StepRefusedException {
        listener.reached(Step.STARTED);
        if (!database.<Boolean, StepRefusedException>commit(tx -> Pending.exists(tx.connection()))) {
            return 0;
        }
        int integrated = transactions.<Integer>commit(lease, transaction -> {
            Pending pending = Pending.read(transaction.connection(), BATCH);
            listener.reached(Step.PENDING_READ);
            if (!pending.entries().isEmpty()) {
                log.append(transaction.connection(), pending, lease.fence());
            }
            return pending.entries().size();
        });
        listener.reached(Step.INTEGRATED);
        return integrated;
    }

    /** Lets other instances know at once whether the leader can sign. */
    void tell(boolean refusing) {
        boolean unusedDone = database.<Boolean, RuntimeException>commit(transaction -> {
            Troubles troubles = new Troubles(transaction.connection());
            if (refusing) {
                troubles.report(Troubles.Kind.SIGNER, "the leader can't sign");
            } else {
                troubles.clear(Troubles.Kind.SIGNER);
            }
            return true;
        });
    }

    /** Signs for what has been integrated and publishes it; false if the newest checkpoint covers everything already. */
    public boolean publish(Lease lease) throws StepRefusedException {
        boolean published =
                transactions.<Boolean>commit(lease, transaction -> log.publish(transaction.connection(), signer));
        listener.reached(Step.PUBLISHED);
        return published;
    }
}
