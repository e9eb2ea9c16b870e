package org.paivand.audit.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.paivand.database.Database;
import org.paivand.entry.LogNotWritableException;
import org.paivand.entry.LogNotWritableException.Reason;
import org.paivand.entry.LogState;
import org.paivand.entry.LogStatus;

/** Asks the tables how far the sequencer is, so that an instance that does not lead knows it too. */
public final class JdbcLogState implements LogState {
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final String STATUS = """
            SELECT (SELECT size FROM paivand.log_head WHERE origin = ?),
                   pending.count, TIMESTAMPDIFF(MICROSECOND, pending.oldest, UTC_TIMESTAMP(3)),
                   (SELECT TIMESTAMPDIFF(MICROSECOND, at, UTC_TIMESTAMP(3)) FROM paivand_log.leaf
                     WHERE log = (SELECT id FROM paivand_log.log WHERE origin = ?) AND idx = COALESCE(signed.size, 0)),
                   signed.at, UTC_TIMESTAMP(3), (SELECT MAX(occurred_at) FROM paivand_log.event),
                   (SELECT what FROM paivand.log_trouble WHERE kind = 'UNSOUND'),
                   EXISTS (SELECT 1 FROM paivand.log_trouble WHERE kind = 'SIGNER')
              FROM (SELECT COUNT(*) AS count, MIN(at) AS oldest FROM paivand.log_pending) pending
              LEFT JOIN (SELECT size, at FROM paivand_log.checkpoint WHERE origin = ? ORDER BY size DESC LIMIT 1) signed
                ON TRUE""";

    private final Database database;
    private final String origin;
    private final Duration maxLag;
    private final Supplier<LogStatus.Signer> signer;
    private final InstantSource clock;
    private final Duration maxStepBack;
    private volatile Optional<Seen> seen = Optional.empty();

    /** What was seen when, by the process's monotonic clock. */
    private record Seen(LogStatus status, long nanos) {
        boolean isFresh() {
            return System.nanoTime() - nanos < FRESH_NANOS;
        }
    }

    /**
     * Over the application's database.
     *
     * @param maxLag how long an entry may wait for its index, and then for its checkpoint
     * @param signer what this process knows of the signing key
     * @param maxStepBack how far the clock may be behind the database's, or behind what was recorded
     */
    public JdbcLogState(
            Database database,
            String origin,
            Duration maxLag,
            Supplier<LogStatus.Signer> signer,
            InstantSource clock,
            Duration maxStepBack) {
        this.database = database;
        this.origin = origin;
        this.maxLag = maxLag;
        this.signer = signer;
        this.clock = clock;
        this.maxStepBack = maxStepBack;
    }

    @Override
    public LogStatus status() {
        long asked = System.nanoTime();
        LogStatus status = database.commit(transaction -> {
            try (PreparedStatement select = transaction.connection().prepareStatement(STATUS)) {
                select.setString(1, origin);
                select.setString(2, origin);
                select.setString(3, origin);
                try (ResultSet rows = select.executeQuery()) {
                    rows.next();
                    return status(rows);
                }
            }
        });
        seen = Optional.of(new Seen(status, asked));
        return status;
    }

    @Override
    public void requireWritable() throws LogNotWritableException {
        LogStatus status = seen.filter(Seen::isFresh).map(Seen::status).orElseGet(this::status);
        if (status.isLaterThan(clock.instant(), maxStepBack)) {
            throw new LogNotWritableException(Reason.CLOCK);
        }
        if (status.unsound().isPresent()) {
            throw new LogNotWritableException(Reason.UNSOUND);
        }
        LogStatus.Signer now = signer.get() == LogStatus.Signer.ELSEWHERE ? status.signer() : signer.get();
        if (now == LogStatus.Signer.REFUSING || now == LogStatus.Signer.UNPROVEN) {
            throw new LogNotWritableException(Reason.SIGNER);
        }
        if (status.isBehind(maxLag)) {
            throw new LogNotWritableException(Reason.BEHIND);
        }
    }

    private LogStatus status(ResultSet rows) throws SQLException {
        return new LogStatus(
                rows.getLong(1),
                rows.getLong(2),
                Duration.of(rows.getLong(3), ChronoUnit.MICROS),
                Duration.of(rows.getLong(4), ChronoUnit.MICROS),
                instant(rows, 5),
                Stream.of(instant(rows, 5), instant(rows, 6), instant(rows, 7))
                        .flatMap(Optional::stream)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                Optional.ofNullable(rows.getString(8)),
                rows.getBoolean(9) && signer.get() == LogStatus.Signer.ELSEWHERE
                        ? LogStatus.Signer.REFUSING
                        : signer.get());
    }

    private static Optional<Instant> instant(ResultSet rows, int column) throws SQLException {
        return Optional.ofNullable(rows.getObject(column, LocalDateTime.class)).map(at -> at.toInstant(ZoneOffset.UTC));
    }
}
