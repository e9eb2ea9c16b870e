package org.paivand.capacity.jdbc;

import jakarta.persistence.PersistenceException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.paivand.capacity.Capacities;
import org.paivand.capacity.Capacity;
import org.paivand.capacity.Placement;
import org.paivand.database.Times;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.registry.search.Vacancy;
import org.paivand.registry.search.Waitlist;
import org.paivand.registry.service.ServiceId;

/** Rows of {@code paivand.capacity} and {@code paivand.placement}. */
public final class JdbcCapacities implements Capacities {
    private static final String COLUMNS =
            "service, agency, maximum, occupied, waitlist, additional_assessment," + " stated_at, fresh_until, version";

    private final Transaction transaction;

    public JdbcCapacities(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public Optional<Capacity> find(ServiceId service) {
        return one(service, "");
    }

    @Override
    public Optional<Capacity> lock(ServiceId service) {
        return one(service, " FOR UPDATE");
    }

    private Optional<Capacity> one(ServiceId service, String held) {
        List<Capacity> found = query(
                "SELECT " + COLUMNS + " FROM paivand.capacity WHERE service = ?" + held,
                JdbcCapacities::capacity,
                service.value());
        return found.stream().findFirst();
    }

    @Override
    public void add(Capacity first) {
        update(
                "INSERT INTO paivand.capacity (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                first.service().value(),
                first.agency().value(),
                first.maximum(),
                first.occupied(),
                first.waitlist().code(),
                first.additionalAssessmentRequired(),
                Times.column(first.statedAt()),
                Times.column(first.freshUntil()),
                first.version());
    }

    @Override
    public void replace(Capacity next) {
        update(
                "UPDATE paivand.capacity SET maximum = ?, occupied = ?, waitlist = ?, additional_assessment = ?,"
                        + " stated_at = ?, fresh_until = ?, version = ? WHERE service = ?",
                next.maximum(),
                next.occupied(),
                next.waitlist().code(),
                next.additionalAssessmentRequired(),
                Times.column(next.statedAt()),
                Times.column(next.freshUntil()),
                next.version(),
                next.service().value());
    }

    @Override
    public int held(ServiceId service, Instant now) {
        return query(
                        "SELECT COUNT(*) FROM paivand.placement WHERE service = ? AND state = 'held' AND until > ?",
                        row -> row.getInt(1),
                        service.value(),
                        Times.column(now))
                .get(0);
    }

    @Override
    public List<Placement> placements(UUID referral) {
        return query(
                "SELECT service, state, until FROM paivand.placement WHERE referral = ? ORDER BY service",
                row -> new Placement(
                        referral,
                        new ServiceId(row.getString(1)),
                        Placement.State.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                        instant(row, 3)),
                referral.toString());
    }

    @Override
    public void put(Placement placement) {
        update(
                "INSERT INTO paivand.placement (referral, service, state, until) VALUES (?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE state = VALUES(state), until = VALUES(until)",
                placement.referral().toString(),
                placement.service().value(),
                placement.state().name().toLowerCase(Locale.ROOT),
                Times.column(placement.until()));
    }

    @Override
    public void remove(UUID referral) {
        update("DELETE FROM paivand.placement WHERE referral = ?", referral.toString());
    }

    @Override
    public Map<ServiceId, Vacancy> vacancies(Collection<ServiceId> services, Instant now) {
        if (services.isEmpty()) {
            return Map.of();
        }
        String places = services.stream().map(service -> "?").collect(Collectors.joining(", "));
        List<Object> arguments = new ArrayList<>();
        arguments.add(Times.column(now));
        services.forEach(service -> arguments.add(service.value()));
        Map<ServiceId, Vacancy> found = new HashMap<>();
        query(
                        "SELECT " + COLUMNS + ", (SELECT COUNT(*) FROM paivand.placement p"
                                + " WHERE p.service = c.service AND p.state = 'held' AND p.until > ?)"
                                + " FROM paivand.capacity c WHERE service IN (" + places + ")",
                        row -> Map.entry(capacity(row), row.getInt(10)),
                        arguments.toArray())
                .forEach(row -> found.put(row.getKey().service(), row.getKey().vacancy(row.getValue())));
        return found;
    }

    private static Capacity capacity(ResultSet row) throws SQLException {
        return new Capacity(
                new ServiceId(row.getString(1)),
                new AgencyId(row.getString(2)),
                row.getInt(3),
                row.getInt(4),
                Waitlist.of(row.getString(5)),
                row.getBoolean(6),
                instant(row, 7),
                instant(row, 8),
                row.getInt(9));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return Times.instant(row.getObject(column, LocalDateTime.class));
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, Reading<T> reading, Object... arguments) {
        try (PreparedStatement select = transaction.connection().prepareStatement(sql)) {
            fill(select, arguments);
            List<T> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(reading.of(rows));
                }
            }
            return found;
        } catch (SQLException failed) {
            throw new PersistenceException(failed);
        }
    }

    private void update(String sql, Object... arguments) {
        try (PreparedStatement change = transaction.connection().prepareStatement(sql)) {
            fill(change, arguments);
            change.executeUpdate();
        } catch (SQLException failed) {
            throw new PersistenceException(failed);
        }
    }

    private static void fill(PreparedStatement statement, Object... arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
    }
}
