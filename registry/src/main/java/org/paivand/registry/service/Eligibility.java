package org.paivand.registry.service;

import java.util.Optional;
import java.util.Set;
import org.paivand.disclosure.AgeGroup;

/**
 * Whom a service takes (HSDS 3 {@code eligibility}).
 *
 * @param ageGroups children, adults or both; never {@code UNDETERMINED}, which a service can't be made for
 * @param sexForPlacement whom a place kept apart by sex takes; empty if the service isn't kept apart
 */
public record Eligibility(Set<AgeGroup> ageGroups, Set<SexForPlacement> sexForPlacement) {

    public Eligibility {
        ageGroups = Set.copyOf(ageGroups);
        sexForPlacement = Set.copyOf(sexForPlacement);
        if (ageGroups.isEmpty() || ageGroups.contains(AgeGroup.UNDETERMINED)) {
            throw new IllegalArgumentException("a service is for children, for adults or for both");
        }
    }

    /**
     * Whether somebody of that age, and of that sex where the service is kept apart, can be taken in. An undetermined
     * age counts as a child; a service kept apart takes nobody whose sex for placement isn't stated.
     */
    public boolean admits(AgeGroup age, Optional<SexForPlacement> sex) {
        AgeGroup effective = age == AgeGroup.ADULT ? AgeGroup.ADULT : AgeGroup.CHILD;
        return ageGroups.contains(effective)
                && (sexForPlacement.isEmpty()
                        || sex.filter(sexForPlacement::contains).isPresent());
    }
}
