package org.paivand.audit.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.paivand.entry.EntryQuery;

/** The SELECT of one search: fixed text and parameters, nothing of the query's in the text. */
final class SearchStatement {
    static final String COLUMNS =
            "e.event_id, e.entry, e.occurred_at, e.agency, e.user, e.recipient, e.purpose, e.basis,"
                    + " e.outcome, e.released, e.withheld, e.case_token, e.input_sha256, ";

    private static final String BY_PLACE = "SELECT STRAIGHT_JOIN " + COLUMNS
            + "l.idx, l.place, g.origin FROM paivand_log.leaf l JOIN paivand_log.log g ON g.id = l.log"
            + " JOIN paivand_log.event e ON e.entry = l.entry";
    private static final String WAITING = "SELECT STRAIGHT_JOIN " + COLUMNS
            + "NULL, NULL, NULL FROM paivand.log_pending p JOIN paivand_log.event e ON e.event_id = p.event_id";

    private final StringBuilder text;
    private final List<Object> values = new ArrayList<>();

    private SearchStatement(String tables) {
        this.text = new StringBuilder(tables).append(" WHERE TRUE");
    }

    /** Tries each entry with a place in {@code [from, to)}, newest first: for few. */
    static PreparedStatement among(Connection connection, EntryQuery query, long from, long to, int limit)
            throws SQLException {
        SearchStatement search = new SearchStatement(BY_PLACE);
        search.where("l.place >= ?", Optional.of(from));
        search.where("l.place < ?", Optional.of(to));
        search.codes(query);
        search.period(query);
        return search.bind(connection, "l.place", limit);
    }

    /** Every entry with a place in {@code [from, to)}. */
    static PreparedStatement between(Connection connection, long from, long to) throws SQLException {
        SearchStatement search = new SearchStatement(BY_PLACE);
        search.where("l.place >= ?", Optional.of(from));
        search.where("l.place < ?", Optional.of(to));
        return search.bind(connection, "l.place", Math.toIntExact(to - from));
    }

    /** So many entries of one log from an index on, oldest first. */
    static PreparedStatement from(Connection connection, String log, long index, int limit) throws SQLException {
        SearchStatement search = new SearchStatement(BY_PLACE);
        search.where("l.log = (SELECT id FROM paivand_log.log WHERE origin = ?)", Optional.of(log));
        search.where("l.idx >= ?", Optional.of(index));
        return search.bind(connection, "l.idx", "", limit);
    }

    /** Tries each entry that waits for its index, the latest first. */
    static PreparedStatement waiting(Connection connection, EntryQuery query) throws SQLException {
        SearchStatement search = new SearchStatement(WAITING);
        search.codes(query);
        search.period(query);
        return search.bind(connection, "p.id", query.limit());
    }

    /** Of these places, those whose time is the query's. */
    static PreparedStatement at(Connection connection, EntryQuery query, List<Long> places) throws SQLException {
        SearchStatement search = new SearchStatement(BY_PLACE);
        String numbers = places.stream().map(String::valueOf).collect(Collectors.joining(","));
        search.text.append(" AND l.place IN (").append(numbers).append(')');
        search.period(query);
        return search.bind(connection, "l.place", places.size());
    }

    private void period(EntryQuery query) {
        where("e.occurred_at >= ?", query.from().map(Utc::column));
        where("e.occurred_at < ?", query.to().map(Utc::column));
    }

    private void codes(EntryQuery query) {
        for (Set<SearchTerm> alternatives : SearchTerm.of(query)) {
            text.append(alternatives.stream()
                    .map(SearchTerm::condition)
                    .collect(Collectors.joining(" OR ", " AND (", ")")));
            alternatives.stream().map(SearchTerm::code).forEach(values::add);
        }
    }

    private void where(String condition, Optional<?> value) {
        value.ifPresent(present -> {
            text.append(" AND ").append(condition);
            values.add(present);
        });
    }

    private PreparedStatement bind(Connection connection, String order, int limit) throws SQLException {
        return bind(connection, order, " DESC", limit);
    }

    private PreparedStatement bind(Connection connection, String order, String direction, int limit)
            throws SQLException {
        text.append(" ORDER BY ")
                .append(order)
                .append(direction)
                .append(" LIMIT ")
                .append(limit);
        PreparedStatement statement = connection.prepareStatement(text.toString());
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
        return statement;
    }
}
