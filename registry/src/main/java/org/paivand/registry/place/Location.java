package org.paivand.registry.place;

import java.time.ZoneId;
import org.paivand.disclosure.AgencyId;

/**
 * Where an agency works (HSDS 3 {@code location}).
 *
 * @param zone of the place, from the time zone database
 */
public record Location(LocationId id, AgencyId agency, Place place, ZoneId zone) {

    public Location {
        Zones.require(zone);
    }

    public Region region() {
        return place.region();
    }
}
