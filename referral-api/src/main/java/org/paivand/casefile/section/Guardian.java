package org.paivand.casefile.section;

import java.util.Optional;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.ConflictFinding;

/**
 * Who acts for a child. Whether that guardian has a conflict of interest isn't written here: child protection finds it, and
 * never the agency that opened the case.
 */
public record Guardian(GuardianRelationship relationship, GuardianAppointment appointedBy, boolean interim)
        implements Section {

    @Override
    public Category category() {
        return Category.GUARDIAN;
    }

    /** What leaves: this, with child protection's finding and who made it, if there is one. */
    public ReleasedGuardian found(Optional<ConflictFinding> finding, Optional<AgencyId> findingBy) {
        return new ReleasedGuardian(relationship, appointedBy, interim, finding, findingBy);
    }

    @Override
    public String toString() {
        return Checks.redacted(this);
    }
}
