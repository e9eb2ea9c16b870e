package org.paivand.registry.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.paivand.disclosure.AccessNeed;
import org.paivand.disclosure.AgeGroup;
import org.paivand.registry.language.Language;

class EligibilityTest {

    private static final Optional<SexForPlacement> NOT_STATED = Optional.empty();

    @Test
    void countsAnUndeterminedAgeAsAChild() {
        Eligibility minors = takes(Set.of(AgeGroup.CHILD), Set.of());
        Eligibility adults = takes(Set.of(AgeGroup.ADULT), Set.of());

        assertTrue(minors.admits(AgeGroup.UNDETERMINED, NOT_STATED));
        assertFalse(adults.admits(AgeGroup.UNDETERMINED, NOT_STATED));
    }

    @Test
    void takesNobodyWhoseSexIsNotStatedWhereItIsKeptApart() {
        Eligibility women = takes(Set.of(AgeGroup.ADULT), Set.of(SexForPlacement.FEMALE));

        assertTrue(women.admits(AgeGroup.ADULT, Optional.of(SexForPlacement.FEMALE)));
        assertFalse(women.admits(AgeGroup.ADULT, Optional.of(SexForPlacement.MALE)));
        assertFalse(women.admits(AgeGroup.ADULT, NOT_STATED));
    }

    @Test
    void asksForNoSexWhereItIsNotKeptApart() {
        Eligibility everybody = takes(Set.of(AgeGroup.ADULT, AgeGroup.CHILD), Set.of());

        assertTrue(everybody.admits(AgeGroup.ADULT, NOT_STATED));
    }

    @Test
    void meetsNeedsOnlyAllTogether() {
        Eligibility eligibility = new Eligibility(
                Set.of(AgeGroup.ADULT), Set.of(), Set.of(AccessNeed.OWN_ROOM, AccessNeed.GROUND_FLOOR), true);

        assertTrue(eligibility.meets(Set.of()));
        assertTrue(eligibility.meets(Set.of(AccessNeed.OWN_ROOM)));
        assertFalse(eligibility.meets(Set.of(AccessNeed.OWN_ROOM, AccessNeed.QUIET_ROOM)));
    }

    @Test
    void refusesAServiceForNobodyOrForAnUndeterminedAge() {
        assertThrows(IllegalArgumentException.class, () -> takes(Set.of(), Set.of()));
        assertThrows(IllegalArgumentException.class, () -> takes(Set.of(AgeGroup.UNDETERMINED), Set.of()));
    }

    @Test
    void knowsThirtyServiceTypesInThreeParts() {
        assertEquals(30, ServiceType.values().length);
        assertEquals(ServiceType.Part.REHABILITATION, ServiceType.of("shelter").part());
        assertThrows(IllegalArgumentException.class, () -> ServiceType.of("Shelter"));
        assertThrows(IllegalArgumentException.class, () -> ServiceType.of("SHELTER"));
    }

    @Test
    void readsOnlyWellFormedLanguageTags() {
        assertEquals("sgh", new Language("sgh").tag());
        assertEquals("uz-Latn", new Language("uz-Latn").toString());
        assertThrows(IllegalArgumentException.class, () -> new Language("tajik"));
        assertThrows(IllegalArgumentException.class, () -> new Language("TG"));
        assertThrows(IllegalArgumentException.class, () -> new Language(""));
    }

    private static Eligibility takes(Set<AgeGroup> ages, Set<SexForPlacement> sexes) {
        return new Eligibility(ages, sexes, Set.of(), false);
    }
}
