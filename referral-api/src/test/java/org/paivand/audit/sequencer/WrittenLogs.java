package org.paivand.audit.sequencer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.paivand.audit.TestVault;
import org.paivand.audit.checkpoint.Checkpoint;
import org.paivand.audit.checkpoint.WitnessPolicy;
import org.paivand.audit.jdbc.Checkpoints;
import org.paivand.audit.jdbc.Logs;
import org.paivand.audit.log.Entry;
import org.paivand.audit.log.Opening;
import org.paivand.audit.merkle.Frontier;
import org.paivand.audit.merkle.TreeHead;
import org.paivand.audit.note.VerifierKey;
import org.paivand.database.TestDatabase;
import org.paivand.disclosure.event.LogChanged;
import org.paivand.disclosure.json.EventJson;

/** All logs of the test's database, as somebody finds them who trusts the keys alone. */
final class WrittenLogs {
    List<Entry> entries(String origin) throws Exception {
        try (Connection connection = TestDatabase.running().administrator();
                PreparedStatement select = connection.prepareStatement("SELECT l.idx, l.entry FROM paivand_log.leaf l"
                        + " JOIN paivand_log.log g ON g.id = l.log WHERE g.origin = ? ORDER BY l.idx")) {
            select.setString(1, origin);
            List<Entry> entries = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    assertEquals(entries.size(), rows.getLong(1), "no gap in " + origin);
                    entries.add(Entry.decode(rows.getBytes(2)));
                }
            }
            return entries;
        }
    }

    /** The log-change at that index. */
    LogChanged change(String origin, int index) throws Exception {
        try (Connection connection = TestDatabase.running().administrator();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT event_id, sealed_opening FROM paivand_log.event WHERE entry = ?")) {
            select.setBytes(1, entries(origin).get(index).encode());
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                byte[] opening = new TestVault().open("opening/" + rows.getString(1), rows.getBytes(2));
                return (LogChanged) EventJson.parse(Opening.decode(opening).event());
            }
        }
    }

    /** The newest, which its key signed for all that stands in the log. */
    Checkpoint checkpoint(String origin, VerifierKey key) throws Exception {
        try (Connection connection = TestDatabase.running().administrator()) {
            var verified = WitnessPolicy.trusting(key)
                    .verify(new Checkpoints(connection, origin)
                            .newest()
                            .orElseThrow()
                            .signedNote());
            assertEquals(head(origin), verified.treeHead());
            return new Checkpoint(origin, verified.treeHead());
        }
    }

    private TreeHead head(String origin) throws Exception {
        Frontier frontier = Frontier.EMPTY;
        for (Entry entry : entries(origin)) {
            frontier = frontier.append(entry.leafHash());
        }
        return frontier.head();
    }

    /** Each committed event stands in exactly one log, none waits, and each head is that of its leaves. */
    void requireWhole() throws Exception {
        try (Connection connection = TestDatabase.running().administrator()) {
            assertEquals(0, number(connection, "SELECT COUNT(*) FROM paivand.log_pending"));
            assertEquals(
                    number(connection, "SELECT COUNT(*) FROM paivand_log.event"),
                    number(
                            connection,
                            "SELECT COUNT(*) FROM paivand_log.event e JOIN paivand_log.leaf l ON l.entry = e.entry"));
            assertEquals(
                    number(connection, "SELECT COUNT(*) FROM paivand_log.event"),
                    number(connection, "SELECT COUNT(*) FROM paivand_log.leaf"));
            for (Logs.Known log : new Logs(connection).all()) {
                TreeHead head = head(log.origin());
                assertEquals(
                        1,
                        number(
                                connection,
                                "SELECT COUNT(*) FROM paivand.log_head WHERE origin = '" + log.origin()
                                        + "' AND size = " + head.size() + " AND HEX(root) = '"
                                        + head.root().hex() + "'"),
                        log.origin());
            }
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
