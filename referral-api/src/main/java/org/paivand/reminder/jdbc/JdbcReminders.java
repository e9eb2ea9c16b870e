package org.paivand.reminder.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.paivand.casefile.CaseId;
import org.paivand.database.Statements;
import org.paivand.database.Times;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.reminder.Reminders;

/** Rows of {@code case_reminder}. */
public final class JdbcReminders implements Reminders {
    private static final String FOLLOW_UP = "follow-up";
    private static final String REFLECTION = "reflection";
    private static final String CONSENT = "consent";
    private static final String INSERT =
            "INSERT IGNORE INTO case_reminder (case_id, kind, due_at, told_at) VALUES (?, ?, ?, ?)";

    private final Statements statements;

    public JdbcReminders(Transaction transaction) {
        this.statements = new Statements(transaction);
    }

    @Override
    public void followUp(CaseId caseId, Set<Instant> due) throws SQLException {
        int unusedOld = statements.change(
                "DELETE FROM case_reminder WHERE case_id = ? AND kind = ? AND told_at IS NULL",
                caseId.toString(),
                FOLLOW_UP);
        for (Instant one : due) {
            int unusedOne = statements.change(INSERT, caseId.toString(), FOLLOW_UP, Times.column(one), null);
        }
    }

    @Override
    public List<Due> followUps(Instant now, int limit) throws SQLException {
        List<Due> due = select(
                "SELECT DISTINCT c.id, c.controller FROM case_reminder r JOIN case_file c ON c.id = r.case_id"
                        + " WHERE r.kind = 'follow-up' AND r.told_at IS NULL AND r.due_at <= ?"
                        + " AND c.erased_at IS NULL LIMIT " + limit,
                Times.column(now));
        List<Due> told = new ArrayList<>();
        for (Due one : due) {
            int changed = statements.change(
                    "UPDATE case_reminder SET told_at = ? WHERE case_id = ? AND kind = ? AND told_at IS NULL"
                            + " AND due_at <= ?",
                    Times.column(now),
                    one.caseId().toString(),
                    FOLLOW_UP,
                    Times.column(now));
            if (changed > 0) {
                told.add(one);
            }
        }
        return told;
    }

    @Override
    public List<Due> reflections(Instant after, Instant until, Instant now, int limit) throws SQLException {
        LocalDateTime at = Times.column(now);
        List<Due> due = select(
                "SELECT c.id, c.controller FROM case_file c WHERE c.erased_at IS NULL AND c.opened_at > ?"
                        + " AND c.opened_at <= ? AND NOT EXISTS (SELECT 1 FROM case_reminder r"
                        + " WHERE r.case_id = c.id AND r.kind = 'reflection') LIMIT " + limit,
                Times.column(after),
                Times.column(until));
        for (Due one : due) {
            int unusedOne = statements.change(INSERT, one.caseId().toString(), REFLECTION, at, at);
        }
        return due;
    }

    @Override
    public List<Due> cases(Optional<CaseId> after, int limit) throws SQLException {
        return select(
                "SELECT id, controller FROM case_file WHERE erased_at IS NULL AND id > ? ORDER BY id LIMIT " + limit,
                after.map(CaseId::toString).orElse(""));
    }

    @Override
    public boolean consents(CaseId caseId, Collection<Instant> ends, Instant now) throws SQLException {
        int fresh = 0;
        for (Instant end : ends) {
            fresh += statements.change(INSERT, caseId.toString(), CONSENT, Times.column(end), Times.column(now));
        }
        return fresh > 0;
    }

    private List<Due> select(String statement, @Nullable Object... values) throws SQLException {
        return statements.select(
                statement,
                row -> new Due(new CaseId(UUID.fromString(row.getString(1))), new AgencyId(row.getString(2))),
                values);
    }
}
