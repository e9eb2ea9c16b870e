package org.paivand.release;

import java.time.Instant;
import java.util.List;
import org.paivand.disclosure.decision.CategoryDecision.Permit;
import org.paivand.disclosure.decision.Obligations;
import org.paivand.disclosure.policy.HandlingCode;

/** Several categories go out in one answer, so the answer is bound by the strictest of what binds each. */
final class Strictest {
    private Strictest() {}

    /** @param permits at least one */
    static Obligations of(List<Permit> permits) {
        HandlingCode handling = HandlingCode.PSEUDONYMOUS;
        boolean onward = true;
        Instant retainUntil = Instant.MAX;
        boolean familyMustNotKnow = false;
        boolean nameWithheld = false;
        for (Permit permit : permits) {
            Obligations each = permit.obligations();
            handling = each.handling().compareTo(handling) > 0 ? each.handling() : handling;
            onward &= each.onward();
            retainUntil = each.retainUntil().isBefore(retainUntil) ? each.retainUntil() : retainUntil;
            familyMustNotKnow |= each.familyMustNotKnow();
            nameWithheld |= each.recipientNameWithheld();
        }
        return new Obligations(handling, onward, retainUntil, familyMustNotKnow, nameWithheld);
    }
}
