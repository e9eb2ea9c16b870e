package org.paivand.audit.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.paivand.database.Database;
import org.paivand.entry.WitnessState;
import org.paivand.entry.WitnessStatus;

/** Asks the tables, so that an instance that does not lead knows it too. */
public final class JdbcWitnessState implements WitnessState {
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final String STATUS = """
            SELECT witnessed.size,
                   (SELECT c.at FROM paivand_log.checkpoint c WHERE c.origin = ? AND c.size > witnessed.size
                     ORDER BY c.size LIMIT 1)
              FROM (SELECT COALESCE(MAX(size), 0) AS size FROM paivand_log.quorum WHERE origin = ? AND policy = ?) witnessed""";

    private final Database database;
    private final String origin;
    private final Acceptance acceptance;
    private final Duration maxLag;
    private final InstantSource clock;
    private volatile Optional<Seen> seen = Optional.empty();

    /** What was seen when, by the process's monotonic clock. */
    private record Seen(long size, Optional<Instant> unwitnessed, long nanos) {
        boolean isFresh() {
            return System.nanoTime() - nanos < FRESH_NANOS;
        }
    }

    /** @param maxLag how long a checkpoint may wait for its quorum; its time is the signer's */
    public JdbcWitnessState(
            Database database, String origin, Acceptance acceptance, Duration maxLag, InstantSource clock) {
        this.database = database;
        this.origin = origin;
        this.acceptance = acceptance;
        this.maxLag = maxLag;
        this.clock = clock;
    }

    @Override
    public WitnessStatus status() {
        if (!acceptance.needsWitnesses()) {
            return WitnessStatus.NOT_NEEDED;
        }
        Seen now = seen.filter(Seen::isFresh).orElseGet(this::ask);
        Duration waiting = now.unwitnessed()
                .map(since -> Duration.between(since, clock.instant()))
                .filter(passed -> !passed.isNegative())
                .orElse(Duration.ZERO);
        return new WitnessStatus(now.size(), waiting, waiting.compareTo(maxLag) > 0);
    }

    private Seen ask() {
        long asked = System.nanoTime();
        Seen found = database.commit(transaction -> {
            try (PreparedStatement select = transaction.connection().prepareStatement(STATUS)) {
                select.setString(1, origin);
                select.setString(2, origin);
                select.setBytes(3, acceptance.id().bytes());
                try (ResultSet rows = select.executeQuery()) {
                    rows.next();
                    return new Seen(
                            rows.getLong(1),
                            Optional.ofNullable(rows.getObject(2, LocalDateTime.class))
                                    .map(at -> at.toInstant(ZoneOffset.UTC)),
                            asked);
                }
            }
        });
        seen = Optional.of(found);
        return found;
    }
}
