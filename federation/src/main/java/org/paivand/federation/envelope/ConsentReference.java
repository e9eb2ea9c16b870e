package org.paivand.federation.envelope;

import java.time.Instant;
import java.util.UUID;

/**
 * The consent on which it rests, as the pair of nodes names it: by it a withdrawal finds what it ends.
 *
 * @param ref fresh for each pair and exchange, so that two recipients can't join what they have
 * @param version of the consent, from 1
 * @param exp when it ends
 */
public record ConsentReference(UUID ref, int version, Instant exp) {
    public ConsentReference {
        Seconds.require(exp);
        if (version < 1) {
            throw new IllegalArgumentException("versions count from 1");
        }
    }
}
