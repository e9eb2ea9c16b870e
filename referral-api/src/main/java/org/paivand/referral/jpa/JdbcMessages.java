package org.paivand.referral.jpa;

import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.paivand.casefile.Sealed;
import org.paivand.database.Statements;
import org.paivand.database.Times;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.referral.Messages;
import org.paivand.referral.ReferralId;

/** Rows of {@code referral_message}. */
public final class JdbcMessages implements Messages {
    private final Statements statements;

    public JdbcMessages(Transaction transaction) {
        this.statements = new Statements(transaction);
    }

    @Override
    public List<Kept> of(ReferralId id) throws SQLException {
        return statements.select(
                "SELECT id, number, agency, at, sealed FROM referral_message WHERE referral_id = ? ORDER BY number",
                row -> new Kept(
                        UUID.fromString(row.getString(1)),
                        row.getInt(2),
                        new AgencyId(row.getString(3)),
                        Times.instant(row.getObject(4, LocalDateTime.class)),
                        new Sealed(row.getBytes(5))),
                id.toString());
    }

    @Override
    public int last(ReferralId id) throws SQLException {
        return statements
                .select(
                        "SELECT COALESCE(MAX(number), 0) FROM referral_message WHERE referral_id = ?",
                        row -> row.getInt(1),
                        id.toString())
                .get(0);
    }

    @Override
    public void add(ReferralId id, Kept message) throws SQLException {
        int unusedOne = statements.change(
                "INSERT INTO referral_message (id, referral_id, number, agency, at, sealed) VALUES (?, ?, ?, ?, ?, ?)",
                message.id().toString(),
                id.toString(),
                message.number(),
                message.by().value(),
                Times.column(message.at()),
                message.sealed().bytes());
    }
}
