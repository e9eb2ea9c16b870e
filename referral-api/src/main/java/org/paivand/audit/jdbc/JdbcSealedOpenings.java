package org.paivand.audit.jdbc;

import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import org.paivand.database.Transaction;
import org.paivand.disclosure.event.Erasure;
import org.paivand.disclosure.event.Erasure.IndexRange;
import org.paivand.entry.SealedOpenings;

/** A sealed opening tells by its first bytes which year's key opens it. */
public final class JdbcSealedOpenings implements SealedOpenings {
    /** Indexes in one statement: none takes so long that the connection is given up. */
    private static final int PAGE = 4_096;

    private final Connection connection;
    private final Acceptance acceptance;
    private final IntFunction<byte[]> beginning;
    private final int headBytes;

    /** @param beginning with what every record of a year begins; equally long for all */
    public JdbcSealedOpenings(Transaction transaction, Acceptance acceptance, IntFunction<byte[]> beginning) {
        this.connection = transaction.connection();
        this.acceptance = acceptance;
        this.beginning = beginning;
        this.headBytes = beginning.apply(0).length;
    }

    @Override
    public void lock() {
        boolean held = exists("SELECT name FROM paivand.change_lock WHERE name = 'openings-erasure' FOR UPDATE");
        if (!held) {
            throw new IllegalStateException("the row to lock is gone");
        }
    }

    @Override
    public Optional<List<Erasure.OfOpenings>> settled(int year) {
        if (exists(
                "SELECT 1 FROM paivand.log_pending p JOIN paivand_log.event e ON e.event_id = p.event_id WHERE "
                        + ofYear("e"),
                beginning.apply(year))) {
            return Optional.empty();
        }
        try {
            Logs logs = new Logs(connection);
            int newest = logs.newest().map(Logs.Known::number).orElse(0);
            List<Erasure.OfOpenings> sealed = new ArrayList<>();
            for (Logs.Known log : logs.all()) {
                List<IndexRange> ranges = ranges(log.number(), year);
                if (ranges.isEmpty()) {
                    continue;
                }
                if (log.number() == newest
                        && signed(log.origin()) < ranges.get(ranges.size() - 1).to()) {
                    return Optional.empty();
                }
                sealed.add(new Erasure.OfOpenings(log.origin(), ranges));
            }
            return Optional.of(sealed);
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
    }

    private List<IndexRange> ranges(int log, int year) throws SQLException {
        List<IndexRange> ranges = new ArrayList<>();
        long end = end(log);
        for (long from = 0; from < end; from += PAGE) {
            try (PreparedStatement select = connection.prepareStatement("SELECT STRAIGHT_JOIN l.idx"
                    + " FROM paivand_log.leaf l JOIN paivand_log.event e ON e.entry = l.entry"
                    + " WHERE l.log = ? AND l.idx >= ? AND l.idx < ? AND " + ofYear("e") + " ORDER BY l.idx")) {
                select.setInt(1, log);
                select.setLong(2, from);
                select.setLong(3, from + PAGE);
                select.setBytes(4, beginning.apply(year));
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        append(ranges, rows.getLong(1));
                    }
                }
            }
        }
        return ranges;
    }

    private static void append(List<IndexRange> ranges, long index) {
        int last = ranges.size() - 1;
        if (last >= 0 && ranges.get(last).to() == index) {
            ranges.set(last, new IndexRange(ranges.get(last).from(), index + 1));
        } else {
            ranges.add(new IndexRange(index, index + 1));
        }
    }

    private long end(int log) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT COALESCE(MAX(idx) + 1, 0) FROM paivand_log.leaf WHERE log = ?")) {
            select.setInt(1, log);
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    @Override
    public boolean underReview(int year) {
        return exists(
                "SELECT 1 FROM paivand_log.review_due d JOIN paivand_log.event e ON e.event_id = d.event_id"
                        + " LEFT JOIN paivand_log.review r ON r.disclosure = d.event_id"
                        + " WHERE r.disclosure IS NULL AND " + ofYear("e"),
                beginning.apply(year));
    }

    @Override
    public boolean certified(int year) {
        try (PreparedStatement select = connection.prepareStatement("SELECT l.log, l.idx, g.origin"
                + " FROM paivand_log.shredded s JOIN paivand_log.event e ON e.event_id = s.certificate"
                + " LEFT JOIN paivand_log.leaf l ON l.entry = e.entry LEFT JOIN paivand_log.log g ON g.id = l.log"
                + " WHERE s.year = ?")) {
            select.setInt(1, year);
            int newest = new Logs(connection).newest().map(Logs.Known::number).orElse(0);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    String origin = rows.getString(3);
                    if (origin == null || rows.getInt(1) == newest || rows.getLong(2) < signed(origin)) {
                        return true;
                    }
                }
            }
            return false;
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
    }

    @Override
    public void certify(int year, UUID certificate) {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO paivand_log.shredded (certificate, year) VALUES (?, ?)")) {
            insert.setString(1, certificate.toString());
            insert.setInt(2, year);
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
    }

    @Override
    public List<Integer> certifiedYears() {
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT DISTINCT year FROM paivand_log.shredded ORDER BY year");
                ResultSet rows = select.executeQuery()) {
            List<Integer> years = new ArrayList<>();
            while (rows.next()) {
                years.add(rows.getInt(1));
            }
            return years;
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
    }

    private String ofYear(String event) {
        return "LEFT(" + event + ".sealed_opening, " + headBytes + ") = ?";
    }

    private long signed(String origin) throws SQLException {
        return new Checkpoints(connection, origin, acceptance)
                .newest()
                .map(Checkpoints.Published::size)
                .orElse(0L);
    }

    private boolean exists(String sql, Object... values) {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = select.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
    }
}
