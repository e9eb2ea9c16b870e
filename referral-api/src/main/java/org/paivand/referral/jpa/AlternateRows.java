package org.paivand.referral.jpa;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.paivand.database.Times;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.referral.Alternates;
import org.paivand.referral.DeclineCode;
import org.paivand.referral.ReferralId;

/** Rows of {@code referral_alternates}. */
final class AlternateRows {
    private final Transaction transaction;

    AlternateRows(Transaction transaction) {
        this.transaction = transaction;
    }

    void add(ReferralId id, Alternates named) throws SQLException {
        try (PreparedStatement insert = transaction
                .connection()
                .prepareStatement("INSERT INTO referral_alternates (referral_id, agencies, user, client, token_id)"
                        + " VALUES (?, ?, ?, ?, ?)")) {
            insert.setString(1, id.toString());
            insert.setString(2, ReferralRows.codes(named.agencies().stream().map(AgencyId::value)));
            insert.setString(3, named.user());
            insert.setString(4, named.client());
            insert.setString(5, named.tokenId());
            insert.executeUpdate();
        }
    }

    void remove(ReferralId id) throws SQLException {
        try (PreparedStatement delete =
                transaction.connection().prepareStatement("DELETE FROM referral_alternates WHERE referral_id = ?")) {
            delete.setString(1, id.toString());
            delete.executeUpdate();
        }
    }

    Optional<Alternates> of(ReferralId id) throws SQLException {
        try (PreparedStatement select = transaction
                .connection()
                .prepareStatement(
                        "SELECT agencies, user, client, token_id FROM referral_alternates WHERE referral_id = ?")) {
            select.setString(1, id.toString());
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Alternates(
                                ReferralRows.list(row.getString(1), AgencyId::new),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4)))
                        : Optional.empty();
            }
        }
    }

    List<ReferralId> due(Set<DeclineCode> declines, Instant now, int limit) throws SQLException {
        List<DeclineCode> codes = List.copyOf(declines);
        String statement = "SELECT r.id FROM referral_alternates a JOIN referral r ON r.id = a.referral_id WHERE"
                + " (r.waiting AND r.respond_by <= ? OR r.state = 'declined' AND r.code IN (?"
                + ", ?".repeat(codes.size() - 1)
                + ")) AND NOT EXISTS (SELECT 1 FROM referral n WHERE n.follows = r.id) ORDER BY r.offered_at LIMIT "
                + limit;
        try (PreparedStatement select = transaction.connection().prepareStatement(statement)) {
            select.setObject(1, Times.column(now));
            for (int i = 0; i < codes.size(); i++) {
                select.setString(i + 2, codes.get(i).code());
            }
            List<ReferralId> due = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    due.add(new ReferralId(UUID.fromString(rows.getString(1))));
                }
            }
            return due;
        }
    }
}
