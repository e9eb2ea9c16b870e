package org.paivand.referral.jpa;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.database.Times;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Coded;
import org.paivand.referral.Party;
import org.paivand.referral.Proxy;
import org.paivand.referral.ProxyChannel;
import org.paivand.referral.ProxySpeaker;
import org.paivand.referral.ReferralId;
import org.paivand.referral.Referrals.Change;
import org.paivand.referral.Referrals.Said;

/** What became of referrals: rows that are written once. Those that the sender is told of say how. */
final class ReferralChanges {
    private final Transaction transaction;

    ReferralChanges(Transaction transaction) {
        this.transaction = transaction;
    }

    /** @param shown the state as the sender is told, if it is another one now */
    void add(ReferralRow row, Said said, Optional<String> shown) throws SQLException {
        try (PreparedStatement insert = transaction
                .connection()
                .prepareStatement("INSERT INTO referral_change (referral_id, version, state, shown, codes, agency, at,"
                        + " proxy_host, proxy_channel, proxy_told_at, proxy_said_by)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, row.id);
            insert.setInt(2, row.version);
            insert.setString(3, row.state);
            insert.setString(4, shown.orElse(null));
            insert.setString(5, ReferralRows.codes(said.codes().stream()));
            insert.setString(6, said.by().value());
            insert.setObject(7, row.updatedAt);
            insert.setString(8, said.proxy().map(proxy -> proxy.host().value()).orElse(null));
            insert.setString(
                    9, said.proxy().map(proxy -> proxy.channel().code()).orElse(null));
            insert.setObject(
                    10, said.proxy().map(proxy -> Times.column(proxy.toldAt())).orElse(null));
            insert.setString(
                    11, said.proxy().map(proxy -> proxy.saidBy().code()).orElse(null));
            insert.executeUpdate();
        }
    }

    List<Change> of(ReferralId id, Party party, Optional<Cursor> after, int limit) throws SQLException {
        String state = party == Party.PROVIDER ? "state" : "shown";
        try (PreparedStatement select = transaction
                .connection()
                .prepareStatement("SELECT version, " + state + ", codes, agency, at, proxy_host, proxy_channel,"
                        + " proxy_told_at, proxy_said_by FROM referral_change"
                        + " WHERE referral_id = ? AND " + state + " IS NOT NULL AND version < ?"
                        + " ORDER BY version DESC LIMIT ?")) {
            select.setString(1, id.toString());
            select.setInt(2, after.map(cursor -> Integer.parseInt(cursor.id())).orElse(Integer.MAX_VALUE));
            select.setInt(3, limit);
            List<Change> changes = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    changes.add(new Change(
                            row.getInt(1),
                            row.getString(2),
                            ReferralRows.list(row.getString(3), code -> code),
                            new AgencyId(row.getString(4)),
                            Times.instant(row.getObject(5, LocalDateTime.class)),
                            proxy(row)));
                }
            }
            return changes;
        }
    }

    private static Optional<Proxy> proxy(ResultSet row) throws SQLException {
        String host = row.getString(6);
        return host == null
                ? Optional.empty()
                : Optional.of(new Proxy(
                        new AgencyId(host),
                        Coded.of(ProxyChannel.class, row.getString(7)),
                        Times.instant(row.getObject(8, LocalDateTime.class)),
                        Coded.of(ProxySpeaker.class, row.getString(9)),
                        Optional.empty()));
    }
}
