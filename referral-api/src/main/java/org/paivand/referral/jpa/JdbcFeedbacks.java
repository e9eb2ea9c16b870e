package org.paivand.referral.jpa;

import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Optional;
import org.paivand.casefile.Sealed;
import org.paivand.database.Statements;
import org.paivand.database.Times;
import org.paivand.database.Transaction;
import org.paivand.referral.Feedbacks;
import org.paivand.referral.ReferralId;

/** Rows of {@code referral_feedback}. */
public final class JdbcFeedbacks implements Feedbacks {
    private final Statements statements;

    public JdbcFeedbacks(Transaction transaction) {
        this.statements = new Statements(transaction);
    }

    @Override
    public Optional<Kept> of(ReferralId id) throws SQLException {
        return statements
                .select(
                        "SELECT version, sealed, at FROM referral_feedback WHERE referral_id = ?",
                        row -> new Kept(
                                row.getInt(1),
                                new Sealed(row.getBytes(2)),
                                Times.instant(row.getObject(3, LocalDateTime.class))),
                        id.toString())
                .stream()
                .findFirst();
    }

    @Override
    public void put(ReferralId id, Kept answer) throws SQLException {
        int unusedOne = statements.change(
                "REPLACE INTO referral_feedback (referral_id, version, sealed, at) VALUES (?, ?, ?, ?)",
                id.toString(),
                answer.version(),
                answer.sealed().bytes(),
                Times.column(answer.at()));
    }
}
