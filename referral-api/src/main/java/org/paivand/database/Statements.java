package org.paivand.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements of one transaction whose values are given in order, as the driver takes objects. */
public record Statements(Transaction transaction) {
    /** Reads one row. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** All rows that it finds. */
    public <T> List<T> select(String statement, Row<T> row, @Nullable Object... values) throws SQLException {
        try (PreparedStatement select = prepared(statement, values);
                ResultSet rows = select.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(row.read(rows));
            }
            return found;
        }
    }

    /** Returns how many rows it changed. */
    public int change(String statement, @Nullable Object... values) throws SQLException {
        try (PreparedStatement change = prepared(statement, values)) {
            return change.executeUpdate();
        }
    }

    private PreparedStatement prepared(String statement, @Nullable Object... values) throws SQLException {
        PreparedStatement prepared = transaction.connection().prepareStatement(statement);
        try {
            for (int i = 0; i < values.length; i++) {
                prepared.setObject(i + 1, values[i]);
            }
            return prepared;
        } catch (SQLException broken) {
            prepared.close();
            throw broken;
        }
    }
}
