package org.paivand.audit.jdbc;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.paivand.audit.MalformedException;
import org.paivand.audit.bundle.BundleWriter;
import org.paivand.audit.bundle.Preface;
import org.paivand.audit.log.LogUnavailableException;
import org.paivand.database.Database;
import org.paivand.entry.LogNotWritableException;
import org.paivand.entry.LogNotWritableException.Reason;
import org.paivand.entry.Vault;

/**
 * Evidence bundles for periods. Neither method may be called inside a transaction; the entry that records the export is the
 * caller's, and comes first.
 */
public final class EvidenceBundles {
    private static final Duration POLL = Duration.ofMillis(50);

    private final Database database;
    private final Vault vault;
    private final String origin;
    private final Acceptance acceptance;

    public EvidenceBundles(Database database, Vault vault, String origin, Acceptance acceptance) {
        this.database = database;
        this.vault = vault;
        this.origin = origin;
        this.acceptance = acceptance;
    }

    /** A period's indexes in one log, and whether committed entries of the period wait for theirs. */
    private record Range(long from, long to, boolean pending) {
        boolean isEmpty() {
            return from == to && !pending;
        }
    }

    /** Of the log that is written now. */
    public Optional<EvidencePlan> plan(Instant from, Instant to, Duration patience)
            throws LogNotWritableException, LogUnavailableException {
        return plan(origin, from, to, patience);
    }

    /**
     * Waits until a checkpoint covers every committed entry that occurred in {@code [from, to)}. The range of indexes may
     * take in neighbours of other times, since entries are ordered by commit; it leaves none of the period out that stands
     * in this log, but what a log that ended was never signed for.
     *
     * @param log the origin of one of this database's logs
     * @param patience how long to wait; a second or two is plenty
     * @return empty if the period has no entry in this log
     * @throws LogNotWritableException if sequencer or witnesses did not get there in time
     */
    public Optional<EvidencePlan> plan(String log, Instant from, Instant to, Duration patience)
            throws LogNotWritableException, LogUnavailableException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            Range range = database.commit(tx -> range(tx.connection(), log, from, to));
            if (range.isEmpty()) {
                return Optional.empty();
            }
            Optional<Checkpoints.Published> covering = range.pending()
                    ? Optional.empty()
                    : database.commit(tx -> new Checkpoints(tx.connection(), log, acceptance).covering(range.to()));
            if (covering.isPresent()) {
                return Optional.of(plan(log, covering.get(), range));
            }
            if (System.nanoTime() - deadline > 0) {
                throw new LogNotWritableException(Reason.BEHIND);
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    /** Writes the zip; holds one connection meanwhile, so give it a file and not somebody's slow network. */
    public void write(EvidencePlan plan, OutputStream out) throws IOException, LogUnavailableException {
        Optional<LogUnavailableException> failure =
                database.<Optional<LogUnavailableException>, IOException>commit(tx -> {
                    Connection connection = tx.connection();
                    JdbcLogStore store = new JdbcLogStore(connection, plan.log());
                    try {
                        Preface preface = Preface.of(plan.checkpoint(), policies(connection));
                        new BundleWriter(store)
                                .period(
                                        out,
                                        preface,
                                        plan.from(),
                                        plan.to(),
                                        new EvidenceRows(connection, vault, plan.log()));
                        return Optional.empty();
                    } catch (LogUnavailableException unavailable) {
                        return Optional.of(unavailable);
                    }
                });
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    private static EvidencePlan plan(String log, Checkpoints.Published covering, Range range)
            throws LogUnavailableException {
        try {
            return new EvidencePlan(log, covering.signedNote(), range.from(), range.to(), covering.size());
        } catch (MalformedException damaged) {
            throw new LogUnavailableException("a published checkpoint is damaged", damaged);
        }
    }

    private static Range range(Connection connection, String log, Instant from, Instant to) throws SQLException {
        Logs logs = new Logs(connection);
        boolean written =
                logs.newest().filter(newest -> newest.origin().equals(log)).isPresent();
        Range range =
                rangeOfRows(connection, logs.of(log).map(Logs.Known::number).orElse(0), from, to);
        if (written) {
            return range;
        }
        long signed = new Checkpoints(connection, log)
                .newest()
                .map(Checkpoints.Published::size)
                .orElse(0L);
        return new Range(Math.min(range.from(), signed), Math.min(range.to(), signed), false);
    }

    private static Range rangeOfRows(Connection connection, int log, Instant from, Instant to) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT COALESCE(MIN(IF(l.log = ?, l.idx, NULL)), 0), COALESCE(MAX(IF(l.log = ?, l.idx, NULL)) + 1, 0),"
                        + " COUNT(*) > COUNT(l.idx)"
                        + " FROM paivand_log.event e LEFT JOIN paivand_log.leaf l ON l.entry = e.entry"
                        + " WHERE e.occurred_at >= ? AND e.occurred_at < ?")) {
            select.setInt(1, log);
            select.setInt(2, log);
            select.setObject(3, Utc.column(from));
            select.setObject(4, Utc.column(to));
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return new Range(rows.getLong(1), rows.getLong(2), rows.getBoolean(3));
            }
        }
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
