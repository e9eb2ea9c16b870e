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
import org.junit.jupiter.api.Test;
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
import org.paivand.registry.service.ServiceType;

class SampleDirectoryTest {

    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
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
    void holdsNoTelephoneNumber() {
        DIRECTORY.agencies().forEach(agency -> assertFalse(agency.toString().matches("(?s).*\\d{3}.*")));
    }

    @Test
    void hidesWhereBothSheltersAreBelowTheirRegion() {
        List<Agency> shelters = DIRECTORY.find(Optional.of(AgencyKind.SHELTER), Optional.empty(), Optional.empty());

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

        assertEquals(2, police.size());
        police.forEach(agency -> {
            ReportingDuty duty = agency.reportingDuty().orElseThrow();
            assertEquals("tj-child-protection-dushanbe", duty.to().value());
            assertEquals(ReportingTrigger.CHILD_AT_RISK, duty.trigger());
            assertEquals(Set.of(Category.SERVICE_REQUEST), duty.categories());
        });
    }

    @Test
    void findsWhoOffersAServiceInACountry() {
        List<Agency> found =
                DIRECTORY.find(Optional.empty(), Optional.of(Jurisdiction.of("TJ")), Optional.of(ServiceType.SHELTER));

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
}
