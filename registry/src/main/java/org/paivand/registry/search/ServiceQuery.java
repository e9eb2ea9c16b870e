package org.paivand.registry.search;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.paivand.disclosure.AccessNeed;
import org.paivand.disclosure.AgeGroup;
import org.paivand.disclosure.Canonical;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.Purpose;
import org.paivand.registry.language.Language;
import org.paivand.registry.place.Region;
import org.paivand.registry.service.ServiceType;
import org.paivand.registry.service.SexForPlacement;

/**
 * What is needed, of whomever: nothing in it is about somebody.
 *
 * @param ageGroup an undetermined one counts as a child
 * @param sexForPlacement left out, nothing kept apart by sex fits
 * @param languages any of which will do; none if that isn't known
 * @param arrival left out, opening hours bar nothing
 */
public record ServiceQuery(
        Set<ServiceType> serviceTypes,
        Where where,
        AgeGroup ageGroup,
        Optional<SexForPlacement> sexForPlacement,
        Set<Language> languages,
        Set<AccessNeed> accessNeeds,
        boolean accompanyingChildren,
        Optional<Arrival> arrival,
        Purpose purpose) {

    /** Where the person will be; without a region, anywhere in the country. */
    public record Where(Jurisdiction country, Optional<Region> region) {
        public Where {
            if (region.filter(part -> !part.country().equals(country.code())).isPresent()) {
                throw new IllegalArgumentException("a region lies in its country");
            }
        }

        public static Where country(String code) {
            return new Where(Jurisdiction.of(code), Optional.empty());
        }

        public static Where region(String code) {
            Region region = new Region(code);
            return new Where(Jurisdiction.of(region.country()), Optional.of(region));
        }
    }

    /** From when until when the person may come; half-open. */
    public record Arrival(Instant from, Instant until) {
        public Arrival {
            if (!from.isBefore(until)) {
                throw new IllegalArgumentException("an arrival window begins before it ends");
            }
        }
    }

    public ServiceQuery {
        serviceTypes = Canonical.enums(ServiceType.class, serviceTypes);
        languages = Canonical.sorted(languages);
        accessNeeds = Canonical.enums(AccessNeed.class, accessNeeds);
        if (serviceTypes.isEmpty()) {
            throw new IllegalArgumentException("a query asks for something");
        }
    }
}
