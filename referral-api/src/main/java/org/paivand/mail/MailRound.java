package org.paivand.mail;

import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.lease.Leases;
import org.paivand.lease.Turn;
import org.paivand.mail.MailSender.Answer;
import org.paivand.mail.MailSender.RelayUnavailableException;
import org.paivand.mail.Subscriptions.Keyed;
import org.paivand.notification.NotificationKind;

/**
 * Sends the mails that are due. There is never more than one on its way to an address, so nothing piles up while a relay is away, and
 * one mail tells of all that came meanwhile. An instance that dies while sending is followed by another after the claim's end, and
 * the reader may get the same mail twice.
 */
public final class MailRound {
    private static final System.Logger LOG = System.getLogger(MailRound.class.getName());
    private static final String LEASE = "mails";
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration CLAIM = Duration.ofMinutes(5);
    private static final Duration UNCONFIRMED_KEPT = Duration.ofDays(2);
    private static final Duration REMOVED_KEPT = Duration.ofDays(1);
    /** However urgent: who counts mails shall not count what happened. */
    private static final Duration APART = Duration.ofMinutes(1);

    private static final int IN_ONE_GO = 200;

    /** Where an hour counts. */
    static final Set<NotificationKind> URGENT = Set.of(
            NotificationKind.REFERRAL_OFFERED,
            NotificationKind.REFERRAL_ANSWER_DUE,
            NotificationKind.STOP_USE_ASKED,
            NotificationKind.SUBMISSION_RECEIVED);

    /** How long to wait after so many failures in a row; the last one again and again. */
    static final List<Duration> BACK_OFF = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6));

    private static final Duration LONGEST_WITHOUT_RELAY = Duration.ofMinutes(5);

    private final Database database;
    private final Function<Transaction, Subscriptions> subscriptions;
    private final Turn turn;
    private final MailSender sender;
    private final Letters letters;
    private final Duration quiet;
    private final InstantSource clock;
    private int withoutRelay;
    private Instant relayAt = Instant.MIN;

    /** @param quiet how long a mail waits for more to tell of, unless it is urgent */
    public MailRound(
            Database database,
            Function<Transaction, Subscriptions> subscriptions,
            Leases leases,
            MailSender sender,
            Letters letters,
            Duration quiet,
            InstantSource clock) {
        this.database = database;
        this.subscriptions = subscriptions;
        this.turn = new Turn(leases, LEASE, LONGEST);
        this.sender = sender;
        this.letters = letters;
        this.quiet = quiet;
        this.clock = clock;
    }

    /** Returns when all that is due was handed over, or can't be now. */
    public void make() {
        Optional<Boolean> unusedSpread = turn.take(this::spread);
        boolean goesOn = !clock.instant().isBefore(relayAt);
        for (int i = 0; i < IN_ONE_GO && goesOn; i++) {
            Instant now = clock.instant();
            Optional<Keyed> due = database.commit(
                    transaction -> subscriptions.apply(transaction).claim(now, now.plus(CLAIM)));
            goesOn = due.isPresent() && send(due.get());
        }
    }

    /** Returns whether it was still this instance's turn. */
    private boolean spread(Turn.Held held) {
        return database.commit(transaction -> {
            boolean confirmed = held.confirm(transaction);
            if (confirmed) {
                Instant now = clock.instant();
                Subscriptions bound = subscriptions.apply(transaction);
                bound.forget(now.minus(UNCONFIRMED_KEPT), now.minus(REMOVED_KEPT));
                bound.spread(now, URGENT, quiet, APART);
            }
            return confirmed;
        });
    }

    /** Returns whether another mail may fare better. */
    private boolean send(Keyed due) {
        UUID id = due.subscription().id();
        try {
            Answer answer = sender.send(letters.of(due));
            withoutRelay = 0;
            return database.commit(transaction -> {
                settle(subscriptions.apply(transaction), due.subscription(), answer);
                return true;
            });
        } catch (RelayUnavailableException unavailable) {
            LOG.log(Level.WARNING, "mails wait, because the relay can''t be used: {0}", unavailable.getMessage());
            relayAt = clock.instant().plus(pause());
            return database.commit(transaction -> {
                subscriptions.apply(transaction).release(id);
                return false;
            });
        }
    }

    private Duration pause() {
        withoutRelay = Math.min(withoutRelay + 1, 10);
        Duration doubled = Duration.ofSeconds(5L << withoutRelay);
        return doubled.compareTo(LONGEST_WITHOUT_RELAY) < 0 ? doubled : LONGEST_WITHOUT_RELAY;
    }

    private void settle(Subscriptions bound, Subscription subscription, Answer answer) throws SQLException {
        Instant now = clock.instant();
        if (answer.refusal().isEmpty()) {
            bound.sent(subscription.id(), now);
        } else if (answer.forGood()) {
            bound.stop(subscription.id(), Standing.BOUNCED, answer.refusal());
        } else {
            Duration wait = BACK_OFF.get(Math.min(subscription.failures(), BACK_OFF.size() - 1));
            bound.deferred(subscription.id(), answer.refusal().get(), now.plus(wait));
        }
    }
}
