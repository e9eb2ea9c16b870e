package org.paivand.holding.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.paivand.database.Times;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.holding.Deadlines;
import org.paivand.holding.Holdings.Place;
import org.paivand.holding.Missed;

/** Rows of {@code overdue}. */
public final class JdbcDeadlines implements Deadlines {
    private static final String ANSWERED = "DELETE o FROM overdue o JOIN stop_use_notice n ON n.id = o.subject"
            + " WHERE o.kind = 'stop-use' AND (n.due_at IS NULL OR n.due_at > ?)";
    private static final String UNANSWERED = "INSERT IGNORE INTO overdue (kind, subject, agency, due_at, noted_at)"
            + " SELECT 'stop-use', id, holder, due_at, ? FROM stop_use_notice WHERE due_at <= ?";
    private static final String NEWEST = " h.erased_at IS NULL AND h.retain_until <= ? AND " + JdbcHoldings.NEWEST;
    private static final String ERASED = "DELETE o FROM overdue o WHERE o.kind = 'retention' AND NOT EXISTS"
            + " (SELECT 1 FROM holding h WHERE h.disclosure = o.subject AND" + NEWEST + ")";
    private static final String KEPT = "INSERT IGNORE INTO overdue (kind, subject, agency, due_at, noted_at)"
            + " SELECT 'retention', h.disclosure, h.holder, MIN(h.retain_until), ? FROM holding h WHERE" + NEWEST
            + " GROUP BY h.disclosure, h.holder";
    /** An offer that nobody answered, as long as nothing came in its place; what lies a month back is nobody's to hurry any more. */
    private static final String WAITS = " r.waiting AND r.respond_by <= ? AND r.respond_by > ? - INTERVAL 30 DAY"
            + " AND NOT EXISTS (SELECT 1 FROM referral n WHERE n.follows = r.id)"
            + " AND EXISTS (SELECT 1 FROM case_file c WHERE c.id = r.case_id AND c.erased_at IS NULL)";

    private static final String WAITS_NO_MORE = "DELETE o FROM overdue o WHERE o.kind = 'answer' AND NOT EXISTS"
            + " (SELECT 1 FROM referral r WHERE r.id = o.subject AND" + WAITS + ")";
    private static final String WAITED = "INSERT IGNORE INTO overdue (kind, subject, agency, due_at, noted_at)"
            + " SELECT 'answer', r.id, r.to_agency, r.respond_by, ? FROM referral r WHERE" + WAITS;
    private static final String OPEN = " s.state IN ('waiting', 'read') AND s.due_at <= ?";
    private static final String SETTLED = "DELETE o FROM overdue o WHERE o.kind = 'submission' AND NOT EXISTS"
            + " (SELECT 1 FROM submission s WHERE s.id = o.subject AND" + OPEN + ")";
    private static final String UNSETTLED = "INSERT IGNORE INTO overdue (kind, subject, agency, due_at, noted_at)"
            + " SELECT 'submission', s.id, s.agency, s.due_at, ? FROM submission s WHERE" + OPEN;
    private static final String LIST = "SELECT kind, subject, agency, due_at FROM overdue";
    private static final String AFTER = " WHERE due_at >= ? AND (due_at > ? OR subject > ?)";

    private final Transaction transaction;

    public JdbcDeadlines(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public int note(Instant now) throws SQLException {
        LocalDateTime at = Times.column(now);
        change(ANSWERED, at);
        change(ERASED, at);
        change(WAITS_NO_MORE, at, at);
        change(SETTLED, at);
        return change(UNANSWERED, at, at)
                + change(KEPT, at, at)
                + change(WAITED, at, at, at)
                + change(UNSETTLED, at, at);
    }

    @Override
    public void settled(UUID subject) throws SQLException {
        change("DELETE FROM overdue WHERE subject = ?", subject.toString());
    }

    @Override
    public List<Missed> list(Optional<Place> after, int limit) throws SQLException {
        String statement = LIST + (after.isPresent() ? AFTER : "") + " ORDER BY due_at, subject LIMIT " + limit;
        try (PreparedStatement select = transaction.connection().prepareStatement(statement)) {
            if (after.isPresent()) {
                select.setObject(1, Times.column(after.get().time()));
                select.setObject(2, Times.column(after.get().time()));
                select.setString(3, after.get().id().toString());
            }
            List<Missed> missed = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    missed.add(new Missed(
                            Missed.Kind.of(rows.getString(1)),
                            UUID.fromString(rows.getString(2)),
                            new AgencyId(rows.getString(3)),
                            Times.instant(rows.getObject(4, LocalDateTime.class))));
                }
            }
            return missed;
        }
    }

    private int change(String statement, Object... values) throws SQLException {
        try (PreparedStatement change = transaction.connection().prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                change.setObject(i + 1, values[i]);
            }
            return change.executeUpdate();
        }
    }
}
