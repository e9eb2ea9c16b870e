package org.paivand.registry.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.paivand.registry.Items.NAME;
import static org.paivand.registry.Items.agency;
import static org.paivand.registry.Items.draft;
import static org.paivand.registry.Items.node;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Category;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.agency.ReportingDuty;
import org.paivand.registry.agency.ReportingTrigger;
import org.paivand.registry.node.PeerNode;

class HostRulesTest {
    private static final AgencyId HOSTED = AgencyId.of("tj-hosted");
    private static final AgencyId HOST = AgencyId.of("tj-host");

    @Test
    void letsOneWhoHelpsAnswerForAnother() throws InvalidRegistryException {
        Directory directory = directory(draft("tj-hosted").hostedBy("tj-host").made(), agency("tj-host"));

        assertEquals(Optional.of(agency("tj-host")), directory.hostOf(HOSTED));
        assertTrue(directory.hosts(HOST, HOSTED));
        assertFalse(directory.hosts(HOSTED, HOST));
        assertEquals(Optional.empty(), directory.hostOf(HOST));
        assertEquals(Optional.empty(), directory.hostOf(AgencyId.of("tj-nobody")));
    }

    @Test
    void endsWhileEitherIsSuspended() throws InvalidRegistryException {
        Agency hosted = draft("tj-hosted").hostedBy("tj-host").made();

        assertFalse(directory(hosted, draft("tj-host").suspended().made()).hosts(HOST, HOSTED));
        assertFalse(directory(draft("tj-hosted").hostedBy("tj-host").suspended().made(), agency("tj-host"))
                .hosts(HOST, HOSTED));
    }

    @Test
    void refusesAHostThatDoesNotExist() {
        refused(
                "agency tj-hosted is hosted by an agency that doesn't exist: tj-host",
                draft("tj-hosted").hostedBy("tj-host").made());
    }

    @Test
    void refusesAChainOfHosts() {
        refused(
                "agency tj-hosted is hosted by an agency that has a host itself: tj-host",
                draft("tj-hosted").hostedBy("tj-host").made(),
                draft("tj-host").hostedBy("tj-third").made(),
                agency("tj-third"));
    }

    @Test
    void refusesAnAgencyAsItsOwnHostAndOneThatNobodyCanCallBack() {
        assertThrows(
                IllegalArgumentException.class,
                () -> draft("tj-hosted").hostedBy("tj-hosted").made());
        Agency mute = agency("tj-hosted");
        assertThrows(
                IllegalArgumentException.class,
                () -> new Agency(
                        mute.id(),
                        mute.kind(),
                        mute.jurisdiction(),
                        mute.name(),
                        mute.sector(),
                        false,
                        mute.region(),
                        mute.reportingDuty(),
                        mute.standing(),
                        mute.parent(),
                        List.of(),
                        mute.website(),
                        List.of(),
                        Optional.of(HOST)));
    }

    @Test
    void refusesAHostAbroad() {
        refused(
                "agency tj-hosted is hosted abroad: kz-host",
                draft("tj-hosted").hostedBy("kz-host").made(),
                agency("kz-host"));
    }

    @Test
    void refusesAHostOfAnotherNode() {
        List<Fault> faults = faults(
                List.of(draft("kz-hosted").hostedBy("kz-host").made(), agency("kz-host")),
                List.of(node("kz-node", "kz-host")));

        assertEquals(
                List.of("agency kz-hosted and its host aren't both of this node: kz-host"),
                faults.stream().map(Fault::text).toList());
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"SHELTER", "NGO", "HOTLINE", "HEALTH", "LEGAL_AID", "INTERNATIONAL_ORGANISATION"})
    void refusesWhoDoesNotHelpAsHostAndAsHosted(AgencyKind kind) {
        refused(
                "agency tj-hosted can't be hosted, since of ngo and " + kind.code() + " not both help: tj-host",
                draft("tj-hosted").hostedBy("tj-host").made(),
                draft("tj-host").kind(kind).made());
        refused(
                "agency tj-hosted can't be hosted, since of " + kind.code() + " and ngo not both help: tj-host",
                draft("tj-hosted").kind(kind).hostedBy("tj-host").made(),
                agency("tj-host"));
    }

    @Test
    void refusesAHostThatMustReportWhatItLearns() {
        ReportingDuty duty = new ReportingDuty(
                AgencyId.of("tj-police"),
                ReportingTrigger.CRIME_KNOWN,
                Set.of(Category.SERVICE_REQUEST),
                Duration.ofHours(24),
                NAME);

        refused(
                "agency tj-hosted is hosted by an agency that must report what it learns: tj-host",
                draft("tj-hosted").hostedBy("tj-host").made(),
                draft("tj-host").reportsTo(duty).made(),
                agency("tj-police"));
    }

    private static Directory directory(Agency... agencies) throws InvalidRegistryException {
        return Directory.of(new Contents(List.of(agencies), List.of(), List.of(), List.of(), List.of()));
    }

    private static void refused(String fault, Agency... agencies) {
        assertEquals(
                List.of(fault),
                faults(List.of(agencies), List.of()).stream().map(Fault::text).toList());
    }

    private static List<Fault> faults(List<Agency> agencies, List<PeerNode> nodes) {
        List<Agency> all = new ArrayList<>(agencies);
        return assertThrows(
                        InvalidRegistryException.class,
                        () -> Directory.of(new Contents(all, List.of(), List.of(), nodes, List.of())))
                .faults();
    }
}
