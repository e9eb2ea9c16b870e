package org.paivand.journal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.disclosure.event.Actor;
import org.paivand.disclosure.event.EventHead;

/** How a caller stands in an event. */
public final class Actors {
    private Actors() {}

    /** @param role the role that allowed what was done */
    public static Actor actor(Caller caller, Role role) {
        return new Actor(caller.agency(), caller.user(), role.code(), caller.client(), Optional.of(caller.tokenId()));
    }

    /** The beginning of an event that this caller causes now. */
    public static EventHead head(UUID exchange, Instant now, Optional<UUID> caseAlias, Actor actor) {
        return new EventHead(UUID.randomUUID(), exchange, now.truncatedTo(ChronoUnit.MILLIS), caseAlias, actor);
    }
}
