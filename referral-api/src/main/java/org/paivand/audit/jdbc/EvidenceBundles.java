package org.paivand.audit.jdbc;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.paivand.audit.MalformedException;
import org.paivand.audit.bundle.BundleWriter;
import org.paivand.audit.bundle.Preface;
import org.paivand.audit.checkpoint.UntrustedCheckpointException;
import org.paivand.audit.checkpoint.WitnessPolicy;
import org.paivand.audit.jdbc.CheckpointRefusedException.Reason;
import org.paivand.audit.log.LogProofs;
import org.paivand.audit.log.LogUnavailableException;
import org.paivand.audit.log.Opening;
import org.paivand.audit.merkle.Hash;
import org.paivand.audit.merkle.TreeHead;
import org.paivand.audit.note.SignedNote;
import org.paivand.audit.note.VerifierKey;
import org.paivand.audit.proof.LogProof;
import org.paivand.database.Database;
import org.paivand.entry.LogNotWritableException;
import org.paivand.entry.Vault;

/**
 * Evidence bundles, and single proofs. No method may be called inside a transaction; the entry that records the export is
 * the caller's, and comes before it hands anything out.
 */
public final class EvidenceBundles {
    private static final Duration POLL = Duration.ofMillis(50);

    private final Database database;
    private final Vault vault;
    private final String origin;
    private final WitnessPolicy ourselves;
    private final Acceptance acceptance;

    /** @param key the log's own; its name is the origin */
    public EvidenceBundles(Database database, Vault vault, VerifierKey key, Acceptance acceptance) {
        this.database = database;
        this.vault = vault;
        this.origin = key.name();
        this.ourselves = WitnessPolicy.trusting(key);
        this.acceptance = acceptance;
    }

    /**
     * Waits until a checkpoint covers every committed entry that occurred in {@code [from, to)}. The range of indexes may
     * take in neighbours of other times, since entries are ordered by commit; it leaves none of the period out.
     *
     * @param patience how long to wait; a second or two is plenty
     * @return empty if the period has no entry
     * @throws LogNotWritableException if sequencer or witnesses did not get there in time
     */
    public Optional<EvidencePlan> plan(Instant from, Instant to, Duration patience)
            throws LogNotWritableException, LogUnavailableException {
        return plan(connection -> EvidenceExtent.period(connection, from, to), patience);
    }

    /** The same for what one agency did in a period. */
    public Optional<EvidencePlan> ofAgency(String agency, Instant from, Instant to, Duration patience)
            throws LogNotWritableException, LogUnavailableException {
        return plan(connection -> EvidenceExtent.ofAgency(connection, agency, from, to), patience);
    }

    /** The same for one case. */
    public Optional<EvidencePlan> ofCase(Hash caseToken, Duration patience)
            throws LogNotWritableException, LogUnavailableException {
        return plan(connection -> EvidenceExtent.ofCase(connection, caseToken), patience);
    }

    /**
     * All that was signed for after a checkpoint that an auditor kept.
     *
     * @return empty if there is nothing newer
     */
    public Optional<EvidencePlan> since(SignedNote kept, Duration patience)
            throws CheckpointRefusedException, LogNotWritableException, LogUnavailableException {
        long size = requireContinued(kept).size();
        return plan(
                connection -> EvidenceExtent.since(new Checkpoints(connection, origin, acceptance), size), patience);
    }

    /** The same for one entry; empty if there is no such event. */
    public Optional<EvidencePlan> single(UUID eventId, Duration patience)
            throws LogNotWritableException, LogUnavailableException {
        return plan(connection -> EvidenceExtent.ofEvent(connection, eventId), patience);
    }

    /** The first entry of a plan as a file of its own. */
    public LogProof proof(EvidencePlan plan) throws LogUnavailableException {
        return reading(connection -> {
            Opening opening = new EvidenceRows(connection, vault)
                    .at(plan.from())
                    .orElseThrow(() -> new LogUnavailableException("it was shredded", new IllegalStateException()))
                    .opening();
            LogProofs proofs = new LogProofs(new JdbcLogStore(connection, origin));
            return LogProof.of(opening, plan.from(), proofs.inclusion(plan.from(), plan.size()), plan.checkpoint());
        });
    }

    private TreeHead requireContinued(SignedNote kept) throws CheckpointRefusedException, LogUnavailableException {
        TreeHead then;
        try {
            then = ourselves.verify(kept).treeHead();
        } catch (UntrustedCheckpointException notOurs) {
            throw new CheckpointRefusedException(Reason.NOT_OURS);
        }
        boolean continued = reading(connection -> {
            JdbcLogStore store = new JdbcLogStore(connection, origin);
            return then.size() <= store.head().size()
                    && new LogProofs(store).head(then.size()).equals(then);
        });
        if (!continued) {
            throw new CheckpointRefusedException(Reason.CONTRADICTED);
        }
        return then;
    }

    private Optional<EvidencePlan> plan(Read<EvidenceExtent, SQLException> wanted, Duration patience)
            throws LogNotWritableException, LogUnavailableException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            EvidenceExtent extent = database.commit(tx -> wanted.from(tx.connection()));
            if (extent.isEmpty()) {
                return Optional.empty();
            }
            Optional<Checkpoints.Published> covering = extent.pending()
                    ? Optional.empty()
                    : database.commit(tx -> new Checkpoints(tx.connection(), origin, acceptance).covering(extent.to()));
            if (covering.isPresent()) {
                return Optional.of(plan(covering.get(), extent));
            }
            if (System.nanoTime() - deadline > 0) {
                throw new LogNotWritableException(LogNotWritableException.Reason.BEHIND);
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private static EvidencePlan plan(Checkpoints.Published covering, EvidenceExtent extent)
            throws LogUnavailableException {
        try {
            return new EvidencePlan(
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

    /** Writes the zip; holds one connection meanwhile, so give it a file and not somebody's slow network. */
    public void write(EvidencePlan plan, OutputStream out) throws IOException, LogUnavailableException {
        Optional<LogUnavailableException> failure =
                database.<Optional<LogUnavailableException>, IOException>commit(tx -> {
                    try {
                        write(tx.connection(), plan, out);
                        return Optional.empty();
                    } catch (LogUnavailableException unavailable) {
                        return Optional.of(unavailable);
                    }
                });
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    private void write(Connection connection, EvidencePlan plan, OutputStream out)
            throws IOException, SQLException, LogUnavailableException {
        BundleWriter writer = new BundleWriter(new JdbcLogStore(connection, origin));
        Preface plain = Preface.of(plan.checkpoint(), policies(connection));
        Preface preface = plan.since().isPresent() ? plain.since(plan.since().getAsLong()) : plain;
        EvidenceRows rows = new EvidenceRows(connection, vault);
        if (plan.selected().isPresent()) {
            writer.selection(out, preface, rows.selecting(plan.selected().get()));
        } else {
            writer.period(out, preface, plan.from(), plan.to(), rows);
        }
    }

    private interface Read<T, E extends Exception> {
        T from(Connection connection) throws E, SQLException;
    }

    private <T> T reading(Read<T, LogUnavailableException> read) throws LogUnavailableException {
        return database.<T, LogUnavailableException>commit(tx -> read.from(tx.connection()));
    }

    /** All there are: a few a year. */
    private static List<byte[]> policies(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT body FROM paivand_log.policy ORDER BY at")) {
            List<byte[]> policies = new ArrayList<>();
            while (rows.next()) {
                policies.add(rows.getString(1).getBytes(StandardCharsets.UTF_8));
            }
            return policies;
        }
    }
}
