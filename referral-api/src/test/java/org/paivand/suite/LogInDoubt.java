package org.paivand.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.paivand.database.TestDatabase;

/** What the node answers while it must not write to the log. How it comes to know is tested with its parts. */
interface LogInDoubt {

    @Test
    @Order(Integer.MAX_VALUE - 40)
    default void namesALogThatContradictsItself() throws SQLException {
        String referral = Journey.accepted();
        sql(
                "INSERT INTO paivand.log_trouble VALUES ('UNSOUND', 'opening at index 0 of paivand.test/log/suite', UTC_TIMESTAMP(3))");

        try {
            refuses(referral, "log-unsound");
        } finally {
            sql("DELETE FROM paivand.log_trouble WHERE kind = 'UNSOUND'");
            untilStatus(200, referral);
        }
    }

    @Test
    @Order(Integer.MAX_VALUE - 30)
    default void namesAClockThatIsBehindTheLog() throws SQLException {
        String referral = Journey.accepted();
        sql("DROP TRIGGER paivand_log.event_no_update;"
                + "UPDATE paivand_log.event SET occurred_at = occurred_at + INTERVAL 1 HOUR");

        try {
            refuses(referral, "clock-behind");
        } finally {
            sql("UPDATE paivand_log.event SET occurred_at = occurred_at - INTERVAL 1 HOUR;"
                    + "CREATE TRIGGER paivand_log.event_no_update BEFORE UPDATE ON paivand_log.event FOR EACH ROW"
                    + " SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the log is append-only'");
            untilStatus(200, referral);
        }
    }

    /** The node looks at its log once a second; nothing is written of what it refuses then. */
    private static void refuses(String referral, String code) {
        untilStatus(503, referral);
        Map<String, Long> before = Rows.besideTheKeys();

        pull(referral).refused(503, code);
        Call.get("/api/v1/audit/entries").as(Account.AUDITOR).send().refused(503, code);

        assertEquals(before, Rows.besideTheKeys());
    }

    private static void untilStatus(int status, String referral) {
        Instant end = Instant.now().plusSeconds(30);
        while (pull(referral).status() != status) {
            assertTrue(Instant.now().isBefore(end), "still not " + status);
            LockSupport.parkNanos(100_000_000);
        }
    }

    private static Reply pull(String referral) {
        return Journey.pulling(referral, Account.SHELTER, "identity").once().send();
    }

    private static void sql(String sql) throws SQLException {
        TestDatabase.running().execute(sql);
    }
}
