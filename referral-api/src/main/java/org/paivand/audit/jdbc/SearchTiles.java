package org.paivand.audit.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The tables of {@link SearchTile}s, over one connection inside a transaction that its owner commits. */
final class SearchTiles {
    /** Full tiles of level 1, and of level 0 those that none of them covers; one statement, so of one moment. */
    private static final String NEWEST_FIRST = "SELECT level, tile, first_at, last_at FROM paivand_log.search_tile"
            + " WHERE level = 1 OR level = 0 AND tile >= 256 * (SELECT COALESCE(MAX(tile) + 1, 0)"
            + " FROM paivand_log.search_tile WHERE level = 1) ORDER BY level, tile DESC";

    private final Connection connection;

    SearchTiles(Connection connection) {
        this.connection = connection;
    }

    /** Tiles that together cover each place below the first that has none, newest first. */
    List<SearchTile> newestFirst() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(NEWEST_FIRST)) {
            return tiles(rows);
        }
    }

    /** The tiles of level 0 under one of level 1. */
    List<SearchTile> under(long number) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT level, tile, first_at, last_at"
                + " FROM paivand_log.search_tile WHERE level = 0 AND tile >= ? AND tile < ?")) {
            select.setLong(1, number * SearchTile.FAN);
            select.setLong(2, (number + 1) * SearchTile.FAN);
            try (ResultSet rows = select.executeQuery()) {
                return tiles(rows);
            }
        }
    }

    /** How many tiles there are of a level. */
    long count(int level) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT COALESCE(MAX(tile) + 1, 0) FROM paivand_log.search_tile WHERE level = " + level)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** By tile and term, where a term occurs in tiles of one level with numbers {@code [from, to)}. */
    Map<Long, Map<String, BitSet>> places(int level, long from, long to, Collection<String> terms) throws SQLException {
        String marks = String.join(",", Collections.nCopies(terms.size(), "?"));
        try (PreparedStatement select = connection.prepareStatement("SELECT tile, term, places"
                + " FROM paivand_log.search_term FORCE INDEX (by_term) WHERE term IN (" + marks
                + ") AND level = ? AND tile >= ? AND tile < ?")) {
            int parameter = 1;
            for (String term : terms) {
                select.setString(parameter++, term);
            }
            select.setInt(parameter++, level);
            select.setLong(parameter++, from);
            select.setLong(parameter, to);
            return places(select);
        }
    }

    /** By term, the places in a tile of level 1, from those under it; encoded one by one, since it can have as many terms as places. */
    Map<String, byte[]> joined(long number) throws SQLException {
        long first = number * SearchTile.FAN;
        try (PreparedStatement select = connection.prepareStatement("SELECT term, tile, places"
                + " FROM paivand_log.search_term WHERE level = 0 AND tile >= ? AND tile < ? ORDER BY term")) {
            select.setLong(1, first);
            select.setLong(2, first + SearchTile.FAN);
            try (ResultSet rows = select.executeQuery()) {
                Map<String, byte[]> joined = new HashMap<>();
                boolean more = rows.next();
                while (more) {
                    String term = rows.getString(1);
                    BitSet all = new BitSet();
                    do {
                        int shift = (int) (rows.getLong(2) - first) * SearchTile.FAN;
                        Places.decode(rows.getBytes(3)).stream().forEach(place -> all.set(shift + place));
                        more = rows.next();
                    } while (more && term.equals(rows.getString(1)));
                    joined.put(term, Places.encode(all));
                }
                return joined;
            }
        }
    }

    /** Writes a tile for ever; a duplicate key tells that another instance was first. */
    void write(SearchTile tile, Map<String, byte[]> places) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO paivand_log.search_tile (level, tile, first_at, last_at, version) VALUES (?, ?, ?, ?, 2)")) {
            insert.setInt(1, tile.level());
            insert.setLong(2, tile.number());
            insert.setObject(3, Utc.column(tile.firstAt()));
            insert.setObject(4, Utc.column(tile.lastAt()));
            insert.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO paivand_log.search_term (level, tile, term, places) VALUES (?, ?, ?, ?)")) {
            for (Map.Entry<String, byte[]> term : new TreeMap<>(places).entrySet()) {
                insert.setInt(1, tile.level());
                insert.setLong(2, tile.number());
                insert.setString(3, term.getKey());
                insert.setBytes(4, term.getValue());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static List<SearchTile> tiles(ResultSet rows) throws SQLException {
        List<SearchTile> tiles = new ArrayList<>();
        while (rows.next()) {
            tiles.add(new SearchTile(rows.getInt(1), rows.getLong(2), Utc.instant(rows, 3), Utc.instant(rows, 4)));
        }
        return tiles;
    }

    private static Map<Long, Map<String, BitSet>> places(PreparedStatement select) throws SQLException {
        Map<Long, Map<String, BitSet>> places = new HashMap<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                places.computeIfAbsent(rows.getLong(1), tile -> new HashMap<>())
                        .put(rows.getString(2), Places.decode(rows.getBytes(3)));
            }
        }
        return places;
    }
}
