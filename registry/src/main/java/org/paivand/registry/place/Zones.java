package org.paivand.registry.place;

import java.time.ZoneId;
import java.util.Set;

/** The named zones of the time zone database; a bare offset is none, since it knows no change of the clocks. */
final class Zones {

    private static final Set<String> KNOWN = Set.copyOf(ZoneId.getAvailableZoneIds());

    private Zones() {}

    static void require(ZoneId zone) {
        if (!KNOWN.contains(zone.getId())) {
            throw new IllegalArgumentException("a time zone is a name of the time zone database, as Asia/Dushanbe");
        }
    }
}
