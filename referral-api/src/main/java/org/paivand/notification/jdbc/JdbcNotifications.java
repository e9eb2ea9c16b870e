package org.paivand.notification.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.paivand.database.Times;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Coded;
import org.paivand.notification.Notification;
import org.paivand.notification.NotificationKind;
import org.paivand.notification.Notifications;

/** Rows of {@code notification}. */
public final class JdbcNotifications implements Notifications {
    private static final String INSERT = "INSERT INTO notification (agency, kind, subject, at)";
    /** The last of the steps, the first two being half of an offer's time and nine tenths. */
    private static final int ALL = 3;

    /**
     * Of which the next step has come ({@code tell_at}); what was missed in a pause isn't told any more, and what was answered meanwhile
     * has no more steps.
     */
    private static final String DUE =
            "SELECT id, from_agency, to_agency, waiting, CASE WHEN NOT waiting OR respond_by <= ? THEN 3"
                    + " WHEN offered_at + INTERVAL (TIMESTAMPDIFF(SECOND, offered_at, respond_by) * 9 DIV 10) SECOND <= ?"
                    + " THEN 2 ELSE 1 END, through_agency FROM referral WHERE tell_at <= ? ORDER BY tell_at LIMIT 500";

    /** By the key alone, so that it never waits for an index entry that a change of the state holds. */
    private static final String TOLD = "UPDATE referral SET told = ? WHERE id = ? AND told < ?";

    private final Transaction transaction;

    public JdbcNotifications(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public void add(AgencyId to, NotificationKind kind, UUID subject, Instant at) throws SQLException {
        int unusedOne =
                change(INSERT + " VALUES (?, ?, ?, ?)", to.value(), kind.code(), subject.toString(), Times.column(at));
    }

    @Override
    public int publish(int limit) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (PreparedStatement select = transaction
                        .connection()
                        .prepareStatement(
                                "SELECT id FROM notification WHERE position IS NULL ORDER BY id LIMIT " + limit);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
        }
        if (ids.isEmpty()) {
            return 0;
        }
        long next = head();
        try (PreparedStatement update =
                transaction.connection().prepareStatement("UPDATE notification SET position = ? WHERE id = ?")) {
            for (long id : ids) {
                update.setLong(1, ++next);
                update.setLong(2, id);
                update.addBatch();
            }
            update.executeBatch();
        }
        int unusedHead = change("UPDATE notification_head SET position = ?", next);
        return ids.size();
    }

    @Override
    public long head() throws SQLException {
        try (PreparedStatement select =
                        transaction.connection().prepareStatement("SELECT position FROM notification_head");
                ResultSet row = select.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    @Override
    public List<Notification> of(AgencyId agency, long after, int limit) throws SQLException {
        try (PreparedStatement select = transaction
                .connection()
                .prepareStatement("SELECT position, kind, subject, at FROM notification"
                        + " WHERE agency = ? AND position > ? ORDER BY position LIMIT ?")) {
            select.setString(1, agency.value());
            select.setLong(2, after);
            select.setInt(3, limit);
            List<Notification> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(new Notification(
                            rows.getLong(1),
                            Coded.of(NotificationKind.class, rows.getString(2)),
                            UUID.fromString(rows.getString(3)),
                            Times.instant(rows.getObject(4, LocalDateTime.class))));
                }
            }
            return found;
        }
    }

    @Override
    public int remind(Instant now, BiPredicate<AgencyId, AgencyId> hosts) throws SQLException {
        LocalDateTime at = Times.column(now);
        List<Due> due = new ArrayList<>();
        try (PreparedStatement select = transaction.connection().prepareStatement(DUE)) {
            select.setObject(1, at);
            select.setObject(2, at);
            select.setObject(3, at);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    due.add(new Due(
                            UUID.fromString(rows.getString(1)),
                            new AgencyId(rows.getString(2)),
                            new AgencyId(rows.getString(3)),
                            rows.getBoolean(4),
                            rows.getInt(5),
                            Optional.ofNullable(rows.getString(6)).map(AgencyId::new)));
                }
            }
        }
        int told = 0;
        for (Due one : due) {
            if (change(TOLD, one.step(), one.referral().toString(), one.step()) == 1) {
                if (one.waits()) {
                    tell(one, hosts, now);
                }
                told++;
            }
        }
        return told;
    }

    private record Due(UUID referral, AgencyId from, AgencyId to, boolean waits, int step, Optional<AgencyId> through) {
        List<AgencyId> recipients(BiPredicate<AgencyId, AgencyId> hosts) {
            return Stream.concat(Stream.of(to), through.filter(host -> hosts.test(host, to)).stream())
                    .toList();
        }
    }

    private void tell(Due due, BiPredicate<AgencyId, AgencyId> hosts, Instant now) throws SQLException {
        if (due.step() == ALL) {
            add(due.from(), NotificationKind.REFERRAL_EXPIRED, due.referral(), now);
        }
        NotificationKind kind =
                due.step() == ALL ? NotificationKind.REFERRAL_EXPIRED : NotificationKind.REFERRAL_ANSWER_DUE;
        for (AgencyId recipient : due.recipients(hosts)) {
            add(recipient, kind, due.referral(), now);
        }
    }

    @Override
    public void forget(Instant before) throws SQLException {
        int unusedOld = change(
                "DELETE FROM notification WHERE position IS NOT NULL AND at < ? LIMIT 10000", Times.column(before));
    }

    private int change(String statement, Object... values) throws SQLException {
        try (PreparedStatement change = transaction.connection().prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                change.setObject(i + 1, values[i]);
            }
            return change.executeUpdate();
        }
    }
}
