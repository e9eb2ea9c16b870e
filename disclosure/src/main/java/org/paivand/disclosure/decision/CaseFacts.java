package org.paivand.disclosure.decision;

import java.time.Instant;
import java.util.Optional;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.ConflictFinding;
import org.paivand.disclosure.ProtectionFear;

/**
 * What the decision must know of the case, and nothing more of the person.
 *
 * @param reflectionFrom when the recovery and reflection period began
 * @param reflectionLiftedAt when the person asked for its end, if they did
 * @param familyMustNotKnow goes with every release as an obligation
 */
public record CaseFacts(
        AgencyId openedBy,
        Age age,
        Optional<GuardianFinding> guardianFinding,
        ProtectionFear protectionFear,
        Instant reflectionFrom,
        Optional<Instant> reflectionLiftedAt,
        boolean familyMustNotKnow) {
    ConflictFinding findingAt(Instant now) {
        return guardianFinding.map(finding -> finding.countedAt(now, openedBy)).orElse(ConflictFinding.UNKNOWN);
    }
}
