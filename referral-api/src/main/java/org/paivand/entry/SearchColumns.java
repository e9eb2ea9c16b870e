package org.paivand.entry;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.paivand.audit.merkle.Hash;

/**
 * What auditors search by, kept in the clear: codes and pseudonyms, never a value and never who the case is about.
 *
 * @param occurredAt kept to the millisecond
 * @param user pseudonymous
 * @param bases by code; each on which something was released
 * @param outcomes empty where nothing was decided
 * @param categories by code; true where released, false where withheld
 * @param caseToken keyed hash of the case: finds the entries of one case for whoever has the key
 * @param inputSha256 SHA-256 of the decision's input
 */
public record SearchColumns(
        UUID eventId,
        Instant occurredAt,
        String agency,
        String user,
        Optional<String> recipient,
        Optional<String> purpose,
        Set<String> bases,
        Set<Outcome> outcomes,
        Map<String, Boolean> categories,
        Optional<Hash> caseToken,
        Optional<Hash> inputSha256) {
    public SearchColumns {
        bases = Set.copyOf(bases);
        outcomes = Set.copyOf(outcomes);
        categories = Map.copyOf(categories);
    }
}
