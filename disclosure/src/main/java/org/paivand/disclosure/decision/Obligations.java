package org.paivand.disclosure.decision;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.paivand.disclosure.Moments;
import org.paivand.disclosure.policy.EvidenceUse;
import org.paivand.disclosure.policy.HandlingCode;

/**
 * What a recipient takes on with a release.
 *
 * @param onward whether it may pass the data on at all
 * @param retainUntil exclusive; by then it must be erased
 * @param familyMustNotKnow the family must not learn of the case
 * @param recipientNameWithheld the person's own page shows this recipient without its name
 * @param evidenceUse whether it may be used as evidence, where an agreement says so; such data is never used against the
 *     person's stay
 */
public record Obligations(
        HandlingCode handling,
        boolean onward,
        Instant retainUntil,
        boolean familyMustNotKnow,
        boolean recipientNameWithheld,
        Optional<EvidenceUse> evidenceUse) {
    /** Where no agreement speaks of evidence. */
    public Obligations(
            HandlingCode handling,
            boolean onward,
            Instant retainUntil,
            boolean familyMustNotKnow,
            boolean recipientNameWithheld) {
        this(handling, onward, retainUntil, familyMustNotKnow, recipientNameWithheld, Optional.empty());
    }

    /** Both at once: of each the stricter, as for a release of several categories. */
    public Obligations and(Obligations other) {
        return new Obligations(
                handling.compareTo(other.handling) >= 0 ? handling : other.handling,
                onward && other.onward,
                Moments.earlier(retainUntil, other.retainUntil),
                familyMustNotKnow || other.familyMustNotKnow,
                recipientNameWithheld || other.recipientNameWithheld,
                Stream.concat(evidenceUse.stream(), other.evidenceUse.stream()).min(Comparator.naturalOrder()));
    }
}
