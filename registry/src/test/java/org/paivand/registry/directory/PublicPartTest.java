package org.paivand.registry.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.paivand.registry.Items.agency;
import static org.paivand.registry.Items.agreement;
import static org.paivand.registry.Items.confidential;
import static org.paivand.registry.Items.open;
import static org.paivand.registry.Items.service;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.policy.Parties;
import org.paivand.registry.place.Location;

class PublicPartTest {
    private static final Parties BOTH = new Parties.Agencies(Set.of(AgencyId.of("tj-ngo"), AgencyId.of("tj-other")));

    private static Contents shown(List<Location> locations) throws InvalidRegistryException {
        return PublicPart.of(Directory.of(new Contents(
                List.of(agency("tj-ngo"), agency("tj-other")),
                locations,
                List.of(service(
                        "help",
                        "tj-ngo",
                        locations.stream()
                                .filter(location -> location.agency().equals(AgencyId.of("tj-ngo")))
                                .map(location -> location.id().value())
                                .toArray(String[]::new))),
                List.of(),
                List.of(agreement("corridor", BOTH)))));
    }

    @Test
    void tellsNoIdOfAConfidentialPlaceNorHowManyThereAre() throws InvalidRegistryException {
        Contents one = shown(List.of(confidential("rudaki-12", "tj-ngo", "TJ-DU")));
        Contents two =
                shown(List.of(confidential("rudaki-12", "tj-ngo", "TJ-DU"), confidential("ayni-9", "tj-ngo", "TJ-DU")));

        assertEquals(one, two);
        assertFalse(two.toString().contains("rudaki") || two.toString().contains("ayni"));
        assertEquals(Set.of(two.locations().get(0).id()), two.services().get(0).locations());
    }

    @Test
    void keepsRegionsAndAgenciesApart() throws InvalidRegistryException {
        Contents shown = shown(List.of(
                confidential("rudaki-12", "tj-ngo", "TJ-DU"),
                confidential("ayni-9", "tj-ngo", "TJ-SU"),
                confidential("bokhtar-3", "tj-other", "TJ-DU")));

        assertEquals(3, shown.locations().size());
        assertNotEquals(shown.locations().get(0).id(), shown.locations().get(1).id());
        assertEquals(2, shown.services().get(0).locations().size());
    }

    @Test
    void leavesPublicPlacesAsTheyAreAndAgreementsBehind() throws InvalidRegistryException {
        Location office = open("office", "tj-ngo", "TJ-DU");

        Contents shown = shown(List.of(office));

        assertEquals(List.of(office), shown.locations());
        assertEquals(List.of(), shown.agreements());
    }
}
