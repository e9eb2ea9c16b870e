package org.paivand.bench.search;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;

/**
 * A log that MariaDB makes up for itself, about ten seconds an entry. One agency has six of ten entries and a machine half of
 * those; a purpose is one in a hundred thousand; {@code return} is never the great agency's; times stray by a minute from the order.
 */
final class GeneratedLog {
    static final Instant BEGAN = Instant.parse("2026-01-01T00:00:00Z");
    static final int SECONDS_APART = 10;

    static final String GREAT_AGENCY = "tj-agency-00";
    static final String MACHINE = "u-machine";

    /** With an event of 330 bytes, about what one is without its decision input. */
    private static final String EVENTS = """
            INSERT INTO paivand_log.event (event_id, entry, type, occurred_at, agency, user, recipient, purpose, basis, outcome,
                released, withheld, case_token, sealed_opening)
            SELECT CONCAT(SUBSTR(id, 1, 8), '-', SUBSTR(id, 9, 4), '-4', SUBSTR(id, 13, 3), '-8', SUBSTR(id, 16, 3), '-',
                    SUBSTR(id, 19, 12)),
                UNHEX(CONCAT(CASE kind WHEN 'disclosure' THEN '0101' WHEN 'break-glass' THEN '0105' WHEN 'denial' THEN '0103'
                    WHEN 'consent-event' THEN '0104' ELSE '010b' END, SHA2(CONCAT('entry', seq), 256))),
                kind, '2026-01-01' + INTERVAL 10 * seq + a MOD 60 SECOND, agency,
                IF(agency = 'tj-agency-00' AND b MOD 2, 'u-machine', CONCAT('u-', agency, '-', b MOD 90)),
                IF(asked, CONCAT('tj-provider-', LPAD(FLOOR(SQRT(b MOD 1600)), 2, '0')), NULL),
                IF(asked, CASE WHEN seq MOD 100000 = 777 THEN 'remembrance'
                    WHEN agency <> 'tj-agency-00' AND b MOD 3 = 0 THEN 'return'
                    ELSE ELT(1 + b MOD 4, 'shelter-placement', 'assistance', 'protection', 'investigation') END, NULL),
                IF(gone, CASE WHEN kind = 'break-glass' THEN 'break-glass' WHEN b MOD 10 = 0 THEN 'consent,statutory-duty'
                    ELSE 'consent' END, NULL),
                IF(asked, CONCAT_WS(',', IF(kind = 'break-glass', 'break-glass', NULL), IF(gone, 'released', 'denied'),
                    IF(b MOD 3 OR NOT gone, 'withheld', NULL)), NULL),
                IF(gone, CONCAT_WS(',', 'contact', 'identity', IF(b MOD 1000 = 7, 'health', NULL)), NULL),
                IF(asked AND (b MOD 3 OR NOT gone), CONCAT_WS(',', IF(b MOD 1000 = 7 AND gone, NULL, 'health'), 'safety'), NULL),
                IF(kind = 'auditor-access', NULL, UNHEX(SHA2(CONCAT('case', IF(b MOD 500 = 0, 0, FLOOR(seq / 20))), 256))),
                REPEAT('x', 450)
              FROM (SELECT *, kind IN ('disclosure', 'break-glass', 'denial') AS asked, kind IN ('disclosure', 'break-glass') AS gone
                FROM (SELECT seq, MD5(seq) AS id, CRC32(seq) AS a, CRC32(CONCAT('b', seq)) AS b,
                    IF(CRC32(CONCAT('c', seq)) MOD 10 < 6, 'tj-agency-00',
                        CONCAT('tj-agency-', LPAD(1 + CRC32(CONCAT('d', seq)) MOD 40, 2, '0'))) AS agency,
                    CASE WHEN CRC32(seq) MOD 100 < 55 THEN IF(CRC32(CONCAT('e', seq)) MOD 5000, 'disclosure', 'break-glass')
                        WHEN CRC32(seq) MOD 100 < 65 THEN 'denial' WHEN CRC32(seq) MOD 100 < 90 THEN 'consent-event'
                        ELSE 'auditor-access' END AS kind
                  FROM paivand.seq_0_to_%d) drawn) known""";

    private static final String LEAVES = """
            INSERT INTO paivand_log.leaf (log, idx, place, entry, at)
            SELECT 1, seq, seq, UNHEX(CONCAT(CASE WHEN CRC32(seq) MOD 100 < 55 THEN IF(CRC32(CONCAT('e', seq)) MOD 5000, '0101', '0105')
                WHEN CRC32(seq) MOD 100 < 65 THEN '0103' WHEN CRC32(seq) MOD 100 < 90 THEN '0104' ELSE '010b' END,
                SHA2(CONCAT('entry', seq), 256))), '2026-01-01' FROM paivand.seq_0_to_%d""";

    static final String ORIGIN = "bench";

    /** Of MariaDB, in bytes: the rows that tiles are made of have to be at hand, as they are while a log grows. */
    private static final long MEMORY = Long.getLong("bench.search.memory", 2L << 30);

    private static final List<String> TABLES = List.of("event", "leaf", "search_tile", "search_term");

    private final Connection administrator;

    /** @param administrator may do anything in a database that is thrown away afterwards */
    GeneratedLog(Connection administrator) {
        this.administrator = administrator;
    }

    /** Without the triggers: MariaDB 11.4 refuses an INSERT … SELECT into a table that has one before its updates. */
    void prepare() throws SQLException {
        try (Statement statement = administrator.createStatement()) {
            statement.execute("SET GLOBAL innodb_buffer_pool_size = " + MEMORY);
            statement.execute("SET GLOBAL innodb_log_file_size = 2147483648");
            statement.execute("SET unique_checks = 0, foreign_key_checks = 0");
            statement.execute(
                    "INSERT IGNORE INTO paivand_log.log (id, origin, verifier_key, reason, began_at) VALUES (1, '"
                            + ORIGIN + "', '" + ORIGIN + "+0+0', 'first', UTC_TIMESTAMP(3))");
            for (String table : List.of("event", "leaf")) {
                statement.execute("DROP TRIGGER IF EXISTS paivand_log." + table + "_no_update");
                statement.execute("DROP TRIGGER IF EXISTS paivand_log." + table + "_no_delete");
            }
        }
    }

    /** A log that has just so many entries already stays as it is, so that a folder can be asked again. */
    void fill(long entries) throws SQLException {
        try (Statement statement = administrator.createStatement()) {
            if (size(statement) == entries) {
                return;
            }
            for (String table : TABLES) {
                statement.execute("TRUNCATE paivand_log." + table);
            }
            statement.execute(EVENTS.formatted(entries - 1));
            statement.execute(LEAVES.formatted(entries - 1));
            for (String table : TABLES) {
                statement.execute("ANALYZE TABLE paivand_log." + table);
            }
        }
    }

    private static long size(Statement statement) throws SQLException {
        try (ResultSet count = statement.executeQuery("SELECT COUNT(*) FROM paivand_log.leaf")) {
            count.next();
            return count.getLong(1);
        }
    }
}
