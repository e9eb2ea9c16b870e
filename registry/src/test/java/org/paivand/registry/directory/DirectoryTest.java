package org.paivand.registry.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.paivand.registry.Items.END;
import static org.paivand.registry.Items.START;
import static org.paivand.registry.Items.agency;
import static org.paivand.registry.Items.agreement;
import static org.paivand.registry.Items.confidential;
import static org.paivand.registry.Items.draft;
import static org.paivand.registry.Items.node;
import static org.paivand.registry.Items.open;
import static org.paivand.registry.Items.service;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.policy.Agreement;
import org.paivand.disclosure.policy.Parties;
import org.paivand.registry.Items;
import org.paivand.registry.agency.Accreditation;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.agency.ReportingDuty;
import org.paivand.registry.agency.ReportingTrigger;
import org.paivand.registry.node.NodeId;
import org.paivand.registry.node.PeerNode;
import org.paivand.registry.place.Location;
import org.paivand.registry.place.LocationId;
import org.paivand.registry.service.Service;
import org.paivand.registry.service.ServiceId;
import org.paivand.registry.service.ServiceStatus;
import org.paivand.registry.service.ServiceType;

class DirectoryTest {

    private final List<Agency> agencies = new ArrayList<>();
    private final List<Location> locations = new ArrayList<>();
    private final List<Service> services = new ArrayList<>();
    private final List<PeerNode> nodes = new ArrayList<>();
    private final List<Agreement> agreements = new ArrayList<>();

    @Test
    void findsEachItemByItsIdAndByItsAgency() throws InvalidRegistryException {
        agencies.addAll(List.of(agency("tj-shelter"), agency("kz-ngo")));
        locations.add(confidential("house", "tj-shelter", "TJ-SU"));
        services.add(service("placement", "tj-shelter", "house"));
        nodes.add(node("kz-node", "kz-ngo"));

        Directory directory = directory();

        assertEquals(Optional.of(locations.get(0)), directory.location(new LocationId("house")));
        assertEquals(locations, directory.locationsOf(AgencyId.of("tj-shelter")));
        assertEquals(Optional.of(services.get(0)), directory.service(new ServiceId("placement")));
        assertEquals(services, directory.servicesOf(AgencyId.of("tj-shelter")));
        assertEquals(services, directory.offered(ServiceType.SHELTER));
        assertEquals(Optional.of(nodes.get(0)), directory.node(new NodeId("kz-node")));
        assertEquals(Optional.of(nodes.get(0)), directory.nodeOf(AgencyId.of("kz-ngo")));
        assertEquals(Optional.empty(), directory.nodeOf(AgencyId.of("tj-shelter")));
    }

    @Test
    void findsNothingUnderWhatItDoesNotKnow() throws InvalidRegistryException {
        Directory directory = directory();

        assertEquals(Optional.empty(), directory.agency(AgencyId.of("tj-shelter")));
        assertEquals(List.of(), directory.locationsOf(AgencyId.of("tj-shelter")));
        assertEquals(List.of(), directory.servicesOf(AgencyId.of("tj-shelter")));
        assertEquals(List.of(), directory.offered(ServiceType.SHELTER));
        assertEquals(Optional.empty(), directory.service(new ServiceId("placement")));
        assertEquals(Optional.empty(), directory.node(new NodeId("kz-node")));
    }

    @Test
    void offersNothingOfASuspendedAgencyAndNothingInactive() throws InvalidRegistryException {
        agencies.addAll(List.of(draft("tj-gone").suspended().made(), agency("tj-shelter")));
        services.add(service("of-gone", "tj-gone"));
        services.add(service("ended", "tj-shelter", ServiceStatus.INACTIVE));

        Directory directory = directory();

        assertEquals(List.of(), directory.offered(ServiceType.SHELTER));
        assertEquals(2, directory.services().size());
        assertTrue(directory
                .find(Optional.empty(), Optional.empty(), Optional.of(ServiceType.SHELTER))
                .isEmpty());
    }

    @Test
    void listsWhatIsClosedForATimeButDoesNotSayThatItIsOffered() throws InvalidRegistryException {
        agencies.add(agency("tj-shelter"));
        services.add(service("placement", "tj-shelter", ServiceStatus.TEMPORARILY_CLOSED));

        Directory directory = directory();

        assertEquals(services, directory.offered(ServiceType.SHELTER));
        assertEquals(false, directory.offers(AgencyId.of("tj-shelter"), ServiceType.SHELTER));
    }

    @Test
    void givesBackWhatItWasMadeOfInTheOrderOfTheIds() throws InvalidRegistryException {
        agencies.addAll(List.of(agency("tj-two"), agency("tj-one")));
        services.addAll(List.of(service("two-help", "tj-two"), service("one-help", "tj-one")));

        Directory directory = directory();

        assertEquals(
                List.of(agency("tj-one"), agency("tj-two")),
                directory.contents().agencies());
        assertEquals(directory.contents(), Directory.of(directory.contents()).contents());
    }

    @Test
    void refusesIdsThatAreThereTwice() {
        agencies.addAll(List.of(agency("tj-ngo"), agency("tj-ngo"), agency("kz-ngo")));
        locations.addAll(List.of(open("office", "tj-ngo", "TJ-DU"), open("office", "tj-ngo", "TJ-DU")));
        services.addAll(List.of(service("help", "tj-ngo"), service("help", "tj-ngo")));
        nodes.addAll(List.of(node("kz-node", "kz-ngo"), node("kz-node", "kz-ngo")));

        refused(
                "agency tj-ngo is there twice",
                "location office is there twice",
                "service help is there twice",
                "node kz-node is there twice",
                "node kz-node hosts an agency of node kz-node: kz-ngo",
                "node kz-node has the log origin of node kz-node");
    }

    @Test
    void acceptsOneIdForItemsOfTwoKinds() throws InvalidRegistryException {
        agencies.add(agency("tj-ngo"));
        locations.add(open("tj-ngo", "tj-ngo", "TJ-DU"));
        services.add(service("tj-ngo", "tj-ngo", "tj-ngo"));

        assertEquals(1, directory().services().size());
    }

    @Test
    void refusesAgenciesThatDoNotExistWhereverTheyAreNamed() {
        agencies.add(draft("tj-ngo")
                .partOf("tj-above")
                .reportsTo(duty("tj-told"))
                .accredited(accreditation("tj-centre"))
                .made());
        locations.add(open("office", "tj-none", "TJ-DU"));
        services.add(service("help", "tj-none"));
        nodes.add(node("kz-node", "kz-none"));
        agreements.add(agreement("named", agencies("tj-ngo", "tj-none")));

        refused(
                "agency tj-ngo reports to an agency that doesn't exist: tj-told",
                "agency tj-ngo is a part of an agency that doesn't exist: tj-above",
                "agency tj-ngo has an accreditation of an agency that doesn't exist: tj-centre",
                "location office is of an agency that doesn't exist: tj-none",
                "service help is of an agency that doesn't exist: tj-none",
                "node kz-node hosts an agency that doesn't exist: kz-none",
                "agreement named binds a party that doesn't exist: tj-none");
    }

    @Test
    void refusesServicesAtLocationsThatDoNotExistOrAreAnotherAgencys() {
        agencies.addAll(List.of(agency("tj-ngo"), agency("tj-other")));
        locations.add(open("office", "tj-other", "TJ-DU"));
        services.add(service("help", "tj-ngo", "office", "nowhere"));

        refused(
                "service help is at a location that doesn't exist: nowhere",
                "service help is at a location of another agency: office");
    }

    @Test
    void refusesACircleOfAgenciesAndNamesAllOnIt() {
        agencies.addAll(List.of(
                draft("tj-one").partOf("tj-two").made(),
                draft("tj-two").partOf("tj-three").made(),
                draft("tj-three").partOf("tj-one").made(),
                draft("tj-below").partOf("tj-one").made()));

        refused(
                "agency tj-one is a part of itself, by way of tj-two",
                "agency tj-two is a part of itself, by way of tj-three",
                "agency tj-three is a part of itself, by way of tj-one",
                "agency tj-below is below more than 8 others, or below a circle");
    }

    @Test
    void acceptsEightAgenciesAboveOneAndRefusesNine() throws InvalidRegistryException {
        agencies.add(agency("tj-level-0"));
        for (int level = 1; level <= 8; level++) {
            agencies.add(
                    draft("tj-level-" + level).partOf("tj-level-" + (level - 1)).made());
        }
        assertEquals(9, directory().agencies().size());

        agencies.add(draft("tj-level-9").partOf("tj-level-8").made());

        refused("agency tj-level-9 is below more than 8 others, or below a circle");
    }

    @Test
    void refusesAnAddressOfAnAgencyWhosePlaceIsConfidential() {
        agencies.add(draft("tj-shelter").confidential().made());
        locations.addAll(List.of(open("office", "tj-shelter", "TJ-DU"), confidential("house", "tj-shelter", "TJ-SU")));

        refused("location office would tell where tj-shelter is, which is confidential");
    }

    @Test
    void refusesALocationAbroadExceptAConsulates() {
        agencies.addAll(List.of(
                agency("tj-ngo"),
                draft("tj-consulate").kind(AgencyKind.CONSULATE).made()));
        locations.addAll(List.of(open("office", "tj-ngo", "RU-MOW"), open("consulate", "tj-consulate", "RU-MOW")));

        refused("location office lies outside the jurisdiction of tj-ngo");
    }

    @Test
    void refusesADutyToReportAbroad() {
        agencies.addAll(List.of(draft("tj-ngo").reportsTo(duty("kz-police")).made(), agency("kz-police")));

        refused("agency tj-ngo reports abroad: kz-police");
    }

    @Test
    void refusesNodesThatShareAnAgencyOrHostOneOfAnotherCountry() {
        agencies.addAll(List.of(agency("kz-ngo"), agency("kg-ngo")));
        nodes.addAll(List.of(node("first-node", "kz-ngo", "kg-ngo"), node("second-node", "kz-ngo")));

        refused(
                "node first-node hosts an agency of another jurisdiction: kg-ngo",
                "node second-node hosts an agency of node first-node: kz-ngo");
    }

    @Test
    void refusesAgreementsWithACountryThatHasNoAgency() {
        agencies.add(agency("tj-ngo"));
        agreements.add(agreement("corridor", countries("TJ", "KZ")));
        agreements.add(agreement("wider", countries("TJ", "KZ")));

        refused(
                "agreement corridor binds a party that doesn't exist: KZ",
                "agreement wider binds a party that doesn't exist: KZ");
    }

    private Directory directory() throws InvalidRegistryException {
        return Directory.of(contents());
    }

    private Contents contents() {
        return new Contents(agencies, locations, services, nodes, agreements);
    }

    private void refused(String... problems) {
        InvalidRegistryException refused = assertThrows(InvalidRegistryException.class, () -> Directory.of(contents()));

        assertEquals(Set.of(problems), Set.copyOf(refused.problems()));
        assertEquals(problems.length, refused.problems().size());
    }

    private static ReportingDuty duty(String to) {
        return new ReportingDuty(
                AgencyId.of(to),
                ReportingTrigger.CRIME_KNOWN,
                Set.of(Category.SERVICE_REQUEST),
                Duration.ofDays(1),
                Items.NAME);
    }

    private static Accreditation accreditation(String issuer) {
        return new Accreditation("staff-training", AgencyId.of(issuer), START, END);
    }

    private static Parties countries(String... codes) {
        return new Parties.Countries(
                Set.copyOf(List.of(codes).stream().map(Jurisdiction::of).toList()));
    }

    private static Parties agencies(String... ids) {
        return new Parties.Agencies(
                Set.copyOf(List.of(ids).stream().map(AgencyId::of).toList()));
    }
}
