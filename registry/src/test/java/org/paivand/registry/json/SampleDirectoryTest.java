package org.paivand.registry.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.paivand.disclosure.AgeGroup;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.policy.Agreement;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.agency.ReportingDuty;
import org.paivand.registry.agency.ReportingTrigger;
import org.paivand.registry.agency.Sector;
import org.paivand.registry.directory.Directory;
import org.paivand.registry.place.ConfidentialPlace;
import org.paivand.registry.place.Location;
import org.paivand.registry.place.Phone;
import org.paivand.registry.service.Service;
import org.paivand.registry.service.ServiceId;
import org.paivand.registry.service.ServiceType;
import org.paivand.registry.service.SexForPlacement;

class SampleDirectoryTest {

    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final Jurisdiction TAJIKISTAN = Jurisdiction.of("TJ");
    private static final Directory DIRECTORY = SampleDirectory.load();

    @Test
    void saysInEachFileThatItIsASample() throws IOException {
        for (String file : RegistryReader.FILES) {
            try (InputStream in = SampleDirectory.class.getResourceAsStream("/org/paivand/registry/sample/" + file)) {
                assertTrue(in != null, file);
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                assertTrue(text.startsWith("{\n  \"notice\": \"Sample data for trials."), file);
            }
        }
    }

    @Test
    void holdsOnlyTelephonesThatReachNobodyOrThatArePublishedAsShortLines() {
        Stream<Phone> phones = Stream.of(
                        DIRECTORY.agencies().stream().flatMap(agency -> agency.phones().stream()),
                        DIRECTORY.services().stream().flatMap(service -> service.phones().stream()),
                        DIRECTORY.locations().stream().flatMap(SampleDirectoryTest::frontGate))
                .flatMap(Function.identity());

        phones.forEach(phone ->
                assertTrue(phone.number().startsWith("+999") || phone.number().equals("189"), phone.number()));
    }

    @Test
    void hasTenHotlinesThatCanBeCalled() {
        List<Agency> hotlines =
                DIRECTORY.find(Optional.of(AgencyKind.HOTLINE), Optional.of(TAJIKISTAN), Optional.empty());

        assertEquals(10, hotlines.size());
        hotlines.forEach(hotline -> {
            assertFalse(hotline.phones().isEmpty());
            assertFalse(DIRECTORY.servicesOf(hotline.id()).get(0).phones().isEmpty());
        });
    }

    @Test
    void hasCounterpartsWhereTheFactsSayThatThereAre() {
        for (String country : List.of("KZ", "KG", "UZ", "TM", "RU", "AE", "TR", "SA")) {
            Optional<Jurisdiction> there = Optional.of(Jurisdiction.of(country));
            assertFalse(
                    DIRECTORY
                            .find(Optional.of(AgencyKind.NGO), there, Optional.empty())
                            .isEmpty(),
                    country);
        }
        assertEquals(2, shelters("KZ"));
        assertEquals(3, shelters("KG"));
        assertEquals(2, shelters("UZ"));
        assertEquals(
                "189",
                DIRECTORY
                        .agency(AgencyId.of("kg-hotline"))
                        .orElseThrow()
                        .phones()
                        .get(0)
                        .number());
    }

    @Test
    void accreditsByTheTrainingCentreAndHasOneThatLapsed() {
        assertTrue(accredited("tj-shelter-north"));
        assertFalse(accredited("tj-ngo-khatlon-education"));
        assertFalse(accredited("tj-police-dushanbe"));
    }

    @Test
    void tellsNothingOfAConfidentialPlaceBelowItsRegion() {
        DIRECTORY.locations().stream()
                .filter(location ->
                        DIRECTORY.agency(location.agency()).orElseThrow().confidentialLocation())
                .forEach(location -> assertTrue(location.place() instanceof ConfidentialPlace));
    }

    @Test
    void takesAWomanWithAChildAtNightInTheNorth() {
        Service north = DIRECTORY.service(new ServiceId("north-placement")).orElseThrow();
        Service south = DIRECTORY.service(new ServiceId("south-placement")).orElseThrow();
        Optional<SexForPlacement> woman = Optional.of(SexForPlacement.FEMALE);

        assertTrue(north.hours().open(NOW));
        assertTrue(north.eligibility().accompanyingChildren());
        assertTrue(north.eligibility().admits(AgeGroup.ADULT, woman));
        assertFalse(south.eligibility().admits(AgeGroup.ADULT, woman));
    }

    @Test
    void hidesWhereBothSheltersAreBelowTheirRegion() {
        List<Agency> shelters =
                DIRECTORY.find(Optional.of(AgencyKind.SHELTER), Optional.of(TAJIKISTAN), Optional.empty());

        assertEquals(2, shelters.size());
        assertTrue(shelters.stream().allMatch(Agency::confidentialLocation));
        assertEquals(
                List.of("TJ-SU", "TJ-KT"),
                shelters.stream().map(a -> a.region().orElseThrow().code()).toList());
    }

    @Test
    void namesTajikAgenciesInTajikCyrillic() {
        DIRECTORY.agencies().forEach(agency -> {
            assertTrue(
                    agency.name().tg().matches("[\\p{IsCyrillic} ,()]+"),
                    agency.id().value());
            assertTrue(
                    agency.name().ru().matches("[\\p{IsCyrillic} ,()]+"),
                    agency.id().value());
            assertTrue(agency.name().en().matches("[A-Za-z ,()]+"), agency.id().value());
        });
    }

    @Test
    void letsPoliceReportAChildAtRiskToChildProtectionWithTheServiceRequestOnly() {
        List<Agency> police = DIRECTORY.find(Optional.of(AgencyKind.POLICE), Optional.empty(), Optional.empty());

        assertEquals(6, police.size());
        police.forEach(agency -> {
            ReportingDuty duty = agency.reportingDuty().orElseThrow();
            assertEquals(
                    AgencyKind.CHILD_PROTECTION,
                    DIRECTORY.agency(duty.to()).orElseThrow().kind());
            assertEquals(ReportingTrigger.CHILD_AT_RISK, duty.trigger());
            assertEquals(Set.of(Category.SERVICE_REQUEST), duty.categories());
        });
    }

    @Test
    void findsWhoOffersAServiceInACountry() {
        List<Agency> found =
                DIRECTORY.find(Optional.empty(), Optional.of(TAJIKISTAN), Optional.of(ServiceType.SHELTER));

        assertEquals(
                Set.of("tj-shelter-north", "tj-shelter-south-minors"),
                Set.copyOf(found.stream().map(a -> a.id().value()).toList()));
    }

    @Test
    void bindsTajikAgenciesAndTheKazakhCorridorOnly() {
        assertEquals("tj-interagency", agreement("tj-police-dushanbe", "tj-shelter-north"));
        assertEquals("corridor-tj-kz", agreement("tj-shelter-north", "kz-ngo-support"));
        assertEquals("none", agreement("tj-shelter-north", "uz-ngo-support"));
        assertEquals("none", agreement("kg-ngo-support", "kz-ngo-support"));
        assertEquals("none", agreement("kz-ngo-support", "kz-ngo-support"));
        assertEquals("none", agreement("tj-shelter-north", "tj-unknown"));
    }

    @Test
    void bindsAConsulateByItsOwnCountryAndNotByItsHost() {
        assertEquals("tj-interagency", agreement("tj-shelter-north", "tj-consulate-almaty"));
    }

    @Test
    void neverTakesASheltersSectorFromItsKind() {
        assertTrue(DIRECTORY.agencies().stream()
                .filter(a -> a.kind() == AgencyKind.SHELTER)
                .allMatch(a -> a.sector() == Sector.NON_STATE));
        assertTrue(DIRECTORY.agencies().stream()
                .filter(a -> a.kind() == AgencyKind.POLICE)
                .allMatch(a -> a.sector() == Sector.STATE));
    }

    private static String agreement(String discloser, String recipient) {
        return DIRECTORY
                .agreementBetween(AgencyId.of(discloser), AgencyId.of(recipient), NOW)
                .map(Agreement::id)
                .orElse("none");
    }

    private static Stream<Phone> frontGate(Location location) {
        return location.place().fold(open -> Stream.empty(), confidential -> confidential.frontGate().stream());
    }

    private static int shelters(String country) {
        return DIRECTORY
                .find(Optional.of(AgencyKind.SHELTER), Optional.of(Jurisdiction.of(country)), Optional.empty())
                .size();
    }

    private static boolean accredited(String agency) {
        return DIRECTORY.agency(AgencyId.of(agency)).orElseThrow().accredited("staff-training", NOW);
    }
}
