package org.paivand.audit.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.paivand.audit.merkle.Hash;
import org.paivand.audit.merkle.TreeHead;

/** The logs of this database, one after another, over one connection inside a transaction that its owner commits. */
public final class Logs {
    private static final String SELECT = "SELECT id, origin, verifier_key, reason, began_at FROM paivand_log.log";

    private final Connection connection;

    public Logs(Connection connection) {
        this.connection = connection;
    }

    /**
     * A log that was begun here.
     *
     * @param number counts from 1
     * @param key its verifier key (C2SP signed-note), never another one
     * @param reason why it followed the one before (disclosure/FORMATS.md, {@code log-change})
     */
    public record Known(int number, String origin, String key, String reason, Instant beganAt) {}

    /** The one that is written now. */
    public Optional<Known> newest() throws SQLException {
        return select(SELECT + " ORDER BY id DESC LIMIT 1", null).stream().findFirst();
    }

    public Optional<Known> of(String origin) throws SQLException {
        return select(SELECT + " WHERE origin = ?", origin).stream().findFirst();
    }

    public Optional<Known> numbered(int number) throws SQLException {
        return select(SELECT + " WHERE id = ?", number).stream().findFirst();
    }

    /** The oldest first. */
    public List<Known> all() throws SQLException {
        return select(SELECT + " ORDER BY id", null);
    }

    /** The origin of a log that was written before logs had numbers, and has none yet. */
    public Optional<String> adoptable() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT origin FROM paivand.log_head"
                        + " WHERE NOT EXISTS (SELECT 1 FROM paivand_log.log) ORDER BY size DESC LIMIT 1");
                ResultSet rows = select.executeQuery()) {
            return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
        }
    }

    /** Where head and entries of a log end. */
    @FunctionalInterface
    public interface Extent<T> {
        T of(TreeHead head, long entries);
    }

    /** Both in one statement, since the sequencer goes on. */
    public <T> T extent(Known log, Extent<T> made) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT h.size, h.root, (SELECT COALESCE(MAX(idx) + 1, 0) FROM paivand_log.leaf WHERE log = ?)"
                        + " FROM (SELECT 1) one LEFT JOIN paivand.log_head h ON h.origin = ?")) {
            select.setInt(1, log.number());
            select.setString(2, log.origin());
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                byte[] root = rows.getBytes(2);
                long size = rows.getLong(1);
                TreeHead head = root == null || size == 0 ? TreeHead.EMPTY : new TreeHead(size, Hash.of(root));
                return made.of(head, rows.getLong(3));
            }
        }
    }

    /** Makes it the newest. Only the sequencer's leader may, since two at once would be two logs that both are written. */
    public void declare(String origin, String key, String reason, Instant at) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO paivand_log.log (id, origin, verifier_key, reason, began_at)"
                        + " SELECT COALESCE(MAX(id), 0) + 1, ?, ?, ?, ? FROM paivand_log.log")) {
            insert.setString(1, origin);
            insert.setString(2, key);
            insert.setString(3, reason);
            insert.setObject(4, Utc.column(at));
            insert.executeUpdate();
        }
    }

    private List<Known> select(String sql, @Nullable Object parameter) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            if (parameter != null) {
                select.setObject(1, parameter);
            }
            List<Known> logs = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    logs.add(new Known(
                            rows.getInt(1),
                            rows.getString(2),
                            rows.getString(3),
                            rows.getString(4),
                            Utc.instant(rows, 5)));
                }
            }
            return logs;
        }
    }
}
