package org.paivand.onboarding.jdbc;

import jakarta.persistence.PersistenceException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.paivand.caller.Role;
import org.paivand.database.Times;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.onboarding.AccessState;
import org.paivand.onboarding.AgencyAccess;
import org.paivand.onboarding.AgencyAccesses;
import org.paivand.realm.RealmFault;

/** Agencies' accounts by statements. */
public final class JdbcAgencyAccesses implements AgencyAccesses {
    private static final String COLUMNS = "agency, mark, roles, state, fault, attempts, due_at, credential_for,"
            + " showing_until, renewal_id, version";

    private final Transaction transaction;

    public JdbcAgencyAccesses(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public void add(AgencyAccess access) {
        try (PreparedStatement insert = prepared("INSERT INTO agency_access (state, fault, attempts, due_at,"
                + " credential_for, showing_until, renewal_id, version, agency, mark, roles)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            int place = changing(insert, access);
            insert.setInt(place++, access.version());
            insert.setString(place++, access.agency().value());
            insert.setString(place++, access.mark().toString());
            insert.setString(
                    place, access.roles().stream().map(Role::code).sorted().collect(Collectors.joining(" ")));
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new PersistenceException(failed);
        }
    }

    @Override
    public void replace(AgencyAccess access) {
        try (PreparedStatement update = prepared("UPDATE agency_access SET state = ?, fault = ?, attempts = ?,"
                + " due_at = ?, credential_for = ?, showing_until = ?, renewal_id = ?, version = ?"
                + " WHERE agency = ? AND version = ?")) {
            int place = changing(update, access);
            update.setInt(place++, access.version());
            update.setString(place++, access.agency().value());
            update.setInt(place, access.version() - 1);
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException("an agency's account was changed without its lock");
            }
        } catch (SQLException failed) {
            throw new PersistenceException(failed);
        }
    }

    private static int changing(PreparedStatement statement, AgencyAccess access) throws SQLException {
        int place = 1;
        statement.setString(place++, access.state().code());
        statement.setString(place++, access.fault().map(RealmFault::code).orElse(null));
        statement.setInt(place++, access.attempts());
        statement.setObject(place++, Times.column(access.dueAt()));
        statement.setString(place++, access.credentialFor().orElse(null));
        statement.setObject(place++, access.showingUntil().map(Times::column).orElse(null));
        statement.setString(place++, access.renewal().map(UUID::toString).orElse(null));
        return place;
    }

    @Override
    public Optional<AgencyAccess> find(AgencyId agency) {
        return one(agency, "");
    }

    @Override
    public Optional<AgencyAccess> lock(AgencyId agency) {
        return one(agency, " FOR UPDATE");
    }

    private Optional<AgencyAccess> one(AgencyId agency, String locking) {
        try (PreparedStatement select =
                prepared("SELECT " + COLUMNS + " FROM agency_access WHERE agency = ?" + locking)) {
            select.setString(1, agency.value());
            return all(select).stream().findFirst();
        } catch (SQLException failed) {
            throw new PersistenceException(failed);
        }
    }

    @Override
    public List<AgencyAccess> due(Instant now, int limit) {
        try (PreparedStatement select = prepared("SELECT " + COLUMNS + " FROM agency_access"
                + " WHERE state IN ('provisioning', 'revoking') AND due_at <= ? ORDER BY due_at, agency LIMIT ?")) {
            select.setObject(1, Times.column(now));
            select.setInt(2, limit);
            return all(select);
        } catch (SQLException failed) {
            throw new PersistenceException(failed);
        }
    }

    private static List<AgencyAccess> all(PreparedStatement select) throws SQLException {
        List<AgencyAccess> accesses = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                accesses.add(access(rows));
            }
        }
        return accesses;
    }

    private static AgencyAccess access(ResultSet row) throws SQLException {
        return new AgencyAccess(
                new AgencyId(row.getString("agency")),
                UUID.fromString(row.getString("mark")),
                roles(row.getString("roles")),
                AccessState.of(row.getString("state")),
                Optional.ofNullable(row.getString("fault")).map(RealmFault::of),
                row.getInt("attempts"),
                Times.instant(row.getObject("due_at", LocalDateTime.class)),
                Optional.ofNullable(row.getString("credential_for")),
                Optional.ofNullable(row.getObject("showing_until", LocalDateTime.class))
                        .map(Times::instant),
                Optional.ofNullable(row.getString("renewal_id")).map(UUID::fromString),
                row.getInt("version"));
    }

    private static Set<Role> roles(String codes) {
        return Arrays.stream(codes.split(" ", -1))
                .filter(code -> !code.isEmpty())
                .map(code -> Role.of(code).orElseThrow(() -> new IllegalStateException("a role that is gone")))
                .collect(Collectors.toSet());
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        return transaction.connection().prepareStatement(sql);
    }
}
