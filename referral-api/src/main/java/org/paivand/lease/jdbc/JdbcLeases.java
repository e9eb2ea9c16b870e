package org.paivand.lease.jdbc;

import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.lease.Lease;
import org.paivand.lease.Leases;

/** Rows of {@code paivand.lease}; expiry goes by MariaDB's clock alone. */
public final class JdbcLeases implements Leases {
    private final Database database;

    public JdbcLeases(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Lease> acquire(String name, String holder, Duration term) {
        Lease wanted = new Lease(name, holder, 1, term);
        return database.commit(transaction -> {
            Connection connection = transaction.connection();
            if (isTaken(connection, name)) {
                return Optional.empty();
            }
            boolean taken = execute(
                            connection,
                            "UPDATE paivand.lease SET holder = ?, fence = fence + 1,"
                                    + " until_at = UTC_TIMESTAMP(3) + INTERVAL ? MICROSECOND"
                                    + " WHERE name = ? AND until_at <= UTC_TIMESTAMP(3)",
                            holder,
                            micros(wanted),
                            name)
                    || execute(
                            connection,
                            "INSERT IGNORE INTO paivand.lease (name, holder, fence, until_at)"
                                    + " VALUES (?, ?, 1, UTC_TIMESTAMP(3) + INTERVAL ? MICROSECOND)",
                            name,
                            holder,
                            micros(wanted));
            return taken ? Optional.of(new Lease(name, holder, fence(connection, name), term)) : Optional.empty();
        });
    }

    @Override
    public boolean renew(Lease lease) {
        return database.commit(transaction -> execute(
                transaction.connection(),
                "UPDATE paivand.lease SET until_at = UTC_TIMESTAMP(3) + INTERVAL ? MICROSECOND"
                        + " WHERE name = ? AND holder = ? AND fence = ? AND until_at > UTC_TIMESTAMP(3)",
                micros(lease),
                lease.name(),
                lease.holder(),
                lease.fence()));
    }

    @Override
    public void release(Lease lease) {
        boolean unusedWhetherHeld = database.commit(transaction -> execute(
                transaction.connection(),
                "UPDATE paivand.lease SET until_at = UTC_TIMESTAMP(3) WHERE name = ? AND holder = ? AND fence = ?",
                lease.name(),
                lease.holder(),
                lease.fence()));
    }

    @Override
    public boolean confirm(Transaction transaction, Lease lease) {
        try (PreparedStatement select = transaction
                .connection()
                .prepareStatement("SELECT 1 FROM paivand.lease WHERE name = ? AND holder = ? AND fence = ?"
                        + " AND until_at > UTC_TIMESTAMP(3) LOCK IN SHARE MODE")) {
            bind(select, lease.name(), lease.holder(), lease.fence());
            return hasRow(select);
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
    }

    /** Looks without a lock, so that those who wait do not hinder the holder's renewals. */
    private static boolean isTaken(Connection connection, String name) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT 1 FROM paivand.lease WHERE name = ? AND until_at > UTC_TIMESTAMP(3)")) {
            bind(select, name);
            return hasRow(select);
        }
    }

    private static long fence(Connection connection, String name) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT fence FROM paivand.lease WHERE name = ? FOR UPDATE")) {
            bind(select, name);
            try (ResultSet rows = select.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalStateException("leases are never deleted");
                }
                return rows.getLong(1);
            }
        }
    }

    private static boolean execute(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate() == 1;
        }
    }

    private static boolean hasRow(PreparedStatement select) throws SQLException {
        try (ResultSet rows = select.executeQuery()) {
            return rows.next();
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static long micros(Lease lease) {
        return Math.multiplyExact(lease.term().toMillis(), 1_000L);
    }
}
