package org.paivand.casefile.jpa;

import jakarta.persistence.PersistenceException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.JointLink;
import org.paivand.casefile.JointLink.Side;
import org.paivand.casefile.JointLinks;
import org.paivand.casefile.LinkKind;
import org.paivand.casefile.section.GroupConstraint;
import org.paivand.database.Statements;
import org.paivand.database.Times;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Coded;

/** Rows of {@code paivand.joint_link}. */
public final class JdbcJointLinks implements JointLinks {
    private static final String SELECT = "SELECT id, kind, from_agency, from_case, from_constraint, to_agency, to_case,"
            + " to_constraint, expires_at FROM paivand.joint_link WHERE ";

    private final Statements statements;

    public JdbcJointLinks(Transaction transaction) {
        this.statements = new Statements(transaction);
    }

    @Override
    public void propose(JointLink link, byte[] seal) {
        update(
                "INSERT INTO paivand.joint_link (id, kind, from_agency, from_case, from_constraint, to_agency, seal,"
                        + " expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                link.id().toString(),
                link.kind().code(),
                link.proposed().controller().value(),
                link.proposed().caseId().toString(),
                link.proposed().constraint().code(),
                link.with().value(),
                seal,
                Times.column(link.expiresAt()));
    }

    @Override
    public void endProposed(CaseId caseId, AgencyId with) {
        update(
                "DELETE FROM paivand.joint_link WHERE from_case = ? AND to_agency = ? AND to_case IS NULL",
                caseId.toString(),
                with.value());
    }

    @Override
    public Optional<JointLink> lockByCode(byte[] seal) {
        return rows("seal = ? FOR UPDATE", (Object) seal).stream().findFirst();
    }

    @Override
    public void enter(UUID id, Side side) {
        update(
                "UPDATE paivand.joint_link SET seal = NULL, to_case = ?, to_constraint = ? WHERE id = ?",
                side.caseId().toString(),
                side.constraint().code(),
                id.toString());
    }

    @Override
    public Optional<JointLink> find(UUID id) {
        return rows("id = ?", id.toString()).stream().findFirst();
    }

    @Override
    public List<JointLink> of(CaseId caseId) {
        return rows("from_case = ? OR to_case = ? ORDER BY expires_at, id", caseId.toString(), caseId.toString());
    }

    @Override
    public void end(UUID id) {
        update("DELETE FROM paivand.joint_link WHERE id = ?", id.toString());
    }

    @Override
    public void endAll(CaseId caseId) {
        of(caseId).forEach(link -> end(link.id()));
    }

    private List<JointLink> rows(String where, Object... arguments) {
        try {
            return statements.select(SELECT + where, JdbcJointLinks::link, arguments);
        } catch (SQLException failed) {
            throw new PersistenceException(failed);
        }
    }

    private static JointLink link(ResultSet row) throws SQLException {
        AgencyId with = new AgencyId(row.getString(6));
        Optional<String> entered = Optional.ofNullable(row.getString(7));
        GroupConstraint constraint = entered.isPresent() ? constraint(row.getString(8)) : GroupConstraint.NONE;
        return new JointLink(
                UUID.fromString(row.getString(1)),
                Coded.of(LinkKind.class, row.getString(2)),
                new Side(new AgencyId(row.getString(3)), caseId(row.getString(4)), constraint(row.getString(5))),
                with,
                entered.map(caseId -> new Side(with, caseId(caseId), constraint)),
                Times.instant(row.getObject(9, LocalDateTime.class)));
    }

    private static CaseId caseId(String id) {
        return new CaseId(UUID.fromString(id));
    }

    private static GroupConstraint constraint(String code) {
        return Coded.of(GroupConstraint.class, code);
    }

    private void update(String sql, Object... arguments) {
        try {
            int unusedChanged = statements.change(sql, arguments);
        } catch (SQLException failed) {
            throw new PersistenceException(failed);
        }
    }
}
