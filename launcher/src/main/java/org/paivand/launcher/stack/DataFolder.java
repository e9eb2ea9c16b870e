package org.paivand.launcher.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.paivand.launcher.process.StartFailedException;

/**
 * A new MariaDB data folder with its system tables. Does what {@code mariadb-install-db} does, without that script's
 * dislike of blanks in paths and its accounts without a password.
 */
final class DataFolder {
    private static final long LIMIT_SECONDS = 120;

    /** In this order, as in the script. */
    private static final List<String> SYSTEM_TABLES = List.of(
            "mariadb_system_tables.sql",
            "mariadb_performance_tables.sql",
            "mariadb_system_tables_data.sql",
            "maria_add_gis_sp_bootstrap.sql",
            "mariadb_sys_schema.sql");

    private DataFolder() {}

    /** Makes it beside and moves it when it is whole, so that a broken start leaves no half database. */
    static void make(Path base, Path data, List<String> userOption)
            throws IOException, StartFailedException, InterruptedException {
        Path half = data.resolveSibling("data.half");
        Path script = data.resolveSibling("bootstrap.sql");
        deleteTree(half);
        Files.createDirectory(half);
        Files.writeString(script, systemTables(base.resolve("share")));
        List<String> command = new ArrayList<>(List.of(
                base.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--bootstrap",
                "--silent-startup",
                "--basedir=" + base,
                "--datadir=" + half,
                "--enforce-storage-engine=",
                "--max-allowed-packet=8M",
                "--net-buffer-length=16K"));
        command.addAll(userOption);
        run(command, script);
        Files.move(half, data, StandardCopyOption.ATOMIC_MOVE);
        Files.delete(script);
    }

    private static void run(List<String> command, Path script)
            throws IOException, StartFailedException, InterruptedException {
        Process server = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(script.toFile())
                .start();
        String said = new String(server.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!server.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || server.exitValue() != 0) {
            server.destroyForcibly();
            throw new StartFailedException(
                    "MariaDB could not make its data folder. ./paivand doctor may know why.\n" + said);
        }
    }

    /** With one account, {@code root@localhost}, which needs the Unix socket; the server has none. */
    private static String systemTables(Path share) throws IOException {
        StringBuilder sql = new StringBuilder("CREATE DATABASE mysql;\nUSE mysql;\nSET @auth_root_socket='root';\n");
        for (String file : SYSTEM_TABLES) {
            sql.append(Files.readString(share.resolve(file))
                    .lines()
                    .filter(line -> !line.contains("@current_hostname"))
                    .collect(Collectors.joining("\n", "", "\n")));
        }
        return sql.toString();
    }

    private static void deleteTree(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
