package org.paivand.audit.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.paivand.audit.merkle.Hash;

/**
 * Which indexes evidence is wanted of, as they are known now.
 *
 * @param pending whether committed entries that belong to it wait for their index
 */
record EvidenceExtent(long from, long to, boolean pending, Optional<List<Long>> selected, OptionalLong since) {
    private static final String INDEX = "IF(l.log = ?, l.idx, NULL)";
    private static final String ROWS =
            " FROM paivand_log.event e LEFT JOIN paivand_log.leaf l ON l.entry = e.entry WHERE ";
    private static final String OF_LOG = "SELECT l.idx" + ROWS + "(l.log = ? OR l.log IS NULL) AND ";
    private static final String PERIOD = "e.occurred_at >= ? AND e.occurred_at < ?";

    boolean isEmpty() {
        return from == to && !pending;
    }

    /** The same of a log that has ended and was signed for as far as that. */
    EvidenceExtent ended(long signed) {
        return new EvidenceExtent(
                Math.min(from, signed),
                Math.min(to, signed),
                false,
                selected.map(indexes ->
                        indexes.stream().filter(index -> index < signed).toList()),
                since);
    }

    /** Neighbours of other times are among them, since entries are ordered by commit; none of the period is left out. */
    static EvidenceExtent period(Connection connection, int log, Instant from, Instant to) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT COALESCE(MIN(" + INDEX + "), 0),"
                + " COALESCE(MAX(" + INDEX + ") + 1, 0), COUNT(*) > COUNT(l.idx)" + ROWS + PERIOD)) {
            select.setInt(1, log);
            select.setInt(2, log);
            select.setObject(3, Utc.column(from));
            select.setObject(4, Utc.column(to));
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return new EvidenceExtent(
                        rows.getLong(1), rows.getLong(2), rows.getBoolean(3), Optional.empty(), OptionalLong.empty());
            }
        }
    }

    static EvidenceExtent ofCase(Connection connection, int log, Hash caseToken) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(OF_LOG + "e.case_token = ? ORDER BY l.idx")) {
            select.setInt(1, log);
            select.setBytes(2, caseToken.bytes());
            return selected(select);
        }
    }

    static EvidenceExtent ofEvent(Connection connection, int log, UUID eventId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(OF_LOG + "e.event_id = ?")) {
            select.setInt(1, log);
            select.setString(2, eventId.toString());
            return selected(select);
        }
    }

    static EvidenceExtent ofAgency(Connection connection, int log, String agency, Instant from, Instant to)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(OF_LOG + PERIOD + " AND e.agency = ? ORDER BY l.idx")) {
            select.setInt(1, log);
            select.setObject(2, Utc.column(from));
            select.setObject(3, Utc.column(to));
            select.setString(4, agency);
            return selected(select);
        }
    }

    /** All that is signed for now; where that is nothing new, what waits for it. */
    static EvidenceExtent since(Connection connection, int log, Checkpoints checkpoints, long size)
            throws SQLException {
        long newest = checkpoints.newest().map(Checkpoints.Published::size).orElse(size);
        boolean waits = newest <= size && hasUnsigned(connection, log, size);
        return new EvidenceExtent(size, Math.max(size, newest), waits, Optional.empty(), OptionalLong.of(size));
    }

    private static boolean hasUnsigned(Connection connection, int log, long size) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT EXISTS (SELECT 1 FROM paivand_log.leaf WHERE log = ? AND idx >= ?)"
                        + " OR EXISTS (SELECT 1 FROM paivand.log_pending)")) {
            select.setInt(1, log);
            select.setLong(2, size);
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getBoolean(1);
            }
        }
    }

    private static EvidenceExtent selected(PreparedStatement select) throws SQLException {
        List<Long> indexes = new ArrayList<>();
        boolean pending = false;
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                long index = rows.getLong(1);
                if (rows.wasNull()) {
                    pending = true;
                } else {
                    indexes.add(index);
                }
            }
        }
        long from = indexes.isEmpty() ? 0 : indexes.get(0);
        long to = indexes.isEmpty() ? 0 : indexes.get(indexes.size() - 1) + 1;
        return new EvidenceExtent(from, to, pending, Optional.of(indexes), OptionalLong.empty());
    }
}
