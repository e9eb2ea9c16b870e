package org.paivand.capacity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.capacity.jdbc.JdbcCapacities;
import org.paivand.casefile.section.Urgency;
import org.paivand.disclosure.Category;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.referral.DeclineCode;
import org.paivand.referral.Move;
import org.paivand.referral.Offer;
import org.paivand.referral.Outcome;
import org.paivand.referral.ReferralId;
import org.paivand.referral.Step;
import org.paivand.registry.search.Vacancy;
import org.paivand.registry.search.Waitlist;
import org.paivand.registry.service.ServiceId;
import org.paivand.registry.service.ServiceType;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** What referrals do to places, on MariaDB. */
@Timeout(60)
class PlacesTest {
    @AutoClose
    private static final TestNode node = TestNode.running();

    private Scene scene;

    @BeforeEach
    void consent() throws Exception {
        Beds.clear(node);
        scene = Scene.policeAndShelter(node);
        scene.consent(scene.grant(Category.SERVICE_REQUEST));
    }

    @AfterEach
    void mend() throws Exception {
        node.clock.reset();
        Beds.clear(node);
    }

    @Test
    void holdsAPlaceWhileTheOfferWaitsAndGivesItBackWhenItIsTakenBackOrDeclined() throws Exception {
        Beds.state(node, 2, 8, Waitlist.NONE);

        ReferralId first = offer(Urgency.URGENT);
        ReferralId second = offer(Urgency.URGENT);
        assertEquals(0, Beds.available(node));
        node.referrals().move(scene.controller, first, Optional.empty(), Move.cancel());
        assertEquals(1, Beds.available(node));
        node.referrals().move(scene.recipient, second, Optional.empty(), Move.decline(DeclineCode.OTHER, List.of()));

        assertEquals(2, Beds.available(node));
        assertEquals(6, Beds.occupied(node));
        assertEquals(0, TestNode.number("SELECT COUNT(*) FROM paivand.placement"));
    }

    @Test
    void knowsNoPlacesWhereNoServiceIsAskedFor() {
        Map<ServiceId, Vacancy> none = node.database()
                .<Map<ServiceId, Vacancy>, RuntimeException>commit(
                        transaction -> new JdbcCapacities(transaction).vacancies(List.of(), node.clock.instant()));

        assertEquals(Map.of(), none);
    }

    @Test
    void countsAHoldNoMoreFromTheInstantTheOfferExpires() throws Exception {
        Beds.state(node, 1, 8, Waitlist.NONE);
        offer(Urgency.URGENT);
        assertEquals(0, Beds.available(node));

        node.clock.move(Duration.ofDays(1));

        assertEquals(1, Beds.available(node));
        assertEquals(7, Beds.occupied(node));
    }

    @Test
    void occupiesWhatWasHeldAtAcceptanceAndFreesItAtTheEnd() throws Exception {
        Beds.state(node, 1, 8, Waitlist.NONE);
        ReferralId referral = offer(Urgency.URGENT);

        node.referrals().move(scene.recipient, referral, Optional.empty(), Move.accept());
        assertEquals(8, Beds.occupied(node));
        node.referrals().move(scene.recipient, referral, Optional.empty(), Move.proceed(Step.ARRIVED));
        assertEquals(8, Beds.occupied(node));
        node.referrals().move(scene.recipient, referral, Optional.empty(), Move.complete(Outcome.NEEDS_MET, List.of()));

        assertEquals(7, Beds.occupied(node));
        assertEquals(1, Beds.available(node));
    }

    @Test
    void freesWhatWasOccupiedWhenTheAcceptanceIsTakenBack() throws Exception {
        Beds.state(node, 1, 8, Waitlist.NONE);
        ReferralId referral = offer(Urgency.URGENT);
        node.referrals().move(scene.recipient, referral, Optional.empty(), Move.accept());

        node.referrals().move(scene.recipient, referral, Optional.empty(), Move.decline(DeclineCode.OTHER, List.of()));

        assertEquals(7, Beds.occupied(node));
    }

    @ParameterizedTest
    @EnumSource(
            value = Urgency.class,
            names = {"EMERGENCY", "URGENT", "NORMAL"})
    void refusesAnOfferWhereNothingIsFreeAndNobodyMayWait(Urgency urgency) throws Exception {
        Beds.state(node, 0, 8, Waitlist.CLOSED);
        long before = TestNode.number("SELECT COUNT(*) FROM paivand.referral");

        refused(ProblemCode.NO_PLACE, () -> offer(urgency));

        assertEquals(before, TestNode.number("SELECT COUNT(*) FROM paivand.referral"));
        assertEquals(0, TestNode.number("SELECT COUNT(*) FROM paivand.placement"));
    }

    @Test
    void neverHoldsBackAnOfferThatCannotWait() throws Exception {
        Beds.state(node, 0, 8, Waitlist.NONE);

        ReferralId referral = offer(Urgency.IMMEDIATE);

        assertEquals("waiting", state(referral));
        assertEquals(8, Beds.occupied(node));
    }

    @Test
    void lettingWaitIsForTheProviderToSay() throws Exception {
        Beds.state(node, 0, 8, Waitlist.OPEN);

        assertEquals("waiting", state(offer(Urgency.NORMAL)));
    }

    @Test
    void takesNoStaleNumberForANo() throws Exception {
        Beds.state(node, 0, 8, Waitlist.NONE);
        node.clock.move(Duration.ofHours(6));

        ReferralId referral = offer(Urgency.NORMAL);
        node.referrals().move(scene.recipient, referral, Optional.empty(), Move.accept());

        assertEquals("waiting", state(referral));
        assertEquals(8, Beds.occupied(node));
    }

    @Test
    void holdsNothingOfAServiceThatKeepsNoCapacity() throws Exception {
        ReferralId referral = offer(Urgency.NORMAL);
        node.referrals().move(scene.recipient, referral, Optional.empty(), Move.accept());

        assertEquals(0, TestNode.number("SELECT COUNT(*) FROM paivand.placement"));
        assertEquals(Optional.empty(), Beds.count(node).kept());
    }

    @Test
    void holdsOnePlaceForAllThatOneServiceIsAskedFor() throws Exception {
        Beds.state(node, 2, 8, Waitlist.NONE);

        scene.offer(ServiceType.SHELTER, ServiceType.SOCIAL, ServiceType.PSYCHOLOGICAL);

        assertEquals(1, Beds.available(node));
    }

    @Test
    void tellsAnAcceptanceThatThereIsNoPlaceAndTakesItAsOneThatWaits() throws Exception {
        Beds.state(node, 0, 1, Waitlist.OPEN);
        ReferralId referral = offer(Urgency.NORMAL);

        refused(
                ProblemCode.NO_PLACE,
                () -> node.referrals().move(scene.recipient, referral, Optional.empty(), Move.accept()));
        assertEquals(
                "offered",
                node.referrals()
                        .find(scene.recipient, referral)
                        .orElseThrow()
                        .stored()
                        .referral()
                        .state());
        node.referrals().accept(scene.recipient, referral, Optional.empty(), true);

        assertEquals("waiting", state(referral));
        assertEquals(1, Beds.occupied(node));
        node.referrals().move(scene.recipient, referral, Optional.empty(), Move.decline(DeclineCode.OTHER, List.of()));
        assertEquals(1, Beds.occupied(node), "who only waited frees nothing");
    }

    @Test
    void letsWhoWaitedHaveAPlaceThatBecameFree() throws Exception {
        Beds.state(node, 0, 1, Waitlist.OPEN);
        ReferralId referral = offer(Urgency.NORMAL);
        Beds.state(node, 1, 1, Waitlist.OPEN);

        node.referrals().move(scene.recipient, referral, Optional.empty(), Move.accept());

        assertEquals("taken", state(referral));
        assertEquals(1, Beds.occupied(node));
    }

    @Test
    void givesNoPlaceThatIsHeldForAnotherToWhoWaits() throws Exception {
        Beds.state(node, 0, 1, Waitlist.OPEN);
        ReferralId waiting = offer(Urgency.NORMAL);
        Beds.state(node, 1, 1, Waitlist.OPEN);
        ReferralId holding = offer(Urgency.NORMAL);

        refused(
                ProblemCode.NO_PLACE,
                () -> node.referrals().move(scene.recipient, waiting, Optional.empty(), Move.accept()));
        node.referrals().move(scene.recipient, holding, Optional.empty(), Move.accept());

        assertEquals("taken", state(holding));
    }

    @Test
    void takesAStatementOnlyFromTheAgencyAndOverTheVersionItSaw() throws Exception {
        Beds.state(node, 3, 8, Waitlist.NONE);
        Statement statement = new Statement(1, 8, Waitlist.NONE, false, Duration.ofHours(1));
        Caller stranger = TestNode.caller("tj-ngo-psychosocial", "worker-two", Role.PROVIDER);

        refused(ProblemCode.FORBIDDEN, () -> node.capacities().state(stranger, Beds.NORTH, 1, statement));
        refused(ProblemCode.STALE_VERSION, () -> node.capacities().state(scene.recipient, Beds.NORTH, 0, statement));
        offer(Urgency.URGENT);
        refused(ProblemCode.STALE_VERSION, () -> node.capacities().state(scene.recipient, Beds.NORTH, 1, statement));
        refused(
                ProblemCode.INVALID_REQUEST,
                () -> node.capacities()
                        .state(
                                scene.recipient,
                                Beds.NORTH,
                                2,
                                new Statement(8, 8, Waitlist.NONE, false, Duration.ofHours(1))));

        CapacityDesk.Count count = node.capacities().state(scene.recipient, Beds.NORTH, 2, statement);

        assertEquals(1, count.kept().orElseThrow().available(count.held()));
        assertEquals(6, count.kept().orElseThrow().occupied());
    }

    @Test
    void refusesInTheDatabaseToo() {
        Beds.state(node, 1, 8, Waitlist.NONE);

        for (String wrong : List.of("occupied = 9", "occupied = -1", "maximum = 6", "waitlist = 'full'")) {
            assertThrows(SQLException.class, () -> TestNode.sql("UPDATE paivand.capacity SET " + wrong), wrong);
        }
    }

    @Test
    void makesAgainWhatWasMadeWithTheSameKeyAndHoldsOnce() throws Exception {
        Beds.state(node, 2, 8, Waitlist.NONE);
        var key = TestNode.key();

        ReferralId first = scene.offer(key, ServiceType.SHELTER);
        ReferralId again = scene.offer(key, ServiceType.SHELTER);

        assertEquals(first, again);
        assertEquals(1, Beds.available(node));
        assertTrue(Beds.count(node).held() == 1);
        assertFalse(Beds.occupied(node) > 6);
    }

    private ReferralId offer(Urgency urgency) throws Exception {
        Offer.Wanted wanted = new Offer.Wanted(
                scene.caseId,
                scene.recipient.agency(),
                scene.purpose,
                urgency,
                List.of(ServiceType.SHELTER),
                Optional.of(Beds.NORTH),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty());
        return node.offers()
                .offer(scene.controller, UUID.randomUUID(), TestNode.key(), wanted)
                .stored()
                .referral()
                .request()
                .id();
    }

    private static String state(ReferralId referral) throws Exception {
        return List.of("held", "taken", "waiting")
                .get((int) TestNode.number("SELECT FIELD(state, 'held', 'taken', 'waiting') - 1 FROM paivand.placement"
                        + " WHERE referral = '" + referral + "'"));
    }

    private static void refused(ProblemCode code, Executable attempt) {
        assertEquals(code, assertThrows(ProblemException.class, attempt).code());
    }
}
