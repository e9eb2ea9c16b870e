package org.paivand.audit.witness;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.paivand.audit.merkle.TreeHead;

/**
 * The largest tree of one log for which a cosignature was, or may have been, given.
 *
 * @param at the time it states, whole seconds, not before 1970; a later cosignature states no earlier one
 */
public record WitnessedHead(TreeHead head, Instant at) {
    public WitnessedHead {
        if (!at.equals(at.truncatedTo(ChronoUnit.SECONDS)) || at.isBefore(Instant.EPOCH)) {
            throw new IllegalArgumentException("a cosignature states whole seconds since 1970");
        }
    }
}
