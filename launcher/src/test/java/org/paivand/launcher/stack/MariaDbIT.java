package org.paivand.launcher.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.paivand.launcher.Folders;
import org.paivand.launcher.process.Progress;
import org.paivand.launcher.process.Supervisor;
import org.paivand.launcher.state.Secrets;
import org.paivand.launcher.state.StateFolder;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MariaDbIT {
    private final StateFolder state;
    private final Secrets secrets;
    private final Ports ports = new Ports(8080, 8180, 3307).orFree();
    private final MariaDb mariadb;
    private Supervisor supervisor;

    MariaDbIT() throws IOException {
        state = new StateFolder(Folders.fresh("mariadb")).create();
        secrets = state.secrets();
        mariadb = new MariaDb(Home.find(), state.mariadb(), ports.database(), secrets);
        supervisor = new Supervisor(state.ledger(), state.logs());
    }

    @BeforeAll
    void start() throws Exception {
        mariadb.start(supervisor, new Progress(new PrintWriter(new StringWriter())));
        as(MariaDb.MIGRATE_USER, "CREATE TABLE paivand_log.entry (id INT PRIMARY KEY, bytes VARCHAR(10))");
        as(MariaDb.MIGRATE_USER, "CREATE TABLE paivand.referral (id INT PRIMARY KEY, state VARCHAR(10))");
        as(MariaDb.APP_USER, "INSERT INTO paivand_log.entry VALUES (1, 'kept')");
    }

    @AfterAll
    void end() {
        supervisor.close();
    }

    @Test
    void keepsDataPasswordsAndGrantsOverARestart() throws Exception {
        supervisor.close();
        supervisor = new Supervisor(state.ledger(), state.logs());

        mariadb.start(supervisor, new Progress(new PrintWriter(new StringWriter())));

        assertEquals("kept", ask("SELECT bytes FROM paivand_log.entry WHERE id = 1"));
        refuses(MariaDb.APP_USER, "DELETE FROM paivand_log.entry");
    }

    @Test
    void letsTheNodeAddToTheLogAndNothingElse() throws SQLException {
        as(MariaDb.APP_USER, "INSERT INTO paivand_log.entry VALUES (2, 'new')");

        refuses(MariaDb.APP_USER, "UPDATE paivand_log.entry SET bytes = 'x'");
        refuses(MariaDb.APP_USER, "DELETE FROM paivand_log.entry");
        refuses(MariaDb.APP_USER, "TRUNCATE paivand_log.entry");
        refuses(MariaDb.APP_USER, "DROP TABLE paivand_log.entry");
        refuses(MariaDb.APP_USER, "ALTER TABLE paivand_log.entry ADD COLUMN more INT");
        refuses(MariaDb.APP_USER, "REPLACE INTO paivand_log.entry VALUES (1, 'x')");
        refuses(MariaDb.APP_USER, "INSERT INTO paivand_log.entry VALUES (1, 'x') ON DUPLICATE KEY UPDATE bytes = 'x'");
        refuses(MariaDb.APP_USER, "CREATE TABLE paivand_log.other (id INT)");
        refuses(
                MariaDb.APP_USER,
                "CREATE TRIGGER paivand_log.t BEFORE INSERT ON paivand_log.entry FOR EACH ROW SET @x = 1");
        refuses(MariaDb.APP_USER, "GRANT UPDATE ON paivand_log.* TO 'paivand_app'@'127.0.0.1'");
    }

    @Test
    void letsTheNodeChangeRowsButNotTablesOfTheMutableDatabase() throws SQLException {
        as(MariaDb.APP_USER, "INSERT INTO paivand.referral VALUES (1, 'offered')");
        as(MariaDb.APP_USER, "UPDATE paivand.referral SET state = 'accepted'");
        as(MariaDb.APP_USER, "DELETE FROM paivand.referral");

        refuses(MariaDb.APP_USER, "ALTER TABLE paivand.referral ADD COLUMN more INT");
        refuses(MariaDb.APP_USER, "DROP TABLE paivand.referral");
    }

    @Test
    void letsMigrationsMakeTriggersButNotReachOtherDatabases() throws SQLException {
        as(
                MariaDb.MIGRATE_USER,
                "CREATE OR REPLACE TRIGGER paivand_log.no_update BEFORE UPDATE ON paivand_log.entry FOR EACH ROW"
                        + " SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the log is append-only'");

        refuses(MariaDb.MIGRATE_USER, "UPDATE paivand_log.entry SET bytes = 'x'");
        refuses(MariaDb.MIGRATE_USER, "CREATE DATABASE another");
        refuses(MariaDb.MIGRATE_USER, "SELECT * FROM mysql.global_priv");
    }

    @Test
    void letsNobodyInWithoutAPassword() {
        for (String user : new String[] {"root", "", MariaDb.APP_USER, MariaDb.MIGRATE_USER, "paivand_admin"}) {
            assertThrows(SQLException.class, () -> connect(user, ""), user);
        }
    }

    @Test
    void readsWhatIsCommittedAndComparesIdentifiersByTheByte() throws SQLException {
        assertEquals("READ-COMMITTED", ask("SELECT @@transaction_isolation"));
        assertEquals("1", ask("SELECT @@innodb_flush_log_at_trx_commit"));
        assertEquals("utf8mb4_bin", ask("SELECT @@collation_database"));
        assertEquals("+00:00", ask("SELECT @@time_zone"));
        assertTrue(ask("SELECT @@sql_mode").contains("STRICT_TRANS_TABLES"));
        assertEquals("127.0.0.1", ask("SELECT @@bind_address"));
    }

    private void as(String user, String sql) throws SQLException {
        try (Connection connection = connect(user, mariadb.passwordOf(user));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void refuses(String user, String sql) {
        assertThrows(SQLException.class, () -> as(user, sql), sql);
    }

    private String ask(String sql) throws SQLException {
        try (Connection connection = connect(MariaDb.APP_USER, mariadb.passwordOf(MariaDb.APP_USER));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertTrue(rows.next());
            return String.valueOf(rows.getString(1));
        }
    }

    private Connection connect(String user, String password) throws SQLException {
        return DriverManager.getConnection(mariadb.jdbcUrl("paivand"), user, password);
    }
}
