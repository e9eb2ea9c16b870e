package org.paivand.webhook;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.caller.Caller;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.idempotency.Once;
import org.paivand.notification.NotificationKind;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;

/** The webhooks of the caller's agency; for all others there are none. */
public final class WebhookDesk {
    /** How many an agency may have. */
    public static final int MOST = 10;

    private final Database database;
    private final Function<Transaction, Webhooks> webhooks;
    private final SecureRandom random;
    private final InstantSource clock;

    public WebhookDesk(
            Database database, Function<Transaction, Webhooks> webhooks, SecureRandom random, InstantSource clock) {
        this.database = database;
        this.webhooks = webhooks;
        this.random = random;
        this.clock = clock;
    }

    /** A new webhook; its secret is shown to whoever makes it, and never again. */
    public record Created(Webhook webhook, WebhookSecret secret) {}

    /**
     * Made once for each key; the same request is shown the same secret as long as the webhook is there.
     *
     * @throws ProblemException {@code conflict} if the agency has as many as it may; {@code not-found} if what the key made was
     *     removed
     */
    public Created create(Caller caller, IdempotencyKey key, WebhookAddress address, Set<NotificationKind> kinds) {
        Instant now = now();
        return new Once(database)
                .commit(
                        key,
                        now,
                        (transaction, id) -> {
                            Webhooks bound = webhooks.apply(transaction);
                            if (bound.of(caller.agency()).size() >= MOST) {
                                throw ProblemException.of(ProblemCode.CONFLICT);
                            }
                            Webhook webhook = new Webhook(id, caller.agency(), address, kinds, now);
                            WebhookSecret secret = WebhookSecret.random(random);
                            bound.add(webhook, secret);
                            return new Created(webhook, secret);
                        },
                        (transaction, id) -> made(webhooks.apply(transaction), caller, id));
    }

    private static Created made(Webhooks bound, Caller caller, UUID id) throws SQLException {
        Webhook webhook = own(bound, caller, id);
        return new Created(webhook, bound.secret(id));
    }

    public List<Webhook> list(Caller caller) {
        return database.commit(transaction -> webhooks.apply(transaction).of(caller.agency()));
    }

    public void remove(Caller caller, UUID id) {
        boolean unusedRemoved = database.commit(transaction -> {
            if (!webhooks.apply(transaction).remove(caller.agency(), id)) {
                throw ProblemException.of(ProblemCode.NOT_FOUND);
            }
            return true;
        });
    }

    /** In order, from behind that position. */
    public List<DeadLetter> dead(Caller caller, UUID id, long after, int limit) {
        return database.commit(transaction -> {
            Webhooks bound = webhooks.apply(transaction);
            Webhook webhook = own(bound, caller, id);
            return bound.dead(webhook.id(), after, limit);
        });
    }

    /** Returns how many were put on their way again. */
    public int revive(Caller caller, UUID id) {
        return database.commit(transaction -> {
            Webhooks bound = webhooks.apply(transaction);
            Webhook webhook = own(bound, caller, id);
            return bound.revive(webhook.id(), now());
        });
    }

    private static Webhook own(Webhooks bound, Caller caller, UUID id) throws SQLException {
        return bound.of(caller.agency()).stream()
                .filter(webhook -> webhook.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
