package org.paivand.casefile.section;

import java.util.Optional;
import org.paivand.disclosure.AgeGroup;

/**
 * Somebody who depends on the person; no name.
 */
public record Dependant(
        FamilyRelationship relationship, AgeGroup ageGroup, boolean withPerson, Optional<Boolean> needsCare) {

    @Override
    public String toString() {
        return Checks.redacted(this);
    }
}
