package org.paivand.handover;

import java.time.Instant;
import java.util.UUID;
import org.paivand.casefile.CaseId;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Purpose;

/**
 * What one controller proposes to the next.
 *
 * @param purpose for which the person consented to the next agency
 * @param consentId of the consent to the hand-over itself
 * @param answerBy exclusive
 */
public record Proposal(
        UUID id,
        CaseId caseId,
        AgencyId from,
        AgencyId to,
        Purpose purpose,
        UUID consentId,
        Instant proposedAt,
        Instant answerBy) {
    public Proposal {
        if (from.equals(to)) {
            throw new IllegalArgumentException("a case passes from one agency to another");
        }
    }
}
