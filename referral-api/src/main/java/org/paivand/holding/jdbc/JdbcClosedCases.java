package org.paivand.holding.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.paivand.casefile.CaseId;
import org.paivand.database.Times;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.holding.ClosedCases;
import org.paivand.holding.Holdings.Place;

/** Asks the tables of cases, referrals and reviews. */
public final class JdbcClosedCases implements ClosedCases {
    private static final String DUE = "SELECT id, last_change FROM (SELECT c.id, GREATEST(c.opened_at,"
            + " COALESCE((SELECT MAX(s.updated_at) FROM section s WHERE s.case_id = c.id), c.opened_at),"
            + " COALESCE((SELECT MAX(IF(r.waiting, r.respond_by, r.updated_at)) FROM referral r"
            + " WHERE r.case_id = c.id), c.opened_at)) AS last_change"
            + " FROM case_file c WHERE c.controller = ? AND c.erased_at IS NULL"
            + " AND NOT EXISTS (SELECT 1 FROM referral r WHERE r.case_id = c.id"
            + " AND (r.helping OR r.waiting AND r.respond_by > ?))"
            + " AND NOT EXISTS (SELECT 1 FROM holding h JOIN paivand_log.review_due d ON d.event_id = h.disclosure"
            + " LEFT JOIN paivand_log.review v ON v.disclosure = d.event_id"
            + " WHERE h.case_id = c.id AND v.disclosure IS NULL)) closed WHERE last_change <= ?";
    private static final String AFTER = " AND last_change >= ? AND (last_change > ? OR id > ?)";

    private final Transaction transaction;

    public JdbcClosedCases(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public List<Due> due(AgencyId controller, Duration keep, Instant now, Optional<Place> after, int limit)
            throws SQLException {
        String statement = DUE + (after.isPresent() ? AFTER : "") + " ORDER BY last_change, id LIMIT " + limit;
        try (PreparedStatement select = transaction.connection().prepareStatement(statement)) {
            select.setString(1, controller.value());
            select.setObject(2, Times.column(now));
            select.setObject(3, Times.column(now.minus(keep)));
            if (after.isPresent()) {
                select.setObject(4, Times.column(after.get().time()));
                select.setObject(5, Times.column(after.get().time()));
                select.setString(6, after.get().id().toString());
            }
            List<Due> due = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Instant last = Times.instant(rows.getObject(2, LocalDateTime.class));
                    due.add(new Due(new CaseId(UUID.fromString(rows.getString(1))), last, last.plus(keep)));
                }
            }
            return due;
        }
    }
}
