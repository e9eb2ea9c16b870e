package org.paivand.registry.service;

import java.util.Set;
import org.paivand.disclosure.Canonical;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.registry.place.Region;

/**
 * Where somebody must be to be served (HSDS 3 {@code service_area}): whole countries, single regions, or both. A region of
 * a country that is covered whole is refused, so that each coverage is said in one way.
 */
public record Coverage(Set<Jurisdiction> countries, Set<Region> regions) {

    public Coverage {
        Set<Jurisdiction> whole = Canonical.sorted(countries);
        countries = whole;
        regions = Canonical.sorted(regions);
        if (countries.isEmpty() && regions.isEmpty()) {
            throw new IllegalArgumentException("a service covers something");
        }
        if (regions.stream().anyMatch(region -> whole.contains(Jurisdiction.of(region.country())))) {
            throw new IllegalArgumentException("a region of a country that is covered whole adds nothing");
        }
    }

    public boolean covers(Region region) {
        return regions.contains(region) || countries.contains(Jurisdiction.of(region.country()));
    }

    /** Whether the country is covered, be it in one region only. */
    public boolean reaches(Jurisdiction country) {
        return countries.contains(country)
                || regions.stream().anyMatch(region -> region.country().equals(country.code()));
    }
}
