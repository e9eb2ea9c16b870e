package org.paivand.person.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.paivand.casefile.CaseId;
import org.paivand.database.Times;
import org.paivand.database.Transaction;
import org.paivand.person.Holder;
import org.paivand.person.PersonCode;
import org.paivand.person.PersonCodes;

/** Rows of {@code person_code} and {@code person_withdrawal}. */
public final class JdbcPersonCodes implements PersonCodes {
    private static final String SELECT = "SELECT id, case_id, holder, opens FROM person_code WHERE ";

    private final Connection connection;

    public JdbcPersonCodes(Transaction transaction) {
        this.connection = transaction.connection();
    }

    @Override
    public Optional<PersonCode> find(byte[] seal) throws SQLException {
        return select("seal = ?", seal);
    }

    @Override
    public Optional<PersonCode> find(UUID id) throws SQLException {
        return select("id = ?", id.toString());
    }

    private Optional<PersonCode> select(String where, Object value) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + where)) {
            select.setObject(1, value);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next()
                        ? Optional.of(new PersonCode(
                                UUID.fromString(rows.getString(1)),
                                new CaseId(UUID.fromString(rows.getString(2))),
                                Holder.of(rows.getString(3)),
                                PersonCode.Opens.of(rows.getString(4))))
                        : Optional.empty();
            }
        }
    }

    @Override
    public void add(PersonCode code, byte[] seal, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO person_code (id, case_id, holder, opens, seal, issued_at) VALUES (?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, code.id().toString());
            insert.setString(2, code.caseId().toString());
            insert.setString(3, code.holder().code());
            insert.setString(4, code.opens().code());
            insert.setBytes(5, seal);
            insert.setObject(6, Times.column(now));
            insert.executeUpdate();
        }
    }

    @Override
    public boolean end(CaseId caseId, Holder holder) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM person_code WHERE case_id = ? AND holder = ?")) {
            delete.setString(1, caseId.toString());
            delete.setString(2, holder.code());
            return delete.executeUpdate() > 0;
        }
    }

    @Override
    public void withdrew(CaseId caseId, Holder holder, UUID consentId, Set<UUID> grantIds, Instant at)
            throws SQLException {
        try (PreparedStatement write = connection.prepareStatement(
                "REPLACE INTO person_withdrawal (case_id, grant_id, consent_id, holder, at) VALUES (?, ?, ?, ?, ?)")) {
            for (UUID grant : grantIds) {
                write.setString(1, caseId.toString());
                write.setString(2, grant.toString());
                write.setString(3, consentId.toString());
                write.setString(4, holder.code());
                write.setObject(5, Times.column(at));
                write.addBatch();
            }
            write.executeBatch();
        }
    }

    @Override
    public List<Withdrawal> withdrawals(CaseId caseId, Holder holder) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT consent_id, grant_id, at"
                + " FROM person_withdrawal WHERE case_id = ? AND holder = ? ORDER BY at, grant_id")) {
            select.setString(1, caseId.toString());
            select.setString(2, holder.code());
            List<Withdrawal> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(new Withdrawal(
                            UUID.fromString(rows.getString(1)),
                            UUID.fromString(rows.getString(2)),
                            Times.instant(rows.getObject(3, LocalDateTime.class))));
                }
            }
            return found;
        }
    }

    @Override
    public void restored(CaseId caseId, Set<UUID> grantIds) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM person_withdrawal WHERE case_id = ? AND grant_id = ?")) {
            for (UUID grant : grantIds) {
                delete.setString(1, caseId.toString());
                delete.setString(2, grant.toString());
                delete.addBatch();
            }
            delete.executeBatch();
        }
    }
}
