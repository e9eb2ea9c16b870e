package org.paivand.casefile.section;

import java.time.Instant;
import java.util.Optional;
import org.paivand.disclosure.AgencyId;

/**
 * One leg of a journey.
 *
 * @param metBy the agency that meets the person at the end
 */
public record Leg(
        TravelPoint from,
        TravelPoint to,
        TravelMode mode,
        Optional<Instant> when,
        Optional<Boolean> escort,
        Optional<AgencyId> metBy) {

    @Override
    public String toString() {
        return Checks.redacted(this);
    }
}
