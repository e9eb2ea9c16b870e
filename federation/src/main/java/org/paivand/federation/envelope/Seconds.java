package org.paivand.federation.envelope;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times of the protocol are whole seconds. */
public final class Seconds {
    private Seconds() {}

    public static void require(Instant time) {
        if (!time.truncatedTo(ChronoUnit.SECONDS).equals(time)) {
            throw new IllegalArgumentException("times are whole seconds");
        }
    }
}
