package org.paivand.casefile.key;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.decision.Basis;
import org.paivand.disclosure.decision.CategoryDecision.Permit;
import org.paivand.disclosure.decision.Decision;
import org.paivand.disclosure.decision.Obligations;
import org.paivand.disclosure.decision.Rule;
import org.paivand.disclosure.policy.HandlingCode;

/** Proofs of permission as a decision gives them. */
final class KeyUses {

    private static final Instant END = Instant.parse("2027-01-01T00:00:00Z");

    private KeyUses() {}

    static KeyUse release(Category category) {
        return new KeyUse.ForRelease(permitting(category), category);
    }

    static Decision permitting(Category category) {
        Basis basis = new Basis.ByConsent(UUID.randomUUID(), 1, UUID.randomUUID());
        Obligations obligations = new Obligations(HandlingCode.PERSONAL, false, END, true, false);
        return new Decision("1", Map.of(category, new Permit(basis, Rule.CONSENT, Set.of(), END, obligations)));
    }
}
