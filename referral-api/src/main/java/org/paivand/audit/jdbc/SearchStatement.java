package org.paivand.audit.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.paivand.audit.log.EntryType;
import org.paivand.audit.merkle.Hash;
import org.paivand.entry.EntryCursor;
import org.paivand.entry.EntryQuery;

/** The SELECT of one search: fixed text and parameters, nothing of the query's in the text. */
final class SearchStatement {
    static final String COLUMNS = "SELECT e.event_id, e.entry, e.occurred_at, e.agency, e.user, e.recipient, e.purpose,"
            + " e.basis, e.outcome, e.case_token, e.input_sha256, l.idx, g.origin"
            + " FROM paivand_log.event e LEFT JOIN paivand_log.leaf l ON l.entry = e.entry"
            + " LEFT JOIN paivand_log.log g ON g.id = l.log";

    private final StringBuilder text = new StringBuilder(COLUMNS + " WHERE TRUE");
    private final List<Object> values = new ArrayList<>();

    private SearchStatement() {}

    /** Asks for one row more than the page has, which tells whether another page follows. */
    static PreparedStatement prepare(Connection connection, EntryQuery query) throws SQLException {
        SearchStatement search = new SearchStatement();
        search.where("e.occurred_at >= ?", query.from().map(Utc::column));
        search.where("e.occurred_at < ?", query.to().map(Utc::column));
        search.where("e.type = ?", query.type().map(EntryType::code));
        search.where("e.agency = ?", query.agency());
        search.where("e.recipient = ?", query.recipient());
        search.where("e.user = ?", query.user());
        search.where("e.purpose = ?", query.purpose());
        search.where("e.basis = ?", query.basis());
        search.where("e.outcome = ?", query.outcome());
        search.where("e.case_token = ?", query.caseToken().map(Hash::bytes));
        search.where(
                "EXISTS (SELECT 1 FROM paivand_log.event_category c"
                        + " WHERE c.event_id = e.event_id AND c.category = ?)",
                query.category());
        search.after(query.after());
        search.text
                .append(" ORDER BY e.occurred_at DESC, e.event_id DESC LIMIT ")
                .append(query.limit() + 1);
        return search.bind(connection);
    }

    private void where(String condition, Optional<?> value) {
        value.ifPresent(present -> {
            text.append(" AND ").append(condition);
            values.add(present);
        });
    }

    /** Spelled so that the index is entered at the cursor: MariaDB does not do that for a comparison of pairs. */
    private void after(Optional<EntryCursor> cursor) {
        cursor.ifPresent(place -> {
            text.append(" AND e.occurred_at <= ? AND (e.occurred_at < ? OR e.event_id < ?)");
            values.add(Utc.column(place.occurredAt()));
            values.add(Utc.column(place.occurredAt()));
            values.add(place.eventId().toString());
        });
    }

    private PreparedStatement bind(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text.toString());
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
        return statement;
    }
}
