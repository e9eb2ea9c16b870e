package org.paivand.referral;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.paivand.casefile.section.Urgency;

/**
 * The period a provider has for its answer, by urgency. Periods are an agreement between agencies, so they are configured.
 *
 * @param lookEvery how often it is looked whom to ask next
 */
public record RespondWithin(Map<Urgency, Duration> periods, Duration lookEvery) {
    public RespondWithin {
        periods = Map.copyOf(new EnumMap<>(periods));
        for (Urgency urgency : Urgency.values()) {
            Duration period = periods.get(urgency);
            if (period == null || period.isNegative() || period.isZero()) {
                throw new IllegalArgumentException("no period for " + urgency.code());
            }
        }
    }

    public Instant from(Instant offeredAt, Urgency urgency) {
        return offeredAt.plus(period(urgency));
    }

    public Duration period(Urgency urgency) {
        return periods.getOrDefault(urgency, Duration.ZERO);
    }
}
