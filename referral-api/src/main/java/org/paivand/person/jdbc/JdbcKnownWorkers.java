package org.paivand.person.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.paivand.casefile.CaseId;
import org.paivand.database.Times;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.WorkerId;
import org.paivand.person.KnownWorker;
import org.paivand.person.KnownWorkers;

/** From the rows of referrals and of emergencies that were opened. */
public final class JdbcKnownWorkers implements KnownWorkers {
    private static final String SELECT = "SELECT agency, worker, MIN(since) FROM ("
            + "SELECT r.to_agency AS agency, w.worker, w.assigned_at AS since FROM paivand.referral_worker w"
            + " JOIN paivand.referral r ON r.id = w.referral_id WHERE r.case_id = ?"
            + " UNION ALL SELECT recipient, worker, opened_at FROM paivand.emergency"
            + " WHERE case_id = ? AND opened_at IS NOT NULL"
            + ") known GROUP BY agency, worker ORDER BY 3, 1, 2";

    private final Connection connection;

    public JdbcKnownWorkers(Transaction transaction) {
        this.connection = transaction.connection();
    }

    @Override
    public List<KnownWorker> of(CaseId caseId) throws SQLException {
        List<KnownWorker> workers = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setString(1, caseId.toString());
            select.setString(2, caseId.toString());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    workers.add(new KnownWorker(
                            new AgencyId(rows.getString(1)),
                            new WorkerId(rows.getString(2)),
                            Times.instant(rows.getObject(3, LocalDateTime.class))));
                }
            }
        }
        return workers;
    }
}
