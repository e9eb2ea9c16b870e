package org.paivand.audit.sequencer;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.paivand.audit.MalformedException;
import org.paivand.audit.checkpoint.Checkpoint;
import org.paivand.audit.checkpoint.CheckpointSigner;
import org.paivand.audit.checkpoint.RollbackException;
import org.paivand.audit.jdbc.JdbcLogStore;
import org.paivand.audit.jdbc.Logs;
import org.paivand.audit.jdbc.Pending;
import org.paivand.audit.log.AppendRefusedException;
import org.paivand.audit.log.LogUnavailableException;
import org.paivand.audit.note.NoteSigner;
import org.paivand.audit.note.SignerUnavailableException;
import org.paivand.audit.note.VerifierKey;
import org.paivand.audit.sequencer.StepRefusedException.Reason;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.disclosure.event.LogSuccession;
import org.paivand.lease.Lease;
import org.paivand.lease.Leases;

/**
 * Makes the node's log the one that is written: begins the first, or ends the one before and opens its successor. Each step is
 * one transaction under the lease, and tables and the signer's memory tell which comes next; so whoever follows a leader that was
 * killed goes on where it stopped. A log that can't be signed for any more is left as it is.
 */
public final class Succession implements SequencerRunner.Preparation {
    private final LeasedTransactions transactions;
    private final LogMemory memory;
    private final NoteSigner own;
    private final Optional<LogSuccession> reason;
    private final ChangeRecord record;
    private final InstantSource clock;
    private final Step.Listener listener;

    /**
     * @param own the key of the log that shall be written, named by its origin
     * @param reason what the operator says; only {@code recovery} follows a log that was rolled back
     */
    public Succession(
            Database database,
            Leases leases,
            LogMemory memory,
            NoteSigner own,
            Optional<LogSuccession> reason,
            ChangeRecord record,
            InstantSource clock,
            Step.Listener listener) {
        this.transactions = new LeasedTransactions(database, leases, listener);
        this.memory = memory;
        this.own = own;
        this.reason = reason;
        this.record = record;
        this.clock = clock;
        this.listener = listener;
    }

    /** Returns once the node's log is the newest, has its first entry, and is what was signed for so far. */
    @Override
    public void settle(Lease lease) throws StepRefusedException {
        boolean settled = false;
        while (!settled) {
            settled = transactions.<Boolean>commit(lease, transaction -> step(transaction, lease.fence()));
            listener.reached(Step.SETTLED);
        }
    }

    /** One step; true if none was left. */
    private boolean step(Transaction transaction, long fence)
            throws SQLException, MalformedException, AppendRefusedException, LogUnavailableException, RollbackException,
                    SignerUnavailableException, StepRefusedException {
        Connection connection = transaction.connection();
        Logs logs = new Logs(connection);
        Optional<Logs.Known> newest = logs.newest();
        requireOwn(logs);
        if (newest.isEmpty()) {
            beginFirst(logs);
            return false;
        }
        Logs.Known last = newest.get();
        if (isUnopened(connection, last)) {
            if (!signBefore(connection, logs, last)) {
                open(transaction, logs, last, fence);
            }
            return false;
        }
        if (last.origin().equals(origin())) {
            log(last).requireContinuous(connection, memory.head(origin()));
            return true;
        }
        succeed(transaction, logs, last, fence);
        return false;
    }

    private boolean isUnopened(Connection connection, Logs.Known log)
            throws LogUnavailableException, SignerUnavailableException {
        return new JdbcLogStore(connection, log.origin()).head().size() == 0
                && memory.head(log.origin()).size() == 0;
    }

    /** A log has one key, a key one log; and what was signed for isn't begun again by a database that has forgotten it. */
    private void requireOwn(Logs logs)
            throws SQLException, MalformedException, RollbackException, SignerUnavailableException,
                    StepRefusedException {
        for (Logs.Known known : logs.all()) {
            boolean sameKey = VerifierKey.parse(known.key()).sameKeyAs(own.verifierKey());
            if (sameKey != known.origin().equals(origin())) {
                throw new StepRefusedException(Reason.KEY_REPLACED);
            }
        }
        if (logs.of(origin()).isEmpty()
                && logs.adoptable().isEmpty()
                && memory.head(origin()).size() > 0) {
            throw new RollbackException("signed for before, and not in the database");
        }
    }

    private void beginFirst(Logs logs) throws SQLException, RollbackException, SignerUnavailableException {
        Optional<String> adoptable = logs.adoptable();
        if (adoptable.isPresent()) {
            memory.adopt(adoptable.get());
        } else if (memory.last().isPresent() && !isRecovery()) {
            throw new RollbackException("other logs were signed for, and none is in the database");
        }
        NoteSigner key = adoptable.flatMap(memory::key).orElse(own);
        declare(logs, key.verifierKey(), memory.last().isPresent() ? LogSuccession.RECOVERY : LogSuccession.FIRST);
    }

    /** Ends the last log with an entry that names its successor, unless it can't be signed for any more. */
    private void succeed(Transaction transaction, Logs logs, Logs.Known last, long fence)
            throws SQLException, MalformedException, AppendRefusedException, LogUnavailableException, RollbackException,
                    SignerUnavailableException, StepRefusedException {
        if (logs.of(origin()).isPresent()) {
            throw new StepRefusedException(Reason.LOG_SUCCEEDED);
        }
        LogSuccession why = reason.orElse(LogSuccession.YEAR);
        if (isContinued(transaction.connection(), logs, last)) {
            LedLog log = log(last);
            Pending pending = Pending.read(transaction.connection(), Sequencer.BATCH);
            listener.reached(Step.PENDING_READ);
            if (!pending.entries().isEmpty()) {
                log.append(transaction.connection(), pending, fence);
            }
            if (pending.entries().size() == Sequencer.BATCH) {
                return;
            }
            String key = own.verifierKey().text();
            UUID end = record.write(transaction, why, origin(), key, Optional.empty(), clock.instant());
            log.append(transaction.connection(), Pending.only(transaction.connection(), end), fence);
        }
        declare(logs, own.verifierKey(), why);
    }

    private boolean isContinued(Connection connection, Logs logs, Logs.Known last)
            throws SQLException, LogUnavailableException, RollbackException, SignerUnavailableException {
        try {
            Optional<Checkpoint> signed = memory.last();
            if (signed.isPresent() && logs.of(signed.get().origin()).isEmpty()) {
                throw new RollbackException("a log that was signed for is not in the database");
            }
            log(last).requireContinuous(connection, memory.head(last.origin()));
            return memory.signer(last).isPresent();
        } catch (RollbackException rolledBack) {
            if (!isRecovery()) {
                throw rolledBack;
            }
            return false;
        }
    }

    private void declare(Logs logs, VerifierKey key, LogSuccession why) throws SQLException {
        logs.declare(key.name(), key.text(), why.code(), clock.instant());
        listener.reached(Step.LOG_DECLARED);
    }

    /** Signs for the end of the log before; false if that is done already, or can't be. */
    private boolean signBefore(Connection connection, Logs logs, Logs.Known log)
            throws SQLException, LogUnavailableException, SignerUnavailableException {
        Optional<Logs.Known> before = logs.numbered(log.number() - 1);
        Optional<CheckpointSigner> signer = before.flatMap(memory::signer);
        if (before.isEmpty() || signer.isEmpty()) {
            return false;
        }
        try {
            return log(before.get()).publish(connection, signer.get());
        } catch (RollbackException leftAsItIs) {
            return false;
        }
    }

    private void open(Transaction transaction, Logs logs, Logs.Known log, long fence)
            throws SQLException, MalformedException, AppendRefusedException, LogUnavailableException, RollbackException,
                    SignerUnavailableException {
        memory.begin(log.origin());
        Optional<Checkpoint> previous = previous(transaction.connection(), logs, log);
        UUID first = record.first(transaction, log, previous, clock.instant());
        log(log).append(transaction.connection(), Pending.only(transaction.connection(), first), fence);
        listener.reached(Step.LOG_OPENED);
    }

    /** By the signer's memory; where that was lost, by what was published. */
    private Optional<Checkpoint> previous(Connection connection, Logs logs, Logs.Known log)
            throws SQLException, MalformedException, SignerUnavailableException {
        Optional<Checkpoint> remembered = memory.last();
        Optional<Logs.Known> before = logs.numbered(log.number() - 1);
        return remembered.isPresent() || before.isEmpty()
                ? remembered
                : log(before.get()).published(connection);
    }

    private LedLog log(Logs.Known log) {
        return new LedLog(log.origin(), clock, listener);
    }

    private boolean isRecovery() {
        return reason.equals(Optional.of(LogSuccession.RECOVERY));
    }

    private String origin() {
        return own.verifierKey().name();
    }
}
