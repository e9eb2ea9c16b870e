package org.paivand.status.jdbc;

import jakarta.persistence.PersistenceException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.Sealed;
import org.paivand.database.Times;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.status.StatusDecisions;

/** Rows of {@code paivand.status_decision}. */
public final class JdbcStatusDecisions implements StatusDecisions {
    private final Transaction transaction;

    public JdbcStatusDecisions(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public List<Kept> of(CaseId caseId, AgencyId by) {
        try (PreparedStatement select = transaction
                .connection()
                .prepareStatement("SELECT id, version, decided_at, sealed FROM paivand.status_decision"
                        + " WHERE case_id = ? AND agency = ? ORDER BY version DESC")) {
            select.setString(1, caseId.toString());
            select.setString(2, by.value());
            List<Kept> kept = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    kept.add(new Kept(
                            UUID.fromString(rows.getString(1)),
                            caseId,
                            by,
                            rows.getInt(2),
                            Times.instant(rows.getObject(3, LocalDateTime.class)),
                            new Sealed(rows.getBytes(4))));
                }
            }
            return kept;
        } catch (SQLException failed) {
            throw new PersistenceException(failed);
        }
    }

    @Override
    public List<Instant> made(CaseId caseId) {
        try (PreparedStatement select = transaction
                .connection()
                .prepareStatement("SELECT MAX(decided_at) FROM paivand.status_decision WHERE case_id = ?"
                        + " GROUP BY agency ORDER BY 1 DESC")) {
            select.setString(1, caseId.toString());
            List<Instant> made = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    made.add(Times.instant(rows.getObject(1, LocalDateTime.class)));
                }
            }
            return made;
        } catch (SQLException failed) {
            throw new PersistenceException(failed);
        }
    }

    @Override
    public void add(Kept decision) {
        try (PreparedStatement insert = transaction
                .connection()
                .prepareStatement(
                        "INSERT INTO paivand.status_decision (id, case_id, agency, version, decided_at, sealed)"
                                + " VALUES (?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, decision.id().toString());
            insert.setString(2, decision.caseId().toString());
            insert.setString(3, decision.by().value());
            insert.setInt(4, decision.version());
            insert.setObject(5, Times.column(decision.decidedAt()));
            insert.setBytes(6, decision.sealed().bytes());
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new PersistenceException(failed);
        }
    }
}
