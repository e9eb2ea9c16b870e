package org.paivand.audit.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.paivand.database.Transaction;
import org.paivand.entry.ReviewDue;

/** Disclosures that have to be reviewed and aren't, the earliest due first. */
public final class OpenReviews {
    private static final String OPEN = "SELECT d.event_id, e.occurred_at, e.agency, e.recipient, d.due_at"
            + " FROM paivand_log.review_due d JOIN paivand_log.event e ON e.event_id = d.event_id"
            + " LEFT JOIN paivand_log.review r ON r.disclosure = d.event_id WHERE r.disclosure IS NULL";
    private static final String AFTER = " AND d.due_at >= ? AND (d.due_at > ? OR d.event_id > ?)";
    private static final String ORDER = " ORDER BY d.due_at, d.event_id LIMIT ";

    /** Where a page ended. */
    public record Place(Instant due, UUID disclosure) {}

    public List<ReviewDue> list(Transaction transaction, Optional<Place> after, int limit) throws SQLException {
        try (PreparedStatement select =
                transaction.connection().prepareStatement(OPEN + (after.isPresent() ? AFTER : "") + ORDER + limit)) {
            if (after.isPresent()) {
                select.setObject(1, Utc.column(after.get().due()));
                select.setObject(2, Utc.column(after.get().due()));
                select.setString(3, after.get().disclosure().toString());
            }
            List<ReviewDue> open = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    open.add(new ReviewDue(
                            UUID.fromString(rows.getString(1)),
                            Utc.instant(rows, 2),
                            rows.getString(3),
                            Optional.ofNullable(rows.getString(4)),
                            Utc.instant(rows, 5)));
                }
            }
            return open;
        }
    }
}
