package org.paivand.disclosure.decision;

import java.time.Instant;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.ConflictFinding;
import org.paivand.disclosure.Party;

/** A finding on the guardian, which counts only from child protection, and never from the agency that opened the case. */
public record GuardianFinding(ConflictFinding finding, Party by, Instant at) {
    ConflictFinding countedAt(Instant now, AgencyId openedBy) {
        boolean counts =
                by.kind() == AgencyKind.CHILD_PROTECTION && !by.agency().equals(openedBy) && !at.isAfter(now);
        return counts || finding == ConflictFinding.CONFLICT ? finding : ConflictFinding.UNKNOWN;
    }
}
