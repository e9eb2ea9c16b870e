package org.paivand.webhook;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.paivand.disclosure.AgencyId;

/** Webhooks and what is on its way to them. Bound to one transaction. */
public interface Webhooks {
    /** From what is told after this on. */
    void add(Webhook webhook, WebhookSecret secret) throws SQLException;

    List<Webhook> of(AgencyId agency) throws SQLException;

    /** Of a webhook that is there. */
    WebhookSecret secret(UUID webhook) throws SQLException;

    /** With all that is on its way; false if the agency has none of that id. */
    boolean remove(AgencyId agency, UUID id) throws SQLException;

    /** Puts what was told since on its way to so many webhooks at most; returns whether there may be more of them. */
    boolean spread(Instant now, int limit) throws SQLException;

    /** Takes webhooks to which something is due, until then; nobody else takes them meanwhile. */
    List<UUID> claim(Instant now, Instant until, int limit) throws SQLException;

    /** What is to be sent next, with the secret; empty if there is nothing. */
    Optional<Sealed> next(UUID webhook) throws SQLException;

    /** A delivery, and what signs it. */
    record Sealed(Delivery delivery, WebhookSecret secret) {}

    void delivered(Delivery delivery, Instant now) throws SQLException;

    /**
     * Nothing more goes there until then.
     *
     * @param giveUp what waits becomes dead letters, to be sent again at the agency's wish
     */
    void failed(Delivery delivery, String answer, Instant retryAt, boolean giveUp) throws SQLException;

    /** How often in a row nothing could be delivered there. */
    int failures(UUID webhook) throws SQLException;

    void release(UUID webhook) throws SQLException;

    List<DeadLetter> dead(UUID webhook, long after, int limit) throws SQLException;

    /** Puts all dead letters on their way again, at once. */
    int revive(UUID webhook, Instant now) throws SQLException;
}
