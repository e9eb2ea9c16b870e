package org.paivand.disclosure.event;

import static org.paivand.disclosure.Canonical.require;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * What every event begins with.
 *
 * @param exchangeId shared by all events of one exchange, and shown to the caller
 * @param occurredAt whole milliseconds
 * @param caseAlias random, never the case id; absent where no case is concerned
 */
public record EventHead(UUID eventId, UUID exchangeId, Instant occurredAt, Optional<UUID> caseAlias, Actor discloser) {
    public EventHead {
        require(occurredAt.equals(occurredAt.truncatedTo(ChronoUnit.MILLIS)), "occurredAt is in whole milliseconds");
    }
}
