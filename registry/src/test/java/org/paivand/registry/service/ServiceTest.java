package org.paivand.registry.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.registry.Items;
import org.paivand.registry.language.Language;
import org.paivand.registry.place.Phone;
import org.paivand.registry.place.Region;

class ServiceTest {

    private static final Service SERVICE = Items.service("placement", "tj-shelter");
    private static final Jurisdiction TAJIKISTAN = Jurisdiction.of("TJ");

    @Test
    void refusesAServiceThatOffersNothingOrSpeaksNoLanguage() {
        assertThrows(IllegalArgumentException.class, () -> service(Set.of(), SERVICE.languages(), List.of()));
        assertThrows(IllegalArgumentException.class, () -> service(SERVICE.types(), Set.of(), List.of()));
    }

    @Test
    void refusesMoreThanTenTelephones() {
        Phone phone = new Phone("189", Optional.empty(), Set.of(), Items.ALWAYS);

        assertEquals(
                10,
                service(SERVICE.types(), SERVICE.languages(), Collections.nCopies(10, phone))
                        .phones()
                        .size());
        assertThrows(
                IllegalArgumentException.class,
                () -> service(SERVICE.types(), SERVICE.languages(), Collections.nCopies(11, phone)));
    }

    @Test
    void isActiveUnlessItIsClosedOrEnded() {
        assertTrue(SERVICE.isActive());
        assertFalse(SERVICE.with(ServiceStatus.TEMPORARILY_CLOSED).isActive());
        assertFalse(SERVICE.with(ServiceStatus.INACTIVE).isActive());
    }

    @Test
    void coversEachRegionOfAWholeCountryAndNoneOfItsNeighbours() {
        Coverage country = new Coverage(Set.of(TAJIKISTAN), Set.of());

        assertTrue(country.covers(new Region("TJ-SU")));
        assertTrue(country.reaches(TAJIKISTAN));
        assertFalse(country.covers(new Region("KZ-75")));
        assertFalse(country.reaches(Jurisdiction.of("KZ")));
    }

    @Test
    void coversNoOtherRegionThanThoseItNames() {
        Coverage north = new Coverage(Set.of(), Set.of(new Region("TJ-SU")));

        assertTrue(north.covers(new Region("TJ-SU")));
        assertTrue(north.reaches(TAJIKISTAN));
        assertFalse(north.covers(new Region("TJ-KT")));
    }

    @Test
    void refusesACoverageOfNothingOrOneSaidTwice() {
        assertThrows(IllegalArgumentException.class, () -> new Coverage(Set.of(), Set.of()));
        assertThrows(
                IllegalArgumentException.class, () -> new Coverage(Set.of(TAJIKISTAN), Set.of(new Region("TJ-SU"))));
    }

    private static Service service(Set<ServiceType> types, Set<Language> languages, List<Phone> phones) {
        return new Service(
                SERVICE.id(),
                SERVICE.agency(),
                types,
                languages,
                SERVICE.eligibility(),
                SERVICE.name(),
                SERVICE.locations(),
                SERVICE.coverage(),
                SERVICE.hours(),
                phones,
                SERVICE.status());
    }
}
