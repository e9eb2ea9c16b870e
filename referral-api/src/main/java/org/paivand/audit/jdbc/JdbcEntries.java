package org.paivand.audit.jdbc;

import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.paivand.audit.log.Entry;
import org.paivand.audit.log.Opening;
import org.paivand.audit.merkle.Hash;
import org.paivand.database.Transaction;
import org.paivand.entry.Entries;
import org.paivand.entry.SearchColumns;
import org.paivand.entry.Vault;

/** Writes an entry as rows: the event, its categories, and its place in the queue for an index. */
public final class JdbcEntries implements Entries {
    private final Vault vault;

    public JdbcEntries(Vault vault) {
        this.vault = vault;
    }

    @Override
    public Entry append(
            Transaction transaction, Opening opening, SearchColumns columns, Optional<byte[]> decisionInput) {
        if (!decisionInput.map(Hash::sha256).equals(columns.inputSha256())) {
            throw new IllegalArgumentException("the decision's input and its hash belong together");
        }
        try {
            Connection connection = transaction.connection();
            Entry entry = opening.entry();
            insertEvent(connection, entry, opening, columns, decisionInput);
            insertCategories(connection, columns);
            insertPending(connection, columns);
            return entry;
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
    }

    private void insertEvent(
            Connection connection, Entry entry, Opening opening, SearchColumns columns, Optional<byte[]> decisionInput)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO paivand_log.event (event_id, entry,"
                + " type, occurred_at, agency, user, recipient, purpose, basis, outcome, case_token, input_sha256,"
                + " sealed_opening, sealed_input) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            String eventId = columns.eventId().toString();
            Object @Nullable [] values = {
                eventId,
                entry.encode(),
                opening.type().code(),
                Utc.column(columns.occurredAt()),
                columns.agency(),
                columns.user(),
                columns.recipient().orElse(null),
                columns.purpose().orElse(null),
                columns.basis().orElse(null),
                columns.outcome().orElse(null),
                columns.caseToken().map(Hash::bytes).orElse(null),
                columns.inputSha256().map(Hash::bytes).orElse(null),
                vault.seal(SealedIds.opening(eventId), opening.encode()),
                decisionInput
                        .map(input -> vault.seal(SealedIds.input(eventId), input))
                        .orElse(null)
            };
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.executeUpdate();
        }
    }

    private static void insertCategories(Connection connection, SearchColumns columns) throws SQLException {
        if (columns.categories().isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO paivand_log.event_category (event_id, category, released) VALUES (?, ?, ?)")) {
            for (Map.Entry<String, Boolean> category : columns.categories().entrySet()) {
                insert.setString(1, columns.eventId().toString());
                insert.setString(2, category.getKey());
                insert.setBoolean(3, category.getValue());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void insertPending(Connection connection, SearchColumns columns) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO paivand.log_pending (event_id, at) VALUES (?, UTC_TIMESTAMP(3))")) {
            insert.setString(1, columns.eventId().toString());
            insert.executeUpdate();
        }
    }
}
