package org.paivand.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.json.SectionBodies;
import org.paivand.casefile.section.ServicePlan;
import org.paivand.casefile.section.Urgency;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.referral.DeclineCode;
import org.paivand.referral.Move;
import org.paivand.referral.Offer;
import org.paivand.referral.Outcome;
import org.paivand.referral.ReferralDesk;
import org.paivand.referral.ReferralId;
import org.paivand.referral.Step;
import org.paivand.registry.service.ServiceType;
import org.paivand.wiring.Race;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** Offers that are made for an item of a plan. */
@Timeout(120)
class AskedItemsTest {
    private static final String HOTLINE = "tj-hotline-national";

    @AutoClose
    private static final TestNode node = TestNode.running();

    private Scene scene;

    /** With a shelter and a lawyer in its plan. */
    private Scene planned() throws Exception {
        Scene made = Scene.between(node, HOTLINE, Scene.SHELTER, Purpose.SHELTER_PLACEMENT);
        made.write(Category.SERVICE_REQUEST, 0);
        made.consent(made.grant(Category.SERVICE_REQUEST));
        int unusedVersion = node.plans()
                .write(
                        made.controller,
                        made.caseId,
                        0,
                        plan(
                                "{\"number\": 1, \"serviceType\": \"shelter\"}, {\"number\": 7, \"serviceType\": \"legal-aid\"}"));
        return made;
    }

    private static ServicePlan plan(String items) {
        return SectionBodies.plan(("{\"items\": [" + items + "]}").getBytes(StandardCharsets.UTF_8));
    }

    @BeforeEach
    void plan() throws Exception {
        scene = planned();
    }

    private Offer.Wanted wanted(CaseId caseId, int item, Optional<ReferralId> follows, ServiceType... services) {
        return new Offer.Wanted(
                caseId,
                new AgencyId(Scene.SHELTER),
                Purpose.SHELTER_PLACEMENT,
                Urgency.URGENT,
                List.of(services),
                Optional.empty(),
                follows,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.of(item));
    }

    private ReferralId offer(IdempotencyKey key, Offer.Wanted wanted) throws Exception {
        ReferralDesk.Standing offered = node.offers().offer(scene.controller, UUID.randomUUID(), key, wanted);
        return offered.stored().referral().request().id();
    }

    private ReferralId offer(int item, ServiceType... services) throws Exception {
        return offer(TestNode.key(), wanted(scene.caseId, item, Optional.empty(), services));
    }

    private ReferralId shelter() throws Exception {
        return offer(1, ServiceType.SHELTER);
    }

    private void move(ReferralId id, Move move) {
        node.referrals().move(scene.recipient, id, Optional.empty(), move);
    }

    private PlanDesk.Standing read() throws Exception {
        return node.plans().read(scene.controller, scene.caseId);
    }

    private String state() throws Exception {
        return read().steps().get(0).state().code();
    }

    private Optional<String> named() throws Exception {
        return read().steps().get(0).item().referralId().map(reference -> reference.value());
    }

    private static void refused(ProblemCode code, Executable call) {
        assertEquals(code, assertThrows(ProblemException.class, call).code());
    }

    private long referrals() throws Exception {
        return TestNode.number("SELECT COUNT(*) FROM paivand.referral WHERE case_id = '" + scene.caseId + "'");
    }

    @Test
    void areNamedByTheItemWhoseStateIsTheirs() throws Exception {
        ReferralId id = shelter();

        assertEquals(2, read().version());
        assertEquals(Optional.of(id.toString()), named());
        assertEquals("offered", state());
        assertEquals("planned", read().steps().get(1).state().code());
        move(id, Move.accept());
        assertEquals("agreed", state());
    }

    @Test
    void mayAskForMoreThanTheItem() throws Exception {
        ReferralId unusedOffered = offer(1, ServiceType.PSYCHOLOGICAL, ServiceType.SHELTER);

        assertEquals("offered", state());
    }

    @Test
    void nameAnItemThatThePlanHas() throws Exception {
        refused(ProblemCode.INVALID_REQUEST, () -> offer(2, ServiceType.SHELTER));
        refused(ProblemCode.INVALID_REQUEST, () -> offer(0, ServiceType.SHELTER));
        refused(ProblemCode.INVALID_REQUEST, () -> offer(31, ServiceType.SHELTER));

        assertEquals(0, referrals());
        assertEquals(1, read().version());
    }

    @Test
    void nameNothingWhereThereIsNoPlan() throws Exception {
        TestNode.sql("DELETE FROM paivand.case_plan WHERE case_id = '" + scene.caseId + "'");

        refused(ProblemCode.INVALID_REQUEST, this::shelter);
    }

    @Test
    void askForTheServiceOfTheItem() throws Exception {
        refused(ProblemCode.INVALID_REQUEST, () -> offer(7, ServiceType.SHELTER));

        assertEquals(0, referrals());
    }

    @Test
    void areForAnItemOfTheirOwnCaseAlone() throws Exception {
        Scene other = Scene.between(node, HOTLINE, Scene.SHELTER, Purpose.SHELTER_PLACEMENT);
        other.write(Category.SERVICE_REQUEST, 0);
        other.consent(other.grant(Category.SERVICE_REQUEST));

        refused(
                ProblemCode.INVALID_REQUEST,
                () -> offer(TestNode.key(), wanted(other.caseId, 1, Optional.empty(), ServiceType.SHELTER)));
        assertEquals(Optional.empty(), named());
    }

    @Test
    void areTheControllersAlone() throws Exception {
        Caller stranger = TestNode.caller("tj-ngo-psychosocial", "worker", Role.REFERRER);

        refused(
                ProblemCode.NOT_FOUND,
                () -> node.offers()
                        .offer(
                                stranger,
                                UUID.randomUUID(),
                                TestNode.key(),
                                wanted(scene.caseId, 1, Optional.empty(), ServiceType.SHELTER)));
        assertEquals(1, read().version());
    }

    @Test
    void areNotForWhatIsAskedForAlready() throws Exception {
        ReferralId id = shelter();
        refused(ProblemCode.INVALID_REQUEST, this::shelter);
        move(id, Move.accept());
        refused(ProblemCode.INVALID_REQUEST, this::shelter);

        assertEquals(1, referrals());
        assertEquals(Optional.of(id.toString()), named());
    }

    @Test
    void areNotForWhatWasAskedForInAnotherWay() throws Exception {
        ReferralId before = scene.offer(ServiceType.SHELTER);
        int unusedVersion = node.plans()
                .write(
                        scene.controller,
                        scene.caseId,
                        1,
                        plan("{\"number\": 1, \"serviceType\": \"shelter\", \"referralId\": \"" + before + "\"}"));

        refused(ProblemCode.INVALID_REQUEST, this::shelter);
    }

    @Test
    void areNotForWhatIsDone() throws Exception {
        ReferralId id = shelter();
        move(id, Move.accept());
        move(id, Move.proceed(Step.ARRIVED));
        move(id, Move.complete(Outcome.NEEDS_MET, List.of()));

        refused(ProblemCode.INVALID_REQUEST, this::shelter);
        assertEquals("done", state());
    }

    @Test
    void takeThePlaceOfWhatCameToNothing() throws Exception {
        move(shelter(), Move.decline(DeclineCode.OTHER, List.of()));
        assertEquals("not-possible", state());

        ReferralId next = shelter();

        assertEquals(Optional.of(next.toString()), named());
        assertEquals("offered", state());
    }

    @Test
    void takeThePlaceOfWhatNobodyAnswered() throws Exception {
        ReferralId unusedFirst = shelter();
        node.clock.move(Duration.ofDays(4));
        UUID unusedConsent = scene.consent(scene.grant(Category.SERVICE_REQUEST));

        ReferralId next = shelter();

        assertEquals(Optional.of(next.toString()), named());
    }

    /** The item goes on with who is asked in the place of one that came to nothing, though it isn't written anew. */
    @Test
    void goOnWithThoseThatFollowThem() throws Exception {
        ReferralId first = shelter();
        move(first, Move.decline(DeclineCode.OTHER, List.of()));
        Offer.Wanted anew = new Offer.Wanted(
                scene.caseId,
                new AgencyId(Scene.SHELTER),
                Purpose.SHELTER_PLACEMENT,
                Urgency.URGENT,
                List.of(ServiceType.SHELTER),
                Optional.empty(),
                Optional.of(first),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty());
        ReferralId next = offer(TestNode.key(), anew);

        assertEquals("offered", state());
        assertEquals(Optional.of(first.toString()), named());
        refused(ProblemCode.INVALID_REQUEST, this::shelter);
        move(next, Move.accept());
        assertEquals("agreed", state());
    }

    @Test
    void areMadeOnceHoweverOftenTheyAreSent() throws Exception {
        IdempotencyKey key = TestNode.key();
        Offer.Wanted wanted = wanted(scene.caseId, 1, Optional.empty(), ServiceType.SHELTER);

        assertEquals(offer(key, wanted), offer(key, wanted));
        assertEquals(2, read().version());
    }

    @Test
    void areMadeOnceThoughTheSameRequestComesTwiceAtOnce() throws Exception {
        Offer.Wanted wanted = wanted(scene.caseId, 1, Optional.empty(), ServiceType.SHELTER);
        IdempotencyKey key = TestNode.key();
        try (Race race = new Race()) {
            Callable<ReferralId> racer = () -> offer(key, wanted);
            List<Race.Finish<ReferralId>> finishes = race.run(List.of(racer, racer));

            assertEquals(finishes.get(0), finishes.get(1));
            assertTrue(finishes.get(0).won());
        }
    }

    @Test
    void leaveThePlanAsItIsIfTheyAreRefused() throws Exception {
        Scene silent = Scene.between(node, HOTLINE, "tj-ngo-psychosocial", Purpose.SHELTER_PLACEMENT);
        Offer.Wanted unconsented = new Offer.Wanted(
                scene.caseId,
                silent.recipient.agency(),
                Purpose.SHELTER_PLACEMENT,
                Urgency.URGENT,
                List.of(ServiceType.SHELTER),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.of(1));

        refused(ProblemCode.OFFER_REFUSED, () -> offer(TestNode.key(), unconsented));
        assertEquals(1, read().version());
    }

    @Test
    void areOneOfTwoThatAreMadeAtOnce() throws Exception {
        try (Race race = new Race()) {
            for (int round = 0; round < 5; round++) {
                scene = planned();
                Callable<ReferralId> racer = this::shelter;
                List<Race.Finish<ReferralId>> finishes = race.run(List.of(racer, racer));

                assertEquals(1, finishes.stream().filter(Race.Finish::won).count());
                assertTrue(finishes.stream()
                        .flatMap(finish -> finish.problem().stream())
                        .allMatch(ProblemCode.INVALID_REQUEST::equals));
                assertEquals(1, referrals());
            }
        }
    }
}
