package org.paivand.audit.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.paivand.audit.MalformedException;
import org.paivand.audit.checkpoint.Checkpoint;
import org.paivand.audit.checkpoint.UntrustedCheckpointException;
import org.paivand.audit.checkpoint.VerifiedCheckpoint;
import org.paivand.audit.checkpoint.WitnessPolicy;
import org.paivand.audit.jdbc.CheckpointRefusedException.Reason;
import org.paivand.audit.log.LogProofs;
import org.paivand.audit.log.LogUnavailableException;
import org.paivand.audit.merkle.Hash;
import org.paivand.audit.note.SignedNote;
import org.paivand.audit.note.VerifierKey;
import org.paivand.database.Database;
import org.paivand.entry.LogNotWritableException;

/**
 * What evidence will hold, and under which checkpoint. No method may be called inside a transaction; the entry that records
 * the export is the caller's, and comes before anything is handed out.
 */
public final class EvidencePlans {
    private static final Duration POLL = Duration.ofMillis(50);

    private final Database database;
    private final String origin;
    private final Acceptance acceptance;

    /** @param origin of the log that is written now, which is meant where no other is named */
    public EvidencePlans(Database database, String origin, Acceptance acceptance) {
        this.database = database;
        this.origin = origin;
        this.acceptance = acceptance;
    }

    /** Which indexes are wanted of a log by its number, 0 where it hasn't begun. */
    @FunctionalInterface
    private interface Wanted {
        EvidenceExtent in(Connection connection, int log) throws SQLException;
    }

    /**
     * Waits until a checkpoint covers every committed entry that occurred in {@code [from, to)}. The range of indexes may
     * take in neighbours of other times, since entries are ordered by commit; it leaves none of the period out that stands
     * in this log, but what a log that ended was never signed for.
     *
     * @param log the origin of one of this database's logs; absent for the one that is written now
     * @param patience how long to wait; a second or two is plenty
     * @return empty if the period has no entry in this log
     * @throws LogNotWritableException if sequencer or witnesses did not get there in time
     */
    public Optional<EvidencePlan> plan(Optional<String> log, Instant from, Instant to, Duration patience)
            throws LogNotWritableException, LogUnavailableException {
        return plan(
                log.orElse(origin),
                (connection, number) -> EvidenceExtent.period(connection, number, from, to),
                patience);
    }

    /** The same for what one agency did in a period. */
    public Optional<EvidencePlan> ofAgency(
            Optional<String> log, String agency, Instant from, Instant to, Duration patience)
            throws LogNotWritableException, LogUnavailableException {
        return plan(
                log.orElse(origin),
                (connection, number) -> EvidenceExtent.ofAgency(connection, number, agency, from, to),
                patience);
    }

    /** The same for the case that an event concerns, in the event's log; empty if there is none. */
    public Optional<EvidencePlan> ofCase(UUID eventId, Hash caseToken, Duration patience)
            throws LogNotWritableException, LogUnavailableException {
        return plan(
                logOf(eventId), (connection, number) -> EvidenceExtent.ofCase(connection, number, caseToken), patience);
    }

    /**
     * All that was signed for after a checkpoint that an auditor kept.
     *
     * @return empty if there is nothing newer
     */
    public Optional<EvidencePlan> since(SignedNote kept, Duration patience)
            throws CheckpointRefusedException, LogNotWritableException, LogUnavailableException {
        VerifiedCheckpoint then = requireContinued(kept);
        long size = then.treeHead().size();
        return plan(
                then.origin(),
                (connection, number) -> EvidenceExtent.since(
                        connection, number, new Checkpoints(connection, then.origin(), acceptance), size),
                patience);
    }

    /** The same for one entry; empty if there is no such event. */
    public Optional<EvidencePlan> single(UUID eventId, Duration patience)
            throws LogNotWritableException, LogUnavailableException {
        return plan(
                logOf(eventId), (connection, number) -> EvidenceExtent.ofEvent(connection, number, eventId), patience);
    }

    /** The one that is written now, while the event waits for its index. */
    private String logOf(UUID eventId) {
        return database.<String, RuntimeException>commit(tx -> {
            try (PreparedStatement select = tx.connection()
                    .prepareStatement("SELECT g.origin FROM paivand_log.event e"
                            + " JOIN paivand_log.leaf l ON l.entry = e.entry JOIN paivand_log.log g ON g.id = l.log"
                            + " WHERE e.event_id = ?")) {
                select.setString(1, eventId.toString());
                try (ResultSet rows = select.executeQuery()) {
                    return rows.next() ? rows.getString(1) : origin;
                }
            }
        });
    }

    private VerifiedCheckpoint requireContinued(SignedNote kept)
            throws CheckpointRefusedException, LogUnavailableException {
        VerifiedCheckpoint then = requireOurs(kept);
        boolean continued = database.<Boolean, LogUnavailableException>commit(tx -> {
            JdbcLogStore store = new JdbcLogStore(tx.connection(), then.origin());
            return then.treeHead().size() <= store.head().size()
                    && new LogProofs(store).head(then.treeHead().size()).equals(then.treeHead());
        });
        if (!continued) {
            throw new CheckpointRefusedException(Reason.CONTRADICTED);
        }
        return then;
    }

    private VerifiedCheckpoint requireOurs(SignedNote kept) throws CheckpointRefusedException {
        try {
            String named = Checkpoint.parse(kept.text()).origin();
            Optional<Logs.Known> log =
                    database.<Optional<Logs.Known>, RuntimeException>commit(tx -> new Logs(tx.connection()).of(named));
            if (log.isPresent()) {
                return WitnessPolicy.trusting(VerifierKey.parse(log.get().key()))
                        .verify(kept);
            }
        } catch (MalformedException | UntrustedCheckpointException notOurs) {
            throw new CheckpointRefusedException(Reason.NOT_OURS);
        }
        throw new CheckpointRefusedException(Reason.NOT_OURS);
    }

    private Optional<EvidencePlan> plan(String log, Wanted wanted, Duration patience)
            throws LogNotWritableException, LogUnavailableException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            EvidenceExtent extent = database.commit(tx -> extent(tx.connection(), log, wanted));
            if (extent.isEmpty()) {
                return Optional.empty();
            }
            Optional<Checkpoints.Published> covering = extent.pending() || certificateWaits()
                    ? Optional.empty()
                    : database.commit(tx -> covering(new Checkpoints(tx.connection(), log, acceptance), extent));
            if (covering.isPresent()) {
                return Optional.of(plan(log, covering.get(), extent));
            }
            if (System.nanoTime() - deadline > 0) {
                throw new LogNotWritableException(LogNotWritableException.Reason.BEHIND);
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    /** What was shredded is explained by a certificate, which has to be signed for as well. */
    private boolean certificateWaits() {
        return database.<Boolean, RuntimeException>commit(
                tx -> CertificateProofs.waiting(tx.connection(), origin, acceptance));
    }

    private EvidenceExtent extent(Connection connection, String log, Wanted wanted) throws SQLException {
        Logs logs = new Logs(connection);
        Optional<Logs.Known> known = logs.of(log);
        EvidenceExtent extent =
                wanted.in(connection, known.map(Logs.Known::number).orElse(0));
        if (log.equals(origin) || known.equals(logs.newest())) {
            return extent;
        }
        return extent.ended(new Checkpoints(connection, log, acceptance)
                .newest()
                .map(Checkpoints.Published::size)
                .orElse(0L));
    }

    /** A period brings all entries up to its checkpoint, so the smallest; single entries stand under the newest as well. */
    private static Optional<Checkpoints.Published> covering(Checkpoints checkpoints, EvidenceExtent extent)
            throws SQLException {
        return extent.selected().isPresent()
                ? checkpoints.newest().filter(newest -> newest.size() >= extent.to())
                : checkpoints.covering(extent.to());
    }

    private static EvidencePlan plan(String log, Checkpoints.Published covering, EvidenceExtent extent)
            throws LogUnavailableException {
        try {
            return new EvidencePlan(
                    log,
                    covering.signedNote(),
                    extent.from(),
                    extent.to(),
                    covering.size(),
                    extent.selected(),
                    extent.since());
        } catch (MalformedException damaged) {
            throw new LogUnavailableException("a published checkpoint is damaged", damaged);
        }
    }
}
