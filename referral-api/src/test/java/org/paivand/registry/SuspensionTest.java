package org.paivand.registry;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.paivand.registry.RegistryScene.refused;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.event.Denial;
import org.paivand.problem.ProblemCode;
import org.paivand.referral.Move;
import org.paivand.referral.ReferralId;
import org.paivand.registry.LiveCases.LiveReferral;
import org.paivand.registry.service.ServiceType;
import org.paivand.release.LoggedDisclosure;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** What becomes of an agency's referrals when it is suspended. */
@Timeout(120)
class SuspensionTest {
    private TestNode node;
    private RegistryScene registry;
    private Scene scene;
    private Set<UUID> others = Set.of();

    @BeforeEach
    void open() throws Exception {
        node = new TestNode();
        registry = new RegistryScene(node);
        scene = Scene.policeAndShelter(node);
        scene.consent(scene.grant(Category.SERVICE_REQUEST, Category.IDENTITY));
        others = Stream.of("tj-police-dushanbe", "tj-shelter-north")
                .flatMap(agency -> page(agency, Optional.empty(), 1_000).referrals().stream())
                .map(LiveReferral::id)
                .collect(toSet());
    }

    @AfterEach
    void close() throws Exception {
        node.close();
    }

    private LiveCaseDesk.LeftBehind page(String agency, Optional<Cursor> after, int limit) {
        return node.liveCases().of(agency, after, limit);
    }

    /** Without those that other tests left, perhaps by a clock that was ahead. */
    private List<LiveReferral> live(String agency, Optional<Cursor> after) {
        return page(agency, after, 1_000).referrals().stream()
                .filter(referral -> !others.contains(referral.id()))
                .toList();
    }

    private List<LiveReferral> live(String agency) {
        return live(agency, Optional.empty());
    }

    private List<UUID> ids(String agency) {
        return live(agency).stream().map(LiveReferral::id).toList();
    }

    @Test
    void releasesNothingMoreToASuspendedAgency() throws Exception {
        ReferralId referral = scene.accepted();
        LoggedDisclosure before = scene.pull(referral, Category.IDENTITY);
        assertEquals(List.of(), before.withheld());

        registry.suspend("tj-shelter-north");

        refused(ProblemCode.RELEASE_REFUSED, () -> scene.pull(referral, Category.IDENTITY));
        List<TestNode.Logged> entries = node.sequenced(scene.alias);
        assertTrue(entries.get(entries.size() - 1).event() instanceof Denial);
    }

    @Test
    void offersNothingMoreToASuspendedAgency() throws Exception {
        List<UUID> before = ids("tj-shelter-north");
        registry.suspend("tj-shelter-north");

        refused(ProblemCode.OFFER_REFUSED, () -> scene.offer(ServiceType.SHELTER));

        assertEquals(before, ids("tj-shelter-north"));
    }

    @Test
    void listsWhatTheAgencyLeavesBehindByReference() throws Exception {
        ReferralId accepted = scene.accepted();
        node.clock.move(Duration.ofSeconds(1));
        ReferralId offered = scene.offer(ServiceType.PSYCHOLOGICAL);
        ReferralId ended = scene.offer(ServiceType.SHELTER);
        node.referrals().move(scene.controller, ended, Optional.empty(), Move.cancel());

        registry.suspend("tj-shelter-north");

        List<LiveReferral> left = live("tj-shelter-north");
        assertEquals(
                List.of(offered.value(), accepted.value()),
                left.stream().map(LiveReferral::id).toList());
        assertEquals(
                List.of("offered", "accepted"),
                left.stream().map(LiveReferral::state).toList());
        assertFalse(ids("tj-shelter-north").contains(ended.value()));
        assertEquals(new AgencyId("tj-police-dushanbe"), left.get(0).controller());
        assertFalse(page("tj-shelter-north", Optional.empty(), 1).agency().isActive());
    }

    @Test
    void listsThemAlsoForTheAgencyThatSentThemOrControlsTheCase() throws Exception {
        ReferralId accepted = scene.accepted();

        assertEquals(accepted.value(), ids("tj-police-dushanbe").get(0));
        assertTrue(page("tj-police-dushanbe", Optional.empty(), 1).controlled() >= 1);
        assertFalse(ids("tj-ngo-psychosocial").contains(accepted.value()));
    }

    @Test
    void goesOnWhereThePageBeforeEnded() throws Exception {
        ReferralId first = scene.offer(ServiceType.SHELTER);
        node.clock.move(Duration.ofSeconds(1));
        ReferralId second = scene.offer(ServiceType.SOCIAL);

        LiveReferral newest = live("tj-shelter-north").get(0);
        Cursor there = new Cursor(newest.offeredAt(), newest.id().toString());

        assertEquals(second.value(), newest.id());
        assertEquals(
                List.of(first.value()),
                live("tj-shelter-north", Optional.of(there)).stream()
                        .map(LiveReferral::id)
                        .toList());
        assertEquals(
                1, page("tj-shelter-north", Optional.empty(), 1).referrals().size());
    }

    @Test
    void knowsNothingOfAnAgencyThatIsNotThere() {
        refused(ProblemCode.NOT_FOUND, () -> live("tj-nobody"));
        refused(ProblemCode.NOT_FOUND, () -> live("x' OR 1=1"));
    }
}
