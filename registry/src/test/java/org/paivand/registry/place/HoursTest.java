package org.paivand.registry.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HoursTest {

    /** 08:00 on a Monday in Dushanbe, which is five hours ahead and never changes its clocks. */
    private static final Instant MONDAY_EIGHT = Instant.parse("2026-11-30T03:00:00Z");

    private static final ZoneId DUSHANBE = ZoneId.of("Asia/Dushanbe");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void isOpenFromItsFirstMinuteUntilJustBeforeItsLast() {
        Hours office = weekly(DUSHANBE, opening(DayOfWeek.MONDAY, "08:00", "17:00"));

        assertFalse(office.open(MONDAY_EIGHT.minusNanos(1)));
        assertTrue(office.open(MONDAY_EIGHT));
        assertTrue(office.open(MONDAY_EIGHT.plusSeconds(9 * 3600).minusNanos(1)));
        assertFalse(office.open(MONDAY_EIGHT.plusSeconds(9 * 3600)));
    }

    @Test
    void isClosedOnEveryOtherDay() {
        Hours office = weekly(DUSHANBE, opening(DayOfWeek.MONDAY, "08:00", "17:00"));

        for (int day = 1; day < 7; day++) {
            assertFalse(office.open(MONDAY_EIGHT.plusSeconds(day * 86_400L + 3600)));
        }
        assertTrue(office.open(MONDAY_EIGHT.plusSeconds(7 * 86_400L)));
    }

    @Test
    void staysOpenPastMidnightAndPastTheEndOfTheWeek() {
        Hours night = weekly(DUSHANBE, opening(DayOfWeek.SUNDAY, "20:00", "06:00"));

        assertTrue(night.open(Instant.parse("2026-11-29T15:00:00Z")));
        assertTrue(night.open(Instant.parse("2026-11-30T00:59:59Z")));
        assertFalse(night.open(Instant.parse("2026-11-30T01:00:00Z")));
        assertFalse(night.open(Instant.parse("2026-11-29T14:59:59Z")));
    }

    @Test
    void tellsWhenItOpensNext() {
        Hours office = weekly(
                DUSHANBE, opening(DayOfWeek.MONDAY, "08:00", "17:00"), opening(DayOfWeek.THURSDAY, "10:00", "12:00"));

        assertEquals(Optional.of(MONDAY_EIGHT), office.nextOpening(MONDAY_EIGHT.minusSeconds(1)));
        assertEquals(Optional.of(Instant.parse("2026-12-03T05:00:00Z")), office.nextOpening(MONDAY_EIGHT));
        assertEquals(
                Optional.of(MONDAY_EIGHT.plusSeconds(7 * 86_400L)),
                office.nextOpening(Instant.parse("2026-12-03T05:00:00Z")));
    }

    @Test
    void findsTheOnlyOpeningOfTheWeekFromItsOwnBeginning() {
        Hours office = weekly(DUSHANBE, opening(DayOfWeek.MONDAY, "08:00", "17:00"));

        assertEquals(Optional.of(MONDAY_EIGHT.plusSeconds(7 * 86_400L)), office.nextOpening(MONDAY_EIGHT));
    }

    @Test
    void followsTheClocksOfItsZone() {
        Hours office = weekly(BERLIN, opening(DayOfWeek.SUNDAY, "08:00", "09:00"));

        assertTrue(office.open(Instant.parse("2026-10-18T06:30:00Z")));
        assertFalse(office.open(Instant.parse("2026-10-25T06:30:00Z")));
        assertTrue(office.open(Instant.parse("2026-10-25T07:30:00Z")));
    }

    @Test
    void opensLaterWhereTheClocksSkipItsFirstMinute() {
        Hours night = weekly(BERLIN, opening(DayOfWeek.SUNDAY, "02:30", "06:00"));

        assertEquals(
                Optional.of(Instant.parse("2026-03-29T01:30:00Z")),
                night.nextOpening(Instant.parse("2026-03-28T12:00:00Z")));
        assertFalse(night.open(Instant.parse("2026-03-29T01:29:59Z")));
        assertTrue(night.open(Instant.parse("2026-03-29T01:30:00Z")));
    }

    @Test
    void neverClosesAroundTheClock() {
        Hours always = new Hours.AroundTheClock();

        assertTrue(always.open(Instant.EPOCH));
        assertEquals(Optional.empty(), always.nextOpening(Instant.EPOCH));
    }

    @Test
    void keepsOpeningsInTheOrderOfTheWeek() {
        List<Opening> openings = new ArrayList<>(List.of(
                opening(DayOfWeek.MONDAY, "08:00", "12:00"),
                opening(DayOfWeek.MONDAY, "13:00", "17:00"),
                opening(DayOfWeek.SUNDAY, "00:00", "00:00")));
        Hours sorted = new Hours.Weekly(DUSHANBE, openings);
        Collections.reverse(openings);

        assertEquals(sorted, new Hours.Weekly(DUSHANBE, openings));
    }

    @Test
    void acceptsAnOpeningThatBeginsWhenAnotherEnds() {
        Hours split = weekly(
                DUSHANBE, opening(DayOfWeek.MONDAY, "08:00", "12:00"), opening(DayOfWeek.MONDAY, "12:00", "17:00"));

        assertTrue(split.open(MONDAY_EIGHT.plusSeconds(4 * 3600)));
    }

    @Test
    void refusesOpeningsThatOverlap() {
        Opening morning = opening(DayOfWeek.MONDAY, "08:00", "12:00");

        refused(morning, opening(DayOfWeek.MONDAY, "11:59", "17:00"));
        refused(morning, morning);
        refused(morning, opening(DayOfWeek.SUNDAY, "20:00", "08:01"));
        refused(opening(DayOfWeek.MONDAY, "00:00", "00:00"), opening(DayOfWeek.SUNDAY, "23:00", "00:01"));
    }

    @Test
    void refusesAWeekWithoutAnOpeningOrWithTooMany() {
        refused();

        Opening[] many = new Opening[29];
        for (int i = 0; i < many.length; i++) {
            many[i] =
                    new Opening(DayOfWeek.MONDAY, LocalTime.of(i / 2, i % 2 * 30), LocalTime.of(i / 2, i % 2 * 30 + 1));
        }
        refused(many);
    }

    @Test
    void refusesSecondsAndZonesThatAreNoPlace() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Opening(DayOfWeek.MONDAY, LocalTime.of(8, 0, 1), LocalTime.of(9, 0)));
        assertThrows(
                IllegalArgumentException.class,
                () -> weekly(ZoneId.of("+05:00"), opening(DayOfWeek.MONDAY, "08:00", "12:00")));
        assertThrows(
                IllegalArgumentException.class,
                () -> weekly(ZoneId.of("UTC+5"), opening(DayOfWeek.MONDAY, "08:00", "12:00")));
    }

    private static void refused(Opening... openings) {
        assertThrows(IllegalArgumentException.class, () -> weekly(DUSHANBE, openings));
    }

    private static Hours weekly(ZoneId zone, Opening... openings) {
        return new Hours.Weekly(zone, List.of(openings));
    }

    private static Opening opening(DayOfWeek day, String opens, String closes) {
        return new Opening(day, LocalTime.parse(opens), LocalTime.parse(closes));
    }
}
