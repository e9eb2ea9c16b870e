package org.paivand.registry.agency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.registry.language.Trilingual;
import org.paivand.registry.place.Region;

class AgencyTest {

    private static final Trilingual NAME = new Trilingual("Марказ", "Центр", "Centre");

    @Test
    void worksInARegionOfItsOwnCountry() {
        Agency shelter = agency(AgencyKind.SHELTER, Optional.of("TJ-SU"), Optional.empty());

        assertEquals("TJ", shelter.region().orElseThrow().country());
        assertTrue(shelter.isActive());
    }

    @Test
    void refusesARegionAbroadExceptForAConsulate() {
        assertTrue(agency(AgencyKind.CONSULATE, Optional.of("RU-MOW"), Optional.empty())
                .region()
                .isPresent());

        assertThrows(
                IllegalArgumentException.class, () -> agency(AgencyKind.NGO, Optional.of("RU-MOW"), Optional.empty()));
    }

    @Test
    void refusesADutyToReportToItself() {
        assertThrows(
                IllegalArgumentException.class,
                () -> agency(
                        AgencyKind.SHELTER, Optional.empty(), Optional.of(duty("tj-shelter", Duration.ofDays(1)))));
    }

    @Test
    void refusesADutyWithoutCategoriesOrWithAnImpossibleTerm() {
        AgencyId to = AgencyId.of("tj-police");

        assertThrows(
                IllegalArgumentException.class,
                () -> new ReportingDuty(to, ReportingTrigger.CRIME_KNOWN, Set.of(), Duration.ofDays(1), NAME));
        assertThrows(IllegalArgumentException.class, () -> duty("tj-police", Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> duty("tj-police", Duration.ofDays(-1)));
        assertThrows(IllegalArgumentException.class, () -> duty("tj-police", Duration.ofDays(31)));
    }

    @Test
    void refusesANameThatLacksALanguage() {
        assertThrows(IllegalArgumentException.class, () -> new Trilingual("", "Центр", "Centre"));
        assertThrows(IllegalArgumentException.class, () -> new Trilingual("Марказ", " ", "Centre"));
        assertThrows(IllegalArgumentException.class, () -> new Trilingual("Марказ", "Центр", "x".repeat(201)));
    }

    @Test
    void refusesARegionThatIsATown() {
        assertThrows(IllegalArgumentException.class, () -> new Region("Khujand"));
        assertThrows(IllegalArgumentException.class, () -> new Region("tj-su"));
        assertThrows(IllegalArgumentException.class, () -> new Region("TJ-"));
    }

    @Test
    void neverRepeatsAnUnknownCode() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> ReportingTrigger.of("zarina"));

        assertFalse(String.valueOf(refused.getMessage()).contains("zarina"));
    }

    private static Agency agency(AgencyKind kind, Optional<String> region, Optional<ReportingDuty> duty) {
        return new Agency(
                AgencyId.of("tj-shelter"),
                kind,
                Jurisdiction.of("TJ"),
                NAME,
                Sector.NON_STATE,
                true,
                region.map(Region::new),
                duty,
                Standing.ACTIVE,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of());
    }

    private static ReportingDuty duty(String to, Duration within) {
        return new ReportingDuty(
                AgencyId.of(to), ReportingTrigger.CRIME_KNOWN, Set.of(Category.SERVICE_REQUEST), within, NAME);
    }
}
