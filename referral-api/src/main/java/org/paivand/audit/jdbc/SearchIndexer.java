package org.paivand.audit.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.paivand.database.Database;
import org.paivand.database.DuplicateKeyException;
import org.paivand.entry.FoundEntry;

/**
 * Writes each search tile once the log has filled it. What it writes follows from the log alone, so two instances may try at
 * once: one of them is refused. Where it is late, searches are slower and find the same.
 */
public final class SearchIndexer {
    private final Database database;

    public SearchIndexer(Database database) {
        this.database = database;
    }

    /** Writes the next tile; false if none is full. */
    public boolean step() {
        try {
            return database.commit(transaction -> step(transaction.connection()));
        } catch (DuplicateKeyException anotherWasFirst) {
            return true;
        }
    }

    private static boolean step(Connection connection) throws SQLException {
        SearchTiles tiles = new SearchTiles(connection);
        long low = tiles.count(0);
        long high = tiles.count(1);
        if (low >= (high + 1) * SearchTile.FAN) {
            joinTiles(tiles, high);
            return true;
        }
        if (size(connection) >= (low + 1) * SearchTile.FAN) {
            readEntries(connection, tiles, low);
            return true;
        }
        return false;
    }

    private static void readEntries(Connection connection, SearchTiles tiles, long number) throws SQLException {
        long first = number * SearchTile.FAN;
        List<FoundEntry> entries;
        try (PreparedStatement select = SearchStatement.between(connection, first, first + SearchTile.FAN)) {
            entries = FoundRows.read(select);
        }
        if (entries.size() != SearchTile.FAN) {
            throw new IllegalStateException("an index without its event");
        }
        Map<String, BitSet> places = new HashMap<>();
        Instant firstAt = Instant.MAX;
        Instant lastAt = Instant.MIN;
        for (FoundEntry entry : entries) {
            int offset = (int) (entry.at().orElseThrow().place() - first);
            SearchTerm.of(entry)
                    .forEach(term -> places.computeIfAbsent(term.text(), none -> new BitSet())
                            .set(offset));
            Instant at = entry.columns().occurredAt();
            firstAt = at.isBefore(firstAt) ? at : firstAt;
            lastAt = at.isAfter(lastAt) ? at : lastAt;
        }
        Map<String, byte[]> encoded = new HashMap<>();
        places.forEach((term, some) -> encoded.put(term, Places.encode(some)));
        tiles.write(new SearchTile(0, number, firstAt, lastAt), encoded);
    }

    private static void joinTiles(SearchTiles tiles, long number) throws SQLException {
        List<SearchTile> parts = tiles.under(number);
        Instant firstAt =
                parts.stream().map(SearchTile::firstAt).min(Instant::compareTo).orElseThrow();
        Instant lastAt =
                parts.stream().map(SearchTile::lastAt).max(Instant::compareTo).orElseThrow();
        tiles.write(new SearchTile(1, number, firstAt, lastAt), tiles.joined(number));
    }

    private static long size(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COALESCE(MAX(place) + 1, 0) FROM paivand_log.leaf")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
