package org.paivand.audit.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.paivand.audit.TestLog;
import org.paivand.audit.merkle.Hash;
import org.paivand.entry.EntryFilter;

/**
 * A log that MariaDB fills: three agencies, an entry a minute, with a clock that was set back for a while; a third of all entries
 * are one case's, every thousandth is a rare case's, each twelfth no case's, and the others have cases of two.
 */
final class FilledLog {
    static final String GREAT_CASE = token("great");
    static final String RARE_CASE = token("rare");

    private static final String EVENTS = """
            INSERT INTO paivand_log.event (event_id, entry, type, occurred_at, agency, user, recipient, purpose, basis, outcome,
                released, withheld, case_token, sealed_opening)
            SELECT CONCAT('00000000-0000-4000-8000-', LPAD(seq, 12, '0')),
                CONCAT(UNHEX(IF(seq % 7, '0101', '0103')), UNHEX(LPAD(HEX(seq), 64, '0'))), IF(seq % 7, 'disclosure', 'denial'),
                '2026-01-01' + INTERVAL IF(seq BETWEEN 700 AND 900, seq - 600, seq) MINUTE,
                ELT(1 + seq % 3, 'one', 'two', 'three'), CONCAT('u-', seq % 10),
                IF(seq % 2, 'four', NULL), ELT(1 + (seq > 300), 'return', 'assistance'),
                IF(seq % 7, IF(seq % 5, 'consent', 'break-glass,consent'), NULL),
                IF(seq % 7, IF(seq % 4, 'released', 'released,withheld'), 'denied,withheld'),
                IF(seq % 7, 'contact,identity', NULL), IF(seq % 4 = 0 OR seq % 7 = 0, 'health', NULL),
                UNHEX(SHA2(CASE WHEN seq % 12 = 5 THEN NULL WHEN seq % 1000 = 1 THEN 'rare' WHEN seq * 7 % 9 < 3 THEN 'great'
                    ELSE seq DIV 2 END, 256)), ''
              FROM paivand.seq_0_to_%d""";

    private static final String LEAVES = """
            INSERT INTO paivand_log.leaf (log, idx, place, entry, at)
            SELECT 1, seq, seq, CONCAT(UNHEX(IF(seq % 7, '0101', '0103')), UNHEX(LPAD(HEX(seq), 64, '0'))), NOW()
              FROM paivand.seq_0_to_%d""";

    private FilledLog() {}

    /** Codes that are there, and some that aren't. */
    static List<String> codes(EntryFilter filter) {
        return switch (filter) {
            case TYPE -> List.of("disclosure", "denial");
            case AGENCY -> List.of("one", "two", "four");
            case RECIPIENT -> List.of("four", "five");
            case USER -> List.of("u-0", "u-3", "u-7", "u-10");
            case PURPOSE -> List.of("return", "assistance");
            case BASIS -> List.of("consent", "break-glass");
            case CATEGORY -> List.of("health", "contact", "travel");
            case OUTCOME -> List.of("released", "withheld", "denied", "break-glass");
            case CASE -> List.of(GREAT_CASE, RARE_CASE, token("10"), token("32000"), token("none"));
        };
    }

    /** MariaDB 11.4 refuses an INSERT … SELECT into a table that has a trigger before its updates. */
    static void fill(TestLog log, int entries) throws SQLException {
        without(log, "event_no_update", EVENTS.replace("%d", "" + (entries - 1)));
        without(log, "leaf_no_update", LEAVES.replace("%d", "" + (entries - 1)));
    }

    /** Does what a trigger of that name, like {@code event_no_delete}, prevents. */
    static void without(TestLog log, String trigger, String sql) throws SQLException {
        String table = trigger.replaceFirst("_no_.*", "");
        String event = trigger.endsWith("delete") ? "DELETE" : "UPDATE";
        log.execute("DROP TRIGGER paivand_log." + trigger + "; " + sql + "; CREATE TRIGGER paivand_log." + trigger
                + " BEFORE "
                + event + " ON paivand_log." + table
                + " FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the log is append-only'");
    }

    private static String token(String name) {
        return Hash.sha256(name.getBytes(StandardCharsets.US_ASCII)).hex();
    }
}
