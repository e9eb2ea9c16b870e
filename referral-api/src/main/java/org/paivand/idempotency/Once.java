package org.paivand.idempotency;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.paivand.database.Database;
import org.paivand.database.DuplicateKeyException;
import org.paivand.database.Times;
import org.paivand.database.Transaction;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;

/** Remembers which resource a key made. The row commits with the effect, so one is never there without the other. */
public final class Once {
    private final Database database;

    public Once(Database database) {
        this.database = database;
    }

    /** Makes the resource under the id it is given. */
    @FunctionalInterface
    public interface Effect<T> {
        T make(Transaction transaction, UUID id) throws SQLException;
    }

    /** Reads what an earlier request with the same key made. */
    @FunctionalInterface
    public interface Replay<T> {
        T read(Transaction transaction, UUID id) throws SQLException;
    }

    /**
     * Runs the effect at most once for a key, and the replay each further time.
     *
     * @throws ProblemException {@code idempotency-key-reused} if the key came with another request before
     */
    public <T> T commit(IdempotencyKey key, Instant now, Effect<T> effect, Replay<T> replay) {
        try {
            return attempt(key, now, effect, replay);
        } catch (DuplicateKeyException overtaken) {
            // The same request came twice at once; the other one has committed by now.
            return attempt(key, now, effect, replay);
        }
    }

    private <T> T attempt(IdempotencyKey key, Instant now, Effect<T> effect, Replay<T> replay) {
        return database.commit(transaction -> {
            Optional<UUID> made = find(transaction, key);
            if (made.isPresent()) {
                return replay.read(transaction, made.get());
            }
            UUID id = UUID.randomUUID();
            remember(transaction, key, id, now);
            return effect.make(transaction, id);
        });
    }

    /** The resource this key made, if it did. */
    public static Optional<UUID> find(Transaction transaction, IdempotencyKey key) throws SQLException {
        Connection connection = transaction.connection();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT request, resource_id FROM idempotency WHERE client = ? AND idem_key = ?")) {
            select.setString(1, key.client());
            select.setString(2, key.value());
            try (ResultSet found = select.executeQuery()) {
                if (!found.next()) {
                    return Optional.empty();
                }
                if (!found.getString(1).equals(key.request().hex())) {
                    throw ProblemException.of(ProblemCode.IDEMPOTENCY_KEY_REUSED);
                }
                return Optional.of(UUID.fromString(found.getString(2)));
            }
        }
    }

    /**
     * Remembers a key of which no effect is ever replayed.
     *
     * @throws ProblemException {@code idempotency-key-reused} if the key came with another request before
     */
    public static void note(Transaction transaction, IdempotencyKey key, Instant now) throws SQLException {
        if (insert("INSERT IGNORE", transaction, key, UUID.randomUUID(), now) == 0) {
            Optional<UUID> unusedSame = find(transaction, key);
        }
    }

    public static void remember(Transaction transaction, IdempotencyKey key, UUID id, Instant now) throws SQLException {
        int unusedOne = insert("INSERT", transaction, key, id, now);
    }

    private static int insert(String verb, Transaction transaction, IdempotencyKey key, UUID id, Instant now)
            throws SQLException {
        try (PreparedStatement insert = transaction
                .connection()
                .prepareStatement(verb
                        + " INTO idempotency (client, idem_key, request, resource_id, at) VALUES (?, ?, ?, ?, ?)")) {
            insert.setString(1, key.client());
            insert.setString(2, key.value());
            insert.setString(3, key.request().hex());
            insert.setString(4, id.toString());
            insert.setObject(5, Times.column(now));
            return insert.executeUpdate();
        }
    }
}
