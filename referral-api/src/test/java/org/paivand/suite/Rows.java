package org.paivand.suite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.paivand.database.TestDatabase;

/** How many rows there are in every table that a request may write. What the sequencer writes comes later and isn't counted. */
final class Rows {
    private static final List<String> TABLES = List.of(
            "paivand.case_file",
            "paivand.section",
            "paivand.consent_event",
            "paivand.hand_over",
            "paivand.best_interests",
            "paivand.referral",
            "paivand.referral_worker",
            "paivand.disclosed",
            "paivand.idempotency",
            "paivand.agreement",
            "paivand.approval",
            "paivand.statistics_row",
            "paivand_log.event",
            "paivand_log.review_due",
            "paivand_log.review");

    private Rows() {}

    static Map<String, Long> counted() {
        Map<String, Long> rows = new TreeMap<>();
        try (Connection connection = TestDatabase.running().administrator();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                try (ResultSet count = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
                    count.next();
                    rows.put(table, count.getLong(1));
                }
            }
            return rows;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The case of a referral. */
    static String caseOf(String referral) {
        try (Connection connection = TestDatabase.running().administrator();
                Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery("SELECT case_id FROM paivand.referral WHERE id = '" + referral + "'")) {
            found.next();
            return found.getString(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** How many events the log has. */
    static long entries() {
        return counted().getOrDefault("paivand_log.event", 0L);
    }

    /** The same without the log: a denial is an entry, and nothing else. */
    static Map<String, Long> besideTheLog() {
        Map<String, Long> rows = counted();
        rows.keySet().removeIf(table -> table.startsWith("paivand_log."));
        return rows;
    }

    /** The same without the keys: that of a pull is kept before it is decided, since a repeated one is decided again. */
    static Map<String, Long> besideTheKeys() {
        Map<String, Long> rows = counted();
        rows.remove("paivand.idempotency");
        return rows;
    }
}
