package org.paivand.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.lease.Leases;
import org.paivand.lease.Turn;

/**
 * Puts what is to be told in order, one instance at a time, and wakes those that wait for it here, on every instance. What it does
 * next follows from the tables, so that whoever goes on after a pause catches up.
 */
public final class NotificationRound {
    /** How long a reader may stay away and miss nothing. */
    public static final Duration KEPT = Duration.ofDays(30);

    private static final String LEASE = "notifications";
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int AT_ONCE = 1_000;

    private final Database database;
    private final Function<Transaction, Notifications> notifications;
    private final BiPredicate<AgencyId, AgencyId> hosts;
    private final Turn turn;
    private final NotificationFeed feed;
    private final InstantSource clock;

    public NotificationRound(
            Database database,
            Function<Transaction, Notifications> notifications,
            BiPredicate<AgencyId, AgencyId> hosts,
            Leases leases,
            NotificationFeed feed,
            InstantSource clock) {
        this.database = database;
        this.notifications = notifications;
        this.hosts = hosts;
        this.turn = new Turn(leases, LEASE, LONGEST);
        this.feed = feed;
        this.clock = clock;
    }

    /** Returns whether it was this instance that put them in order. */
    public boolean make() {
        boolean made = turn.take(this::publish).isPresent();
        feed.look();
        return made;
    }

    /** Returns how many. */
    private int publish(Turn.Held held) {
        int published = publishSome(held);
        int last = published;
        while (last == AT_ONCE) {
            last = publishSome(held);
            published += last;
        }
        return published;
    }

    private int publishSome(Turn.Held held) {
        return database.commit(transaction -> {
            if (!held.confirm(transaction)) {
                return 0;
            }
            Notifications bound = notifications.apply(transaction);
            Instant now = clock.instant();
            int unusedReminded = bound.remind(now, hosts);
            bound.forget(now.minus(KEPT));
            return bound.publish(AT_ONCE);
        });
    }
}
