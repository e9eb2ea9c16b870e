package org.paivand.courtorder.jdbc;

import jakarta.persistence.PersistenceException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.paivand.casefile.CaseId;
import org.paivand.courtorder.CourtOrders;
import org.paivand.database.Times;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.decision.StandaloneBasis.CourtOrder;

/** Rows of {@code paivand.court_order}: confirmed orders, of persons who were told. */
public final class JdbcCourtOrders implements CourtOrders {
    private final Transaction transaction;

    public JdbcCourtOrders(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public void add(CaseId caseId, CourtOrder order) {
        try (PreparedStatement insert = transaction
                .connection()
                .prepareStatement("INSERT INTO paivand.court_order (id, case_id, court, recipient, categories,"
                        + " document_sha256, recorded_by, first_person, second_person, ordered_at, not_after)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, order.id().toString());
            insert.setString(2, caseId.toString());
            insert.setString(3, order.court().code());
            insert.setString(4, order.recipient().value());
            insert.setString(5, order.categories().stream().map(Category::code).collect(Collectors.joining(" ")));
            insert.setBytes(6, HexFormat.of().parseHex(order.documentSha256().hex()));
            insert.setString(7, order.recordedBy().value());
            insert.setString(8, order.firstPerson());
            insert.setString(9, order.secondPerson());
            insert.setObject(10, Times.column(order.orderedAt()));
            insert.setObject(11, Times.column(order.notAfter()));
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
    }

    @Override
    public List<CourtOrder> of(CaseId caseId) {
        try (PreparedStatement select = transaction
                .connection()
                .prepareStatement("SELECT id, court, recipient, categories, document_sha256, recorded_by,"
                        + " first_person, second_person, ordered_at, not_after FROM paivand.court_order"
                        + " WHERE case_id = ? ORDER BY ordered_at, id")) {
            select.setString(1, caseId.toString());
            List<CourtOrder> orders = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    orders.add(order(rows));
                }
            }
            return orders;
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
    }

    private static CourtOrder order(ResultSet row) throws SQLException {
        return new CourtOrder(
                UUID.fromString(row.getString("id")),
                new Jurisdiction(row.getString("court")),
                new AgencyId(row.getString("recipient")),
                Arrays.stream(row.getString("categories").split(" ", -1))
                        .map(Category::of)
                        .collect(Collectors.toSet()),
                new Sha256(HexFormat.of().formatHex(row.getBytes("document_sha256"))),
                new AgencyId(row.getString("recorded_by")),
                row.getString("first_person"),
                row.getString("second_person"),
                true,
                time(row, "ordered_at"),
                time(row, "not_after"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return Times.instant(row.getObject(column, LocalDateTime.class));
    }
}
