package org.paivand.registry.search;

import java.time.Instant;
import java.util.Optional;

/**
 * What is told of a service's free places.
 *
 * @param stated when the provider last said it, and until when that counts as fresh; empty if it never did
 */
public record Vacancy(
        CapacityBand band, Waitlist waitlist, boolean additionalAssessmentRequired, Optional<Stated> stated) {

    /** Half-open: at {@code freshUntil} it is stale. */
    public record Stated(Instant at, Instant freshUntil) {
        public Stated {
            if (!at.isBefore(freshUntil)) {
                throw new IllegalArgumentException("a statement is fresh for a while");
            }
        }
    }

    /** Of a service that keeps no capacity here. */
    public static final Vacancy UNKNOWN = new Vacancy(CapacityBand.UNKNOWN, Waitlist.NONE, false, Optional.empty());

    public Vacancy {
        if ((band == CapacityBand.UNKNOWN) != stated.isEmpty()) {
            throw new IllegalArgumentException("a band is known if it was stated");
        }
    }

    public boolean isFresh(Instant now) {
        return stated.filter(statement -> now.isBefore(statement.freshUntil())).isPresent();
    }

    /** Whether nobody can be sent there now: all places are taken, that is fresh, and nobody may wait. */
    public boolean isFull(Instant now) {
        return band == CapacityBand.NONE && waitlist != Waitlist.OPEN && isFresh(now);
    }
}
