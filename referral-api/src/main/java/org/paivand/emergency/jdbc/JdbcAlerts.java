package org.paivand.emergency.jdbc;

import jakarta.persistence.PersistenceException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.database.Times;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.emergency.Alert;
import org.paivand.emergency.Alerts;

/** Rows of {@code paivand.alert}; whose they are, says the case, or the case of the emergency. */
public final class JdbcAlerts implements Alerts {
    private static final String SEEN = "SELECT a.id, a.kind, a.at, a.emergency_id, c.id FROM paivand.alert a"
            + " LEFT JOIN paivand.emergency e ON e.id = a.emergency_id"
            + " JOIN paivand.case_file c ON c.id = COALESCE(a.case_id, e.case_id)"
            + " WHERE a.at <= ? AND (a.kind <> 'review-overdue' OR e.reviewed_at IS NULL OR e.reviewed_at >= a.at)";
    private static final String AFTER = " AND (a.at < ? OR a.at = ? AND a.id < ?)";
    private static final String ORDER = " ORDER BY a.at DESC, a.id DESC LIMIT ?";

    private final Transaction transaction;

    public JdbcAlerts(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public void raise(Alert.Kind kind, UUID emergency, Instant at) {
        insert(kind, at, "emergency_id", emergency.toString());
    }

    @Override
    public void raise(Alert.Kind kind, CaseId caseId, Instant at) {
        insert(kind, at, "case_id", caseId.toString());
    }

    @Override
    public void pretend(Alert.Kind kind, CaseId caseId, Instant at) {
        insert(kind, at, "case_id", caseId.toString(), " SELECT ?, ?, ?, ? FROM DUAL WHERE FALSE");
    }

    private void insert(Alert.Kind kind, Instant at, String column, String subject) {
        insert(kind, at, column, subject, " VALUES (?, ?, ?, ?)");
    }

    private void insert(Alert.Kind kind, Instant at, String column, String subject, String values) {
        try (PreparedStatement insert = transaction
                .connection()
                .prepareStatement("INSERT INTO paivand.alert (id, kind, at, " + column + ")" + values)) {
            insert.setString(1, UUID.randomUUID().toString());
            insert.setString(2, kind.code());
            insert.setObject(3, Times.column(at));
            insert.setString(4, subject);
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
    }

    @Override
    public List<Alert> all(Instant now, Optional<Cursor> after, int limit) {
        return list(Optional.empty(), now, after, limit);
    }

    @Override
    public List<Alert> ofController(AgencyId controller, Instant now, Optional<Cursor> after, int limit) {
        return list(Optional.of(controller), now, after, limit);
    }

    private List<Alert> list(Optional<AgencyId> controller, Instant now, Optional<Cursor> after, int limit) {
        List<Object> values = new ArrayList<>(List.of(Times.column(now)));
        StringBuilder statement = new StringBuilder(SEEN);
        controller.ifPresent(agency -> {
            statement.append(" AND c.controller = ?");
            values.add(agency.value());
        });
        after.ifPresent(cursor -> {
            statement.append(AFTER);
            values.addAll(List.of(Times.column(cursor.time()), Times.column(cursor.time()), cursor.id()));
        });
        values.add(limit);
        try (PreparedStatement select = transaction
                .connection()
                .prepareStatement(statement.append(ORDER).toString())) {
            for (int i = 0; i < values.size(); i++) {
                select.setObject(i + 1, values.get(i));
            }
            return read(select, controller.isPresent());
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
    }

    private static List<Alert> read(PreparedStatement select, boolean forController) throws SQLException {
        List<Alert> alerts = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                alerts.add(new Alert(
                        UUID.fromString(rows.getString(1)),
                        Alert.Kind.of(rows.getString(2)),
                        Times.instant(rows.getObject(3, LocalDateTime.class)),
                        Optional.ofNullable(rows.getString(4)).map(UUID::fromString),
                        forController
                                ? Optional.of(new CaseId(UUID.fromString(rows.getString(5))))
                                : Optional.empty()));
            }
        }
        return alerts;
    }
}
