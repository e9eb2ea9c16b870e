package org.paivand.audit.sequencer;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.paivand.audit.MalformedException;
import org.paivand.audit.checkpoint.CheckpointSigner;
import org.paivand.audit.checkpoint.RollbackException;
import org.paivand.audit.jdbc.Checkpoints;
import org.paivand.audit.jdbc.JdbcLogStore;
import org.paivand.audit.jdbc.Pending;
import org.paivand.audit.log.AppendRefusedException;
import org.paivand.audit.log.LogBatch;
import org.paivand.audit.log.LogProofs;
import org.paivand.audit.log.LogUnavailableException;
import org.paivand.audit.merkle.ConsistencyProof;
import org.paivand.audit.merkle.Frontier;
import org.paivand.audit.merkle.TreeHead;
import org.paivand.audit.note.SignedNote;
import org.paivand.audit.note.SignerUnavailableException;
import org.paivand.audit.sequencer.StepRefusedException.Reason;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.lease.Lease;
import org.paivand.lease.Leases;

/**
 * The two steps of the log's leader, each one transaction under its lease: give pending entries their indexes; sign for
 * them. Killed between or inside them, its successor goes on where it stopped. For one thread at a time.
 */
public final class Sequencer {
    /** The name of the lease. */
    public static final String LEASE = "sequencer";

    private static final int BATCH = 2_000;
    private static final ConsistencyProof NO_GROWTH = new ConsistencyProof(List.of());

    private final Database database;
    private final Leases leases;
    private final CheckpointSigner signer;
    private final String origin;
    private final Clock clock;
    private final Step.Listener listener;
    private Frontier frontier = Frontier.EMPTY;

    /**
     * @param database the sequencer's own, over a pool of two: it must not wait behind requests, and its sessions are set to
     *     end when a transaction idles for half a lease's term, so that a frozen leader's locks go before its lease does
     * @param origin the name of the signer's key
     */
    public Sequencer(
            Database database,
            Leases leases,
            CheckpointSigner signer,
            String origin,
            Clock clock,
            Step.Listener listener) {
        this.database = database;
        this.leases = leases;
        this.signer = signer;
        this.origin = origin;
        this.clock = clock;
        this.listener = listener;
    }

    /** Integrates up to 2,000 entries; answers how many. */
    public int integrate(Lease lease) throws StepRefusedException {
        listener.reached(Step.STARTED);
        if (!database.<Boolean, StepRefusedException>commit(tx -> Pending.exists(tx.connection()))) {
            return 0;
        }
        Optional<LogBatch> integrated = database.commit(transaction -> {
            Connection connection = lead(transaction, lease);
            try {
                return append(connection, lease);
            } catch (AppendRefusedException refused) {
                throw new StepRefusedException(reason(refused), refused);
            } catch (MalformedException | LogUnavailableException | IndexOutOfBoundsException unreadable) {
                throw new StepRefusedException(Reason.LOG_UNREADABLE, unreadable);
            }
        });
        listener.reached(Step.INTEGRATED);
        integrated.ifPresent(batch -> frontier = batch.frontier());
        return integrated.map(batch -> batch.entries().size()).orElse(0);
    }

    private Optional<LogBatch> append(Connection connection, Lease lease)
            throws SQLException, MalformedException, AppendRefusedException, LogUnavailableException {
        Pending pending = Pending.read(connection, BATCH);
        listener.reached(Step.PENDING_READ);
        if (pending.entries().isEmpty()) {
            return Optional.empty();
        }
        JdbcLogStore store = new JdbcLogStore(connection, origin);
        TreeHead head = store.head();
        Frontier edge = frontier.head().equals(head) ? frontier : new LogProofs(store).frontier(head.size());
        LogBatch batch = LogBatch.of(edge, pending.entries());
        store.append(batch, lease.fence());
        listener.reached(Step.APPENDED);
        pending.delete(connection);
        listener.reached(Step.PENDING_DELETED);
        return Optional.of(batch);
    }

    /** Signs for what has been integrated and publishes it; false if the newest checkpoint covers everything already. */
    public boolean publish(Lease lease) throws StepRefusedException {
        boolean published = database.commit(transaction -> {
            Connection connection = lead(transaction, lease);
            try {
                return sign(connection);
            } catch (LogUnavailableException | IndexOutOfBoundsException unreadable) {
                throw new StepRefusedException(Reason.LOG_UNREADABLE, unreadable);
            } catch (RollbackException refused) {
                throw new StepRefusedException(Reason.LOG_ROLLED_BACK, refused);
            } catch (SignerUnavailableException gone) {
                throw new StepRefusedException(Reason.SIGNER_UNAVAILABLE, gone);
            }
        });
        listener.reached(Step.PUBLISHED);
        return published;
    }

    private boolean sign(Connection connection)
            throws SQLException, StepRefusedException, LogUnavailableException, RollbackException,
                    SignerUnavailableException {
        JdbcLogStore store = new JdbcLogStore(connection, origin);
        Checkpoints checkpoints = new Checkpoints(connection, origin);
        TreeHead head = store.head();
        TreeHead last = signer.last();
        Optional<Checkpoints.Published> newest = checkpoints.newest();
        listener.reached(Step.HEAD_READ);
        if (last.size() == 0 && newest.map(Checkpoints.Published::size).orElse(0L) > 0) {
            throw new StepRefusedException(Reason.LOG_ROLLED_BACK);
        }
        SignedNote note = signer.sign(head, growth(store, last, head));
        listener.reached(Step.SIGNED);
        if (newest.isPresent() && newest.get().size() >= head.size()) {
            return false;
        }
        checkpoints.publish(head.size(), note, clock.instant());
        listener.reached(Step.CHECKPOINT_WRITTEN);
        return true;
    }

    /** Where the log is smaller than what was signed there is no proof; the empty one lets the signer refuse. */
    private static ConsistencyProof growth(JdbcLogStore store, TreeHead last, TreeHead head)
            throws LogUnavailableException {
        return last.size() > head.size() ? NO_GROWTH : new LogProofs(store).consistency(last.size(), head.size());
    }

    /** Locks the lease's row, so that no successor starts before this transaction has ended. */
    private Connection lead(Transaction transaction, Lease lease) throws SQLException, StepRefusedException {
        Connection connection = transaction.connection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION idle_transaction_timeout = "
                    + Math.max(1, lease.term().toSeconds() / 2));
        }
        if (!leases.confirm(transaction, lease)) {
            throw new StepRefusedException(Reason.LEASE_LOST);
        }
        listener.reached(Step.LEASE_CONFIRMED);
        return connection;
    }

    private static Reason reason(AppendRefusedException refused) {
        return switch (refused.reason()) {
            case HEAD_MOVED -> Reason.HEAD_MOVED;
            case FENCED_OFF -> Reason.LEASE_LOST;
            case DUPLICATE_ENTRY -> Reason.DUPLICATE_ENTRY;
        };
    }
}
