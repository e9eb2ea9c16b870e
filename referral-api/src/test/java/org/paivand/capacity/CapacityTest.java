package org.paivand.capacity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.paivand.disclosure.AgencyId;
import org.paivand.registry.directory.Directory;
import org.paivand.registry.json.SampleDirectory;
import org.paivand.registry.search.CapacityBand;
import org.paivand.registry.search.Waitlist;
import org.paivand.registry.service.Service;
import org.paivand.registry.service.ServiceId;

class CapacityTest {
    private static final Instant NOW = Instant.parse("2026-11-28T20:00:00Z");
    private static final Directory DIRECTORY = SampleDirectory.load();
    private static final Service NORTH =
            DIRECTORY.service(new ServiceId("north-placement")).orElseThrow();

    @Test
    void keepsNoMoreOccupiedThanThereAreAndNoFewerThanNone() {
        assertThrows(IllegalArgumentException.class, () -> capacity(8, 9));
        assertThrows(IllegalArgumentException.class, () -> capacity(8, -1));
        assertThrows(IllegalArgumentException.class, () -> capacity(-1, 0));
        assertThrows(IllegalArgumentException.class, () -> capacity(Capacity.MOST + 1, 0));
        assertEquals(Optional.empty(), capacity(8, 8).occupy());
        assertEquals(0, capacity(8, 0).free().occupied());
        assertEquals(8, capacity(8, 7).occupy().orElseThrow().occupied());
    }

    @Test
    void hasNeverLessThanNoPlaceFree() {
        assertEquals(1, capacity(8, 5).available(2));
        assertEquals(0, capacity(2, 2).available(3));
        assertEquals(CapacityBand.NONE, capacity(2, 2).vacancy(3).band());
        assertEquals(CapacityBand.FEW, capacity(8, 6).vacancy(0).band());
        assertEquals(CapacityBand.SOME, capacity(8, 5).vacancy(0).band());
    }

    @Test
    void isStaleFromTheInstantItsFreshnessEnds() {
        Capacity capacity = capacity(8, 8);

        assertTrue(capacity.isFresh(capacity.freshUntil().minusMillis(1)));
        assertFalse(capacity.isFresh(capacity.freshUntil()));
        assertTrue(capacity.vacancy(0).isFull(capacity.freshUntil().minusMillis(1)));
        assertFalse(capacity.vacancy(0).isFull(capacity.freshUntil()));
    }

    @Test
    void countsAStatementBesideWhatIsHeld() {
        Capacity stated =
                statement(2, 8, Duration.ofHours(1)).capacity(NORTH, 1, 3, NOW).orElseThrow();

        assertEquals(5, stated.occupied());
        assertEquals(2, stated.available(1));
        assertEquals(3, stated.version());
        assertEquals(NOW.plusSeconds(3600), stated.freshUntil());
    }

    @Test
    void refusesMorePlacesThanThereAreBesideWhatIsHeld() {
        assertEquals(Optional.empty(), statement(8, 8, Duration.ofHours(1)).capacity(NORTH, 1, 1, NOW));
        assertThrows(IllegalArgumentException.class, () -> statement(9, 8, Duration.ofHours(1)));
        assertThrows(IllegalArgumentException.class, () -> statement(-1, 8, Duration.ofHours(1)));
        assertThrows(IllegalArgumentException.class, () -> statement(1, 8, Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> statement(1, 8, Duration.ofDays(8)));
    }

    @Test
    void takesALowerMaximumThanIsHeldWhereNothingIsFree() {
        Capacity closing =
                statement(0, 1, Duration.ofHours(1)).capacity(NORTH, 3, 2, NOW).orElseThrow();

        assertEquals(0, closing.occupied());
        assertEquals(0, closing.available(3));
    }

    private static Statement statement(int available, int maximum, Duration freshFor) {
        return new Statement(available, maximum, Waitlist.NONE, false, freshFor);
    }

    private static Capacity capacity(int maximum, int occupied) {
        return new Capacity(
                NORTH.id(),
                AgencyId.of("tj-shelter-north"),
                maximum,
                occupied,
                Waitlist.NONE,
                false,
                NOW,
                NOW.plusSeconds(60),
                1);
    }
}
