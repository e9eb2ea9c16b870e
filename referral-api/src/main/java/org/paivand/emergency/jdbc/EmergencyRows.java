package org.paivand.emergency.jdbc;

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
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Coded;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.WorkerId;
import org.paivand.disclosure.decision.BreakGlassReason;
import org.paivand.disclosure.event.ReviewFinding;
import org.paivand.emergency.Emergency;
import org.paivand.emergency.Review;

/** A row of {@code paivand.emergency}, but for its words. */
final class EmergencyRows {
    static final String SELECT = "SELECT id, case_id, agency, officer, recipient, worker, purpose, reason, minutes,"
            + " asked_at, second_person, review_open, opened_at, not_after, review_due, reviewed_by, finding,"
            + " reviewed_at FROM paivand.emergency ";

    private EmergencyRows() {}

    static List<Emergency> read(PreparedStatement select) throws SQLException {
        List<Emergency> found = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(emergency(rows));
            }
        }
        return found;
    }

    private static Emergency emergency(ResultSet row) throws SQLException {
        return new Emergency(
                UUID.fromString(row.getString("id")),
                new CaseId(UUID.fromString(row.getString("case_id"))),
                new AgencyId(row.getString("agency")),
                row.getString("officer"),
                new Emergency.Wanted(
                        new AgencyId(row.getString("recipient")),
                        new WorkerId(row.getString("worker")),
                        Purpose.of(row.getString("purpose")),
                        BreakGlassReason.of(row.getString("reason")),
                        Duration.ofMinutes(row.getInt("minutes"))),
                time(row, "asked_at").orElseThrow(),
                opened(row),
                time(row, "review_due"),
                review(row));
    }

    private static Optional<Emergency.Opened> opened(ResultSet row) throws SQLException {
        Optional<Instant> at = time(row, "opened_at");
        Optional<Instant> notAfter = time(row, "not_after");
        if (at.isEmpty() || notAfter.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Emergency.Opened(
                Optional.ofNullable(row.getString("second_person")),
                row.getBoolean("review_open"),
                at.get(),
                notAfter.get()));
    }

    private static Optional<Review> review(ResultSet row) throws SQLException {
        Optional<Instant> at = time(row, "reviewed_at");
        if (at.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Review(
                new AgencyId(row.getString("reviewed_by")),
                Coded.of(ReviewFinding.class, row.getString("finding")),
                at.get()));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class)).map(Times::instant);
    }
}
