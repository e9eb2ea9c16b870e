package org.paivand.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.paivand.audit.checkpoint.Checkpoint;
import org.paivand.audit.checkpoint.WitnessPolicy;
import org.paivand.audit.jdbc.Checkpoints;
import org.paivand.audit.jdbc.JdbcEntries;
import org.paivand.audit.jdbc.Logs;
import org.paivand.audit.log.Entry;
import org.paivand.audit.log.EntryType;
import org.paivand.audit.log.Opening;
import org.paivand.audit.merkle.Frontier;
import org.paivand.audit.note.PrivateKeySigner;
import org.paivand.audit.note.VerifierKey;
import org.paivand.database.Database;
import org.paivand.database.TestDatabase;
import org.paivand.database.Transaction;
import org.paivand.entry.Outcome;
import org.paivand.entry.SearchColumns;

/** An empty log in the test's MariaDB, with the rights of production, and what tests do to it and ask of it. */
public final class TestLog implements AutoCloseable {
    public static final String ORIGIN = "log.paivand.test/tj";
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    public final KeyPair keys;
    public final Database database;
    public final JdbcEntries entries = new JdbcEntries(new TestVault());
    private final HikariDataSource pool;
    private final SecureRandom random = new SecureRandom();

    public TestLog() throws Exception {
        this(true);
    }

    /** A database without any log, for those who begin the first themselves. */
    public static TestLog withoutLogs() throws Exception {
        return new TestLog(false);
    }

    private TestLog(boolean begun) throws Exception {
        execute("TRUNCATE paivand_log.leaf; TRUNCATE paivand_log.tile; TRUNCATE paivand_log.checkpoint;"
                + "TRUNCATE paivand_log.cosignature; TRUNCATE paivand_log.quorum; TRUNCATE paivand.witnessed;"
                + "TRUNCATE paivand_log.event; TRUNCATE paivand_log.search_tile; TRUNCATE paivand_log.search_term;"
                + "TRUNCATE paivand_log.review_due; TRUNCATE paivand_log.review; TRUNCATE paivand.log_pending;"
                + "TRUNCATE paivand.log_head; TRUNCATE paivand.lease; TRUNCATE paivand_log.log;"
                + "TRUNCATE paivand.log_trouble; TRUNCATE paivand_log.shredded");
        keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        pool = TestDatabase.running().applicationPool(12);
        database = new Database(pool);
        if (begun) {
            begin();
        }
    }

    /** As a leader's succession does it, but for the first entry. */
    private void begin() throws SQLException {
        try (Connection connection = TestDatabase.running().administrator()) {
            new Logs(connection).declare(ORIGIN, verifierKey().text(), "first", Instant.parse("2026-11-22T09:00:00Z"));
        }
    }

    @Override
    public void close() {
        database.close();
        pool.close();
    }

    public PrivateKeySigner signer() {
        return new PrivateKeySigner(ORIGIN, keys.getPublic(), keys.getPrivate());
    }

    public VerifierKey verifierKey() {
        return signer().verifierKey();
    }

    public Opening opening(String event) {
        return Opening.seal(EntryType.DISCLOSURE, event.getBytes(StandardCharsets.UTF_8), random);
    }

    public static SearchColumns columns(Instant at) {
        return new SearchColumns(
                UUID.randomUUID(),
                at,
                "tj-police-dushanbe",
                "u-1",
                Optional.of("tj-shelter-one"),
                Optional.of("assistance"),
                Set.of("consent"),
                Set.of(Outcome.RELEASED),
                Map.of("contact", true),
                Optional.empty(),
                Optional.empty());
    }

    /** Appends within a transaction that the caller ends. */
    public Entry append(Transaction transaction) {
        return entries.append(
                transaction, opening("{}"), columns(Instant.parse("2026-11-22T10:00:00Z")), Optional.empty());
    }

    /** Appends and commits each. */
    public List<Entry> append(int count) {
        List<Entry> appended = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            appended.add(database.commit(this::append));
        }
        return appended;
    }

    /** Every committed event stands in the log exactly once, indexes have no gap, the head is that of the leaves. */
    public void requireWhole() throws Exception {
        assertEquals(0, count("paivand.log_pending"));
        List<Entry> leaves = leaves();
        assertEquals(count("paivand_log.event"), leaves.size());
        assertEquals(
                leaves.size(),
                number("SELECT COUNT(*) FROM paivand_log.leaf l JOIN paivand_log.event e ON e.entry = l.entry"));
        Frontier frontier = Frontier.EMPTY;
        for (Entry leaf : leaves) {
            frontier = frontier.append(leaf.leafHash());
        }
        assertEquals(
                leaves.isEmpty() ? 0 : leaves.size() - 1, number("SELECT COALESCE(MAX(idx), 0) FROM paivand_log.leaf"));
        assertEquals(frontier.size(), number("SELECT size FROM paivand.log_head"));
        assertEquals(
                1,
                number("SELECT COUNT(*) FROM paivand.log_head WHERE HEX(root) = '"
                        + frontier.head().root().hex() + "'"));
    }

    public List<Entry> leaves() throws Exception {
        try (Connection connection = TestDatabase.running().administrator();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT entry FROM paivand_log.leaf ORDER BY idx")) {
            List<Entry> leaves = new ArrayList<>();
            while (rows.next()) {
                leaves.add(Entry.decode(rows.getBytes(1)));
            }
            return leaves;
        }
    }

    /** Size of the newest checkpoint, after its signature has been verified; -1 if there is none. */
    public long signedSize() throws Exception {
        Optional<Checkpoints.Published> newest;
        try (Connection connection = TestDatabase.running().administrator()) {
            newest = new Checkpoints(connection, ORIGIN).newest();
        }
        if (newest.isEmpty()) {
            return -1;
        }
        WitnessPolicy policy = WitnessPolicy.trusting(verifierKey());
        Checkpoint checkpoint = Checkpoint.parse(newest.get().signedNote().text());
        assertEquals(
                checkpoint.treeHead(), policy.verify(newest.get().signedNote()).treeHead());
        return checkpoint.treeHead().size();
    }

    public long count(String table) throws SQLException {
        return number("SELECT COUNT(*) FROM " + table);
    }

    public long number(String sql) throws SQLException {
        try (Connection connection = TestDatabase.running().administrator();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    public void execute(String sql) throws SQLException {
        try (Connection connection = TestDatabase.running().administrator();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Ends every session that the application has open. */
    public void killSessions() throws SQLException {
        List<Long> sessions = new ArrayList<>();
        try (Connection connection = TestDatabase.running().administrator();
                Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery(
                    "SELECT id FROM information_schema.processlist WHERE user = 'paivand_app'")) {
                while (rows.next()) {
                    sessions.add(rows.getLong(1));
                }
            }
            for (long session : sessions) {
                statement.execute("KILL CONNECTION " + session);
            }
        }
    }

    /** Asks again and again until it is so, or fails after {@link #PATIENCE}. */
    public static void await(String what, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            assertTrue(System.nanoTime() < deadline, () -> "waited in vain: " + what);
            LockSupport.parkNanos(2_000_000);
        }
    }
}
