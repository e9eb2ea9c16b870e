package org.paivand.journal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.event.Actor;
import org.paivand.disclosure.event.EventHead;

/** How a caller stands in an event. */
public final class Actors {
    private Actors() {}

    /** The caller in its own name; of the roles that allow what was done, the first it has is named. */
    public static Actor actor(Caller caller, Role... allowing) {
        return onBehalfOf(caller.agency(), caller, allowing);
    }

    /** The caller's account, where what is done is another agency's: a provider that pulls discloses for the controller. */
    public static Actor onBehalfOf(AgencyId agency, Caller caller, Role... allowing) {
        Role role = Arrays.stream(allowing)
                .filter(caller::is)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the caller has none of the roles that allow this"));
        return new Actor(agency, caller.user(), role.code(), caller.client(), Optional.of(caller.tokenId()));
    }

    /** The beginning of an event that this caller causes now. */
    public static EventHead head(UUID exchange, Instant now, Optional<UUID> caseAlias, Actor actor) {
        return new EventHead(UUID.randomUUID(), exchange, now.truncatedTo(ChronoUnit.MILLIS), caseAlias, actor);
    }
}
