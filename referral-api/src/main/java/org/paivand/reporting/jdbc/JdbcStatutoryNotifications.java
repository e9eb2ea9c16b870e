package org.paivand.reporting.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.casefile.section.Exploitation;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgeGroup;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Coded;
import org.paivand.registry.agency.ReportingTrigger;
import org.paivand.registry.place.Region;
import org.paivand.reporting.StatutoryNotification;
import org.paivand.reporting.StatutoryNotifications;
import org.paivand.reporting.Tidings;

/** Rows of {@code statutory_notification}. */
public final class JdbcStatutoryNotifications implements StatutoryNotifications {
    private static final String COLUMNS =
            "id, from_agency, to_agency, trigger_code, age_group, form, region, month, received_on";
    private static final String SELECT = "SELECT " + COLUMNS + " FROM statutory_notification WHERE ";

    private final Transaction transaction;

    public JdbcStatutoryNotifications(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public void add(StatutoryNotification added) throws SQLException {
        Tidings tidings = added.tidings();
        try (PreparedStatement insert = transaction
                .connection()
                .prepareStatement("INSERT INTO statutory_notification (" + COLUMNS
                        + ") VALUES (?, ?, ?, ?, ?, NULLIF(?, ''), NULLIF(?, ''), ?, ?)")) {
            insert.setString(1, added.id().toString());
            insert.setString(2, added.from().value());
            insert.setString(3, added.to().value());
            insert.setString(4, tidings.trigger().code());
            insert.setString(5, tidings.ageGroup().code());
            insert.setString(6, tidings.form().map(Exploitation::code).orElse(""));
            insert.setString(7, tidings.region().map(Region::code).orElse(""));
            insert.setString(8, tidings.month().toString());
            insert.setObject(9, added.receivedOn());
            insert.executeUpdate();
        }
    }

    @Override
    public Optional<StatutoryNotification> find(UUID id) throws SQLException {
        return select("id = ?", id.toString()).stream().findFirst();
    }

    @Override
    public List<StatutoryNotification> to(AgencyId agency, Optional<Cursor> after, int limit) throws SQLException {
        List<Object> values = new ArrayList<>(List.of(agency.value()));
        StringBuilder where = new StringBuilder("to_agency = ?");
        after.ifPresent(cursor -> {
            LocalDate day = LocalDate.ofInstant(cursor.time(), ZoneOffset.UTC);
            where.append(" AND (received_on < ? OR received_on = ? AND id < ?)");
            values.addAll(List.of(day, day, cursor.id()));
        });
        return select(where + " ORDER BY received_on DESC, id DESC LIMIT " + limit, values.toArray());
    }

    @Override
    public void forget(LocalDate before) throws SQLException {
        try (PreparedStatement delete = transaction
                .connection()
                .prepareStatement("DELETE FROM statutory_notification WHERE received_on < ? LIMIT 10000")) {
            delete.setObject(1, before);
            delete.executeUpdate();
        }
    }

    private List<StatutoryNotification> select(String where, Object... values) throws SQLException {
        List<StatutoryNotification> found = new ArrayList<>();
        try (PreparedStatement select = transaction.connection().prepareStatement(SELECT + where)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(notification(rows));
                }
            }
        }
        return found;
    }

    private static StatutoryNotification notification(ResultSet row) throws SQLException {
        return new StatutoryNotification(
                UUID.fromString(row.getString(1)),
                new AgencyId(row.getString(2)),
                new AgencyId(row.getString(3)),
                new Tidings(
                        ReportingTrigger.of(row.getString(4)),
                        AgeGroup.of(row.getString(5)),
                        Optional.ofNullable(row.getString(6)).map(code -> Coded.of(Exploitation.class, code)),
                        Optional.ofNullable(row.getString(7)).map(Region::new),
                        YearMonth.parse(row.getString(8))),
                row.getObject(9, LocalDate.class));
    }
}
