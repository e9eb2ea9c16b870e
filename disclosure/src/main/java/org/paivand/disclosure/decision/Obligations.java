package org.paivand.disclosure.decision;

import java.time.Instant;
import org.paivand.disclosure.policy.HandlingCode;

/**
 * What a recipient takes on with a release.
 *
 * @param onward whether it may pass the data on at all
 * @param retainUntil exclusive; by then it must be erased
 * @param familyMustNotKnow the family must not learn of the case
 * @param recipientNameWithheld the person's own page shows this recipient without its name
 */
public record Obligations(
        HandlingCode handling,
        boolean onward,
        Instant retainUntil,
        boolean familyMustNotKnow,
        boolean recipientNameWithheld) {}
