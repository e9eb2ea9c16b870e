package org.paivand.federation.envelope;

import java.time.Instant;
import org.paivand.disclosure.BasisType;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.policy.HandlingCode;

/**
 * What the recipient may do with what it gets, and must. Use for immigration control and use against the person are never allowed, so
 * nobody can say otherwise.
 *
 * @param basis what the sender's decision rests on
 * @param onward whether it may be passed on
 * @param retainUntil when it is erased at the latest
 */
public record Handling(
        HandlingCode code,
        Purpose purpose,
        BasisType basis,
        boolean onward,
        EvidenceUse evidenceUse,
        Instant retainUntil) {
    public Handling {
        Seconds.require(retainUntil);
    }
}
