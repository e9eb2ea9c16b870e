package org.paivand.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What a MariaDB leaves on a disk: its own files, and a dump that an operator takes. */
public final class DatabaseFiles {
    private DatabaseFiles() {}

    /** The server's data folder, after each table's pages have been written to it. */
    public static Path flushed(TestDatabase database) throws SQLException {
        try (Connection connection = database.administrator();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(
                    "SELECT table_schema, table_name FROM information_schema.tables"
                            + " WHERE engine = 'InnoDB' AND table_type = 'BASE TABLE' AND table_schema NOT IN ('mysql', 'sys')")) {
                while (rows.next()) {
                    tables.add("`" + rows.getString(1) + "`.`" + rows.getString(2) + "`");
                }
            }
            statement.execute("FLUSH TABLES " + String.join(", ", tables) + " FOR EXPORT");
            statement.execute("UNLOCK TABLES");
            try (ResultSet folder = statement.executeQuery("SELECT @@datadir")) {
                folder.next();
                return Path.of(folder.getString(1));
            }
        }
    }

    /** Writes all databases to the file, as {@code mariadb-dump} does. */
    public static void dump(TestDatabase database, Path to, String... options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                TestDatabase.HOME
                        .resolve("base")
                        .resolve("bin")
                        .resolve("mariadb-dump")
                        .toString(),
                "--no-defaults",
                "--host=127.0.0.1",
                "--port=" + database.port(),
                "--protocol=tcp",
                "--skip-ssl",
                "--user=administrator",
                "--password=" + database.password(),
                "--single-transaction",
                "--all-databases"));
        command.addAll(List.of(options));
        Process dump = new ProcessBuilder(command)
                .redirectOutput(to.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (dump.waitFor() != 0) {
            throw new IOException("mariadb-dump ended with " + dump.exitValue());
        }
    }
}
