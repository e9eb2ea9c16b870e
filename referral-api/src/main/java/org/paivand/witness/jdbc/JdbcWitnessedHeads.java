package org.paivand.witness.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.paivand.audit.merkle.Hash;
import org.paivand.audit.merkle.TreeHead;
import org.paivand.audit.witness.WitnessedHead;
import org.paivand.audit.witness.WitnessedHeads;
import org.paivand.database.Database;
import org.paivand.database.DuplicateKeyException;

/** Rows of {@code paivand.witnessed}, shared by all instances of the node. */
public final class JdbcWitnessedHeads implements WitnessedHeads {
    private static final String SELECT = "SELECT size, root, second FROM paivand.witnessed WHERE origin = ?";

    private final Database database;

    public JdbcWitnessedHeads(Database database) {
        this.database = database;
    }

    @Override
    public Optional<WitnessedHead> last(String origin) {
        return database.commit(transaction -> select(transaction.connection(), SELECT, origin));
    }

    @Override
    public boolean record(String origin, Optional<WitnessedHead> expected, WitnessedHead next) {
        try {
            return database.commit(transaction -> {
                Connection connection = transaction.connection();
                if (!select(connection, SELECT + " FOR UPDATE", origin).equals(expected)) {
                    return false;
                }
                write(connection, origin, expected.isEmpty(), next);
                return true;
            });
        } catch (DuplicateKeyException another) {
            // Both found no row to lock; the other one wrote it.
            return false;
        }
    }

    private static Optional<WitnessedHead> select(Connection connection, String sql, String origin)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, origin);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next()
                        ? Optional.of(new WitnessedHead(
                                new TreeHead(rows.getLong(1), Hash.of(rows.getBytes(2))),
                                Instant.ofEpochSecond(rows.getLong(3))))
                        : Optional.empty();
            }
        }
    }

    private static void write(Connection connection, String origin, boolean first, WitnessedHead next)
            throws SQLException {
        try (PreparedStatement write = connection.prepareStatement(
                first
                        ? "INSERT INTO paivand.witnessed (size, root, second, origin) VALUES (?, ?, ?, ?)"
                        : "UPDATE paivand.witnessed SET size = ?, root = ?, second = ? WHERE origin = ?")) {
            write.setLong(1, next.head().size());
            write.setBytes(2, next.head().root().bytes());
            write.setLong(3, next.at().getEpochSecond());
            write.setString(4, origin);
            write.executeUpdate();
        }
    }
}
