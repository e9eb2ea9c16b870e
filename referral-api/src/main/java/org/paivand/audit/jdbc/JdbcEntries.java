package org.paivand.audit.jdbc;

import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.paivand.audit.log.Entry;
import org.paivand.audit.log.EntryType;
import org.paivand.audit.log.Opening;
import org.paivand.audit.merkle.Hash;
import org.paivand.database.Transaction;
import org.paivand.entry.Entries;
import org.paivand.entry.Outcome;
import org.paivand.entry.SearchColumns;
import org.paivand.entry.Vault;

/** Writes an entry as rows: the event, and its place in the queue for an index. */
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
                + " type, occurred_at, agency, user, recipient, purpose, basis, outcome, released, withheld,"
                + " case_token, input_sha256, sealed_opening, sealed_input)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
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
                CodeList.column(columns.bases()),
                CodeList.column(columns.outcomes().stream().map(Outcome::code).toList()),
                CodeList.column(categories(columns, true)),
                CodeList.column(categories(columns, false)),
                columns.caseToken().map(Hash::bytes).orElse(null),
                columns.inputSha256().map(Hash::bytes).orElse(null),
                sealed(opening, columns),
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

    /** A certificate of shredded openings explains them for ever, so it isn't shredded with those of its own year. */
    private byte[] sealed(Opening opening, SearchColumns columns) {
        String id = SealedIds.opening(columns.eventId().toString());
        boolean ofOpenings = opening.type() == EntryType.ERASURE_CERTIFICATE
                && columns.caseToken().isEmpty();
        return ofOpenings ? vault.sealForGood(id, opening.encode()) : vault.seal(id, opening.encode());
    }

    @Override
    public void requireReview(Transaction transaction, UUID disclosure, Instant due) {
        insert(
                transaction,
                "INSERT INTO paivand_log.review_due (event_id, due_at) VALUES (?, ?)",
                disclosure.toString(),
                Utc.column(due));
    }

    @Override
    public void reviewed(Transaction transaction, UUID disclosure, UUID review) {
        insert(
                transaction,
                "INSERT INTO paivand_log.review (disclosure, event_id) VALUES (?, ?)",
                disclosure.toString(),
                review.toString());
    }

    private static void insert(Transaction transaction, String statement, Object... values) {
        try (PreparedStatement insert = transaction.connection().prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
    }

    private static List<String> categories(SearchColumns columns, boolean released) {
        return columns.categories().entrySet().stream()
                .filter(category -> category.getValue() == released)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static void insertPending(Connection connection, SearchColumns columns) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO paivand.log_pending (event_id, at) VALUES (?, UTC_TIMESTAMP(3))")) {
            insert.setString(1, columns.eventId().toString());
            insert.executeUpdate();
        }
    }
}
