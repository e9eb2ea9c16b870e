package org.paivand.holding.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.paivand.casefile.CaseId;
import org.paivand.database.Times;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.event.HolderAnswer;
import org.paivand.disclosure.event.RetentionBasis;
import org.paivand.holding.Holdings.Place;
import org.paivand.holding.Notices;
import org.paivand.holding.StopUseNotice;

/** Rows of {@code stop_use_notice} and {@code stop_use_part}. */
public final class JdbcNotices implements Notices {
    private static final String SELECT =
            "SELECT id, case_id, holder, consent_id, noticed_at, answer_by, answer, retained_on,"
                    + " retained_until, answered_at, lifted_at FROM stop_use_notice WHERE ";
    private static final String AFTER = " AND noticed_at <= ? AND (noticed_at < ? OR id < ?)";
    private static final String PARTS =
            "SELECT p.disclosure, h.reference, p.category, h.at, h.onward FROM stop_use_part p"
                    + " JOIN holding h ON h.disclosure = p.disclosure AND h.category = p.category WHERE p.notice = ?";

    private final Transaction transaction;

    public JdbcNotices(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public void add(StopUseNotice notice) throws SQLException {
        change(
                "INSERT INTO stop_use_notice (id, case_id, holder, consent_id, noticed_at, answer_by, due_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                notice.id().toString(),
                notice.caseId().toString(),
                notice.holder().value(),
                notice.consentId().toString(),
                Times.column(notice.at()),
                Times.column(notice.answerBy()),
                Times.column(notice.answerBy()));
        try (PreparedStatement insert = transaction
                .connection()
                .prepareStatement("INSERT INTO stop_use_part (notice, disclosure, category) VALUES (?, ?, ?)")) {
            for (StopUseNotice.Part part : notice.parts()) {
                insert.setString(1, notice.id().toString());
                insert.setString(2, part.disclosure().toString());
                insert.setString(3, part.category().code());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    @Override
    public Optional<StopUseNotice> lock(AgencyId holder, UUID id) throws SQLException {
        return select("id = ? AND holder = ? FOR UPDATE", id.toString(), holder.value()).stream()
                .findFirst();
    }

    @Override
    public List<StopUseNotice> of(AgencyId holder, Optional<Place> after, int limit) throws SQLException {
        return page("holder = ?", holder.value(), after, limit);
    }

    @Override
    public List<StopUseNotice> about(CaseId caseId, Optional<Place> after, int limit) throws SQLException {
        return page("case_id = ?", caseId.toString(), after, limit);
    }

    @Override
    public List<StopUseNotice> open(CaseId caseId) throws SQLException {
        return select("case_id = ? AND due_at IS NOT NULL FOR UPDATE", caseId.toString());
    }

    @Override
    public void answered(UUID id, HolderAnswer answer, Instant at) throws SQLException {
        Optional<HolderAnswer.Retained> kept = answer.fold(erased -> Optional.empty(), Optional::of);
        change(
                "UPDATE stop_use_notice SET answer = ?, retained_on = ?, retained_until = ?, answered_at = ?, due_at = ?"
                        + " WHERE id = ?",
                kept.isPresent() ? "retained" : "erased",
                kept.map(retained -> retained.basis().code()).orElse(null),
                kept.map(retained -> Times.column(retained.until())).orElse(null),
                Times.column(at),
                kept.map(retained -> Times.column(retained.until())).orElse(null),
                id.toString());
    }

    @Override
    public void lifted(Set<UUID> ids, Instant at) throws SQLException {
        for (UUID id : ids) {
            change(
                    "UPDATE stop_use_notice SET lifted_at = ?, due_at = NULL WHERE id = ?",
                    Times.column(at),
                    id.toString());
        }
    }

    private List<StopUseNotice> page(String of, String whose, Optional<Place> after, int limit) throws SQLException {
        String statement = of + (after.isPresent() ? AFTER : "") + " ORDER BY noticed_at DESC, id DESC LIMIT " + limit;
        return after.isEmpty()
                ? select(statement, whose)
                : select(
                        statement,
                        whose,
                        Times.column(after.get().time()),
                        Times.column(after.get().time()),
                        after.get().id().toString());
    }

    private List<StopUseNotice> select(String where, Object... values) throws SQLException {
        List<StopUseNotice> found = new ArrayList<>();
        try (PreparedStatement select = transaction.connection().prepareStatement(SELECT + where)) {
            set(select, values);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(notice(rows, parts(rows.getString(1))));
                }
            }
        }
        return found;
    }

    private Set<StopUseNotice.Part> parts(String notice) throws SQLException {
        Set<StopUseNotice.Part> parts = new HashSet<>();
        try (PreparedStatement select = transaction.connection().prepareStatement(PARTS)) {
            select.setString(1, notice);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    parts.add(new StopUseNotice.Part(
                            UUID.fromString(rows.getString(1)),
                            UUID.fromString(rows.getString(2)),
                            Category.of(rows.getString(3)),
                            time(rows, 4),
                            rows.getBoolean(5)));
                }
            }
        }
        return parts;
    }

    private static StopUseNotice notice(ResultSet row, Set<StopUseNotice.Part> parts) throws SQLException {
        return new StopUseNotice(
                UUID.fromString(row.getString(1)),
                new CaseId(UUID.fromString(row.getString(2))),
                new AgencyId(row.getString(3)),
                UUID.fromString(row.getString(4)),
                time(row, 5),
                time(row, 6),
                parts,
                answer(row),
                row.getObject(11, LocalDateTime.class) != null);
    }

    private static Optional<StopUseNotice.Answered> answer(ResultSet row) throws SQLException {
        String answer = row.getString(7);
        if (answer == null) {
            return Optional.empty();
        }
        HolderAnswer said = answer.equals("retained")
                ? new HolderAnswer.Retained(RetentionBasis.of(row.getString(8)), time(row, 9))
                : new HolderAnswer.Erased();
        return Optional.of(new StopUseNotice.Answered(said, time(row, 10)));
    }

    private void change(String statement, @Nullable Object... values) throws SQLException {
        try (PreparedStatement change = transaction.connection().prepareStatement(statement)) {
            set(change, values);
            change.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static Instant time(ResultSet row, int column) throws SQLException {
        return Times.instant(row.getObject(column, LocalDateTime.class));
    }
}
