package org.paivand.audit.sequencer;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.paivand.audit.MalformedException;
import org.paivand.audit.checkpoint.Checkpoint;
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
import org.paivand.audit.merkle.InvalidProofException;
import org.paivand.audit.merkle.TreeHead;
import org.paivand.audit.note.SignedNote;
import org.paivand.audit.note.SignerUnavailableException;

/** One log as its leader works on it, in transactions that are the caller's. For one thread at a time. */
final class LedLog {
    private static final ConsistencyProof NO_GROWTH = new ConsistencyProof(List.of());

    private final String origin;
    private final InstantSource clock;
    private final Step.Listener listener;
    private Frontier frontier = Frontier.EMPTY;

    LedLog(String origin, InstantSource clock, Step.Listener listener) {
        this.origin = origin;
        this.clock = clock;
        this.listener = listener;
    }

    /** Gives the pending entries, of which there is one at least, the next indexes. */
    void append(Connection connection, Pending pending, long fence)
            throws SQLException, AppendRefusedException, LogUnavailableException {
        JdbcLogStore store = new JdbcLogStore(connection, origin);
        TreeHead head = store.head();
        Frontier edge = frontier.head().equals(head) ? frontier : new LogProofs(store).frontier(head.size());
        LogBatch batch = LogBatch.of(edge, pending.entries());
        store.append(batch, fence);
        listener.reached(Step.APPENDED);
        pending.delete(connection);
        listener.reached(Step.PENDING_DELETED);
        frontier = batch.frontier();
    }

    /** Signs for what stands in it; false if the newest checkpoint covers everything already. */
    boolean publish(Connection connection, CheckpointSigner signer)
            throws SQLException, LogUnavailableException, RollbackException, SignerUnavailableException {
        Checkpoints checkpoints = new Checkpoints(connection, origin);
        JdbcLogStore store = new JdbcLogStore(connection, origin);
        TreeHead head = store.head();
        TreeHead last = signer.last();
        Optional<Checkpoints.Published> newest = checkpoints.newest();
        listener.reached(Step.HEAD_READ);
        requireMemory(last, newest);
        SignedNote note = signer.sign(head, growth(store, last, head));
        listener.reached(Step.SIGNED);
        if (newest.isPresent() && newest.get().size() >= head.size()) {
            return false;
        }
        checkpoints.publish(head.size(), note, clock.instant());
        listener.reached(Step.CHECKPOINT_WRITTEN);
        return true;
    }

    /** Refuses, as the signer would, a log that isn't the one that was signed before; signs nothing. */
    void requireContinuous(Connection connection, TreeHead last)
            throws SQLException, LogUnavailableException, RollbackException {
        JdbcLogStore store = new JdbcLogStore(connection, origin);
        TreeHead head = store.head();
        requireMemory(last, new Checkpoints(connection, origin).newest());
        try {
            growth(store, last, head).verify(last, head);
        } catch (InvalidProofException another) {
            throw new RollbackException("not the log that was signed before: " + another.reason(), another);
        }
    }

    /** As it was published last. */
    Optional<Checkpoint> published(Connection connection) throws SQLException, MalformedException {
        Optional<Checkpoints.Published> newest = new Checkpoints(connection, origin).newest();
        return newest.isPresent()
                ? Optional.of(Checkpoint.parse(newest.get().signedNote().text()))
                : Optional.empty();
    }

    private static void requireMemory(TreeHead last, Optional<Checkpoints.Published> newest) throws RollbackException {
        if (last.size() == 0 && newest.map(Checkpoints.Published::size).orElse(0L) > 0) {
            throw new RollbackException("signed before, and not remembered");
        }
    }

    /** Where the log is smaller than what was signed there is no proof; the empty one lets the signer refuse. */
    private static ConsistencyProof growth(JdbcLogStore store, TreeHead last, TreeHead head)
            throws LogUnavailableException {
        return last.size() > head.size() ? NO_GROWTH : new LogProofs(store).consistency(last.size(), head.size());
    }
}
