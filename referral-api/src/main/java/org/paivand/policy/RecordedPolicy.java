package org.paivand.policy;

import java.time.Instant;
import java.util.Optional;
import org.paivand.disclosure.json.PolicyDocument;

/**
 * A policy as it was put in force; for ever.
 *
 * @param number in the order of recording, from 1
 * @param validFrom from this instant on it decides, until another does
 * @param people who proposed and who confirmed it; absent for the one a node began with
 */
public record RecordedPolicy(
        int number, PolicyDocument document, Instant validFrom, Instant recordedAt, Optional<People> people) {

    /** Two pseudonyms. */
    public record People(String proposedBy, String confirmedBy) {}
}
