package org.paivand.casefile.section;

import java.util.Optional;

/**
 * A relative in danger because of the case; no name.
 */
public record RelativeAtRisk(
        FamilyRelationship relationship, Optional<Country> country, Optional<Boolean> needsProtection) {

    @Override
    public String toString() {
        return Checks.redacted(this);
    }
}
