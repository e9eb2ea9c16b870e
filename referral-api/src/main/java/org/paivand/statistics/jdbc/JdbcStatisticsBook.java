package org.paivand.statistics.jdbc;

import jakarta.persistence.PersistenceException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.paivand.database.Transaction;
import org.paivand.statistics.Measure;
import org.paivand.statistics.Quarter;
import org.paivand.statistics.StatisticsBook;

/** Counts rows of {@code paivand.statistics_row}. */
public final class JdbcStatisticsBook implements StatisticsBook {
    private final Transaction transaction;

    public JdbcStatisticsBook(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public Map<String, Long> count(Measure measure, Quarter quarter) {
        try (PreparedStatement select = transaction
                .connection()
                .prepareStatement("SELECT code, COUNT(*) FROM paivand.statistics_row"
                        + " WHERE quarter = ? AND kind = ? GROUP BY code")) {
            select.setString(1, quarter.toString());
            select.setString(2, measure.kind());
            Map<String, Long> counted = new HashMap<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    counted.put(rows.getString(1), rows.getLong(2));
                }
            }
            return counted;
        } catch (SQLException failed) {
            throw new PersistenceException(failed);
        }
    }
}
