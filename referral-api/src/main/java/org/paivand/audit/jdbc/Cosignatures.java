package org.paivand.audit.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.paivand.audit.MalformedException;
import org.paivand.audit.merkle.Hash;
import org.paivand.audit.note.NoteSignature;
import org.paivand.audit.note.SignedNote;
import org.paivand.audit.note.VerifierKey;

/** What witnesses answered, over one connection inside a transaction that its owner commits. */
public final class Cosignatures {
    private final Connection connection;
    private final String origin;

    public Cosignatures(Connection connection, String origin) {
        this.connection = connection;
        this.origin = origin;
    }

    /** Of the largest checkpoint that this witness has cosigned; 0 if none. */
    public long largest(VerifierKey witness) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT COALESCE(MAX(size), 0) FROM paivand_log.cosignature WHERE origin = ? AND witness = ?")) {
            select.setString(1, origin);
            select.setBytes(2, id(witness));
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /** Keeps the first that a witness gave for a size. To be verified before. */
    public void add(long size, VerifierKey witness, NoteSignature verified, Instant at) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT IGNORE INTO paivand_log.cosignature"
                + " (origin, size, witness, line, at) VALUES (?, ?, ?, ?, ?)")) {
            insert.setString(1, origin);
            insert.setLong(2, size);
            insert.setBytes(3, id(witness));
            insert.setString(4, verified.line());
            insert.setObject(5, Utc.column(at));
            insert.executeUpdate();
        }
    }

    /**
     * Remembers for good that this checkpoint counts, if it does by now. In a transaction of its own, after the one that added:
     * of two that add at once, the second to ask sees both.
     */
    public void countIfAccepted(Checkpoints.Published published, Acceptance acceptance, Instant at)
            throws SQLException, MalformedException {
        if (!acceptance.accepts(SignedNote.parse(bytes(published.note() + lines(published.size()))))) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT IGNORE INTO paivand_log.quorum (origin, policy, size, at) VALUES (?, ?, ?, ?)")) {
            insert.setString(1, origin);
            insert.setBytes(2, acceptance.id().bytes());
            insert.setLong(3, published.size());
            insert.setObject(4, Utc.column(at));
            insert.executeUpdate();
        }
    }

    /** The signature lines for one size, to be put under its note; as many as a note may have. */
    String lines(long size) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT line FROM paivand_log.cosignature WHERE origin = ? AND size = ? ORDER BY at, witness LIMIT "
                        + (SignedNote.MAX_SIGNATURES - 1))) {
            select.setString(1, origin);
            select.setLong(2, size);
            StringBuilder lines = new StringBuilder();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    lines.append(rows.getString(1));
                }
            }
            return lines.toString();
        }
    }

    private static byte[] id(VerifierKey witness) {
        return Hash.sha256(bytes(witness.text())).bytes();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
