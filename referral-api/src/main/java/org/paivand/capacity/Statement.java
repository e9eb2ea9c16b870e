package org.paivand.capacity;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.paivand.registry.search.Waitlist;
import org.paivand.registry.service.Service;

/**
 * What a provider says of the places of a service.
 *
 * @param available how many more it can take, beside those it accepted and those whose offers wait for its answer
 * @param freshFor positive, at most {@link #LONGEST}
 */
public record Statement(
        int available, int maximum, Waitlist waitlist, boolean additionalAssessmentRequired, Duration freshFor) {
    /** A shelter counts its beds once a day. */
    public static final Duration USUAL = Duration.ofHours(24);

    public static final Duration LONGEST = Duration.ofDays(7);

    public Statement {
        if (maximum < 0 || maximum > Capacity.MOST || available < 0 || available > maximum) {
            throw new IllegalArgumentException("places available lie between 0 and the maximum");
        }
        if (freshFor.isNegative() || freshFor.isZero() || freshFor.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a statement is fresh for at most a week");
        }
    }

    /**
     * The capacity that it comes to; empty if there can't be so many places beside those that are held.
     *
     * @param held places held for offers that wait
     */
    Optional<Capacity> capacity(Service service, int held, int version, Instant now) {
        if (available > 0 && available > maximum - held) {
            return Optional.empty();
        }
        return Optional.of(new Capacity(
                service.id(),
                service.agency(),
                maximum,
                Math.max(0, maximum - available - held),
                waitlist,
                additionalAssessmentRequired,
                now,
                now.plus(freshFor),
                version));
    }
}
