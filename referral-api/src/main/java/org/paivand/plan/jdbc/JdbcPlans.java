package org.paivand.plan.jdbc;

import java.sql.SQLException;
import java.util.Optional;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.Sealed;
import org.paivand.database.Statements;
import org.paivand.database.Transaction;
import org.paivand.plan.Plans;

/** Rows of {@code case_plan}. */
public final class JdbcPlans implements Plans {
    private static final String OF_CASE = "SELECT version, sealed FROM case_plan WHERE case_id = ?";

    private final Statements statements;

    public JdbcPlans(Transaction transaction) {
        this.statements = new Statements(transaction);
    }

    @Override
    public Optional<Kept> of(CaseId caseId) throws SQLException {
        return kept(OF_CASE, caseId);
    }

    @Override
    public Optional<Kept> lock(CaseId caseId) throws SQLException {
        return kept(OF_CASE + " FOR UPDATE", caseId);
    }

    private Optional<Kept> kept(String select, CaseId caseId) throws SQLException {
        return statements
                .select(select, row -> new Kept(row.getInt(1), new Sealed(row.getBytes(2))), caseId.toString())
                .stream()
                .findFirst();
    }

    @Override
    public void put(CaseId caseId, Kept plan) throws SQLException {
        int unusedOne = statements.change(
                "REPLACE INTO case_plan (case_id, version, sealed) VALUES (?, ?, ?)",
                caseId.toString(),
                plan.version(),
                plan.sealed().bytes());
    }
}
