package org.paivand.intake.jdbc;

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
import org.paivand.database.Statements;
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

    private final Statements statements;

    public JdbcSubmissions(Transaction transaction) {
        this.statements = new Statements(transaction);
    }

    @Override
    public void add(Submission added, byte[] ticket, byte[] letter, Optional<GivenNumber> number) throws SQLException {
        int unusedOne = statements.change(
                "INSERT INTO submission (" + COLUMNS
                        + ", number_seal, ticket, letter) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                added.id().toString(),
                added.agency().value(),
                added.by().code(),
                added.urgency().code(),
                added.state().code(),
                Times.column(added.receivedAt()),
                Times.column(added.due()),
                Times.column(added.eraseAt()),
                added.receipt().orElse(null),
                number.map(given -> given.id().toString()).orElse(null),
                number.map(GivenNumber::seal).orElse(null),
                ticket,
                letter);
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
        return statements
                .select(
                        "SELECT letter FROM submission WHERE id = ? AND letter IS NOT NULL",
                        row -> row.getBytes(1),
                        id.toString())
                .stream()
                .findFirst();
    }

    @Override
    public Optional<GivenNumber> number(UUID id) throws SQLException {
        return statements
                .select(
                        "SELECT number_id, number_seal FROM submission WHERE id = ? AND number_id IS NOT NULL",
                        row -> new GivenNumber(UUID.fromString(row.getString(1)), row.getBytes(2)),
                        id.toString())
                .stream()
                .findFirst();
    }

    @Override
    public void change(Submission changed) throws SQLException {
        String gone = changed.state().kept() ? "" : ", letter = NULL, number_id = NULL, number_seal = NULL";
        int unusedOne = statements.change(
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
            int unusedOne = statements.change(
                    "DELETE FROM submission WHERE id = ?", over.id().toString());
            if (over.state().open()) {
                long unusedSum = unsettled.merge(over.agency(), 1L, Long::sum);
            }
        }
        return unsettled;
    }

    private record Row(Submission submission, Optional<UUID> number) {}

    private List<Row> select(String where, Object... values) throws SQLException {
        return statements.select(SELECT + where, JdbcSubmissions::row, values);
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
        return statements.select(statement, row -> row.getLong(1), value).get(0);
    }
}
