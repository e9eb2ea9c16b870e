package org.paivand.registry.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.paivand.registry.Items.END;
import static org.paivand.registry.Items.START;
import static org.paivand.registry.Items.agency;
import static org.paivand.registry.Items.agreement;
import static org.paivand.registry.Items.confidential;
import static org.paivand.registry.Items.draft;
import static org.paivand.registry.Items.key;
import static org.paivand.registry.Items.node;
import static org.paivand.registry.Items.open;
import static org.paivand.registry.Items.service;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.policy.Agreement;
import org.paivand.disclosure.policy.Parties;
import org.paivand.registry.Items;
import org.paivand.registry.agency.Accreditation;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.agency.ReportingDuty;
import org.paivand.registry.agency.ReportingTrigger;
import org.paivand.registry.agency.Sector;
import org.paivand.registry.node.NodeKey;
import org.paivand.registry.node.PeerNode;
import org.paivand.registry.place.Location;
import org.paivand.registry.record.RegistryItem.AgencyItem;
import org.paivand.registry.record.RegistryItem.AgreementItem;
import org.paivand.registry.record.RegistryItem.LocationItem;
import org.paivand.registry.record.RegistryItem.NodeItem;
import org.paivand.registry.record.RegistryItem.ServiceItem;
import org.paivand.registry.service.Service;
import org.paivand.registry.service.ServiceStatus;

class WideningTest {

    private static final Parties CORRIDOR = new Parties.Countries(Set.of(Jurisdiction.of("TJ"), Jurisdiction.of("KZ")));

    @Test
    void needsTwoForWhatIsNewAndTrusted() {
        assertTrue(Widening.widens(Optional.empty(), new AgencyItem(agency("tj-ngo"))));
        assertTrue(Widening.widens(Optional.empty(), new NodeItem(node("kz-node", "kz-ngo"))));
        assertTrue(Widening.widens(Optional.empty(), new AgreementItem(agreement("corridor", CORRIDOR))));
    }

    @Test
    void needsOneForANewServiceOrLocation() {
        assertFalse(Widening.widens(Optional.empty(), new ServiceItem(service("help", "tj-ngo"))));
        assertFalse(Widening.widens(Optional.empty(), new LocationItem(open("office", "tj-ngo", "TJ-DU"))));
    }

    @Test
    void needsOneForWhatStaysAsItIs() {
        List<RegistryItem> items = List.of(
                new AgencyItem(agency("tj-ngo")),
                new ServiceItem(service("help", "tj-ngo")),
                new LocationItem(open("office", "tj-ngo", "TJ-DU")),
                new NodeItem(node("kz-node", "kz-ngo")),
                new AgreementItem(agreement("corridor", CORRIDOR)));

        items.forEach(item -> assertFalse(Widening.widens(Optional.of(item), item)));
    }

    @Test
    void needsOneToSuspendAndTwoToLetBackIn() {
        Agency suspended = draft("tj-ngo").suspended().made();

        assertFalse(widens(agency("tj-ngo"), suspended));
        assertTrue(widens(suspended, agency("tj-ngo")));
    }

    @Test
    void needsTwoForWhatAnAgencyIs() {
        assertTrue(widens(
                agency("tj-ngo"), draft("tj-ngo").kind(AgencyKind.SHELTER).made()));
        assertTrue(widens(agency("tj-ngo"), draft("tj-ngo").sector(Sector.STATE).made()));
        assertFalse(widens(agency("tj-ngo"), draft("tj-ngo").partOf("tj-above").made()));
        assertFalse(widens(
                agency("tj-ngo"),
                draft("tj-ngo").website("https://ngo.example/").made()));
    }

    @Test
    void needsTwoToTellWhereSomethingIsThatWasConfidential() {
        assertTrue(widens(draft("tj-ngo").confidential().made(), agency("tj-ngo")));
        assertFalse(widens(agency("tj-ngo"), draft("tj-ngo").confidential().made()));
        assertTrue(widens(confidential("house", "tj-ngo", "TJ-SU"), open("house", "tj-ngo", "TJ-SU")));
        assertFalse(widens(open("house", "tj-ngo", "TJ-SU"), confidential("house", "tj-ngo", "TJ-SU")));
    }

    @Test
    void needsTwoForAnyChangeOfWhatIsReported() {
        ReportingDuty duty = new ReportingDuty(
                AgencyId.of("tj-police"),
                ReportingTrigger.CRIME_KNOWN,
                Set.of(Category.SERVICE_REQUEST),
                Duration.ofDays(1),
                Items.NAME);

        assertTrue(widens(agency("tj-ngo"), draft("tj-ngo").reportsTo(duty).made()));
        assertTrue(widens(draft("tj-ngo").reportsTo(duty).made(), agency("tj-ngo")));
    }

    @Test
    void needsTwoToAccreditAndOneToTakeItAway() {
        Agency trained = trained(START, END);

        assertTrue(widens(agency("tj-ngo"), trained));
        assertTrue(widens(trained, trained(START, END.plusSeconds(1))));
        assertTrue(widens(trained, trained(START.minusSeconds(1), END)));
        assertFalse(widens(trained, trained(START, END.minusSeconds(1))));
        assertFalse(widens(trained, agency("tj-ngo")));
    }

    @Test
    void needsTwoForAHostAndForTheNumberThatIsCalledBackAndOneToDropIt() {
        Agency alone = draft("tj-ngo").phone("+999000001").made();
        Agency hosted = draft("tj-ngo").hostedBy("tj-host").made();

        assertTrue(widens(alone, hosted));
        assertTrue(widens(hosted, draft("tj-ngo").hostedBy("tj-other").made()));
        assertTrue(widens(
                hosted, draft("tj-ngo").phone("+999000002").hostedBy("tj-host").made()));
        assertFalse(widens(alone, draft("tj-ngo").phone("+999000002").made()));
        assertFalse(widens(hosted, alone));
    }

    @Test
    void needsTwoToHandAServiceOrLocationToAnotherAgency() {
        assertTrue(widens(service("help", "tj-ngo"), service("help", "tj-other")));
        assertTrue(widens(open("office", "tj-ngo", "TJ-DU"), open("office", "tj-other", "TJ-DU")));
        assertFalse(widens(
                service("help", "tj-ngo"), service("help", "tj-ngo", ServiceStatus.TEMPORARILY_CLOSED, "office")));
    }

    @Test
    void needsTwoForAKeyThatIsNewOrLastsLonger() {
        NodeKey key = key("first-key");
        PeerNode peer = with(key);

        assertTrue(widens(peer, with(key, key("second-key"))));
        assertTrue(widens(peer, with(key("first-key-2"))));
        assertTrue(widens(peer, with(new NodeKey(key.keyId(), key.use(), key.publicKey(), START, END.plusSeconds(1)))));
        assertTrue(widens(peer, with(new NodeKey(key.keyId(), key.use(), Items.p256(), START, END))));
        assertFalse(
                widens(peer, with(new NodeKey(key.keyId(), key.use(), key.publicKey(), START, END.minusSeconds(1)))));
        assertFalse(widens(peer, with()));
    }

    @Test
    void needsTwoForWhomANodeHostsAndWhereItIs() {
        PeerNode peer = node("kz-node", "kz-ngo");
        PeerNode both = node("kz-node", "kz-ngo", "kz-line");

        assertTrue(widens(peer, both));
        assertFalse(widens(both, peer));
        assertTrue(widens(
                peer,
                new PeerNode(
                        peer.id(),
                        peer.jurisdiction(),
                        peer.agencies(),
                        URI.create("https://other.example/"),
                        peer.logOrigin(),
                        peer.keys())));
    }

    @Test
    void needsTwoForEachChangeOfAnAgreementSinceOneThatEndsCanLetMorePass() {
        Agreement corridor = agreement("corridor", CORRIDOR);

        assertTrue(widens(corridor, changed(corridor, corridor.purposes(), END.minusSeconds(1), false, 30)));
        assertTrue(widens(corridor, changed(corridor, Set.of(Purpose.RETURN), END, false, 29)));
        assertTrue(widens(corridor, changed(corridor, corridor.purposes(), END, true, 31)));
    }

    @Test
    void refusesToCompareTwoItems() {
        AgencyItem agency = new AgencyItem(agency("tj-ngo"));

        assertThrows(
                IllegalArgumentException.class,
                () -> Widening.widens(Optional.of(agency), new AgencyItem(agency("tj-other"))));
        assertThrows(
                IllegalArgumentException.class,
                () -> Widening.widens(Optional.of(agency), new ServiceItem(service("tj-ngo", "tj-ngo"))));
    }

    @Test
    void readsBackEachItemFromItsDocument() throws Exception {
        List<RegistryItem> items = List.of(
                new AgencyItem(trained(START, END)),
                new ServiceItem(service("help", "tj-ngo")),
                new LocationItem(open("office", "tj-ngo", "TJ-DU")),
                new NodeItem(node("kz-node", "kz-ngo")),
                new AgreementItem(agreement("corridor", CORRIDOR)));

        for (RegistryItem item : items) {
            assertEquals(item, RegistryItem.read(item.kind(), item.document()));
        }
        assertEquals(Set.copyOf(items), Set.copyOf(RegistryItems.of(RegistryItems.contents(items))));
    }

    private static boolean widens(Agency before, Agency after) {
        return Widening.widens(Optional.of(new AgencyItem(before)), new AgencyItem(after));
    }

    private static boolean widens(Location before, Location after) {
        return Widening.widens(Optional.of(new LocationItem(before)), new LocationItem(after));
    }

    private static boolean widens(Service before, Service after) {
        return Widening.widens(Optional.of(new ServiceItem(before)), new ServiceItem(after));
    }

    private static boolean widens(PeerNode before, PeerNode after) {
        return Widening.widens(Optional.of(new NodeItem(before)), new NodeItem(after));
    }

    private static boolean widens(Agreement before, Agreement after) {
        return Widening.widens(Optional.of(new AgreementItem(before)), new AgreementItem(after));
    }

    private static Agency trained(Instant from, Instant until) {
        return draft("tj-ngo")
                .accredited(new Accreditation("staff-training", AgencyId.of("tj-centre"), from, until))
                .made();
    }

    private static PeerNode with(NodeKey... keys) {
        PeerNode node = node("kz-node", "kz-ngo");
        return new PeerNode(
                node.id(), node.jurisdiction(), node.agencies(), node.endpoint(), node.logOrigin(), List.of(keys));
    }

    private static Agreement changed(
            Agreement before, Set<Purpose> purposes, Instant until, boolean onward, int retentionDays) {
        return new Agreement(
                before.id(),
                before.version() + 1,
                before.parties(),
                purposes,
                before.categories(),
                before.validFrom(),
                until,
                onward,
                retentionDays,
                before.lawReference());
    }
}
