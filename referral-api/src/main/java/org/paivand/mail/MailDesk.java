package org.paivand.mail;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.caller.Caller;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.idempotency.Once;
import org.paivand.mail.Subscriptions.Keyed;
import org.paivand.notification.NotificationKind;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;

/** The addresses of the caller's agency; for all others there are none. */
public final class MailDesk {
    /** How many an agency may have. */
    public static final int MOST = 20;
    /** How many it may make in a day, since each sends a mail to somebody who may not want one. */
    static final int MOST_IN_A_DAY = 50;
    /** How often a code may be typed. */
    static final int TRIES = 10;

    private static final Duration DAY = Duration.ofDays(1);

    private final Database database;
    private final Function<Transaction, Subscriptions> subscriptions;
    private final boolean mails;
    private final SecureRandom random;
    private final InstantSource clock;

    /** @param mails whether the operator has set up a relay */
    public MailDesk(
            Database database,
            Function<Transaction, Subscriptions> subscriptions,
            boolean mails,
            SecureRandom random,
            InstantSource clock) {
        this.database = database;
        this.subscriptions = subscriptions;
        this.mails = mails;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Begins to ask the address, once for each key.
     *
     * @throws ProblemException {@code mail-unavailable} without a relay; {@code conflict} if the agency has that address or as many as
     *     it may; {@code too-many-requests} if it made too many today
     */
    public Subscription subscribe(
            Caller caller,
            IdempotencyKey key,
            MailAddress address,
            Set<NotificationKind> kinds,
            MailLanguage language) {
        requireMails();
        Instant now = now();
        return new Once(database)
                .commit(
                        key,
                        now,
                        (transaction, id) -> {
                            Subscriptions bound = subscriptions.apply(transaction);
                            requireRoom(bound, caller, address, now);
                            Subscription begun = Subscription.begun(
                                    id, caller.agency(), caller.user(), address, kinds, language, now);
                            bound.add(begun, MailKey.random(random));
                            return begun;
                        },
                        (transaction, id) -> own(subscriptions.apply(transaction), caller, id)
                                .subscription());
    }

    private static void requireRoom(Subscriptions bound, Caller caller, MailAddress address, Instant now)
            throws SQLException {
        List<Subscription> present = bound.of(caller.agency());
        if (present.size() >= MOST
                || present.stream().anyMatch(one -> one.address().equals(address))) {
            throw ProblemException.of(ProblemCode.CONFLICT);
        }
        if (bound.made(caller.agency(), now.minus(DAY)) >= MOST_IN_A_DAY) {
            throw ProblemException.of(ProblemCode.TOO_MANY_REQUESTS);
        }
    }

    public List<Subscription> list(Caller caller) {
        return database.commit(transaction -> subscriptions.apply(transaction).of(caller.agency()));
    }

    /**
     * From now on it is told. A second time, the same code changes nothing.
     *
     * @throws ProblemException {@code invalid-request} for another code; {@code conflict} when it was tried too often, or nothing is
     *     sent there any more
     */
    public Subscription confirm(Caller caller, UUID id, String code) {
        Optional<Subscription> confirmed = database.commit(transaction -> {
            Subscriptions bound = subscriptions.apply(transaction);
            Keyed keyed = own(bound, caller, id);
            return switch (keyed.subscription().standing()) {
                case BOUNCED, UNSUBSCRIBED -> throw ProblemException.of(ProblemCode.CONFLICT);
                case CONFIRMED -> keyed.key().hasCode(code) ? Optional.of(keyed.subscription()) : Optional.empty();
                case UNCONFIRMED -> confirm(bound, keyed, code);
            };
        });
        // Thrown outside, so that the try is counted.
        return confirmed.orElseThrow(() -> ProblemException.invalid("/code", "not-in-list"));
    }

    private static Optional<Subscription> confirm(Subscriptions bound, Keyed keyed, String code) throws SQLException {
        UUID id = keyed.subscription().id();
        if (bound.tried(id) > TRIES) {
            throw ProblemException.of(ProblemCode.CONFLICT);
        }
        if (!keyed.key().hasCode(code)) {
            return Optional.empty();
        }
        bound.confirm(id);
        return bound.find(id).map(Keyed::subscription);
    }

    public void remove(Caller caller, UUID id) {
        boolean unusedRemoved = database.commit(transaction -> {
            if (!subscriptions.apply(transaction).remove(caller.agency(), id)) {
                throw ProblemException.of(ProblemCode.NOT_FOUND);
            }
            return true;
        });
    }

    /** Ends it for whoever reads mails there, who has no account. Says nothing of whether there was one. */
    public void end(UUID id, String word) {
        boolean unusedEnded = database.commit(transaction -> {
            Subscriptions bound = subscriptions.apply(transaction);
            Optional<Keyed> meant = bound.find(id).filter(keyed -> keyed.key().hasWord(word));
            if (meant.isPresent()) {
                bound.stop(id, Standing.UNSUBSCRIBED, Optional.empty());
            }
            return meant.isPresent();
        });
    }

    private void requireMails() {
        if (!mails) {
            throw ProblemException.of(ProblemCode.MAIL_UNAVAILABLE);
        }
    }

    private static Keyed own(Subscriptions bound, Caller caller, UUID id) throws SQLException {
        return bound.find(id)
                .filter(keyed -> keyed.subscription().agency().equals(caller.agency()))
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
