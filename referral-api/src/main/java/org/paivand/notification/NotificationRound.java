package org.paivand.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.lease.Lease;
import org.paivand.lease.Leases;

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
    private final Leases leases;
    private final NotificationFeed feed;
    private final InstantSource clock;
    private final String holder = UUID.randomUUID().toString();

    public NotificationRound(
            Database database,
            Function<Transaction, Notifications> notifications,
            Leases leases,
            NotificationFeed feed,
            InstantSource clock) {
        this.database = database;
        this.notifications = notifications;
        this.leases = leases;
        this.feed = feed;
        this.clock = clock;
    }

    /** Returns whether it was this instance that put them in order. */
    public boolean make() {
        Optional<Lease> lease = leases.acquire(LEASE, holder, LONGEST);
        if (lease.isPresent()) {
            try {
                while (publish(lease.get()) == AT_ONCE) {
                    // There may be more.
                }
            } finally {
                leases.release(lease.get());
            }
        }
        feed.look();
        return lease.isPresent();
    }

    private int publish(Lease lease) {
        return database.commit(transaction -> {
            if (!leases.confirm(transaction, lease)) {
                return 0;
            }
            Notifications bound = notifications.apply(transaction);
            Instant now = clock.instant();
            int unusedReminded = bound.remind(now);
            bound.forget(now.minus(KEPT));
            return bound.publish(AT_ONCE);
        });
    }
}
