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

    /** A new webhook; its secret is shown this once. */
    public record Created(Webhook webhook, WebhookSecret secret) {}

    /** @throws ProblemException {@code conflict} if the agency has as many as it may */
    public Created create(Caller caller, WebhookAddress address, Set<NotificationKind> kinds) {
        return database.commit(transaction -> {
            Webhooks bound = webhooks.apply(transaction);
            if (bound.of(caller.agency()).size() >= MOST) {
                throw ProblemException.of(ProblemCode.CONFLICT);
            }
            Webhook webhook = new Webhook(UUID.randomUUID(), caller.agency(), address, kinds, now());
            WebhookSecret secret = WebhookSecret.random(random);
            bound.add(webhook, secret);
            return new Created(webhook, secret);
        });
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
        return database.commit(transaction -> own(transaction, caller, id).dead(id, after, limit));
    }

    /** Returns how many were put on their way again. */
    public int revive(Caller caller, UUID id) {
        return database.commit(transaction -> own(transaction, caller, id).revive(id, now()));
    }

    private Webhooks own(Transaction transaction, Caller caller, UUID id) throws SQLException {
        Webhooks bound = webhooks.apply(transaction);
        if (bound.of(caller.agency()).stream().noneMatch(webhook -> webhook.id().equals(id))) {
            throw ProblemException.of(ProblemCode.NOT_FOUND);
        }
        return bound;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
