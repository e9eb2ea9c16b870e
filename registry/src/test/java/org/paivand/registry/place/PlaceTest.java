package org.paivand.registry.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paivand.disclosure.AgencyId;
import org.paivand.registry.Items;

class PlaceTest {

    private static final Region SUGHD = new Region("TJ-SU");

    @Test
    void hasNothingFinerThanARegionWhereItIsConfidential() {
        List<String> members = Stream.of(ConfidentialPlace.class.getRecordComponents())
                .map(component -> component.getName())
                .toList();

        assertEquals(List.of("region", "frontGate"), members);
    }

    @Test
    void tellsTheRegionOfEitherSort() {
        assertEquals(SUGHD, new ConfidentialPlace(SUGHD, Optional.empty()).region());
        assertEquals(
                SUGHD,
                new PublicPlace(Items.NAME, "Town", List.of(), SUGHD).<Region>fold(Place::region, Place::region));
    }

    @ParameterizedTest
    @ValueSource(strings = {"189", "13", "123456", "+9990000001", "+9991234", "+999012345678901"})
    void acceptsShortLinesAndInternationalNumbers(String number) {
        assertEquals(number, phone(number).number());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1234567",
                "+0123456",
                "+99",
                "+999 000 00 01",
                "00999000001",
                "+9990000000000001",
                "tel:189",
                "189;ext=1",
                "=1+1",
                "١٨٩"
            })
    void refusesWhatIsNoNumber(String number) {
        assertThrows(IllegalArgumentException.class, () -> phone(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Khujand", "tj-su", "TJ-", "TJ-SUGH", "TJ", ""})
    void refusesARegionThatIsNone(String code) {
        assertThrows(IllegalArgumentException.class, () -> new Region(code));
    }

    @Test
    void refusesAnAddressThatIsNone() {
        assertThrows(IllegalArgumentException.class, () -> new PublicPlace(Items.NAME, " ", List.of(), SUGHD));
        assertThrows(
                IllegalArgumentException.class, () -> new PublicPlace(Items.NAME, "x".repeat(101), List.of(), SUGHD));
        assertThrows(IllegalArgumentException.class, () -> new PublicPlace(Items.NAME, "Town", List.of(""), SUGHD));
        assertThrows(
                IllegalArgumentException.class,
                () -> new PublicPlace(Items.NAME, "Town", List.of("x".repeat(201)), SUGHD));
        assertThrows(
                IllegalArgumentException.class,
                () -> new PublicPlace(Items.NAME, "Town", Collections.nCopies(6, "line"), SUGHD));
    }

    @Test
    void refusesALocationInAZoneThatIsAnOffset() {
        Place place = new ConfidentialPlace(SUGHD, Optional.empty());
        LocationId id = new LocationId("house");
        AgencyId agency = AgencyId.of("tj-shelter");

        assertTrue(new Location(id, agency, place, ZoneId.of("Asia/Dushanbe"))
                .zone()
                .getId()
                .startsWith("Asia"));
        assertThrows(IllegalArgumentException.class, () -> new Location(id, agency, place, ZoneId.of("+05:00")));
        assertThrows(IllegalArgumentException.class, () -> new Location(id, agency, place, ZoneId.of("GMT+5")));
    }

    @Test
    void refusesIdsOfAnotherShape() {
        for (String id : List.of("", "ab", "House", "1house", "house_1", "x".repeat(64))) {
            assertThrows(IllegalArgumentException.class, () -> new LocationId(id));
        }
    }

    private static Phone phone(String number) {
        return new Phone(number, Optional.empty(), Set.of(), Items.ALWAYS);
    }
}
