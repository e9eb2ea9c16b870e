package org.paivand.mail;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.paivand.disclosure.AgencyId;
import org.paivand.notification.NotificationKind;

/** Addresses and what is due to them. Bound to one transaction. */
public interface Subscriptions {
    /** A subscription, and what only the node knows of its address. */
    record Keyed(Subscription subscription, MailKey key) {}

    /** Its code is due at once. */
    void add(Subscription subscription, MailKey key) throws SQLException;

    /** The agency's, the oldest first. */
    List<Subscription> of(AgencyId agency) throws SQLException;

    /** How many the agency made since, those that it took away again included. */
    int made(AgencyId agency, Instant since) throws SQLException;

    Optional<Keyed> find(UUID id) throws SQLException;

    /** Counts a code that was typed for an unconfirmed address. */
    int tried(UUID id) throws SQLException;

    /** From what is told after this on. */
    void confirm(UUID id) throws SQLException;

    /** Nothing is due to it any more, nor ever will be. */
    void stop(UUID id, Standing standing, Optional<String> answer) throws SQLException;

    /** The address is gone; that there was one is known for as long as it counts. False if the agency has none of that id. */
    boolean remove(AgencyId agency, UUID id) throws SQLException;

    /** Forgets addresses that nobody confirmed, and what was removed, from before that. */
    void forget(Instant unconfirmed, Instant removed) throws SQLException;

    /**
     * Makes a mail due to each that was told something new.
     *
     * @param urgent what doesn't wait
     * @param quiet how long all else waits for more
     * @param apart how long after the last mail the next one comes at the soonest
     */
    void spread(Instant now, Set<NotificationKind> urgent, Duration quiet, Duration apart) throws SQLException;

    /** Takes one to which a mail is due, until then; nobody else takes it meanwhile. */
    Optional<Keyed> claim(Instant now, Instant until) throws SQLException;

    void sent(UUID id, Instant now) throws SQLException;

    /** The same mail is due again then. */
    void deferred(UUID id, String answer, Instant retryAt) throws SQLException;

    /** It was not this address to which nothing could be sent: the mail is due as before. */
    void release(UUID id) throws SQLException;
}
