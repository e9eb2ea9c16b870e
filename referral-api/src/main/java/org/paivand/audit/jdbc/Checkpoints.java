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

/**
 * The checkpoints that count, one a size, with the cosignatures they have; over one connection inside a transaction that its
 * owner commits.
 */
public final class Checkpoints {
    private final Connection connection;
    private final String origin;
    private final Acceptance acceptance;

    /** All that were published, as the log alone signed them: for whoever continues them or shows them to witnesses. */
    public Checkpoints(Connection connection, String origin) {
        this(connection, origin, Acceptance.EVERY);
    }

    /** Those that the node's policy accepts: for whatever leaves the node. */
    public Checkpoints(Connection connection, String origin, Acceptance acceptance) {
        this.connection = connection;
        this.origin = origin;
        this.acceptance = acceptance;
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
        return first("ORDER BY c.size DESC LIMIT 1");
    }

    /** The smallest that covers so many entries. */
    public Optional<Published> covering(long size) throws SQLException {
        return first("AND c.size >= " + size + " ORDER BY c.size LIMIT 1");
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

    private Optional<Published> first(String which) throws SQLException {
        boolean counted = acceptance.needsWitnesses();
        String quorum = counted ? " JOIN paivand_log.quorum q ON q.origin = c.origin AND q.size = c.size" : "";
        String policy = counted ? " AND q.policy = ? " : " ";
        try (PreparedStatement select =
                connection.prepareStatement("SELECT c.size, c.note, c.at FROM paivand_log.checkpoint c" + quorum
                        + " WHERE c.origin = ?" + policy + which)) {
            select.setString(1, origin);
            if (counted) {
                select.setBytes(2, acceptance.id().bytes());
            }
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(published(rows)) : Optional.empty();
            }
        }
    }

    private Published published(ResultSet rows) throws SQLException {
        long size = rows.getLong(1);
        String cosignatures = acceptance.hasPolicy() ? new Cosignatures(connection, origin).lines(size) : "";
        return new Published(size, rows.getString(2) + cosignatures, Utc.instant(rows, 3));
    }
}
