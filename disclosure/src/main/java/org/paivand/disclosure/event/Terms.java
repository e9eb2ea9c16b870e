package org.paivand.disclosure.event;

import java.time.Instant;
import java.util.Optional;
import org.paivand.disclosure.decision.Obligations;
import org.paivand.disclosure.policy.EvidenceUse;
import org.paivand.disclosure.policy.HandlingCode;

/**
 * The obligations that went with a release, as far as they say nothing of the person.
 *
 * @param evidenceUse what the agreements say of it, where one does
 */
public record Terms(HandlingCode handling, boolean onward, Instant retainUntil, Optional<EvidenceUse> evidenceUse) {
    public Terms(HandlingCode handling, boolean onward, Instant retainUntil) {
        this(handling, onward, retainUntil, Optional.empty());
    }

    public static Terms of(Obligations owed) {
        return new Terms(owed.handling(), owed.onward(), owed.retainUntil(), owed.evidenceUse());
    }
}
