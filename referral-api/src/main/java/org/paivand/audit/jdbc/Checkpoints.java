package org.paivand.audit.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.paivand.audit.MalformedException;
import org.paivand.audit.note.SignedNote;

/** The checkpoints that were published, one a size, over one connection inside a transaction that its owner commits. */
public final class Checkpoints {
    private final Connection connection;
    private final String origin;

    public Checkpoints(Connection connection, String origin) {
        this.connection = connection;
        this.origin = origin;
    }

    /**
     * A checkpoint as it is served.
     *
     * @param note the text of the signed note
     * @param at when it was signed, by the signer's clock
     */
    public record Published(long size, String note, Instant at) {
        public SignedNote signedNote() throws MalformedException {
            return SignedNote.parse(bytes());
        }

        public byte[] bytes() {
            return note.getBytes(StandardCharsets.UTF_8);
        }
    }

    public Optional<Published> newest() throws SQLException {
        return first("SELECT size, note, at FROM paivand_log.checkpoint WHERE origin = ? ORDER BY size DESC LIMIT 1");
    }

    /** The smallest that covers so many entries. */
    public Optional<Published> covering(long size) throws SQLException {
        return first("SELECT size, note, at FROM paivand_log.checkpoint WHERE origin = ? AND size >= " + size
                + " ORDER BY size LIMIT 1");
    }

    /** Those of more than {@code above} entries and at most {@code size}. */
    public List<Published> between(long above, long size) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT size, note, at FROM paivand_log.checkpoint"
                + " WHERE origin = ? AND size > ? AND size <= ? ORDER BY size")) {
            select.setString(1, origin);
            select.setLong(2, above);
            select.setLong(3, size);
            List<Published> published = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    published.add(new Published(rows.getLong(1), rows.getString(2), Utc.instant(rows, 3)));
                }
            }
            return published;
        }
    }

    public void publish(long size, SignedNote note, Instant at) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO paivand_log.checkpoint (origin, size, note, at) VALUES (?, ?, ?, ?)")) {
            insert.setString(1, origin);
            insert.setLong(2, size);
            insert.setString(3, new String(note.encode(), StandardCharsets.UTF_8));
            insert.setObject(4, Utc.column(at));
            insert.executeUpdate();
        }
    }

    private Optional<Published> first(String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, origin);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Published(rows.getLong(1), rows.getString(2), Utc.instant(rows, 3)))
                        : Optional.empty();
            }
        }
    }
}
