package org.paivand.casefile.section;

import java.util.Optional;

/**
 * Where a leg begins or ends.
 *
 * @param place a station or border crossing, never an address
 */
public record TravelPoint(Country country, Optional<Station> place) {

    @Override
    public String toString() {
        return Checks.redacted(this);
    }
}
