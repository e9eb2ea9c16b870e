package org.paivand.audit.sequencer;

import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.paivand.audit.MalformedException;
import org.paivand.audit.checkpoint.RollbackException;
import org.paivand.audit.log.AppendRefusedException;
import org.paivand.audit.log.LogUnavailableException;
import org.paivand.audit.note.SignerUnavailableException;
import org.paivand.audit.sequencer.StepRefusedException.Reason;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.lease.Lease;
import org.paivand.lease.Leases;

/** Transactions that commit only while the lease is held; each is one step of the leader. */
final class LeasedTransactions {
    private final Database database;
    private final Leases leases;
    private final Step.Listener listener;

    LeasedTransactions(Database database, Leases leases, Step.Listener listener) {
        this.database = database;
        this.leases = leases;
        this.listener = listener;
    }

    /** What a leader does in one of them. */
    @FunctionalInterface
    interface Work<T> {
        T in(Transaction transaction)
                throws SQLException, MalformedException, AppendRefusedException, LogUnavailableException,
                        RollbackException, SignerUnavailableException, StepRefusedException;
    }

    /** Locks the lease's row first, so that no successor starts before this transaction has ended. */
    <T> T commit(Lease lease, Work<T> work) throws StepRefusedException {
        return database.<T, StepRefusedException>commit(transaction -> {
            confirm(transaction, lease);
            try {
                return work.in(transaction);
            } catch (AppendRefusedException refused) {
                throw new StepRefusedException(reason(refused), refused);
            } catch (RollbackException refused) {
                throw new StepRefusedException(Reason.LOG_ROLLED_BACK, refused);
            } catch (SignerUnavailableException gone) {
                throw new StepRefusedException(Reason.SIGNER_UNAVAILABLE, gone);
            } catch (MalformedException | LogUnavailableException | IndexOutOfBoundsException unreadable) {
                throw new StepRefusedException(Reason.LOG_UNREADABLE, unreadable);
            }
        });
    }

    private void confirm(Transaction transaction, Lease lease) throws StepRefusedException {
        Connection connection = transaction.connection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION idle_transaction_timeout = "
                    + Math.max(1, lease.term().toSeconds() / 2));
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
        if (!leases.confirm(transaction, lease)) {
            throw new StepRefusedException(Reason.LEASE_LOST);
        }
        listener.reached(Step.LEASE_CONFIRMED);
    }

    private static Reason reason(AppendRefusedException refused) {
        return switch (refused.reason()) {
            case HEAD_MOVED -> Reason.HEAD_MOVED;
            case FENCED_OFF -> Reason.LEASE_LOST;
            case DUPLICATE_ENTRY -> Reason.DUPLICATE_ENTRY;
        };
    }
}
