package org.paivand.notification;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;

/** What an agency is told of, read by its own systems; they may wait for the next. */
public final class NotificationFeed {
    /** How long a reader may wait: shorter than the patience of what lies between. */
    public static final Duration LONGEST_WAIT = Duration.ofSeconds(25);

    private final Database database;
    private final Function<Transaction, Notifications> notifications;
    private final int places;
    private final int placesOfOne;
    private final List<AgencyId> waiting = new ArrayList<>();
    private final Object arrival = new Object();
    private long seen;

    /**
     * Each who waits takes a thread; who finds no place is answered at once.
     *
     * @param places how many may wait at once
     * @param placesOfOne how many of one agency may, so that none keeps the others from theirs
     */
    public NotificationFeed(
            Database database, Function<Transaction, Notifications> notifications, int places, int placesOfOne) {
        this.database = database;
        this.notifications = notifications;
        this.places = places;
        this.placesOfOne = placesOfOne;
    }

    /**
     * The agency's from behind that position, in order; none if none came until the wait was over.
     *
     * @param wait up to {@link #LONGEST_WAIT}
     */
    public List<Notification> read(AgencyId agency, long after, int limit, Duration wait) throws InterruptedException {
        long until = System.nanoTime() + wait.toNanos();
        long known = seen();
        List<Notification> found = read(agency, after, limit);
        if (!found.isEmpty() || wait.isZero() || !takePlace(agency)) {
            return found;
        }
        try {
            while (found.isEmpty() && arrived(known, until)) {
                known = seen();
                found = read(agency, after, limit);
            }
            return found;
        } finally {
            leavePlace(agency);
        }
    }

    /** Looks whether any instance put something new in order. */
    void look() {
        long head = database.<Long, RuntimeException>commit(
                transaction -> notifications.apply(transaction).head());
        synchronized (arrival) {
            if (head != seen) {
                seen = head;
                arrival.notifyAll();
            }
        }
    }

    private boolean takePlace(AgencyId agency) {
        synchronized (waiting) {
            return waiting.size() < places
                    && Collections.frequency(waiting, agency) < placesOfOne
                    && waiting.add(agency);
        }
    }

    private void leavePlace(AgencyId agency) {
        synchronized (waiting) {
            waiting.remove(agency);
        }
    }

    private long seen() {
        synchronized (arrival) {
            return seen;
        }
    }

    /** Returns whether something came before that time. */
    private boolean arrived(long known, long until) throws InterruptedException {
        synchronized (arrival) {
            long left = until - System.nanoTime();
            while (seen == known && left > 0) {
                TimeUnit.NANOSECONDS.timedWait(arrival, left);
                left = until - System.nanoTime();
            }
            return seen != known;
        }
    }

    private List<Notification> read(AgencyId agency, long after, int limit) {
        return database.commit(transaction -> notifications.apply(transaction).of(agency, after, limit));
    }
}
