package org.paivand.audit.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.paivand.audit.MalformedException;
import org.paivand.audit.log.EntryType;
import org.paivand.audit.log.LogUnavailableException;
import org.paivand.audit.log.Opening;
import org.paivand.database.Transaction;
import org.paivand.disclosure.json.EventJson;
import org.paivand.disclosure.json.InvalidDocumentException;
import org.paivand.entry.FoundEntry;
import org.paivand.entry.NoVaultKeyException;
import org.paivand.entry.Outcome;
import org.paivand.entry.SearchColumns;
import org.paivand.entry.Vault;
import org.paivand.export.Exported;
import org.paivand.export.ExportedEntry;
import org.paivand.export.ShreddedEntry;

/** Entries by ascending index, opened, some at a time. */
public final class OpenedEntries {
    private static final int FIRST_TYPE = 6;

    private final Vault vault;
    private final String origin;

    public OpenedEntries(Vault vault, String origin) {
        this.vault = vault;
        this.origin = origin;
    }

    /**
     * How many of them have one of these types.
     *
     * @param types empty for all
     */
    public long count(Transaction transaction, long first, long end, Instant from, Instant to, Set<EntryType> types)
            throws SQLException {
        String ofTypes = types.isEmpty()
                ? ""
                : " AND e.type IN (" + String.join(", ", Collections.nCopies(types.size(), "?")) + ")";
        try (PreparedStatement select = transaction
                .connection()
                .prepareStatement("SELECT STRAIGHT_JOIN COUNT(*) FROM paivand_log.leaf l"
                        + " JOIN paivand_log.event e ON e.entry = l.entry WHERE"
                        + " l.log = (SELECT id FROM paivand_log.log WHERE origin = ?) AND l.idx >= ? AND l.idx < ?"
                        + " AND e.occurred_at >= ? AND e.occurred_at < ?" + ofTypes)) {
            bind(select, first, end, from, to);
            int parameter = FIRST_TYPE;
            for (EntryType type : types) {
                select.setString(parameter++, type.code());
            }
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /**
     * What stands at the indexes from {@code first} to the last before {@code end} and occurred in the period.
     *
     * @throws LogUnavailableException if one of them can't be opened, and no certificate says why
     */
    public List<Exported> of(Transaction transaction, long first, long end, Instant from, Instant to)
            throws LogUnavailableException {
        Connection connection = transaction.connection();
        Certificates certificates = new Certificates(connection, vault, origin);
        try (PreparedStatement select =
                connection.prepareStatement("SELECT STRAIGHT_JOIN l.idx, e.event_id, e.sealed_opening"
                        + " FROM paivand_log.leaf l LEFT JOIN paivand_log.event e ON e.entry = l.entry WHERE"
                        + " l.log = (SELECT id FROM paivand_log.log WHERE origin = ?) AND l.idx >= ? AND l.idx < ?"
                        + " AND (e.event_id IS NULL OR e.occurred_at >= ? AND e.occurred_at < ?) ORDER BY l.idx")) {
            bind(select, first, end, from, to);
            List<Exported> entries = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    entries.add(exported(rows, certificates, connection));
                }
            }
            return entries;
        } catch (SQLException | MalformedException | InvalidDocumentException | IllegalStateException unreadable) {
            throw new LogUnavailableException("openings can't be read", unreadable);
        }
    }

    private void bind(PreparedStatement select, long first, long end, Instant from, Instant to) throws SQLException {
        select.setString(1, origin);
        select.setLong(2, first);
        select.setLong(3, end);
        select.setObject(4, Utc.column(from));
        select.setObject(5, Utc.column(to));
    }

    private Exported exported(ResultSet row, Certificates certificates, Connection connection)
            throws SQLException, MalformedException, InvalidDocumentException {
        long index = row.getLong(1);
        String eventId = Optional.ofNullable(row.getString(2))
                .orElseThrow(() -> new IllegalStateException("an entry without its opening"));
        try {
            Opening opening = Opening.decode(vault.open(SealedIds.opening(eventId), row.getBytes(3)));
            return new ExportedEntry(origin, index, EventJson.parse(opening.event()));
        } catch (NoVaultKeyException without) {
            Optional<Certificates.Certificate> certificate =
                    without.isShredded() ? certificates.of(index) : Optional.empty();
            FoundEntry.At at = certificate.flatMap(Certificates.Certificate::at).orElseThrow(() -> without);
            FoundEntry found = FoundRows.ofEvent(connection, eventId)
                    .orElseThrow(() -> new IllegalStateException("events are never deleted"));
            return shredded(index, found, at);
        }
    }

    private ShreddedEntry shredded(long index, FoundEntry found, FoundEntry.At certificate) {
        SearchColumns columns = found.columns();
        return new ShreddedEntry(
                origin,
                index,
                found.entry().type().code(),
                columns.eventId(),
                columns.occurredAt(),
                columns.agency(),
                columns.user(),
                columns.recipient(),
                columns.purpose(),
                columns.outcomes().stream().map(Outcome::code).sorted().toList(),
                categories(columns, true),
                categories(columns, false),
                certificate.log(),
                certificate.index());
    }

    private static List<String> categories(SearchColumns columns, boolean released) {
        return columns.categories().entrySet().stream()
                .filter(category -> category.getValue() == released)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
