package org.paivand.audit.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.paivand.audit.TestLog;
import org.paivand.database.DataSources;
import org.paivand.database.Database;
import org.paivand.database.DatabaseUnavailableException;
import org.paivand.entry.LogNotWritableException;
import org.paivand.entry.LogNotWritableException.Reason;
import org.paivand.entry.LogStatus;
import org.paivand.entry.LogStatus.Signer;
import org.paivand.wiring.TestClock;

class JdbcLogStateTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration STEP_BACK = Duration.ofDays(1);

    private final TestLog log;

    JdbcLogStateTest() throws Exception {
        log = new TestLog();
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void isWritableWhileEmpty() throws Exception {
        JdbcLogState state = state(Signer.SOUND);

        state.requireWritable();

        LogStatus status = state.status();
        assertEquals(
                new LogStatus(
                        0,
                        0,
                        Duration.ZERO,
                        Duration.ZERO,
                        Optional.empty(),
                        status.latest(),
                        Optional.empty(),
                        Signer.SOUND),
                status);
    }

    @Test
    void isWritableWhileEntriesWaitNoLongerThanTheLimit() throws Exception {
        log.append(3);
        JdbcLogState state = state(Signer.ELSEWHERE);

        state.requireWritable();

        LogStatus status = state.status();
        assertEquals(3, status.pending());
        assertTrue(status.oldestPending().compareTo(LIMIT) < 0);
        assertFalse(status.isBehind(LIMIT));
    }

    @Test
    void isBehindOnceAnEntryHasWaitedLongerForItsIndex() throws Exception {
        log.append(1);
        log.execute("UPDATE paivand.log_pending SET at = UTC_TIMESTAMP(3) - INTERVAL 31 SECOND");

        assertRefused(Reason.BEHIND, state(Signer.SOUND));
    }

    @Test
    void isBehindOnceAnIndexedEntryHasWaitedLongerForItsCheckpoint() throws Exception {
        log.execute(
                "INSERT INTO paivand_log.leaf VALUES (1, 0, REPEAT('x', 34), UTC_TIMESTAMP(3) - INTERVAL 31 SECOND),"
                        + " (1, 1, REPEAT('y', 34), UTC_TIMESTAMP(3) - INTERVAL 5 SECOND)");
        assertRefused(Reason.BEHIND, state(Signer.SOUND));

        log.execute("INSERT INTO paivand_log.checkpoint VALUES ('" + TestLog.ORIGIN + "', 1, 'x', UTC_TIMESTAMP(3))");

        state(Signer.SOUND).requireWritable();
        assertTrue(state(Signer.SOUND).status().oldestUnsigned().compareTo(Duration.ofSeconds(4)) > 0);
    }

    @Test
    void isNotWritableWithoutAKeyThatWasSeenToSign() {
        assertRefused(Reason.SIGNER, state(Signer.REFUSING));
        assertRefused(Reason.SIGNER, state(Signer.UNPROVEN));
    }

    @Test
    void aStandbyKnowsAtOnceThatTheLeaderCannotSign() throws Exception {
        report(Troubles.Kind.SIGNER);

        assertRefused(Reason.SIGNER, state(Signer.ELSEWHERE));
        state(Signer.SOUND).requireWritable();
    }

    @Test
    void isNotWritableWhileACheckHasFoundTheLogUnsound() throws Exception {
        report(Troubles.Kind.UNSOUND);

        assertRefused(Reason.UNSOUND, state(Signer.SOUND));
        assertRefused(Reason.UNSOUND, state(Signer.ELSEWHERE));
    }

    private void report(Troubles.Kind kind) {
        log.database.commit(tx -> {
            new Troubles(tx.connection()).report(kind, "by a test");
            return true;
        });
    }

    @Test
    void isNotWritableWhileTheClockIsBehindTheDatabasesAndWritableAgainByItself() throws Exception {
        TestClock clock = new TestClock();
        JdbcLogState state =
                new JdbcLogState(log.database, TestLog.ORIGIN, LIMIT, () -> Signer.SOUND, clock, Duration.ofSeconds(5));
        state.requireWritable();

        clock.move(Duration.ofSeconds(-10));
        assertRefused(Reason.CLOCK, state);
        clock.move(Duration.ofSeconds(6));

        state.requireWritable();
    }

    @Test
    void isNotWritableWhileTheClockIsBehindTheNewestEvent() throws Exception {
        log.database.commit(tx -> {
            log.entries.append(
                    tx, log.opening("{}"), TestLog.columns(Instant.now().plusSeconds(3600)), Optional.empty());
            return true;
        });
        JdbcLogState state = new JdbcLogState(
                log.database, TestLog.ORIGIN, LIMIT, () -> Signer.SOUND, Clock.systemUTC(), Duration.ofSeconds(5));

        assertRefused(Reason.CLOCK, state);
    }

    @Test
    void isNotWritableWithoutADatabase() throws Exception {
        try (var pool = DataSources.pool("jdbc:mariadb://127.0.0.1:1/paivand", "nobody", "none", 1);
                Database nowhere = new Database(pool)) {
            JdbcLogState state =
                    new JdbcLogState(nowhere, TestLog.ORIGIN, LIMIT, () -> Signer.SOUND, Clock.systemUTC(), STEP_BACK);

            assertThrows(DatabaseUnavailableException.class, state::requireWritable);
        }
    }

    private JdbcLogState state(Signer signer) {
        return new JdbcLogState(log.database, TestLog.ORIGIN, LIMIT, () -> signer, Clock.systemUTC(), STEP_BACK);
    }

    private static void assertRefused(Reason reason, JdbcLogState state) {
        assertEquals(
                reason,
                assertThrows(LogNotWritableException.class, state::requireWritable)
                        .reason());
    }
}
