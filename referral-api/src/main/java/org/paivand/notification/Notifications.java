package org.paivand.notification;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.paivand.disclosure.AgencyId;

/**
 * What agencies are told of, bound to one transaction. A row is written with what it tells of, and gets its position afterwards, by
 * one instance at a time: transactions commit in another order than they begin, and a reader that goes by position misses none.
 */
public interface Notifications {
    void add(AgencyId to, NotificationKind kind, UUID subject, Instant at) throws SQLException;

    /**
     * Gives the oldest without a position the next ones.
     *
     * @return how many got one
     */
    int publish(int limit) throws SQLException;

    /** The highest position there is; 0 if there is none. */
    long head() throws SQLException;

    /** The agency's, from behind that position, in order. */
    List<Notification> of(AgencyId agency, long after, int limit) throws SQLException;

    /**
     * Tells recipients of whose time to answer half, or nine tenths, are over, and both sides of what is over; each once.
     *
     * @param hosts whether the first agency still answers for the second, and so is told as well
     */
    int remind(Instant now, BiPredicate<AgencyId, AgencyId> hosts) throws SQLException;

    void forget(Instant before) throws SQLException;
}
