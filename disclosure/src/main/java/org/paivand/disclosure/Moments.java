package org.paivand.disclosure;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** Arithmetic on instants that has an answer for every input. */
public final class Moments {
    private Moments() {}

    /** The sum, or {@link Instant#MAX} where it lies beyond what an instant can hold. */
    public static Instant plus(Instant start, Duration length) {
        try {
            return start.plus(length);
        } catch (DateTimeException | ArithmeticException beyond) {
            return Instant.MAX;
        }
    }

    public static Instant earlier(Instant a, Instant b) {
        return b.isBefore(a) ? b : a;
    }

    /** Whether {@code from <= now < until}: the first bound belongs to the period, the second does not. */
    public static boolean within(Instant from, Instant now, Instant until) {
        return !now.isBefore(from) && now.isBefore(until);
    }
}
