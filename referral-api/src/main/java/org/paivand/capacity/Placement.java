package org.paivand.capacity;

import java.time.Instant;
import java.util.UUID;
import org.paivand.registry.service.ServiceId;

/**
 * What a referral has of a service's places.
 *
 * @param until the end of a hold, exclusive: the referral's {@code respondBy}. Nothing else ends by it
 */
public record Placement(UUID referral, ServiceId service, State state, Instant until) {

    /** How far it came. */
    public enum State {
        /** A place is kept back until the answer. */
        HELD,
        /** The referral was accepted, and a place is occupied. */
        TAKEN,
        /** There was no place; none is kept or occupied. */
        WAITING
    }

    public boolean isHeld(Instant now) {
        return state == State.HELD && now.isBefore(until);
    }

    Placement becoming(State next) {
        return new Placement(referral, service, next, until);
    }
}
