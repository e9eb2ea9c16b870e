package org.paivand.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.WorkerId;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.referral.ReferralDesk.Standing;
import org.paivand.registry.service.ServiceType;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** Its clock only goes forward, as the log asks of a clock. */
@Timeout(60)
class ReferralDeskTest {
    @AutoClose
    private static final TestNode node = TestNode.running();

    private Scene scene;
    private ReferralDesk desk;

    @BeforeEach
    void consent() throws Exception {
        desk = node.referrals();
        scene = Scene.policeAndShelter(node);
        scene.consent(scene.grant(Category.SERVICE_REQUEST, Category.IDENTITY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"offered", "accepted", "in-progress", "completed", "declined", "cancelled", "expired"})
    void refusesEveryTransitionThatItsStateAndPartyDoNotHave(String state) throws Exception {
        ReferralId id = in(state);
        Referrals.Stored before = stored(id);
        assertEquals(state, before.referral().state());

        for (Party party : Party.values()) {
            List<Transition> allowed = before.referral().allowed(party);
            for (Transition transition : Transition.values()) {
                if (!allowed.contains(transition)) {
                    ProblemException refused =
                            assertThrows(ProblemException.class, () -> make(transition, caller(party), id));

                    assertEquals(ProblemCode.ILLEGAL_TRANSITION, refused.code());
                    assertEquals(
                            allowed.stream().map(Transition::code).toList(),
                            refused.extensions().allowed());
                }
            }
        }

        assertEquals(before, stored(id));
    }

    @Test
    void makesEveryTransitionThatAStateAndPartyHave() throws Exception {
        for (String state : List.of("offered", "accepted", "in-progress")) {
            for (Party party : Party.values()) {
                for (Transition transition : stored(in(state)).referral().allowed(party)) {
                    ReferralId id = in(state);

                    Standing after = make(transition, caller(party), id);

                    Map<Transition, String> leadsTo = Map.of(
                            Transition.ACCEPTANCE, "accepted",
                            Transition.DECLINE, "declined",
                            Transition.CANCELLATION, "cancelled",
                            Transition.ASSIGNMENTS, state,
                            Transition.PROGRESS, "in-progress",
                            Transition.COMPLETION, "completed");
                    assertEquals(
                            leadsTo.get(transition), after.stored().referral().state());
                    assertEquals(after.stored(), stored(id));
                }
            }
        }
    }

    @Test
    void answersAStrangerAsItAnswersForAnIdThatNeverWas() throws Exception {
        ReferralId id = in("offered");
        Caller stranger = TestNode.caller("tj-ngo-psychosocial", "worker-three", Role.PROVIDER);

        assertEquals(Optional.empty(), desk.find(stranger, id));
        assertEquals(Optional.empty(), desk.find(scene.recipient, new ReferralId(UUID.randomUUID())));
        for (Transition transition : Transition.values()) {
            assertEquals(
                    ProblemCode.NOT_FOUND,
                    assertThrows(ProblemException.class, () -> make(transition, stranger, id))
                            .code());
        }
    }

    @Test
    void takesNoAcceptanceBackOnceSomethingWasReleased() throws Exception {
        ReferralId id = scene.accepted();
        scene.pull(id, Category.SERVICE_REQUEST);
        assertTrue(allowed(id).contains(Transition.DECLINE));
        scene.pull(id, Category.IDENTITY);

        ProblemException refused =
                assertThrows(ProblemException.class, () -> make(Transition.DECLINE, scene.recipient, id));

        assertEquals(ProblemCode.ILLEGAL_TRANSITION, refused.code());
        assertEquals(List.of("assignments", "progress"), refused.extensions().allowed());
        assertEquals(List.of(Transition.ASSIGNMENTS, Transition.PROGRESS), allowed(id));
        assertEquals("accepted", stored(id).referral().state());
    }

    private List<Transition> allowed(ReferralId id) {
        return desk.find(scene.recipient, id).orElseThrow().allowed();
    }

    @Test
    void expiresAtTheInstantWithoutAnybodyWritingIt() throws Exception {
        ReferralId id = in("offered");
        Referrals.Stored offered = stored(id);
        Duration left = Duration.between(
                node.clock.instant(), offered.referral().request().respondBy());

        node.clock.move(left.minusSeconds(5));
        assertEquals("offered", stored(id).referral().state());
        node.clock.move(Duration.ofSeconds(5));

        assertEquals("expired", stored(id).referral().state());
        assertEquals(offered.version(), stored(id).version());
        assertEquals(
                1,
                TestNode.number("SELECT COUNT(*) FROM paivand.referral WHERE state = 'offered' AND id = '" + id + "'"));
        assertEquals(
                ProblemCode.ILLEGAL_TRANSITION,
                assertThrows(ProblemException.class, () -> scene.pull(id, Category.SERVICE_REQUEST))
                        .code());
    }

    @Test
    void releasesNothingThroughAReferralThatIsOver() throws Exception {
        for (String state : List.of("completed", "declined", "cancelled")) {
            ReferralId id = in(state);

            assertEquals(
                    ProblemCode.ILLEGAL_TRANSITION,
                    assertThrows(ProblemException.class, () -> scene.pull(id, Category.SERVICE_REQUEST))
                            .code());
        }
        assertTrue(node.sequenced(scene.alias).stream()
                .noneMatch(entry -> !entry.event().released().isEmpty()));
    }

    @Test
    void releasesBeyondStageOneToAssignedWorkersOnly() throws Exception {
        ReferralId id = in("accepted");

        assertTrue(scene.pull(id, Category.SERVICE_REQUEST).sections().length > 0);
        assertFalse(desk.find(scene.recipient, id).orElseThrow().workers().contains(new WorkerId("worker-one")));
        ProblemException refused = assertThrows(ProblemException.class, () -> scene.pull(id, Category.IDENTITY));

        assertEquals(
                "worker-not-assigned", refused.extensions().withheld().get(0).reasonCode());
    }

    @Test
    void refusesAStaleVersionBeforeItLooksAtTheTransition() throws Exception {
        ReferralId id = in("accepted");

        assertEquals(
                ProblemCode.STALE_VERSION,
                assertThrows(ProblemException.class, () -> desk.accept(scene.recipient, id, Optional.of(1)))
                        .code());
        assertEquals(
                ProblemCode.ILLEGAL_TRANSITION,
                assertThrows(ProblemException.class, () -> desk.accept(scene.recipient, id, Optional.of(2)))
                        .code());
    }

    private ReferralId in(String state) throws Exception {
        ReferralId id = scene.offer(ServiceType.SHELTER);
        switch (state) {
            case "accepted" -> make(Transition.ACCEPTANCE, scene.recipient, id);
            case "in-progress", "completed" -> {
                make(Transition.ACCEPTANCE, scene.recipient, id);
                make(Transition.PROGRESS, scene.recipient, id);
                if (state.equals("completed")) {
                    make(Transition.COMPLETION, scene.recipient, id);
                }
            }
            case "declined" -> make(Transition.DECLINE, scene.recipient, id);
            case "cancelled" -> make(Transition.CANCELLATION, scene.controller, id);
            case "expired" -> node.clock.move(Duration.ofDays(2));
            default -> assertEquals("offered", state);
        }
        return id;
    }

    private Standing make(Transition transition, Caller caller, ReferralId id) {
        return switch (transition) {
            case ACCEPTANCE -> desk.accept(caller, id, Optional.empty());
            case DECLINE -> desk.decline(caller, id, Optional.empty(), DeclineCode.OTHER);
            case CANCELLATION -> desk.cancel(caller, id, Optional.empty());
            case ASSIGNMENTS -> desk.assign(caller, id, Optional.empty(), new WorkerId("worker-nine"));
            case PROGRESS -> desk.proceed(caller, id, Optional.empty(), Step.ARRIVED);
            case COMPLETION ->
                desk.complete(caller, id, Optional.empty(), Outcome.NEEDS_MET, List.of(ServiceType.SHELTER));
        };
    }

    private Caller caller(Party party) {
        return party == Party.PROVIDER ? scene.recipient : scene.controller;
    }

    private Referrals.Stored stored(ReferralId id) {
        return desk.find(scene.recipient, id).orElseThrow().stored();
    }
}
