package org.paivand.referral.jpa;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Optional;
import org.paivand.casefile.Sealed;
import org.paivand.database.Times;
import org.paivand.database.Transaction;
import org.paivand.referral.Feedbacks;
import org.paivand.referral.ReferralId;

/** Rows of {@code referral_feedback}. */
public final class JdbcFeedbacks implements Feedbacks {
    private final Transaction transaction;

    public JdbcFeedbacks(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public Optional<Kept> of(ReferralId id) throws SQLException {
        try (PreparedStatement select = transaction
                .connection()
                .prepareStatement("SELECT version, sealed, at FROM referral_feedback WHERE referral_id = ?")) {
            select.setString(1, id.toString());
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Kept(
                                row.getInt(1),
                                new Sealed(row.getBytes(2)),
                                Times.instant(row.getObject(3, LocalDateTime.class))))
                        : Optional.empty();
            }
        }
    }

    @Override
    public void put(ReferralId id, Kept answer) throws SQLException {
        try (PreparedStatement put = transaction
                .connection()
                .prepareStatement(
                        "REPLACE INTO referral_feedback (referral_id, version, sealed, at) VALUES (?, ?, ?, ?)")) {
            put.setString(1, id.toString());
            put.setInt(2, answer.version());
            put.setBytes(3, answer.sealed().bytes());
            put.setObject(4, Times.column(answer.at()));
            put.executeUpdate();
        }
    }
}
