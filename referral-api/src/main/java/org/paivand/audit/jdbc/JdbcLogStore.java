package org.paivand.audit.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.paivand.audit.MalformedException;
import org.paivand.audit.log.AppendRefusedException;
import org.paivand.audit.log.AppendRefusedException.Reason;
import org.paivand.audit.log.Entry;
import org.paivand.audit.log.LogBatch;
import org.paivand.audit.log.LogStore;
import org.paivand.audit.log.LogUnavailableException;
import org.paivand.audit.log.TileRoot;
import org.paivand.audit.merkle.Hash;
import org.paivand.audit.merkle.TreeHead;

/** One log's rows, over one connection inside a transaction that its owner commits. */
public final class JdbcLogStore implements LogStore {
    private static final String UNREADABLE = "the log's tables can't be read or written";

    private final Connection connection;
    private final String origin;
    private OptionalInt number = OptionalInt.empty();

    public JdbcLogStore(Connection connection, String origin) {
        this.connection = connection;
        this.origin = origin;
    }

    @Override
    public TreeHead head() throws LogUnavailableException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT size, root FROM paivand.log_head WHERE origin = ?")) {
            select.setString(1, origin);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? new TreeHead(rows.getLong(1), Hash.of(rows.getBytes(2))) : TreeHead.EMPTY;
            }
        } catch (SQLException failure) {
            throw new LogUnavailableException(UNREADABLE, failure);
        }
    }

    @Override
    public List<Entry> entries(long from, int count) throws LogUnavailableException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT entry FROM paivand_log.leaf WHERE log = ? AND idx >= ? AND idx < ? ORDER BY idx")) {
            select.setInt(1, number());
            setRange(select, 2, from, count);
            List<Entry> entries = new ArrayList<>(count);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    entries.add(Entry.decode(rows.getBytes(1)));
                }
            }
            Objects.checkFromIndexSize(0, count, entries.size());
            return entries;
        } catch (SQLException | MalformedException failure) {
            throw new LogUnavailableException(UNREADABLE, failure);
        }
    }

    @Override
    public List<Hash> tileRoots(int level, long from, int count) throws LogUnavailableException {
        try (PreparedStatement select = connection.prepareStatement("SELECT root FROM paivand_log.tile"
                + " WHERE log = ? AND level = ? AND idx >= ? AND idx < ? ORDER BY idx")) {
            select.setInt(1, number());
            select.setInt(2, level);
            setRange(select, 3, from, count);
            List<Hash> roots = new ArrayList<>(count);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    roots.add(Hash.of(rows.getBytes(1)));
                }
            }
            Objects.checkFromIndexSize(0, count, roots.size());
            return roots;
        } catch (SQLException failure) {
            throw new LogUnavailableException(UNREADABLE, failure);
        }
    }

    @Override
    public OptionalLong indexOf(Entry entry) throws LogUnavailableException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT idx FROM paivand_log.leaf WHERE entry = ? AND log = ?")) {
            select.setBytes(1, entry.encode());
            select.setInt(2, number());
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
            }
        } catch (SQLException failure) {
            throw new LogUnavailableException(UNREADABLE, failure);
        }
    }

    @Override
    public void append(LogBatch batch, long fence) throws AppendRefusedException, LogUnavailableException {
        try {
            if (number() == 0) {
                throw new SQLException("a log is known before it is appended to");
            }
            Savepoint before = connection.setSavepoint();
            try {
                createHead();
                moveHead(batch, fence);
                insertLeaves(batch);
                insertTileRoots(batch);
            } catch (AppendRefusedException refused) {
                connection.rollback(before);
                throw refused;
            }
            connection.releaseSavepoint(before);
        } catch (SQLException failure) {
            throw new LogUnavailableException(UNREADABLE, failure);
        }
    }

    private void createHead() throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO paivand.log_head (origin, size, root, fence) SELECT ?, 0, ?, 0 FROM DUAL"
                        + " WHERE NOT EXISTS (SELECT 1 FROM paivand.log_head WHERE origin = ?)")) {
            insert.setString(1, origin);
            insert.setBytes(2, Hash.EMPTY.bytes());
            insert.setString(3, origin);
            insert.executeUpdate();
        }
    }

    /** First of all, since the head's row lock keeps a rival out until this transaction ends. */
    private void moveHead(LogBatch batch, long fence) throws SQLException, AppendRefusedException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE paivand.log_head"
                + " SET size = ?, root = ?, fence = ? WHERE origin = ? AND size = ? AND root = ? AND fence <= ?")) {
            update.setLong(1, batch.after().size());
            update.setBytes(2, batch.after().root().bytes());
            update.setLong(3, fence);
            update.setString(4, origin);
            update.setLong(5, batch.before().size());
            update.setBytes(6, batch.before().root().bytes());
            update.setLong(7, fence);
            if (update.executeUpdate() != 1) {
                throw new AppendRefusedException(highestFence() > fence ? Reason.FENCED_OFF : Reason.HEAD_MOVED);
            }
        }
    }

    private long highestFence() throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT fence FROM paivand.log_head WHERE origin = ? FOR UPDATE")) {
            select.setString(1, origin);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }

    private void insertLeaves(LogBatch batch) throws SQLException, AppendRefusedException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO paivand_log.leaf (log, idx, entry, at) VALUES (?, ?, ?, UTC_TIMESTAMP(3))")) {
            long index = batch.firstIndex();
            for (Entry entry : batch.entries()) {
                insert.setInt(1, number());
                insert.setLong(2, index++);
                insert.setBytes(3, entry.encode());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException failure) {
            if (String.valueOf(failure.getSQLState()).startsWith("23")) {
                throw new AppendRefusedException(Reason.DUPLICATE_ENTRY);
            }
            throw failure;
        }
    }

    private void insertTileRoots(LogBatch batch) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO paivand_log.tile (log, level, idx, root) VALUES (?, ?, ?, ?)")) {
            for (TileRoot root : batch.tileRoots()) {
                insert.setInt(1, number());
                insert.setInt(2, root.level());
                insert.setLong(3, root.index());
                insert.setBytes(4, root.root().bytes());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** 0, which is no log's, while this one has not begun. */
    private int number() throws SQLException {
        if (number.isEmpty()) {
            number = new Logs(connection)
                    .of(origin)
                    .map(log -> OptionalInt.of(log.number()))
                    .orElse(number);
        }
        return number.orElse(0);
    }

    private static void setRange(PreparedStatement select, int first, long from, int count) throws SQLException {
        if (from < 0 || count < 0) {
            throw new IndexOutOfBoundsException("indexes count from 0");
        }
        select.setLong(first, from);
        select.setLong(first + 1, Math.addExact(from, count));
    }
}
