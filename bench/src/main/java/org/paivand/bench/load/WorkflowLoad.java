package org.paivand.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.paivand.bench.load.RawInserts.Inserted;
import org.paivand.launcher.stack.Home;
import org.paivand.launcher.stack.MariaDb;
import org.paivand.launcher.stack.PayaraMicro;
import org.paivand.launcher.stack.Stack;

/**
 * What the workflow of a referral takes at 8 and 32 connections after a long warm-up, beside the raw limits of the same run: a request
 * that only says who asks, and four rows a durable commit by plain JDBC. Then the inbox again with many times the referrals.
 */
public final class WorkflowLoad {
    private static final List<Integer> CONNECTIONS = List.of(8, 32);
    private static final int ROWS = 4;
    private static final int RAW_CONNECTIONS = 8;
    private static final int MANY = 1_000_000;
    private static final int AT_ONCE = 20_000;

    private final Stack stack;
    private final Load load;
    private final Duration each;

    private WorkflowLoad(Stack stack, Duration each) throws IOException {
        this.stack = stack;
        this.load = new Load(stack);
        this.each = each;
    }

    /** @param arguments folder for the installation, seconds for each measurement, seconds of warm-up for each operation */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        Duration each = Duration.ofSeconds(Long.parseLong(arguments[1]));
        Duration warmUp = Duration.ofSeconds(Long.parseLong(arguments[2]));
        try (Installation installation = Installation.start(folder)) {
            new WorkflowLoad(installation.stack(), each).run(warmUp);
        }
    }

    private void run(Duration warmUp) throws IOException, InterruptedException, ExecutionException, SQLException {
        Inserted raw = new RawInserts(stack).run(each, ROWS, RAW_CONNECTIONS);
        say(
                "raw: %d rows a commit by JDBC, %d connections: %.0f/s, p99 %.2f ms",
                ROWS, RAW_CONNECTIONS, raw.perSecond(), raw.p99Millis());
        load.prepare();
        for (Operation operation : Operation.values()) {
            Measured unusedWarm = load.measure(operation, RAW_CONNECTIONS, warmUp);
        }
        say(
                "| operation | connections | /s | p50 ms | p99 ms | CPU ms | CPU ms, MariaDB | RSS MiB | failed | bytes of disk | share |");
        say("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        double empty = 0;
        for (Operation operation : Operation.values()) {
            for (int connections : CONNECTIONS) {
                Measured measured = measure(operation, connections, limit(empty, raw, operation));
                empty = operation == Operation.NOTHING ? Math.max(empty, measured.perSecond()) : empty;
            }
        }
        say("%d referrals in the table", fill());
        for (int connections : CONNECTIONS) {
            Measured unusedTold = measure(Operation.INBOX, connections, limit(empty, raw, Operation.INBOX));
        }
        say(
                "node: %d MiB at most",
                ProcessUse.of(stack.state(), PayaraMicro.NAME).peakMib());
    }

    /** What both limits give together, one after the other; the inbox writes no rows. 0 for the limit itself. */
    private static double limit(double empty, Inserted raw, Operation operation) {
        return switch (operation) {
            case NOTHING -> 0;
            case INBOX -> empty;
            case OFFER, OPEN, PULL -> 1 / (1 / empty + 1 / raw.perSecond());
        };
    }

    private Measured measure(Operation operation, int connections, double limit)
            throws IOException, InterruptedException, ExecutionException {
        long before = disk();
        Measured measured = load.measure(operation, connections, each);
        say(
                "| %s | %d | %.0f | %.2f | %.2f | %.2f | %.2f | %d | %d | %d | %s |",
                measured.operation(),
                connections,
                measured.perSecond(),
                measured.p50Millis(),
                measured.p99Millis(),
                measured.cpuMillis(),
                measured.databaseCpuMillis(),
                measured.residentMib(),
                measured.failures(),
                (disk() - before) / Math.max(1, measured.requests()),
                limit == 0 ? "" : String.format(Locale.ROOT, "%.0f %%", 100 * measured.perSecond() / limit));
        return measured;
    }

    /** Bytes of the tables' files, which grow in steps of 4 MiB. */
    private long disk() throws IOException {
        try (var files = Files.walk(stack.state().mariadb())) {
            return files.filter(file -> file.toString().endsWith(".ibd"))
                    .mapToLong(WorkflowLoad::size)
                    .sum();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /**
     * Adds older referrals that are over until there are as many; returns how many there are. Their ids spread evenly as random ones
     * do, but are inserted in order, which makes it minutes instead of hours.
     */
    private long fill() throws SQLException {
        MariaDb mariadb =
                new MariaDb(Home.find(), stack.state().mariadb(), stack.ports().database(), stack.secrets());
        String user = MariaDb.MIGRATE_USER;
        try (Connection connection =
                        DriverManager.getConnection(mariadb.jdbcUrl("paivand"), user, mariadb.passwordOf(user));
                Statement statement = connection.createStatement()) {
            List<String> columns = copied(statement);
            String insert = "INSERT INTO referral (" + String.join(", ", columns) + ") SELECT "
                    + columns.stream().map(WorkflowLoad::older).collect(Collectors.joining(", "))
                    + " FROM seq_%d_to_%d JOIN (SELECT * FROM referral WHERE follows IS NULL LIMIT 1) one";
            long missing = MANY - count(statement);
            for (long from = 1; from <= missing; from += AT_ONCE) {
                long unusedInserted =
                        statement.executeLargeUpdate(insert.formatted(from, Math.min(missing, from + AT_ONCE - 1)));
            }
            statement.execute("ANALYZE TABLE referral");
            return count(statement);
        }
    }

    private static String older(String column) {
        return switch (column) {
            case "id", "case_reference" -> "CONCAT(LPAD(LOWER(HEX(seq * 4294)), 8, '0'), SUBSTR(UUID(), 9))";
            case "offered_at", "respond_by", "updated_at", "shown_at" -> column + " - INTERVAL seq + 86400 * 30 SECOND";
            case "state" -> "'cancelled'";
            case "told" -> "3";
            default -> column;
        };
    }

    private static List<String> copied(Statement statement) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("SELECT column_name FROM information_schema.columns"
                + " WHERE table_schema = 'paivand' AND table_name = 'referral' AND is_generated = 'NEVER'")) {
            while (rows.next()) {
                columns.add(rows.getString(1));
            }
        }
        return columns;
    }

    private static long count(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM referral")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
