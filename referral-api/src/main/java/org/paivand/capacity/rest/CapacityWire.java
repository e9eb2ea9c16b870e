package org.paivand.capacity.rest;

import java.time.Instant;
import java.util.Optional;
import org.paivand.capacity.Capacity;
import org.paivand.capacity.CapacityDesk.Count;
import org.paivand.registry.search.Vacancy;

/** The contract's bodies about places. */
public final class CapacityWire {
    private CapacityWire() {}

    /** The contract's NewCapacity. */
    public record NewCapacity(
            int available,
            int maximum,
            String waitlist,
            boolean additionalAssessmentRequired,
            Optional<String> freshFor) {}

    /** The contract's Capacity: numbers are for the agency whose places they are, all others see the band. */
    public record CapacityView(
            String serviceId,
            String agencyId,
            String band,
            boolean fresh,
            String waitlist,
            boolean additionalAssessmentRequired,
            Optional<Instant> statedAt,
            Optional<Instant> freshUntil,
            Optional<Numbers> numbers) {
        static CapacityView of(Count count, boolean own) {
            Vacancy vacancy =
                    count.kept().map(kept -> kept.vacancy(count.held())).orElse(Vacancy.UNKNOWN);
            return new CapacityView(
                    count.service().id().value(),
                    count.service().agency().value(),
                    vacancy.band().code(),
                    vacancy.isFresh(count.at()),
                    vacancy.waitlist().code(),
                    vacancy.additionalAssessmentRequired(),
                    vacancy.stated().map(Vacancy.Stated::at),
                    vacancy.stated().map(Vacancy.Stated::freshUntil),
                    count.kept().filter(kept -> own).map(kept -> Numbers.of(kept, count.held())));
        }
    }

    /** The contract's Places. */
    public record Numbers(int available, int maximum, int occupied, int held) {
        static Numbers of(Capacity kept, int held) {
            return new Numbers(kept.available(held), kept.maximum(), kept.occupied(), held);
        }
    }
}
