package org.paivand.registry.hsds;

import java.util.List;
import org.paivand.disclosure.AgencyId;
import org.paivand.registry.place.Phone;
import org.paivand.registry.place.Region;

/**
 * All confidential places of one agency in one region, as everybody sees them: how many there are isn't told either.
 *
 * @param frontGates who answers for them, each once
 */
record MaskedPlace(AgencyId agency, Region region, List<Phone> frontGates) {
    MaskedPlace {
        frontGates = List.copyOf(frontGates);
    }

    String id() {
        return LocationRows.maskedId(agency, region);
    }
}
