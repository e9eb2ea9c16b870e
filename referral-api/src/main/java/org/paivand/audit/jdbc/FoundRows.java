package org.paivand.audit.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.paivand.audit.MalformedException;
import org.paivand.audit.log.Entry;
import org.paivand.audit.merkle.Hash;
import org.paivand.entry.FoundEntry;
import org.paivand.entry.SearchColumns;

/** Result rows of {@link SearchStatement#COLUMNS} with the categories of each. */
final class FoundRows {
    private FoundRows() {}

    static List<FoundEntry> read(Connection connection, PreparedStatement select) throws SQLException {
        List<FoundEntry> bare = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                bare.add(row(rows));
            }
        }
        Map<UUID, Map<String, Boolean>> categories = categories(
                connection,
                bare.stream().map(found -> found.columns().eventId()).toList());
        return bare.stream()
                .map(found -> withCategories(
                        found, categories.getOrDefault(found.columns().eventId(), Map.of())))
                .toList();
    }

    private static FoundEntry row(ResultSet rows) throws SQLException {
        SearchColumns columns = new SearchColumns(
                UUID.fromString(rows.getString(1)),
                Utc.instant(rows, 3),
                rows.getString(4),
                rows.getString(5),
                Optional.ofNullable(rows.getString(6)),
                Optional.ofNullable(rows.getString(7)),
                Optional.ofNullable(rows.getString(8)),
                Optional.ofNullable(rows.getString(9)),
                Map.of(),
                Optional.ofNullable(rows.getBytes(10)).map(Hash::of),
                Optional.ofNullable(rows.getBytes(11)).map(Hash::of));
        long index = rows.getLong(12);
        OptionalLong place = rows.wasNull() ? OptionalLong.empty() : OptionalLong.of(index);
        try {
            return new FoundEntry(
                    Entry.decode(rows.getBytes(2)), columns, place, Optional.ofNullable(rows.getString(13)));
        } catch (MalformedException damaged) {
            throw new SQLException("a row of the log is damaged", damaged);
        }
    }

    private static Map<UUID, Map<String, Boolean>> categories(Connection connection, List<UUID> events)
            throws SQLException {
        if (events.isEmpty()) {
            return Map.of();
        }
        String marks = String.join(",", Collections.nCopies(events.size(), "?"));
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT event_id, category, released FROM paivand_log.event_category WHERE event_id IN (" + marks
                        + ")")) {
            for (int i = 0; i < events.size(); i++) {
                select.setString(i + 1, events.get(i).toString());
            }
            Map<UUID, Map<String, Boolean>> categories = new HashMap<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    categories
                            .computeIfAbsent(UUID.fromString(rows.getString(1)), id -> new HashMap<>())
                            .put(rows.getString(2), rows.getBoolean(3));
                }
            }
            return categories;
        }
    }

    private static FoundEntry withCategories(FoundEntry found, Map<String, Boolean> categories) {
        SearchColumns c = found.columns();
        return new FoundEntry(
                found.entry(),
                new SearchColumns(
                        c.eventId(),
                        c.occurredAt(),
                        c.agency(),
                        c.user(),
                        c.recipient(),
                        c.purpose(),
                        c.basis(),
                        c.outcome(),
                        categories,
                        c.caseToken(),
                        c.inputSha256()),
                found.index(),
                found.log());
    }
}
