package org.paivand.casefile.section;

import java.util.Optional;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.ConflictFinding;

/**
 * The guardian with child protection's finding, both or neither of it.
 */
public record ReleasedGuardian(
        GuardianRelationship relationship,
        GuardianAppointment appointedBy,
        boolean interim,
        Optional<ConflictFinding> conflictFinding,
        Optional<AgencyId> findingBy)
        implements Releasable {

    public ReleasedGuardian {
        Checks.consistent(conflictFinding.isPresent() == findingBy.isPresent(), "findingBy");
    }

    @Override
    public Category category() {
        return Category.GUARDIAN;
    }

    @Override
    public String toString() {
        return Checks.redacted(this);
    }
}
