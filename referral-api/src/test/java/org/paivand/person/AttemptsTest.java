package org.paivand.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttemptsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final Attempts attempts = new Attempts();

    @Test
    void stopsAnAddressThatGuessesForTheRestOfItsMinute() {
        assertEquals(Attempts.EACH, admitted("a", NOW, 1000));
        assertFalse(attempts.admit("a", NOW.plusSeconds(59)));
        assertTrue(attempts.admit("a", NOW.plusSeconds(60)));
    }

    @Test
    void keepsNobodyElseOut() {
        admitted("a", NOW, 1000);

        assertTrue(attempts.admit("b", NOW));
    }

    @Test
    void neverHoldsARightCodeAgainstAnybody() {
        for (int i = 0; i < 1000; i++) {
            assertTrue(attempts.admit("clinic", NOW));
            attempts.succeeded("clinic", NOW);
        }
    }

    @Test
    void leavesEveryAddressSomeTriesHoweverManyGuess() {
        IntStream.range(0, 5000).forEach(i -> admitted("bot " + i, NOW, 100));

        assertEquals(Attempts.EACH_UNDER_PRESSURE, admitted("the person", NOW, 100));
    }

    @Test
    void forgetsEveryAddressWithItsMinute() {
        IntStream.range(0, Attempts.PRESSURE).forEach(i -> attempts.admit("bot " + i, NOW));
        attempts.succeeded("bot 1", NOW.plusSeconds(60));

        assertEquals(Attempts.EACH, admitted("a", NOW.plusSeconds(60), 100));
    }

    private int admitted(String address, Instant now, int tries) {
        return (int) IntStream.range(0, tries)
                .filter(i -> attempts.admit(address, now))
                .count();
    }
}
