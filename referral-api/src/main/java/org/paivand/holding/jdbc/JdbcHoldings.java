package org.paivand.holding.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.paivand.casefile.CaseId;
import org.paivand.database.Times;
import org.paivand.database.Transaction;
import org.paivand.disclosure.Action;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.holding.Holding;
import org.paivand.holding.Holdings;

/** Rows of {@code holding}. */
public final class JdbcHoldings implements Holdings {
    private static final String COLUMNS =
            "disclosure, category, case_id, holder, source, action, reference, purpose, grant_id,"
                    + " onward, at, retain_until";
    private static final String INSERT =
            "INSERT INTO holding (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String OF_CASE = "SELECT " + COLUMNS
            + " FROM holding WHERE case_id = ? AND erased_at IS NULL ORDER BY at, disclosure, category";
    private static final String KEPT = "SELECT h.disclosure, h.case_id, h.holder, h.reference,"
            + " GROUP_CONCAT(h.category), MIN(h.onward), MIN(h.at), MIN(h.retain_until) FROM holding h"
            + " WHERE h.holder = ? AND h.erased_at IS NULL";
    /** No later disclosure through the referral brought the category again. */
    static final String NEWEST = "NOT EXISTS (SELECT 1 FROM holding n WHERE n.reference = h.reference"
            + " AND n.category = h.category AND n.holder = h.holder AND n.erased_at IS NULL"
            + " AND (n.at > h.at OR n.at = h.at AND n.disclosure > h.disclosure))";

    private static final String BY_DISCLOSURE = " GROUP BY h.disclosure, h.case_id, h.holder, h.reference";
    private static final String AFTER =
            " HAVING MIN(h.retain_until) > ? OR MIN(h.retain_until) = ? AND h.disclosure > ?";
    private static final String LOCK =
            "SELECT category FROM holding WHERE disclosure = ? AND erased_at IS NULL FOR UPDATE";
    private static final String ERASE =
            "UPDATE holding h JOIN holding d ON d.disclosure = ? AND d.category = h.category"
                    + " AND d.reference = h.reference AND d.holder = h.holder SET h.erased_at = ?"
                    + " WHERE h.erased_at IS NULL AND h.at <= d.at AND h.category IN (";

    private final Transaction transaction;

    public JdbcHoldings(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public void add(Collection<Holding> disclosed) throws SQLException {
        try (PreparedStatement insert = transaction.connection().prepareStatement(INSERT)) {
            for (Holding holding : disclosed) {
                set(insert, values(holding));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static @Nullable Object[] values(Holding holding) {
        return new @Nullable Object[] {
            holding.disclosure().toString(),
            holding.category().code(),
            holding.caseId().toString(),
            holding.holder().value(),
            holding.source().value(),
            holding.action().code(),
            holding.reference().toString(),
            holding.purpose().code(),
            holding.grant().map(UUID::toString).orElse(null),
            holding.onward(),
            Times.column(holding.at()),
            Times.column(holding.retainUntil())
        };
    }

    @Override
    public List<Holding> ofCase(CaseId caseId) throws SQLException {
        try (PreparedStatement select = transaction.connection().prepareStatement(OF_CASE)) {
            select.setString(1, caseId.toString());
            List<Holding> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(holding(rows));
                }
            }
            return found;
        }
    }

    private static Holding holding(ResultSet row) throws SQLException {
        return new Holding(
                UUID.fromString(row.getString(1)),
                Category.of(row.getString(2)),
                new CaseId(UUID.fromString(row.getString(3))),
                new AgencyId(row.getString(4)),
                new AgencyId(row.getString(5)),
                Action.of(row.getString(6)),
                UUID.fromString(row.getString(7)),
                Purpose.of(row.getString(8)),
                Optional.ofNullable(row.getString(9)).map(UUID::fromString),
                row.getBoolean(10),
                time(row, 11),
                time(row, 12));
    }

    @Override
    public List<Kept> kept(AgencyId holder, Optional<Place> after, int limit) throws SQLException {
        String page = after.isPresent() ? AFTER : "";
        String statement = KEPT + " AND " + NEWEST + BY_DISCLOSURE + page
                + " ORDER BY MIN(h.retain_until), h.disclosure LIMIT " + limit;
        try (PreparedStatement select = transaction.connection().prepareStatement(statement)) {
            select.setString(1, holder.value());
            if (after.isPresent()) {
                select.setObject(2, Times.column(after.get().time()));
                select.setObject(3, Times.column(after.get().time()));
                select.setString(4, after.get().id().toString());
            }
            return kept(select);
        }
    }

    @Override
    public Optional<Kept> lock(AgencyId holder, UUID disclosure) throws SQLException {
        try (PreparedStatement lock = transaction.connection().prepareStatement(LOCK)) {
            lock.setString(1, disclosure.toString());
            lock.executeQuery().close();
        }
        try (PreparedStatement select =
                transaction.connection().prepareStatement(KEPT + " AND h.disclosure = ?" + BY_DISCLOSURE)) {
            select.setString(1, holder.value());
            select.setString(2, disclosure.toString());
            return kept(select).stream().findFirst();
        }
    }

    private static List<Kept> kept(PreparedStatement select) throws SQLException {
        List<Kept> found = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(new Kept(
                        UUID.fromString(rows.getString(1)),
                        new CaseId(UUID.fromString(rows.getString(2))),
                        new AgencyId(rows.getString(3)),
                        UUID.fromString(rows.getString(4)),
                        Arrays.stream(rows.getString(5).split(",", -1))
                                .map(Category::of)
                                .collect(Collectors.toSet()),
                        rows.getBoolean(6),
                        time(rows, 7),
                        time(rows, 8)));
            }
        }
        return found;
    }

    @Override
    public Optional<Instant> erasedAt(AgencyId holder, UUID disclosure) throws SQLException {
        try (PreparedStatement select = transaction
                .connection()
                .prepareStatement("SELECT MAX(erased_at) FROM holding WHERE holder = ? AND disclosure = ?")) {
            select.setString(1, holder.value());
            select.setString(2, disclosure.toString());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getObject(1, LocalDateTime.class))
                        .map(Times::instant);
            }
        }
    }

    @Override
    public void erased(UUID disclosure, Set<Category> categories, Instant at) throws SQLException {
        if (categories.isEmpty()) {
            return;
        }
        String places = String.join(", ", Collections.nCopies(categories.size(), "?"));
        try (PreparedStatement update = transaction.connection().prepareStatement(ERASE + places + ")")) {
            update.setString(1, disclosure.toString());
            update.setObject(2, Times.column(at));
            int place = 3;
            for (Category category : categories) {
                update.setString(place++, category.code());
            }
            update.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static Instant time(ResultSet row, int column) throws SQLException {
        return Times.instant(row.getObject(column, LocalDateTime.class));
    }
}
