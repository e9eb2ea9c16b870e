package org.paivand.capacity;

import java.time.Instant;
import java.util.Optional;
import org.paivand.disclosure.AgencyId;
import org.paivand.registry.search.CapacityBand;
import org.paivand.registry.search.Vacancy;
import org.paivand.registry.search.Waitlist;
import org.paivand.registry.service.ServiceId;

/**
 * The places of one service. Holds are counted apart, since they end by time alone.
 *
 * @param occupied from 0 to {@code maximum}, whatever comes
 * @param freshUntil exclusive: from then on the numbers are stale, and bar nobody
 * @param version counts every change, also those by holds, from 1
 */
public record Capacity(
        ServiceId service,
        AgencyId agency,
        int maximum,
        int occupied,
        Waitlist waitlist,
        boolean additionalAssessmentRequired,
        Instant statedAt,
        Instant freshUntil,
        int version) {
    /** No service of this kind has more places. */
    public static final int MOST = 10_000;

    public Capacity {
        if (maximum < 0 || maximum > MOST || occupied < 0 || occupied > maximum) {
            throw new IllegalArgumentException("places occupied lie between 0 and the maximum");
        }
        if (!statedAt.isBefore(freshUntil) || version < 1) {
            throw new IllegalArgumentException("a statement is fresh for a while and has a version");
        }
    }

    /** The places that nobody has and for which nobody is expected; never negative, though a maximum was lowered below the holds. */
    public int available(int held) {
        return Math.max(0, maximum - occupied - held);
    }

    public boolean isFresh(Instant now) {
        return now.isBefore(freshUntil);
    }

    /** With one place more occupied; empty if all are. */
    public Optional<Capacity> occupy() {
        return occupied < maximum ? Optional.of(with(occupied + 1)) : Optional.empty();
    }

    /** With one place less occupied; a provider that stated a lower number before is believed. */
    public Capacity free() {
        return with(Math.max(0, occupied - 1));
    }

    /** The next version, since a hold on it came or went. */
    public Capacity touched() {
        return with(occupied);
    }

    public Vacancy vacancy(int held) {
        return new Vacancy(
                CapacityBand.of(available(held)),
                waitlist,
                additionalAssessmentRequired,
                Optional.of(new Vacancy.Stated(statedAt, freshUntil)));
    }

    private Capacity with(int places) {
        return new Capacity(
                service,
                agency,
                maximum,
                places,
                waitlist,
                additionalAssessmentRequired,
                statedAt,
                freshUntil,
                version + 1);
    }
}
