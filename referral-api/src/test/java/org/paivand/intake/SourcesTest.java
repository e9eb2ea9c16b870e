package org.paivand.intake;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SourcesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:10:00Z");

    private final Sources sources = new Sources(3, new SecureRandom());

    @Test
    void oneAddressHasSoManyInAnHourAndAnotherIsNotHeldBackByIt() {
        for (int i = 0; i < 3; i++) {
            assertTrue(sources.admit("192.0.2.1", NOW.plusSeconds(i)));
        }

        assertFalse(sources.admit("192.0.2.1", NOW.plusSeconds(9)));
        assertTrue(sources.admit("192.0.2.2", NOW.plusSeconds(9)));
    }

    @Test
    void theNextHourBeginsWithNothing() {
        while (sources.admit("192.0.2.1", NOW)) {
            // Until none is left.
        }

        assertFalse(sources.admit("192.0.2.1", NOW.plus(Duration.ofMinutes(49))));
        assertTrue(sources.admit("192.0.2.1", NOW.plus(Duration.ofMinutes(51))));
    }

    @Test
    void aClockThatWasSetBackLocksNobodyOut() {
        while (sources.admit("192.0.2.1", NOW)) {
            // Until none is left.
        }

        assertTrue(sources.admit("192.0.2.1", NOW.minus(Duration.ofHours(5))));
    }
}
