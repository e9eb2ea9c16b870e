package org.paivand.audit.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paivand.audit.TestLog;
import org.paivand.audit.TestVault;
import org.paivand.audit.check.LogCheck;
import org.paivand.audit.checkpoint.CheckpointSigner;
import org.paivand.audit.checkpoint.FileSignedHeads;
import org.paivand.audit.jdbc.JdbcLogStore;
import org.paivand.audit.log.Entry;
import org.paivand.audit.log.EntryType;
import org.paivand.audit.log.LogBatch;
import org.paivand.audit.log.LogProofs;
import org.paivand.audit.merkle.Frontier;
import org.paivand.audit.merkle.Hash;
import org.paivand.audit.merkle.TreeHead;
import org.paivand.audit.sequencer.Sequencer;
import org.paivand.audit.sequencer.SequencerRunner;
import org.paivand.database.TestDatabase;
import org.paivand.lease.jdbc.JdbcLeases;

/**
 * The log on MariaDB from 10⁴ to 10⁷ entries: appending, proving, draining. Not run with the tests; CONTRIBUTING.md says how. Fails
 * where something is wrong and never where it is slow.
 */
class LogBenchmark {
    private static final int WAITING = 20_000;
    private static final int PROOFS = 3_000;
    private static final int LOAD = 50_000;
    private static final int WRITERS = 4;

    /** Of MariaDB: the unique index of ten million entries has to fit, as docs/operating.md says. */
    private static final long MEMORY = 2L << 30;

    @TempDir
    Path folder;

    private final long largest = Long.getLong("bench.log.entries", 10_000_000);
    private final StringBuilder report = new StringBuilder();
    private final SplittableRandom random = new SplittableRandom(1);
    private final AtomicLong numbers = new AtomicLong();
    private Frontier frontier = Frontier.EMPTY;

    @Test
    void measure() throws Exception {
        try (TestLog log = new TestLog()) {
            log.execute("SET GLOBAL innodb_buffer_pool_size = " + MEMORY + "; SET GLOBAL innodb_log_file_size = "
                    + MEMORY / 2);
            say("| entries | proof p50 ms | proof p99 ms | append, entries/s | µs an entry | raw insert, rows/s | ratio"
                    + " | peaks kept | heap after, MiB |");
            say("|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
            for (long size = 10_000; size <= largest; size *= 10) {
                grow(log, size);
                curve(log, size);
            }
            say("");
            say("| at " + count(log, "paivand_log.leaf") + " entries | entries/s |");
            say("|---|--:|");
            drain(log);
            drainBesideWriters(log);
            checkRecent(log);
        }
        Files.writeString(
                Path.of(System.getProperty("bench.log.report", "target/log-benchmark.md")), report.toString());
    }

    /** The part of the self-check that a start waits for; the last entries have events. */
    private void checkRecent(TestLog log) {
        long began = System.nanoTime();
        boolean sound = new LogCheck(log.database, new TestVault()).quick().isEmpty();
        double millis = (System.nanoTime() - began) / 1e6;
        say(String.format(Locale.ROOT, "| check at the start: %.0f ms, sound: %b | |", millis, sound));
    }

    /** The whole self-check, of entries that all have events. */
    @Test
    void checkEverything() throws Exception {
        try (TestLog log = new TestLog()) {
            waiting(log, 5 * WAITING);
            try (SequencerRunner runner = runner(log)) {
                runner.start();
                until(() -> isEmpty(log));
            }
            LogCheck check = new LogCheck(log.database, new TestVault());
            long began = System.nanoTime();
            boolean sound = check.full().isEmpty();
            double seconds = (System.nanoTime() - began) / 1e9;
            System.gc();
            long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
            System.out.printf(
                    Locale.ROOT,
                    "checked %d entries in full, %.0f a second, sound: %b, heap after %d MiB%n",
                    5 * WAITING,
                    5 * WAITING / seconds,
                    sound,
                    heap);
        }
    }

    /** To that size, with the roots of all tiles, as an append would leave it; the entries have no events. */
    private void grow(TestLog log, long size) throws Exception {
        boolean large = size >= 1_000_000;
        if (large) {
            log.execute("ALTER TABLE paivand_log.leaf DROP INDEX entry");
        }
        try (Connection connection = TestDatabase.running().administrator()) {
            connection.setAutoCommit(false);
            JdbcLogStore store = new JdbcLogStore(connection, TestLog.ORIGIN);
            frontier = new LogProofs(store).frontier(store.head().size());
            while (frontier.size() < size) {
                int more = (int) Math.min(LOAD, size - frontier.size());
                List<Entry> entries = new ArrayList<>(more);
                for (int i = 0; i < more; i++) {
                    entries.add(entry());
                }
                LogBatch batch = LogBatch.of(frontier, entries);
                store.append(batch, Long.MAX_VALUE / 2);
                frontier = batch.frontier();
                connection.commit();
            }
        }
        if (large) {
            log.execute("ALTER TABLE paivand_log.leaf ADD UNIQUE INDEX entry (entry)");
        }
        log.execute("UPDATE paivand.log_head SET fence = 0");
    }

    private void curve(TestLog log, long size) throws Exception {
        double[] proofs = proofs(size);
        double raw = raw(log);
        waiting(log, WAITING);
        Sequencer sequencer = sequencer(log);
        var lease = new JdbcLeases(log.database)
                .acquire(Sequencer.LEASE, "bench", Duration.ofMinutes(5))
                .orElseThrow();
        sequencer.integrate(lease);
        long began = System.nanoTime();
        int done = 0;
        for (int last = 1; last > 0; done += last) {
            last = sequencer.integrate(lease);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        new JdbcLeases(log.database).release(lease);
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
        say(String.format(
                Locale.ROOT,
                "| %d | %.2f | %.2f | %.0f | %.1f | %.0f | %.2f | %d | %d |",
                size,
                proofs[0],
                proofs[1],
                done / seconds,
                seconds / done * 1e6,
                raw,
                done / seconds / raw,
                Long.bitCount(size),
                heap));
    }

    /** Milliseconds of the median and of the 99th percentile, each proof by a store of its own that has kept nothing. */
    private double[] proofs(long size) throws Exception {
        long[] nanos = new long[PROOFS];
        try (HikariDataSource pool = TestDatabase.running().applicationPool(1);
                Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            TreeHead head = new JdbcLogStore(connection, TestLog.ORIGIN).head();
            for (int i = 0; i < PROOFS; i++) {
                long index = random.nextLong(size);
                long asked = System.nanoTime();
                JdbcLogStore store = new JdbcLogStore(connection, TestLog.ORIGIN);
                var proof = new LogProofs(store).inclusion(index, head.size());
                nanos[i] = System.nanoTime() - asked;
                if (i % 100 == 0) {
                    proof.verify(store.entries(index, 1).get(0).leafHash(), index, head);
                }
            }
        }
        Arrays.sort(nanos);
        return new double[] {nanos[PROOFS / 2] / 1e6, nanos[PROOFS * 99 / 100] / 1e6};
    }

    /** Rows a second of the same shape and in batches of the same size into a table of its own. */
    private double raw(TestLog log) throws Exception {
        log.execute("CREATE TABLE paivand.bench_leaf LIKE paivand_log.leaf");
        try (HikariDataSource pool = TestDatabase.running().applicationPool(1);
                Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            long began = System.nanoTime();
            for (int from = 0; from < WAITING; from += 2_000) {
                insert(connection, from);
            }
            return WAITING / ((System.nanoTime() - began) / 1e9);
        } finally {
            log.execute("DROP TABLE paivand.bench_leaf");
        }
    }

    private void insert(Connection connection, int from) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO paivand.bench_leaf (log, idx, place, entry, at) VALUES (1, ?, ?, ?, UTC_TIMESTAMP(3))")) {
            for (int i = from; i < from + 2_000; i++) {
                insert.setLong(1, i);
                insert.setLong(2, i);
                insert.setBytes(3, entry().encode());
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
        }
    }

    private void drain(TestLog log) throws Exception {
        waiting(log, 2 * WAITING);
        try (SequencerRunner runner = runner(log)) {
            long began = System.nanoTime();
            runner.start();
            until(() -> isEmpty(log));
            say(String.format(
                    Locale.ROOT,
                    "| drained, signing meanwhile (aim 5000) | %.0f |",
                    2 * WAITING / ((System.nanoTime() - began) / 1e9)));
        }
    }

    /** Writers commit one entry at a time; what counts is how many get their index meanwhile. */
    private void drainBesideWriters(TestLog log) throws Exception {
        waiting(log, 2 * WAITING);
        long before = count(log, "paivand_log.leaf");
        AtomicLong written = new AtomicLong();
        List<Thread> writers = new ArrayList<>();
        long began = System.nanoTime();
        long end = began + Duration.ofSeconds(10).toNanos();
        try (SequencerRunner runner = runner(log)) {
            for (int i = 0; i < WRITERS; i++) {
                Thread writer = new Thread(() -> {
                    while (System.nanoTime() < end && !isEmpty(log)) {
                        log.append(5);
                        written.addAndGet(5);
                    }
                });
                writers.add(writer);
                writer.start();
            }
            runner.start();
            until(() -> isEmpty(log) || System.nanoTime() > end);
            double seconds = (System.nanoTime() - began) / 1e9;
            long drained = count(log, "paivand_log.leaf") - before;
            for (Thread writer : writers) {
                writer.join();
            }
            say(String.format(
                    Locale.ROOT,
                    "| drained beside %d writers, who committed %.0f a second (aim 2500) | %.0f |",
                    WRITERS,
                    written.get() / seconds,
                    drained / seconds));
        }
    }

    private void waiting(TestLog log, int count) {
        Instant at = Instant.parse("2026-11-22T10:00:00Z");
        for (int done = 0; done < count; done += 2_000) {
            log.database.commit(tx -> {
                for (int i = 0; i < 2_000; i++) {
                    log.entries.append(tx, log.opening("{}"), TestLog.columns(at), java.util.Optional.empty());
                }
                return true;
            });
        }
    }

    private Sequencer sequencer(TestLog log) {
        CheckpointSigner signer = new CheckpointSigner(log.signer(), new FileSignedHeads(folder.resolve("signed")));
        return new Sequencer(
                log.database, new JdbcLeases(log.database), signer, TestLog.ORIGIN, Clock.systemUTC(), step -> {});
    }

    private SequencerRunner runner(TestLog log) {
        return new SequencerRunner(lease -> {}, sequencer(log), new JdbcLeases(log.database), Duration.ofSeconds(6));
    }

    private Entry entry() {
        byte[] number = Long.toString(numbers.incrementAndGet()).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        return new Entry(EntryType.DISCLOSURE, Hash.sha256(number));
    }

    private static boolean isEmpty(TestLog log) {
        try {
            return log.number("SELECT NOT EXISTS (SELECT 1 FROM paivand.log_pending)") == 1;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static long count(TestLog log, String table) throws SQLException {
        return log.number("SELECT MAX(idx) + 1 FROM " + table);
    }

    private static void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
        }
    }

    private void say(String line) {
        System.out.println(line);
        report.append(line).append('\n');
    }
}
