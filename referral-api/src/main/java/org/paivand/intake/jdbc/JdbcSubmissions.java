package org.paivand.intake.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.casefile.section.Urgency;
import org.paivand.contact.ContactBy;
import org.paivand.database.Times;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Coded;
import org.paivand.intake.GivenNumber;
import org.paivand.intake.Submission;
import org.paivand.intake.Submission.State;
import org.paivand.intake.Submissions;

/** Rows of {@code submission}. */
public final class JdbcSubmissions implements Submissions {
    private static final String COLUMNS =
            "id, agency, writer, urgency, state, received_at, due_at, erase_at, receipt, number_id";
    private static final String SELECT = "SELECT " + COLUMNS + " FROM submission WHERE ";

    private final Transaction transaction;

    public JdbcSubmissions(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public void add(Submission added, byte[] ticket, byte[] letter, Optional<GivenNumber> number) throws SQLException {
        try (PreparedStatement insert = transaction
                .connection()
                .prepareStatement("INSERT INTO submission (" + COLUMNS
                        + ", number_seal, ticket, letter) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, added.id().toString());
            insert.setString(2, added.agency().value());
            insert.setString(3, added.by().code());
            insert.setString(4, added.urgency().code());
            insert.setString(5, added.state().code());
            insert.setObject(6, Times.column(added.receivedAt()));
            insert.setObject(7, Times.column(added.due()));
            insert.setObject(8, Times.column(added.eraseAt()));
            insert.setString(9, added.receipt().orElse(null));
            insert.setString(10, number.map(given -> given.id().toString()).orElse(null));
            insert.setBytes(11, number.map(GivenNumber::seal).orElse(null));
            insert.setBytes(12, ticket);
            insert.setBytes(13, letter);
            insert.executeUpdate();
        }
    }

    @Override
    public Optional<Submission> sentFrom(byte[] ticket) throws SQLException {
        return select("ticket = ?", ticket).stream().map(Row::submission).findFirst();
    }

    @Override
    public Optional<Numbered> numbered(byte[] seal) throws SQLException {
        return numbered(select("number_seal = ?", seal));
    }

    @Override
    public Optional<Numbered> numbered(UUID number) throws SQLException {
        return numbered(select("number_id = ?", number.toString()));
    }

    private static Optional<Numbered> numbered(List<Row> rows) {
        return rows.stream()
                .flatMap(row -> row.number().map(number -> new Numbered(row.submission(), number)).stream())
                .findFirst();
    }

    @Override
    public Optional<Submission> lock(UUID id) throws SQLException {
        return select("id = ? FOR UPDATE", id.toString()).stream()
                .map(Row::submission)
                .findFirst();
    }

    @Override
    public Optional<byte[]> letter(UUID id) throws SQLException {
        try (PreparedStatement select =
                transaction.connection().prepareStatement("SELECT letter FROM submission WHERE id = ?")) {
            select.setString(1, id.toString());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.ofNullable(row.getBytes(1)) : Optional.empty();
            }
        }
    }

    @Override
    public Optional<GivenNumber> number(UUID id) throws SQLException {
        try (PreparedStatement select = transaction
                .connection()
                .prepareStatement(
                        "SELECT number_id, number_seal FROM submission" + " WHERE id = ? AND number_id IS NOT NULL")) {
            select.setString(1, id.toString());
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new GivenNumber(UUID.fromString(row.getString(1)), row.getBytes(2)))
                        : Optional.empty();
            }
        }
    }

    @Override
    public void change(Submission changed) throws SQLException {
        String gone = changed.state().kept() ? "" : ", letter = NULL, number_id = NULL, number_seal = NULL";
        int unusedOne = update(
                "UPDATE submission SET state = ?, due_at = ?, erase_at = ?" + gone + " WHERE id = ?",
                changed.state().code(),
                Times.column(changed.due()),
                Times.column(changed.eraseAt()),
                changed.id().toString());
    }

    @Override
    public List<Submission> of(AgencyId agency, Optional<State> state, Optional<Cursor> after, int limit)
            throws SQLException {
        List<Object> values = new ArrayList<>(List.of(agency.value()));
        StringBuilder where = new StringBuilder("agency = ? AND state IN ('waiting', 'read', 'discarded')");
        state.ifPresent(wanted -> {
            where.append(" AND state = ?");
            values.add(wanted.code());
        });
        after.ifPresent(cursor -> {
            where.append(" AND (due_at > ? OR due_at = ? AND id > ?)");
            values.addAll(List.of(Times.column(cursor.time()), Times.column(cursor.time()), cursor.id()));
        });
        return select(where + " ORDER BY due_at, id LIMIT " + limit, values.toArray()).stream()
                .map(Row::submission)
                .toList();
    }

    @Override
    public long since(Instant from) throws SQLException {
        return count("SELECT COUNT(*) FROM submission WHERE received_at > ?", Times.column(from));
    }

    @Override
    public long open(AgencyId agency) throws SQLException {
        return count(
                "SELECT COUNT(*) FROM submission WHERE agency = ? AND state IN ('waiting', 'read')", agency.value());
    }

    @Override
    public Map<AgencyId, Long> expire(Instant now) throws SQLException {
        Map<AgencyId, Long> unsettled = new LinkedHashMap<>();
        for (Row row : select("erase_at <= ? ORDER BY erase_at LIMIT 500 FOR UPDATE SKIP LOCKED", Times.column(now))) {
            Submission over = row.submission();
            int unusedOne =
                    update("DELETE FROM submission WHERE id = ?", over.id().toString());
            if (over.state().open()) {
                long unusedSum = unsettled.merge(over.agency(), 1L, Long::sum);
            }
        }
        return unsettled;
    }

    private record Row(Submission submission, Optional<UUID> number) {}

    private List<Row> select(String where, Object... values) throws SQLException {
        List<Row> found = new ArrayList<>();
        try (PreparedStatement select = transaction.connection().prepareStatement(SELECT + where)) {
            bind(select, values);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(row(rows));
                }
            }
        }
        return found;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new Submission(
                        UUID.fromString(row.getString(1)),
                        new AgencyId(row.getString(2)),
                        Coded.of(ContactBy.class, row.getString(3)),
                        Coded.of(Urgency.class, row.getString(4)),
                        State.of(row.getString(5)),
                        Times.instant(row.getObject(6, LocalDateTime.class)),
                        Times.instant(row.getObject(7, LocalDateTime.class)),
                        Times.instant(row.getObject(8, LocalDateTime.class)),
                        Optional.ofNullable(row.getString(9))),
                Optional.ofNullable(row.getString(10)).map(UUID::fromString));
    }

    private long count(String statement, Object value) throws SQLException {
        try (PreparedStatement select = transaction.connection().prepareStatement(statement)) {
            bind(select, value);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    private int update(String statement, Object... values) throws SQLException {
        try (PreparedStatement update = transaction.connection().prepareStatement(statement)) {
            bind(update, values);
            return update.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
