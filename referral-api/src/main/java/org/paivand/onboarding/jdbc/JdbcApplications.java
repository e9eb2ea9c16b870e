package org.paivand.onboarding.jdbc;

import jakarta.persistence.PersistenceException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.database.Times;
import org.paivand.database.Transaction;
import org.paivand.onboarding.Application;
import org.paivand.onboarding.ApplicationState;
import org.paivand.onboarding.Applications;
import org.paivand.onboarding.Contact;
import org.paivand.onboarding.Office;
import org.paivand.onboarding.Submission;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.directory.InvalidRegistryException;
import org.paivand.registry.json.AgencyJson;

/** Applications by statements. Their state is that of the approval they led to. */
public final class JdbcApplications implements Applications {
    private static final String SELECT = "SELECT a.id, a.document, a.office, a.phone, a.applied_by, a.applied_at,"
            + " a.approval_id, a.rejected_by, a.rejected_at, p.state, p.proposed_by, p.proposed_at, p.decided_by,"
            + " p.decided_at FROM agency_application a LEFT JOIN approval p ON p.id = a.approval_id ";

    private final Transaction transaction;

    public JdbcApplications(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public void add(Submission submission) {
        try (PreparedStatement insert = prepared("INSERT INTO agency_application"
                + " (id, agency, document, office, phone, applied_by, applied_at) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, submission.id().toString());
            insert.setString(2, submission.agency().id().value());
            insert.setString(3, new String(AgencyJson.write(submission.agency()), StandardCharsets.UTF_8));
            insert.setString(4, submission.contact().office().code());
            insert.setString(5, submission.contact().phone());
            insert.setString(6, submission.appliedBy().orElse(null));
            insert.setObject(7, Times.column(submission.appliedAt()));
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new PersistenceException(failed);
        }
    }

    @Override
    public Optional<Application> find(UUID id) {
        try (PreparedStatement select = prepared(SELECT + "WHERE a.id = ?")) {
            select.setString(1, id.toString());
            return all(select).stream().findFirst();
        } catch (SQLException failed) {
            throw new PersistenceException(failed);
        }
    }

    @Override
    public Optional<Application> lock(UUID id) {
        try (PreparedStatement select = prepared("SELECT id FROM agency_application WHERE id = ? FOR UPDATE")) {
            select.setString(1, id.toString());
            try (ResultSet held = select.executeQuery()) {
                return held.next() ? find(id) : Optional.empty();
            }
        } catch (SQLException failed) {
            throw new PersistenceException(failed);
        }
    }

    @Override
    public void second(UUID id, UUID approval) {
        try (PreparedStatement update = prepared(
                "UPDATE agency_application SET approval_id = ? WHERE id = ? AND approval_id IS NULL AND rejected_by IS NULL")) {
            update.setString(1, approval.toString());
            update.setString(2, id.toString());
            requireOne(update.executeUpdate());
        } catch (SQLException failed) {
            throw new PersistenceException(failed);
        }
    }

    @Override
    public void reject(UUID id, String by, Instant at) {
        try (PreparedStatement update = prepared("UPDATE agency_application SET rejected_by = ?, rejected_at = ?"
                + " WHERE id = ? AND approval_id IS NULL AND rejected_by IS NULL")) {
            update.setString(1, by);
            update.setObject(2, Times.column(at));
            update.setString(3, id.toString());
            requireOne(update.executeUpdate());
        } catch (SQLException failed) {
            throw new PersistenceException(failed);
        }
    }

    @Override
    public List<Application> list(Optional<ApplicationState> state, Optional<Cursor> after, int limit) {
        String where = state.map(JdbcApplications::condition).orElse("1 = 1")
                + (after.isPresent() ? " AND (a.applied_at, a.id) < (?, ?)" : "");
        try (PreparedStatement select =
                prepared(SELECT + "WHERE " + where + " ORDER BY a.applied_at DESC, a.id DESC LIMIT ?")) {
            int place = 1;
            if (after.isPresent()) {
                select.setObject(place++, Times.column(after.get().time()));
                select.setString(place++, after.get().id());
            }
            select.setInt(place, limit);
            return all(select);
        } catch (SQLException failed) {
            throw new PersistenceException(failed);
        }
    }

    private static String condition(ApplicationState state) {
        return switch (state) {
            case PENDING -> "a.approval_id IS NULL AND a.rejected_by IS NULL";
            case SECONDED -> "p.state = 'pending'";
            case APPROVED -> "p.state = 'confirmed'";
            case REJECTED -> "(a.rejected_by IS NOT NULL OR p.state = 'rejected')";
        };
    }

    @Override
    public int waitingWithoutAccount() {
        try (Statement select = transaction.connection().createStatement();
                ResultSet count = select.executeQuery("SELECT COUNT(*) FROM agency_application"
                        + " WHERE applied_by IS NULL AND approval_id IS NULL AND rejected_by IS NULL")) {
            count.next();
            return count.getInt(1);
        } catch (SQLException failed) {
            throw new PersistenceException(failed);
        }
    }

    private static List<Application> all(PreparedStatement select) throws SQLException {
        List<Application> applications = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                applications.add(application(rows));
            }
        }
        return applications;
    }

    private static Application application(ResultSet row) throws SQLException {
        Submission submission = new Submission(
                UUID.fromString(row.getString("id")),
                agency(row.getString("document")),
                new Contact(Office.of(row.getString("office")), row.getString("phone")),
                Optional.ofNullable(row.getString("applied_by")),
                time(row, "applied_at"));
        Optional<String> rejectedBy = Optional.ofNullable(row.getString("rejected_by"));
        if (rejectedBy.isPresent()) {
            return new Application.Rejected(submission, rejectedBy.get(), time(row, "rejected_at"));
        }
        Optional<String> approval = Optional.ofNullable(row.getString("approval_id"));
        return approval.isEmpty()
                ? new Application.Pending(submission)
                : approved(submission, UUID.fromString(approval.get()), row);
    }

    private static Application approved(Submission submission, UUID approval, ResultSet row) throws SQLException {
        String first = row.getString("proposed_by");
        return switch (row.getString("state")) {
            case "confirmed" ->
                new Application.Approved(submission, first, row.getString("decided_by"), time(row, "decided_at"));
            case "rejected" ->
                new Application.Rejected(submission, row.getString("decided_by"), time(row, "decided_at"));
            default -> new Application.Seconded(submission, approval, first, time(row, "proposed_at"));
        };
    }

    private static Agency agency(String document) {
        try {
            return AgencyJson.read(document.getBytes(StandardCharsets.UTF_8));
        } catch (InvalidRegistryException altered) {
            throw new IllegalStateException("an agency's application is not as it was written", altered);
        }
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return Times.instant(row.getObject(column, LocalDateTime.class));
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        return transaction.connection().prepareStatement(sql);
    }

    private static void requireOne(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("the application was decided before");
        }
    }
}
