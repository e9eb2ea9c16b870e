package org.paivand.audit.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.paivand.audit.MalformedException;
import org.paivand.audit.bundle.Evidence;
import org.paivand.audit.bundle.EvidenceSource;
import org.paivand.audit.bundle.SelectionSource;
import org.paivand.audit.log.LogUnavailableException;
import org.paivand.audit.log.Opening;
import org.paivand.entry.NoVaultKeyException;
import org.paivand.entry.Vault;

/** Openings and decision inputs by ascending index, read some rows ahead. */
final class EvidenceRows implements EvidenceSource {
    private static final int AHEAD = 32;

    private final Connection connection;
    private final Vault vault;
    private final String origin;
    private final Shredding shredding;
    private final Deque<Row> rows = new ArrayDeque<>();

    /** @param shredding asked of an entry whose key is gone */
    EvidenceRows(Connection connection, Vault vault, String origin, Shredding shredding) {
        this.connection = connection;
        this.vault = vault;
        this.origin = origin;
        this.shredding = shredding;
    }

    /** Whether a certificate explains that an index has no opening. */
    @FunctionalInterface
    interface Shredding {
        boolean explains(long index) throws SQLException;
    }

    /** Opened only when it is asked for: what was read ahead may be another plan's to explain. */
    @FunctionalInterface
    private interface Sealed {
        Optional<Evidence> open() throws LogUnavailableException;
    }

    private record Row(long index, Sealed sealed) {}

    @Override
    public Optional<Evidence> at(long index) throws LogUnavailableException {
        while (!rows.isEmpty() && rows.getFirst().index() < index) {
            rows.removeFirst();
        }
        if (rows.isEmpty()) {
            readFrom(index);
        }
        Row row = rows.pollFirst();
        if (row == null || row.index() != index) {
            throw new LogUnavailableException("an entry without its opening", new IllegalStateException());
        }
        return row.sealed().open();
    }

    /** These alone, ascending; what was shredded is left out. */
    SelectionSource selecting(List<Long> indexes) {
        Iterator<Long> left = indexes.iterator();
        return () -> {
            while (left.hasNext()) {
                long index = left.next();
                Optional<Evidence> evidence = at(index);
                if (evidence.isPresent()) {
                    return Optional.of(new SelectionSource.Selected(index, evidence.get()));
                }
            }
            return Optional.empty();
        };
    }

    private void readFrom(long index) throws LogUnavailableException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT STRAIGHT_JOIN l.idx, e.event_id, e.sealed_opening, e.sealed_input FROM paivand_log.leaf l"
                        + " JOIN paivand_log.event e ON e.entry = l.entry"
                        + " WHERE l.log = (SELECT id FROM paivand_log.log WHERE origin = ?) AND l.idx >= ? AND l.idx < ?"
                        + " ORDER BY l.idx")) {
            select.setString(1, origin);
            select.setLong(2, index);
            select.setLong(3, index + AHEAD);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    rows.addLast(row(found));
                }
            }
        } catch (SQLException unreadable) {
            throw new LogUnavailableException("openings can't be read", unreadable);
        }
    }

    private Row row(ResultSet found) throws SQLException {
        long index = found.getLong(1);
        String eventId = found.getString(2);
        byte[] opening = found.getBytes(3);
        Optional<byte[]> input = Optional.ofNullable(found.getBytes(4));
        return new Row(index, () -> evidence(index, eventId, opening, input));
    }

    private Optional<Evidence> evidence(long index, String eventId, byte[] sealed, Optional<byte[]> sealedInput)
            throws LogUnavailableException {
        try {
            Opening opening = Opening.decode(vault.open(SealedIds.opening(eventId), sealed));
            Optional<byte[]> input = sealedInput.map(bytes -> vault.open(SealedIds.input(eventId), bytes));
            return Optional.of(new Evidence(opening, input));
        } catch (NoVaultKeyException without) {
            if (without.isShredded() && explained(index)) {
                return Optional.empty();
            }
            throw new LogUnavailableException("an opening has neither key nor certificate", without);
        } catch (MalformedException | IllegalStateException unreadable) {
            throw new LogUnavailableException("an opening can't be read", unreadable);
        }
    }

    private boolean explained(long index) throws LogUnavailableException {
        try {
            return shredding.explains(index);
        } catch (SQLException failure) {
            throw new LogUnavailableException("certificates can't be read", failure);
        }
    }
}
