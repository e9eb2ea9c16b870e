package org.paivand.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
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

    /** Asked of the database, so that a table of a later migration can't be forgotten. */
    @Test
    void everyTableOfTheLogHasBothWalls() throws SQLException {
        try (Connection administrator = TestDatabase.running().administrator();
                Connection connection = application.getConnection()) {
            List<String> tables = strings(
                    administrator,
                    "SELECT table_name FROM information_schema.tables WHERE table_schema = 'paivand_log'"
                            + " AND table_type = 'BASE TABLE'");
            List<String> granted = strings(
                    connection,
                    "SELECT privilege_type FROM information_schema.schema_privileges WHERE table_schema = 'paivand_log'"
                            + " UNION SELECT privilege_type FROM information_schema.table_privileges"
                            + " WHERE table_schema = 'paivand_log' UNION SELECT privilege_type"
                            + " FROM information_schema.column_privileges WHERE table_schema = 'paivand_log' ORDER BY 1");

            assertTrue(tables.containsAll(List.of("log", "leaf", "tile", "checkpoint", "event", "policy")));
            assertEquals(List.of("INSERT", "SELECT"), granted);
            for (String table : tables) {
                assertEquals(
                        List.of("BEFORE DELETE SIGNAL SQLSTATE '45000'", "BEFORE UPDATE SIGNAL SQLSTATE '45000'"),
                        strings(
                                administrator,
                                "SELECT CONCAT(action_timing, ' ', event_manipulation, ' ', LEFT(action_statement, 23))"
                                        + " FROM information_schema.triggers WHERE event_object_schema = 'paivand_log'"
                                        + " AND event_object_table = '" + table + "' ORDER BY 1"),
                        table);
                for (String rewriting :
                        List.of("DELETE FROM paivand_log." + table, "TRUNCATE TABLE paivand_log." + table)) {
                    try (Statement statement = connection.createStatement()) {
                        SQLException refused =
                                assertThrows(SQLException.class, () -> statement.execute(rewriting), rewriting);
                        assertEquals("42000", refused.getSQLState(), rewriting);
                    }
                }
            }
        }
    }

    private static List<String> strings(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> strings = new ArrayList<>();
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
            return strings;
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
