package org.paivand.registry.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.database.Times;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.registry.LiveCases;

/** Asks the tables of cases and referrals. */
public final class JdbcLiveCases implements LiveCases {
    /** Three ways to a referral, each by an index of its own. */
    private static final String THEIRS = "SELECT id FROM referral WHERE from_agency = ?"
            + " UNION SELECT id FROM referral WHERE to_agency = ?"
            + " UNION SELECT o.id FROM referral o JOIN case_file f ON f.id = o.case_id WHERE f.controller = ?";

    private static final String OPEN = "SELECT r.id, r.state, r.from_agency, r.to_agency, c.controller, r.offered_at,"
            + " r.respond_by FROM (" + THEIRS + ") theirs JOIN referral r ON r.id = theirs.id"
            + " JOIN case_file c ON c.id = r.case_id WHERE c.erased_at IS NULL"
            + " AND (r.helping OR r.waiting AND r.respond_by > ?)";

    private static final String AFTER = " AND (r.offered_at < ? OR r.offered_at = ? AND r.id < ?)";

    private final Transaction transaction;

    public JdbcLiveCases(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public long controlled(AgencyId agency) throws SQLException {
        try (PreparedStatement select = transaction
                .connection()
                .prepareStatement("SELECT COUNT(*) FROM case_file WHERE controller = ? AND erased_at IS NULL")) {
            select.setString(1, agency.value());
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    @Override
    public List<LiveReferral> referrals(AgencyId agency, Instant now, Optional<Cursor> after, int limit)
            throws SQLException {
        String statement =
                OPEN + (after.isPresent() ? AFTER : "") + " ORDER BY r.offered_at DESC, r.id DESC LIMIT " + limit;
        try (PreparedStatement select = transaction.connection().prepareStatement(statement)) {
            for (int side = 1; side <= 3; side++) {
                select.setString(side, agency.value());
            }
            select.setObject(4, Times.column(now));
            if (after.isPresent()) {
                select.setObject(5, Times.column(after.get().time()));
                select.setObject(6, Times.column(after.get().time()));
                select.setString(7, after.get().id());
            }
            List<LiveReferral> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(referral(rows));
                }
            }
            return found;
        }
    }

    private static LiveReferral referral(ResultSet rows) throws SQLException {
        return new LiveReferral(
                UUID.fromString(rows.getString(1)),
                rows.getString(2),
                new AgencyId(rows.getString(3)),
                new AgencyId(rows.getString(4)),
                new AgencyId(rows.getString(5)),
                Times.instant(rows.getObject(6, LocalDateTime.class)),
                Times.instant(rows.getObject(7, LocalDateTime.class)));
    }
}
