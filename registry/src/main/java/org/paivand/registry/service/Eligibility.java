package org.paivand.registry.service;

import java.util.Optional;
import java.util.Set;
import org.paivand.disclosure.AccessNeed;
import org.paivand.disclosure.AgeGroup;
import org.paivand.disclosure.Canonical;

/**
 * Whom a service takes (HSDS 3 {@code eligibility}).
 *
 * @param ageGroups children, adults or both; never {@code UNDETERMINED}, which a service can't be made for
 * @param sexForPlacement whom a place kept apart by sex takes; empty if the service isn't kept apart
 * @param accessNeeds those it can meet
 * @param accompanyingChildren whether somebody may bring children along, whatever the ages it is made for
 */
public record Eligibility(
        Set<AgeGroup> ageGroups,
        Set<SexForPlacement> sexForPlacement,
        Set<AccessNeed> accessNeeds,
        boolean accompanyingChildren) {

    public Eligibility {
        ageGroups = Canonical.enums(AgeGroup.class, ageGroups);
        sexForPlacement = Canonical.enums(SexForPlacement.class, sexForPlacement);
        accessNeeds = Canonical.enums(AccessNeed.class, accessNeeds);
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

    public boolean meets(Set<AccessNeed> needs) {
        return accessNeeds.containsAll(needs);
    }
}
