package org.paivand.registry.jdbc;

import jakarta.persistence.PersistenceException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.paivand.database.Times;
import org.paivand.database.Transaction;
import org.paivand.disclosure.Sha256;
import org.paivand.registry.Authors;
import org.paivand.registry.ChangeNotice;
import org.paivand.registry.ItemName;
import org.paivand.registry.RecordedChange;
import org.paivand.registry.RegistryRecords;
import org.paivand.registry.record.RegistryKind;

/** The registry's changes by statements, in the schema where nothing is changed or deleted. */
public final class JdbcRegistryRecords implements RegistryRecords {
    private static final String NOTICE = "c.number, c.at, c.kind, c.id, c.version, c.sha256";
    private static final String CHANGE = NOTICE + ", c.body, c.exchange, c.changed_by, c.confirmed_by";
    private static final String FROM = " FROM paivand_log.registry_change c";
    private static final int AT_ONCE = 1_000;

    private final Transaction transaction;

    public JdbcRegistryRecords(Transaction transaction) {
        this.transaction = transaction;
    }

    /** Reads one row. */
    private interface Row<T> {
        T read(ResultSet rows) throws SQLException;
    }

    private <T> List<T> select(String statement, Row<T> row, Object... values) {
        List<T> found = new ArrayList<>();
        read(statement, row, found::add, values);
        return found;
    }

    /** The driver keeps no more rows than it reads at once. */
    private <T> void read(String statement, Row<T> row, Consumer<T> reader, Object... values) {
        try (PreparedStatement select = transaction.connection().prepareStatement(statement)) {
            select.setFetchSize(AT_ONCE);
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    reader.accept(row.read(rows));
                }
            }
        } catch (SQLException failed) {
            throw new PersistenceException(failed);
        }
    }

    @Override
    public long head() {
        return select("SELECT COALESCE(MAX(c.number), 0)" + FROM, rows -> rows.getLong(1))
                .get(0);
    }

    @Override
    public long headAt(Instant instant) {
        return select(
                        "SELECT c.number" + FROM + " WHERE c.at <= ? ORDER BY c.at DESC, c.number DESC LIMIT 1",
                        rows -> rows.getLong(1),
                        Times.column(instant))
                .stream()
                .findFirst()
                .orElse(0L);
    }

    @Override
    public void newest(long after, long until, Consumer<RecordedChange> reader) {
        read(
                "SELECT " + CHANGE + FROM + " JOIN (SELECT MAX(number) AS number FROM paivand_log.registry_change"
                        + " WHERE number > ? AND number <= ? GROUP BY kind, id) n ON n.number = c.number ORDER BY c.number",
                JdbcRegistryRecords::change,
                reader,
                after,
                until);
    }

    @Override
    public Optional<RecordedChange> find(ItemName name, long until) {
        return select(
                        "SELECT " + CHANGE + FROM + " WHERE c.kind = ? AND c.id = ? AND c.number <= ?"
                                + " ORDER BY c.version DESC LIMIT 1",
                        JdbcRegistryRecords::change,
                        name.kind().code(),
                        name.id(),
                        until)
                .stream()
                .findFirst();
    }

    @Override
    public List<ChangeNotice> baseline() {
        return select(
                "SELECT " + NOTICE + FROM + " WHERE c.exchange = (SELECT exchange FROM paivand_log.registry_change"
                        + " ORDER BY number LIMIT 1) ORDER BY c.number",
                JdbcRegistryRecords::notice);
    }

    @Override
    public List<ChangeNotice> notices(long after, int limit) {
        return select(
                "SELECT " + NOTICE + FROM + " WHERE c.number > ? ORDER BY c.number LIMIT ?",
                JdbcRegistryRecords::notice,
                after,
                limit);
    }

    @Override
    public Optional<Instant> last() {
        return select("SELECT c.at" + FROM + " ORDER BY c.number DESC LIMIT 1", rows -> instant(rows, 1)).stream()
                .findFirst();
    }

    @Override
    public void lock() {
        if (select("SELECT name FROM change_lock WHERE name = 'registry' FOR UPDATE", rows -> rows.getString(1))
                .isEmpty()) {
            throw new IllegalStateException("the schema lacks the lock of the registry");
        }
    }

    @Override
    public void add(Stream<RecordedChange> changes) {
        try (PreparedStatement insert = transaction
                .connection()
                .prepareStatement(
                        "INSERT INTO paivand_log.registry_change (number, at, kind, id, version, sha256, body,"
                                + " exchange, changed_by, confirmed_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            int waiting = 0;
            for (Iterator<RecordedChange> each = changes.iterator(); each.hasNext(); ) {
                fill(insert, each.next());
                insert.addBatch();
                waiting++;
                if (waiting % AT_ONCE == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        } catch (SQLException failed) {
            throw new PersistenceException(failed);
        }
    }

    private static void fill(PreparedStatement insert, RecordedChange change) throws SQLException {
        insert.setLong(1, change.number());
        insert.setObject(2, Times.column(change.at()));
        insert.setString(3, change.name().kind().code());
        insert.setString(4, change.name().id());
        insert.setInt(5, change.version());
        insert.setBytes(6, HexFormat.of().parseHex(change.sha256().hex()));
        insert.setString(7, change.document());
        insert.setString(8, change.authors().exchange().toString());
        insert.setString(9, change.authors().changedBy());
        if (change.authors().confirmedBy().isPresent()) {
            insert.setString(10, change.authors().confirmedBy().get());
        } else {
            insert.setNull(10, Types.VARCHAR);
        }
    }

    private static ChangeNotice notice(ResultSet rows) throws SQLException {
        return new ChangeNotice(
                rows.getLong(1),
                instant(rows, 2),
                new ItemName(RegistryKind.of(rows.getString(3)), rows.getString(4)),
                rows.getInt(5),
                new Sha256(HexFormat.of().formatHex(rows.getBytes(6))));
    }

    private static RecordedChange change(ResultSet rows) throws SQLException {
        ChangeNotice notice = notice(rows);
        return new RecordedChange(
                notice.number(),
                notice.at(),
                notice.name(),
                notice.version(),
                notice.sha256(),
                rows.getString(7),
                new Authors(
                        UUID.fromString(rows.getString(8)),
                        rows.getString(9),
                        Optional.ofNullable(rows.getString(10))));
    }

    private static Instant instant(ResultSet rows, int column) throws SQLException {
        return Times.instant(rows.getObject(column, LocalDateTime.class));
    }
}
