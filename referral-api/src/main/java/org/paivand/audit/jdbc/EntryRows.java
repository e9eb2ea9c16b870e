package org.paivand.audit.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.paivand.audit.MalformedException;
import org.paivand.audit.log.Entry;
import org.paivand.audit.log.Opening;
import org.paivand.entry.NoVaultKeyException;
import org.paivand.entry.Vault;

/** The entries of a range with what they should commit to, each tried; rows may be missing or damaged. */
public final class EntryRows implements AutoCloseable {
    private final PreparedStatement select;
    private final ResultSet rows;
    private final Vault vault;
    private final Certificates certificates;
    private boolean ended;

    private EntryRows(PreparedStatement select, ResultSet rows, Vault vault, Certificates certificates)
            throws SQLException {
        this.select = select;
        this.rows = rows;
        this.vault = vault;
        this.certificates = certificates;
        this.ended = !rows.next();
    }

    /**
     * What stands at an index.
     *
     * @param entry empty where no row has the index, or its bytes are no entry
     * @param opens whether the event's opening opens the entry, or was shredded with a certificate, so that nobody can tell
     */
    public record Row(Optional<Entry> entry, boolean hasEvent, boolean opens) {
        private static final Row MISSING = new Row(Optional.empty(), false, false);
    }

    public static EntryRows read(Connection connection, Vault vault, Logs.Known log, long from, long to)
            throws SQLException {
        PreparedStatement select = connection.prepareStatement(
                "SELECT STRAIGHT_JOIN l.idx, l.entry, e.event_id, e.sealed_opening FROM paivand_log.leaf l"
                        + " LEFT JOIN paivand_log.event e ON e.entry = l.entry"
                        + " WHERE l.log = ? AND l.idx >= ? AND l.idx < ? ORDER BY l.idx");
        select.setInt(1, log.number());
        select.setLong(2, from);
        select.setLong(3, to);
        return new EntryRows(select, select.executeQuery(), vault, new Certificates(connection, vault, log.origin()));
    }

    /** To be asked for by ascending index. */
    public Row next(long index) throws SQLException {
        if (ended || rows.getLong(1) != index) {
            return Row.MISSING;
        }
        Row row = row(index, rows.getBytes(2), rows.getString(3), rows.getBytes(4));
        ended = !rows.next();
        return row;
    }

    private Row row(long index, byte[] bytes, @Nullable String eventId, byte @Nullable [] sealed) throws SQLException {
        try {
            Entry entry = Entry.decode(bytes);
            return new Row(
                    Optional.of(entry),
                    eventId != null,
                    eventId != null && sealed != null && opens(index, entry, eventId, sealed));
        } catch (MalformedException damaged) {
            return Row.MISSING;
        }
    }

    private boolean opens(long index, Entry entry, String eventId, byte[] sealed) throws SQLException {
        try {
            return Opening.decode(vault.open(SealedIds.opening(eventId), sealed))
                    .entry()
                    .equals(entry);
        } catch (NoVaultKeyException without) {
            if (without.isShredded()) {
                return certificates.of(index).isPresent();
            }
            throw without;
        } catch (MalformedException | IllegalStateException | IllegalArgumentException broken) {
            return false;
        }
    }

    @Override
    public void close() throws SQLException {
        select.close();
    }
}
