package org.paivand.audit.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.paivand.audit.MalformedException;
import org.paivand.audit.log.Entry;
import org.paivand.audit.merkle.Hash;
import org.paivand.entry.FoundEntry;
import org.paivand.entry.Outcome;
import org.paivand.entry.SearchColumns;

/** Result rows of {@link SearchStatement#COLUMNS}. */
final class FoundRows {
    private FoundRows() {}

    static List<FoundEntry> read(PreparedStatement select) throws SQLException {
        List<FoundEntry> found = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(row(rows));
            }
        }
        return found;
    }

    static Optional<FoundEntry> ofEvent(Connection connection, String eventId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT " + SearchStatement.COLUMNS
                + "l.idx, l.place, g.origin FROM paivand_log.event e"
                + " LEFT JOIN paivand_log.leaf l ON l.entry = e.entry"
                + " LEFT JOIN paivand_log.log g ON g.id = l.log WHERE e.event_id = ?")) {
            select.setString(1, eventId);
            return read(select).stream().findFirst();
        }
    }

    private static FoundEntry row(ResultSet rows) throws SQLException {
        SearchColumns columns = new SearchColumns(
                UUID.fromString(rows.getString(1)),
                Utc.instant(rows, 3),
                rows.getString(4),
                rows.getString(5),
                Optional.ofNullable(rows.getString(6)),
                Optional.ofNullable(rows.getString(7)),
                CodeList.read(rows.getString(8)),
                outcomes(CodeList.read(rows.getString(9))),
                categories(CodeList.read(rows.getString(10)), CodeList.read(rows.getString(11))),
                Optional.ofNullable(rows.getBytes(12)).map(Hash::of),
                Optional.ofNullable(rows.getBytes(13)).map(Hash::of));
        String log = rows.getString(16);
        Optional<FoundEntry.At> at = log == null
                ? Optional.empty()
                : Optional.of(new FoundEntry.At(log, rows.getLong(14), rows.getLong(15)));
        try {
            return new FoundEntry(Entry.decode(rows.getBytes(2)), columns, at);
        } catch (MalformedException damaged) {
            throw new SQLException("a row of the log is damaged", damaged);
        }
    }

    private static Set<Outcome> outcomes(Set<String> codes) {
        return codes.stream().map(Outcome::of).collect(Collectors.toSet());
    }

    private static Map<String, Boolean> categories(Set<String> released, Set<String> withheld) {
        Map<String, Boolean> categories = new HashMap<>();
        released.forEach(code -> categories.put(code, true));
        withheld.forEach(code -> categories.put(code, false));
        return categories;
    }
}
