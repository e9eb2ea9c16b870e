package org.paivand.audit.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.paivand.audit.MalformedException;
import org.paivand.audit.log.Entry;

/**
 * Committed entries that wait for an index, lowest id first. A lower id may still commit later: take what is there, delete
 * exactly that, and never ask for ids above the last.
 */
public final class Pending {
    private static final String SELECT = "SELECT STRAIGHT_JOIN p.id, e.entry"
            + " FROM paivand.log_pending p JOIN paivand_log.event e ON e.event_id = p.event_id";

    private final List<Long> ids;
    private final List<Entry> entries;

    private Pending(List<Long> ids, List<Entry> entries) {
        this.ids = ids;
        this.entries = entries;
    }

    /** Whether there is anything to read: a cheap question for a poll. */
    public static boolean exists(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT 1 FROM paivand.log_pending LIMIT 1")) {
            return rows.next();
        }
    }

    public static Pending read(Connection connection, int limit) throws SQLException, MalformedException {
        return select(connection, SELECT + " ORDER BY p.id LIMIT ?", limit);
    }

    /** One that this transaction wrote, whatever else waits. */
    public static Pending only(Connection connection, UUID eventId) throws SQLException, MalformedException {
        return select(connection, SELECT + " WHERE p.event_id = ?", eventId.toString());
    }

    private static Pending select(Connection connection, String sql, Object parameter)
            throws SQLException, MalformedException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, parameter);
            List<Long> ids = new ArrayList<>();
            List<Entry> entries = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                    entries.add(Entry.decode(rows.getBytes(2)));
                }
            }
            return new Pending(ids, entries);
        }
    }

    public List<Entry> entries() {
        return entries;
    }

    /** Deletes the rows that were read; if one of them is gone already, somebody else integrates, which is a bug. */
    public void delete(Connection connection) throws SQLException {
        String numbers = ids.stream().map(String::valueOf).collect(Collectors.joining(","));
        try (Statement statement = connection.createStatement()) {
            if (statement.executeUpdate("DELETE FROM paivand.log_pending WHERE id IN (" + numbers + ")")
                    != ids.size()) {
                throw new IllegalStateException("pending rows were deleted by somebody else");
            }
        }
    }
}
