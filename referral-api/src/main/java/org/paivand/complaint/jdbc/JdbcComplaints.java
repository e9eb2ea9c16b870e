package org.paivand.complaint.jdbc;

import jakarta.persistence.PersistenceException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.complaint.Complaint;
import org.paivand.complaint.Complaint.Answer;
import org.paivand.complaint.Complaint.Via;
import org.paivand.complaint.Complaint.Wanted;
import org.paivand.complaint.Complaints;
import org.paivand.database.Times;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.event.ComplaintOutcome;
import org.paivand.disclosure.event.ComplaintTopic;

/** Rows of {@code paivand.complaint}. */
public final class JdbcComplaints implements Complaints {
    private static final String SELECT = "SELECT id, case_id, about, topic, disclosure, via, filed_at,"
            + " outcome, answered_by, answered_at FROM paivand.complaint WHERE ";
    private static final String ORDER = " ORDER BY filed_at DESC, id DESC";

    private final Transaction transaction;

    public JdbcComplaints(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public void add(Complaint filed) {
        update(
                "INSERT INTO paivand.complaint (id, case_id, about, topic, disclosure, via, filed_at)"
                        + " VALUES (?, ?, ?, ?, NULLIF(?, ''), ?, ?)",
                filed.id().toString(),
                filed.caseId().toString(),
                filed.of().about().value(),
                filed.of().topic().code(),
                filed.of().disclosure().map(UUID::toString).orElse(""),
                filed.via().code(),
                Times.column(filed.filedAt()));
    }

    @Override
    public Optional<Complaint> lock(UUID id) {
        return select("id = ? FOR UPDATE", id.toString()).stream().findFirst();
    }

    @Override
    public void answer(UUID id, Answer answer) {
        update(
                "UPDATE paivand.complaint SET outcome = ?, answered_by = ?, answered_at = ? WHERE id = ?",
                answer.outcome().code(),
                answer.by().value(),
                Times.column(answer.at()),
                id.toString());
    }

    @Override
    public boolean open(CaseId caseId) {
        return !select("case_id = ? AND outcome IS NULL LIMIT 1", caseId.toString())
                .isEmpty();
    }

    @Override
    public List<Complaint> ofCase(CaseId caseId) {
        return select("case_id = ?" + ORDER, caseId.toString());
    }

    @Override
    public List<Complaint> all(Optional<Boolean> open, Optional<Cursor> after, int limit) {
        List<Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder(open.map(waits -> waits ? "outcome IS NULL" : "outcome IS NOT NULL")
                .orElse("TRUE"));
        after.ifPresent(cursor -> {
            where.append(" AND (filed_at < ? OR filed_at = ? AND id < ?)");
            values.addAll(List.of(Times.column(cursor.time()), Times.column(cursor.time()), cursor.id()));
        });
        values.add(limit);
        return select(where + ORDER + " LIMIT ?", values.toArray());
    }

    private void update(String sql, Object... values) {
        try (PreparedStatement update = transaction.connection().prepareStatement(sql)) {
            bind(update, values);
            update.executeUpdate();
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
    }

    private List<Complaint> select(String where, Object... values) {
        try (PreparedStatement select = transaction.connection().prepareStatement(SELECT + where)) {
            bind(select, values);
            List<Complaint> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(complaint(rows));
                }
            }
            return found;
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static Complaint complaint(ResultSet row) throws SQLException {
        Optional<Answer> answer = Optional.empty();
        if (row.getString(8) != null) {
            answer = Optional.of(new Answer(
                    ComplaintOutcome.of(row.getString(8)),
                    new AgencyId(row.getString(9)),
                    Times.instant(row.getObject(10, LocalDateTime.class))));
        }
        return new Complaint(
                UUID.fromString(row.getString(1)),
                new CaseId(UUID.fromString(row.getString(2))),
                new Wanted(
                        new AgencyId(row.getString(3)),
                        ComplaintTopic.of(row.getString(4)),
                        Optional.ofNullable(row.getString(5)).map(UUID::fromString)),
                Via.of(row.getString(6)),
                Times.instant(row.getObject(7, LocalDateTime.class)),
                answer);
    }
}
