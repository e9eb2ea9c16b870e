package org.paivand.bench.load;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.paivand.launcher.stack.Home;
import org.paivand.launcher.stack.MariaDb;
import org.paivand.launcher.stack.Stack;

/** The least a durable answer can cost here: rows of about an entry's size inserted and committed by plain JDBC. */
public final class RawInserts {
    private static final int ROW_BYTES = 1024;
    private static final int MOST_COMMITS = 50_000;

    private final MariaDb mariadb;

    public RawInserts(Stack stack) {
        this.mariadb =
                new MariaDb(Home.find(), stack.state().mariadb(), stack.ports().database(), stack.secrets());
    }

    public record Inserted(double perSecond, double p50Millis, double p99Millis) {}

    /** One row a commit over one connection. */
    public Inserted run(Duration limit) throws SQLException, InterruptedException, ExecutionException {
        return run(limit, 1, 1);
    }

    /** In a table of its own that is gone afterwards. */
    Inserted run(Duration limit, int rows, int connections)
            throws SQLException, InterruptedException, ExecutionException {
        try (Connection connection = connect();
                Statement table = connection.createStatement()) {
            table.execute("CREATE TABLE bench_row (id CHAR(36) PRIMARY KEY, at DATETIME(3), body BLOB)");
            try {
                Inserted unusedWarm = insert(limit, rows, connections);
                return insert(limit, rows, connections);
            } finally {
                table.execute("DROP TABLE bench_row");
            }
        }
    }

    private Inserted insert(Duration limit, int rows, int connections) throws InterruptedException, ExecutionException {
        ExecutorService senders = Executors.newFixedThreadPool(connections);
        try {
            long began = System.nanoTime();
            List<Future<Latencies>> running = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                running.add(senders.submit(() -> insert(rows, began + limit.toNanos())));
            }
            List<Latencies> parts = new ArrayList<>();
            for (Future<Latencies> one : running) {
                parts.add(one.get());
            }
            Latencies latencies = Latencies.of(parts);
            double seconds = (System.nanoTime() - began) / 1e9;
            return new Inserted(latencies.count() / seconds, latencies.millis(0.5), latencies.millis(0.99));
        } finally {
            senders.shutdownNow();
        }
    }

    private Latencies insert(int rows, long end) throws SQLException {
        LongStream.Builder nanos = LongStream.builder();
        try (Connection connection = connect();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO bench_row (id, at, body) VALUES (?, UTC_TIMESTAMP(3), ?)")) {
            connection.setAutoCommit(false);
            for (int i = 0; i < MOST_COMMITS && System.nanoTime() < end; i++) {
                long sent = System.nanoTime();
                for (int row = 0; row < rows; row++) {
                    insert.setString(1, UUID.randomUUID().toString());
                    insert.setBytes(2, new byte[ROW_BYTES]);
                    insert.executeUpdate();
                }
                connection.commit();
                nanos.accept(System.nanoTime() - sent);
            }
        }
        return new Latencies(nanos.build().toArray());
    }

    private Connection connect() throws SQLException {
        String user = MariaDb.MIGRATE_USER;
        return DriverManager.getConnection(mariadb.jdbcUrl("paivand"), user, mariadb.passwordOf(user));
    }
}
