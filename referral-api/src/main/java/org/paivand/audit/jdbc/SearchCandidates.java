package org.paivand.audit.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.paivand.entry.EntryQuery;

/**
 * The places of entries that have every code a query asks for, newest first, read from tiles a few at a time. Their times are
 * only roughly those of the query.
 */
final class SearchCandidates {
    private static final int MOST_TILES = 64;

    private final SearchTiles tiles;
    private final EntryQuery query;
    private final List<Set<String>> asked;
    private final Set<String> terms;
    private final Deque<SearchTile> ahead = new ArrayDeque<>();
    private final Deque<Found> found = new ArrayDeque<>();
    private final long end;
    private final long before;
    private int batch = 2;

    /** What is left of a tile; the highest place goes next. */
    private record Found(long first, BitSet places) {}

    /** @param before only places below */
    SearchCandidates(Connection connection, EntryQuery query, long before) throws SQLException {
        this.tiles = new SearchTiles(connection);
        this.query = query;
        this.before = before;
        this.asked = SearchTerm.of(query).stream()
                .map(any -> any.stream().map(SearchTerm::text).collect(Collectors.toSet()))
                .toList();
        this.terms = asked.stream().flatMap(Set::stream).collect(Collectors.toSet());
        List<SearchTile> all = tiles.newestFirst();
        this.end = all.stream()
                .mapToLong(tile -> tile.first() + tile.width())
                .max()
                .orElse(0);
        all.stream().filter(tile -> tile.first() < before && mayHold(tile)).forEach(ahead::addLast);
    }

    /** The first place that no tile covers yet. */
    long end() {
        return end;
    }

    /** Up to so many more; fewer only if there are no others. */
    List<Long> next(int count) throws SQLException {
        List<Long> next = new ArrayList<>();
        while (next.size() < count) {
            Found tile = found.peekFirst();
            if (tile != null && tile.places().isEmpty()) {
                found.removeFirst();
            } else if (tile != null) {
                int place = tile.places().length() - 1;
                tile.places().clear(place);
                next.add(tile.first() + place);
            } else if (ahead.isEmpty()) {
                break;
            } else {
                read();
            }
        }
        return next;
    }

    private void read() throws SQLException {
        int level = ahead.getFirst().level();
        List<SearchTile> some = new ArrayList<>();
        while (some.size() < batch && !ahead.isEmpty() && ahead.getFirst().level() == level) {
            some.add(ahead.removeFirst());
        }
        batch = Math.min(2 * batch, MOST_TILES);
        long newest = some.get(0).number();
        long oldest = some.get(some.size() - 1).number();
        Map<Long, Map<String, BitSet>> places =
                terms.isEmpty() ? Map.of() : tiles.places(level, oldest, newest + 1, terms);
        for (SearchTile tile : some) {
            found.addLast(new Found(tile.first(), matching(tile, places.getOrDefault(tile.number(), Map.of()))));
        }
    }

    private BitSet matching(SearchTile tile, Map<String, BitSet> places) throws SQLException {
        BitSet matching = new BitSet();
        matching.set(0, (int) Math.min(tile.width(), before - tile.first()));
        for (Set<String> alternatives : asked) {
            BitSet any = new BitSet();
            alternatives.forEach(term -> any.or(places.getOrDefault(term, new BitSet())));
            matching.and(any);
        }
        if (tile.level() == 1 && !matching.isEmpty() && !isWithinPeriod(tile)) {
            keepPeriod(tile, matching);
        }
        return matching;
    }

    private void keepPeriod(SearchTile tile, BitSet matching) throws SQLException {
        for (SearchTile part : tiles.under(tile.number())) {
            if (!mayHold(part)) {
                int from = (int) (part.first() - tile.first());
                matching.clear(from, from + part.width());
            }
        }
    }

    private boolean mayHold(SearchTile tile) {
        return query.from().map(from -> !tile.lastAt().isBefore(from)).orElse(true)
                && query.to().map(to -> tile.firstAt().isBefore(to)).orElse(true);
    }

    private boolean isWithinPeriod(SearchTile tile) {
        return query.from().map(from -> !tile.firstAt().isBefore(from)).orElse(true)
                && query.to().map(to -> tile.lastAt().isBefore(to)).orElse(true);
    }
}
