package org.paivand.registry.hsds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.paivand.disclosure.AgeGroup;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.agency.Sector;
import org.paivand.registry.agency.Standing;
import org.paivand.registry.directory.Directory;
import org.paivand.registry.hsds.json.PublicAnswers;
import org.paivand.registry.hsds.json.PublicAnswers.Detail;
import org.paivand.registry.hsds.json.PublicAnswers.Part;
import org.paivand.registry.language.Language;
import org.paivand.registry.language.Trilingual;
import org.paivand.registry.place.ConfidentialPlace;
import org.paivand.registry.place.Hours;
import org.paivand.registry.place.Location;
import org.paivand.registry.place.LocationId;
import org.paivand.registry.place.Phone;
import org.paivand.registry.place.Place;
import org.paivand.registry.place.PublicPlace;
import org.paivand.registry.place.Region;
import org.paivand.registry.service.Coverage;
import org.paivand.registry.service.Eligibility;
import org.paivand.registry.service.Service;
import org.paivand.registry.service.ServiceId;
import org.paivand.registry.service.ServiceStatus;
import org.paivand.registry.service.ServiceType;

/** What everybody sees of a shelter is its region and who answers at its gate; how many houses it has isn't seen. */
class ConfidentialPlacesTest {
    private static final Region SUGHD = new Region("TJ-SU");
    private static final Phone GATE = new Phone("+9990000001", Optional.empty(), Set.of(), new Hours.AroundTheClock());
    private static final Phone OTHER_GATE =
            new Phone("+9990000002", Optional.empty(), Set.of(), new Hours.AroundTheClock());

    @Test
    void tellsRegionAndFrontGateAndNothingElse() {
        Directory directory = with(house("house-markerlane", GATE));

        String location = text(answers(directory).location(onlyPlace(directory)));

        assertTrue(location.contains("TJ-SU"), location);
        assertTrue(location.contains("+9990000001"), location);
        for (String absent : List.of("markerlane", "Asia/", "address", "external_identifier", "\"name\":\"house")) {
            assertFalse(location.contains(absent), location);
        }
    }

    @Test
    void tellsTheSameOfOneHouseAndOfThree() {
        Directory one = with(house("house-markerlane", GATE));
        Directory three =
                with(house("house-markerlane", GATE), house("house-markerhill", GATE), house("house-markerford", GATE));

        assertEquals(everything(one), everything(three));
    }

    @Test
    void ordersFrontGatesByNumberAndNotByHouse() {
        Directory forwards = with(house("house-a", GATE), house("house-b", OTHER_GATE));
        Directory backwards = with(house("house-b", GATE), house("house-a", OTHER_GATE));

        assertEquals(everything(forwards), everything(backwards));
    }

    @Test
    void hasNoIdThatAnybodyCouldMakeOfTheOwnId() {
        Directory directory = with(house("house-markerlane", GATE));
        PublicDirectory seen = PublicDirectory.of(directory);

        assertNotEquals(List.of(LocationRows.id(new LocationId("house-markerlane"))), seen.locations());
        assertEquals(
                Optional.empty(), answers(directory).location(LocationRows.id(new LocationId("house-markerlane"))));
        assertEquals(
                Optional.empty(),
                answers(directory)
                        .serviceAtLocation(ServiceRows.atLocationId(
                                ServiceRows.id(new ServiceId("shelter-beds")),
                                LocationRows.id(new LocationId("house-markerlane")))));
    }

    @Test
    void findsNobodyByWhatIsNotShown() {
        Directory directory = with(house("house-markerlane", GATE));

        for (String words : List.of("markerlane", "house", "Dushanbe", "TJ-SU", "0000001")) {
            String page = text(answers(directory)
                    .services(
                            new PublicFilter(Optional.of(words), Optional.empty(), Optional.empty(), Optional.empty()),
                            Detail.FULL,
                            new Part(1, 100)));
            assertTrue(page.contains("\"empty\":true"), words);
        }
    }

    @Test
    void refusesAPublicPlaceOfAConfidentialAgencyBeforeItIsADirectory() {
        Place open = new PublicPlace(texts("markername"), "Markertown", List.of("Markerlane 5"), SUGHD);
        Location location =
                new Location(new LocationId("house-a"), AgencyId.of("shelter-north"), open, ZoneId.of("Asia/Dushanbe"));

        Directory hidden =
                SomeDirectories.directory(List.of(shelter(false, Standing.ACTIVE)), List.of(location), List.of());

        assertTrue(everything(hidden).contains("Markertown"));
        org.junit.jupiter.api.Assertions.assertThrows(
                AssertionError.class,
                () -> SomeDirectories.directory(List.of(shelter(true, Standing.ACTIVE)), List.of(location), List.of()));
    }

    @Test
    void doesNotKnowASuspendedAgencyNorAnInactiveService() {
        Directory suspended = SomeDirectories.directory(
                List.of(shelter(true, Standing.SUSPENDED)),
                List.of(house("house-a", GATE)),
                List.of(beds(ServiceStatus.ACTIVE, Set.of(new LocationId("house-a")))));
        Directory inactive = SomeDirectories.directory(
                List.of(shelter(true, Standing.ACTIVE)),
                List.of(house("house-a", GATE)),
                List.of(beds(ServiceStatus.INACTIVE, Set.of(new LocationId("house-a")))));

        assertFalse(everything(suspended).contains("shelter-north"));
        assertEquals(List.of(), PublicDirectory.of(suspended).locations());
        assertEquals(Optional.empty(), answers(inactive).service(ServiceRows.id(new ServiceId("shelter-beds"))));
        assertFalse(everything(inactive).contains("shelter-beds"));
    }

    @Test
    void tellsNoDutyNoStandingAndNoAccreditation() {
        String all = everything(with(house("house-a", GATE)));

        for (String absent : List.of("standings", "duty", "accreditation\"", "confidential", "name tg")) {
            assertFalse(all.contains(absent), absent);
        }
    }

    /** Everything that can be asked for, except what lists of terms say of themselves. */
    private static String everything(Directory directory) {
        PublicDirectory seen = PublicDirectory.of(directory);
        StringBuilder all = new StringBuilder();
        for (Tongue tongue : Tongue.values()) {
            PublicAnswers answers = new PublicAnswers(seen, tongue);
            Part part = new Part(1, 100);
            List<Optional<byte[]>> told = new ArrayList<>();
            for (Detail detail : Detail.values()) {
                told.add(answers.services(PublicFilter.NONE, detail, part));
                told.add(answers.organizations(PublicFilter.NONE, detail, true, part));
                told.add(answers.organizations(PublicFilter.NONE, detail, false, part));
                told.add(answers.servicesAtLocations(PublicFilter.NONE, detail, part));
            }
            told.add(answers.locations(part));
            seen.locations().forEach(id -> told.add(answers.location(id)));
            seen.services(PublicFilter.NONE).forEach(id -> told.add(answers.service(id)));
            seen.servicesAtLocations(PublicFilter.NONE).forEach(id -> told.add(answers.serviceAtLocation(id)));
            told.forEach(bytes -> all.append(text(bytes)).append('\n'));
        }
        return all.toString();
    }

    private static PublicAnswers answers(Directory directory) {
        return new PublicAnswers(PublicDirectory.of(directory), Tongue.EN);
    }

    private static String onlyPlace(Directory directory) {
        List<String> places = PublicDirectory.of(directory).locations();
        assertEquals(1, places.size());
        return places.get(0);
    }

    private static String text(Optional<byte[]> bytes) {
        return new String(bytes.orElseThrow(), StandardCharsets.UTF_8);
    }

    private static Directory with(Location... houses) {
        Set<LocationId> all = new java.util.HashSet<>();
        List.of(houses).forEach(house -> all.add(house.id()));
        return SomeDirectories.directory(
                List.of(shelter(true, Standing.ACTIVE)), List.of(houses), List.of(beds(ServiceStatus.ACTIVE, all)));
    }

    private static Location house(String id, Phone gate) {
        return new Location(
                new LocationId(id),
                AgencyId.of("shelter-north"),
                new ConfidentialPlace(SUGHD, Optional.of(gate)),
                ZoneId.of("Asia/Dushanbe"));
    }

    private static Agency shelter(boolean confidential, Standing standing) {
        return new Agency(
                AgencyId.of("shelter-north"),
                AgencyKind.SHELTER,
                Jurisdiction.of("TJ"),
                texts("Help in the north"),
                Sector.NON_STATE,
                confidential,
                Optional.of(SUGHD),
                Optional.empty(),
                standing,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of());
    }

    private static Service beds(ServiceStatus status, Set<LocationId> places) {
        return new Service(
                new ServiceId("shelter-beds"),
                AgencyId.of("shelter-north"),
                Set.of(ServiceType.SHELTER),
                Set.of(new Language("tg")),
                new Eligibility(Set.of(AgeGroup.ADULT), Set.of(), Set.of(), true),
                texts("Beds"),
                places,
                new Coverage(Set.of(Jurisdiction.of("TJ")), Set.of()),
                new Hours.AroundTheClock(),
                List.of(),
                status);
    }

    private static Trilingual texts(String text) {
        return new Trilingual(text, text, text);
    }
}
