package org.paivand.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogGrantsTest {
    private final DataSource application = TestDatabase.running().applicationPool(1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE paivand_log.policy SET body = 'x'",
                "DELETE FROM paivand_log.leaf",
                "TRUNCATE TABLE paivand_log.event",
                "DROP TABLE paivand_log.checkpoint",
                "ALTER TABLE paivand_log.tile ADD COLUMN x INT",
                "DROP TRIGGER paivand_log.leaf_no_delete",
                "CREATE TABLE paivand.x (id INT)"
            })
    void refusesTheRuntimeUserWhateverRewritesTheLog(String sql) throws SQLException {
        try (Connection connection = application.getConnection();
                Statement statement = connection.createStatement()) {

            SQLException refused = assertThrows(SQLException.class, () -> statement.execute(sql));

            assertEquals("42000", refused.getSQLState());
        }
    }

    @Test
    void refusesEvenTheAdministratorAtTheTrigger() throws SQLException {
        try (Connection connection = TestDatabase.running().administrator();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("INSERT INTO paivand_log.tile VALUES (9, 9, 9, 'x')");

            SQLException update =
                    assertThrows(SQLException.class, () -> statement.execute("UPDATE paivand_log.tile SET root = 'y'"));
            SQLException delete =
                    assertThrows(SQLException.class, () -> statement.execute("DELETE FROM paivand_log.tile"));

            assertEquals("45000", update.getSQLState());
            assertEquals("45000", delete.getSQLState());
            connection.rollback();
        }
    }
}
