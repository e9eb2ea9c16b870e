package org.paivand.holding.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.paivand.casefile.CaseId;
import org.paivand.database.Statements;
import org.paivand.database.Times;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.holding.Deadlines;
import org.paivand.holding.Escalation;
import org.paivand.holding.Holdings.Place;
import org.paivand.holding.Missed;

/** Rows of {@code overdue}. */
public final class JdbcDeadlines implements Deadlines {
    private static final String ANSWERED = "DELETE o FROM overdue o JOIN stop_use_notice n ON n.id = o.subject"
            + " WHERE o.kind = 'stop-use' AND (n.due_at IS NULL OR n.due_at > ?)";
    private static final String UNANSWERED =
            "INSERT IGNORE INTO overdue (kind, subject, agency, due_at, noted_at, case_id)"
                    + " SELECT 'stop-use', id, holder, due_at, ?, case_id FROM stop_use_notice WHERE due_at <= ?";
    private static final String NEWEST = " h.erased_at IS NULL AND h.retain_until <= ? AND " + JdbcHoldings.NEWEST;
    private static final String ERASED = "DELETE o FROM overdue o WHERE o.kind = 'retention' AND NOT EXISTS"
            + " (SELECT 1 FROM holding h WHERE h.disclosure = o.subject AND" + NEWEST + ")";
    private static final String KEPT = "INSERT IGNORE INTO overdue (kind, subject, agency, due_at, noted_at, case_id)"
            + " SELECT 'retention', h.disclosure, h.holder, MIN(h.retain_until), ?, h.case_id FROM holding h WHERE"
            + NEWEST
            + " GROUP BY h.disclosure, h.holder, h.case_id";
    /** An offer that nobody answered, as long as nothing came in its place; what lies a month back is nobody's to hurry any more. */
    private static final String WAITS = " r.waiting AND r.respond_by <= ? AND r.respond_by > ? - INTERVAL 30 DAY"
            + " AND NOT EXISTS (SELECT 1 FROM referral n WHERE n.follows = r.id)"
            + " AND EXISTS (SELECT 1 FROM case_file c WHERE c.id = r.case_id AND c.erased_at IS NULL)";

    private static final String WAITS_NO_MORE = "DELETE o FROM overdue o WHERE o.kind = 'answer' AND NOT EXISTS"
            + " (SELECT 1 FROM referral r WHERE r.id = o.subject AND" + WAITS + ")";
    private static final String WAITED = "INSERT IGNORE INTO overdue (kind, subject, agency, due_at, noted_at, case_id)"
            + " SELECT 'answer', r.id, r.to_agency, r.respond_by, ?, r.case_id FROM referral r WHERE" + WAITS;
    private static final String OPEN = " s.state IN ('waiting', 'read') AND s.due_at <= ?";
    private static final String SETTLED = "DELETE o FROM overdue o WHERE o.kind = 'submission' AND NOT EXISTS"
            + " (SELECT 1 FROM submission s WHERE s.id = o.subject AND" + OPEN + ")";
    /** Whoever wrote has no case yet, and could refuse nobody. */
    private static final String UNSETTLED =
            "INSERT IGNORE INTO overdue (kind, subject, agency, due_at, noted_at, for_commission)"
                    + " SELECT 'submission', s.id, s.agency, s.due_at, ?, TRUE FROM submission s WHERE" + OPEN;

    private static final String LIST = "SELECT kind, subject, agency, due_at FROM overdue WHERE ";
    private static final String AFTER = " AND due_at >= ? AND (due_at > ? OR subject > ?)";
    /** The comparison by NULL-safe equality leaves a row that is as it should be. */
    private static final String ESCALATE = "UPDATE overdue SET for_commission = ?, focal_point = ?"
            + " WHERE case_id = ? AND agency = ? AND NOT (for_commission <=> ? AND focal_point <=> ?)";

    private final Statements statements;

    public JdbcDeadlines(Transaction transaction) {
        this.statements = new Statements(transaction);
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
    public List<CaseId> cases() throws SQLException {
        return column("SELECT DISTINCT case_id FROM overdue WHERE case_id IS NOT NULL ORDER BY case_id").stream()
                .map(id -> new CaseId(UUID.fromString(id)))
                .toList();
    }

    @Override
    public void escalate(CaseId caseId, Function<AgencyId, Escalation> escalations) throws SQLException {
        String id = caseId.toString();
        for (String late : column("SELECT DISTINCT agency FROM overdue WHERE case_id = ? ORDER BY agency", id)) {
            Escalation to = escalations.apply(new AgencyId(late));
            Optional<String> focalPoint = to.focalPoint().map(AgencyId::value);
            int unusedChanged = change(
                    ESCALATE,
                    to.commission(),
                    focalPoint.orElse(null),
                    id,
                    late,
                    to.commission(),
                    focalPoint.orElse(null));
        }
    }

    @Override
    public List<Missed> list(Optional<Place> after, int limit) throws SQLException {
        return page("TRUE", after, limit);
    }

    @Override
    public List<Missed> ofCommission(Optional<Place> after, int limit) throws SQLException {
        return page("for_commission", after, limit);
    }

    @Override
    public List<Missed> ofFocalPoint(AgencyId agency, Optional<Place> after, int limit) throws SQLException {
        return page("focal_point = ?", after, limit, agency.value());
    }

    private List<Missed> page(String whose, Optional<Place> after, int limit, String... values) throws SQLException {
        List<Object> arguments = new ArrayList<>(List.of(values));
        after.ifPresent(place -> {
            arguments.add(Times.column(place.time()));
            arguments.add(Times.column(place.time()));
            arguments.add(place.id().toString());
        });
        String statement = LIST + whose + (after.isPresent() ? AFTER : "") + " ORDER BY due_at, subject LIMIT " + limit;
        return statements.select(
                statement,
                row -> new Missed(
                        Missed.Kind.of(row.getString(1)),
                        UUID.fromString(row.getString(2)),
                        new AgencyId(row.getString(3)),
                        Times.instant(row.getObject(4, LocalDateTime.class))),
                arguments.toArray());
    }

    private List<String> column(String statement, String... values) throws SQLException {
        return statements.select(statement, row -> row.getString(1), (Object[]) values);
    }

    private int change(String statement, @Nullable Object... values) throws SQLException {
        return statements.change(statement, values);
    }
}
