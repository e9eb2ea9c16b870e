package org.paivand.audit.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** What one instance found wrong and all must know, over one connection inside a transaction that its owner commits. */
public final class Troubles {
    private final Connection connection;

    public Troubles(Connection connection) {
        this.connection = connection;
    }

    /** A trouble lasts until it is cleared, through restarts too. */
    public enum Kind {
        /** The leader can't sign. */
        SIGNER,
        /** The log contradicts itself. */
        UNSOUND
    }

    /** @param what printable ASCII, which tells of nobody */
    public void report(Kind kind, String what) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO paivand.log_trouble (kind, what, at) VALUES (?, ?, UTC_TIMESTAMP(3))"
                        + " ON DUPLICATE KEY UPDATE what = VALUES(what)")) {
            insert.setString(1, kind.name());
            insert.setString(2, what);
            insert.executeUpdate();
        }
    }

    public void clear(Kind kind) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM paivand.log_trouble WHERE kind = ?")) {
            delete.setString(1, kind.name());
            delete.executeUpdate();
        }
    }
}
