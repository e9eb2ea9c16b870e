package org.paivand.bench.load;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.LongStream;
import org.paivand.launcher.stack.Home;
import org.paivand.launcher.stack.MariaDb;
import org.paivand.launcher.stack.Stack;

/** The least a durable answer can cost here: one row of about an entry's size inserted and committed by plain JDBC. */
public final class RawInserts {
    private static final int ROW_BYTES = 1024;
    private static final int MOST_ROWS = 50_000;

    private final MariaDb mariadb;

    public RawInserts(Stack stack) {
        this.mariadb =
                new MariaDb(Home.find(), stack.state().mariadb(), stack.ports().database(), stack.secrets());
    }

    public record Inserted(double perSecond, double p50Millis, double p99Millis) {}

    /** Over one connection, in a table of its own that is gone afterwards. */
    public Inserted run(Duration limit) throws SQLException {
        String user = MariaDb.MIGRATE_USER;
        try (Connection connection =
                        DriverManager.getConnection(mariadb.jdbcUrl("paivand"), user, mariadb.passwordOf(user));
                Statement table = connection.createStatement()) {
            table.execute("CREATE TABLE bench_row (id CHAR(36) PRIMARY KEY, at DATETIME(3), body BLOB)");
            try {
                insert(connection, limit); // warms up
                return insert(connection, limit);
            } finally {
                table.execute("DROP TABLE bench_row");
            }
        }
    }

    private static Inserted insert(Connection connection, Duration limit) throws SQLException {
        connection.setAutoCommit(false);
        LongStream.Builder nanos = LongStream.builder();
        long began = System.nanoTime();
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO bench_row (id, at, body) VALUES (?, UTC_TIMESTAMP(3), ?)")) {
            for (int i = 0; i < MOST_ROWS && System.nanoTime() - began < limit.toNanos(); i++) {
                long sent = System.nanoTime();
                insert.setString(1, UUID.randomUUID().toString());
                insert.setBytes(2, new byte[ROW_BYTES]);
                insert.executeUpdate();
                connection.commit();
                nanos.accept(System.nanoTime() - sent);
            }
        }
        Latencies latencies = new Latencies(nanos.build().toArray());
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Inserted(latencies.count() / seconds, latencies.millis(0.5), latencies.millis(0.99));
    }
}
