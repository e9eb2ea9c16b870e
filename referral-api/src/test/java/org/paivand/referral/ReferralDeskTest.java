package org.paivand.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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
    @MethodSource("org.paivand.referral.Workflow#states")
    void refusesEveryTransitionThatItsStateAndPartyDoNotHave(Referral state) throws Exception {
        ReferralId id = in(state.state());
        Referrals.Stored before = stored(id);
        assertEquals(state.state(), before.referral().state());

        for (Party party : Party.values()) {
            List<Transition> allowed = Move.open(state, party, false);
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

    @ParameterizedTest
    @MethodSource("org.paivand.referral.Workflow#states")
    void makesEveryTransitionThatAStateAndPartyHave(Referral state) throws Exception {
        for (Party party : Party.values()) {
            for (Workflow.Edge edge : Workflow.edges()) {
                if (edge.from().equals(state.state())
                        && edge.by() == party
                        && !edge.condition().equals("after a release")) {
                    ReferralId id = in(state.state());

                    Standing after = make(edge.transition(), caller(party), id);

                    assertEquals(edge.to(), after.stored().referral().state());
                    assertEquals(after.stored(), stored(id));
                    assertEquals(edge.to(), changes(scene.recipient, id).get(0).state());
                }
            }
        }
    }

    @Test
    void failsWhatWasAcceptedOnceSomethingWasReleased() throws Exception {
        ReferralId id = scene.accepted();
        scene.pull(id, Category.IDENTITY);

        make(Transition.FAILURE, scene.recipient, id);

        assertEquals("failed", stored(id).referral().state());
        assertEquals(
                "not-possible",
                desk.find(scene.controller, id)
                        .orElseThrow()
                        .stored()
                        .referral()
                        .shownTo(Party.SENDER));
    }

    @Test
    void letsTheSenderTellNeitherByVersionNorByTimeNorByHistoryHowFarItIs() throws Exception {
        ReferralId id = in("accepted");
        Referrals.Mark accepted = desk.find(scene.controller, id).orElseThrow().mark();
        List<Referrals.Change> known = changes(scene.controller, id);
        for (Transition transition : List.of(Transition.PROGRESS, Transition.HOLD, Transition.PROGRESS)) {
            node.clock.move(Duration.ofMinutes(1));

            make(transition, scene.recipient, id);

            assertEquals(accepted, desk.find(scene.controller, id).orElseThrow().mark());
            assertEquals(known, changes(scene.controller, id));
        }

        make(Transition.COMPLETION, scene.recipient, id);

        assertEquals(
                accepted.version() + 1,
                desk.find(scene.controller, id).orElseThrow().mark().version());
        assertEquals(
                List.of("closed", "accepted", "offered"),
                changes(scene.controller, id).stream()
                        .map(Referrals.Change::state)
                        .toList());
        assertEquals(
                List.of("completed", "in-progress", "on-hold", "in-progress", "accepted", "offered"),
                changes(scene.recipient, id).stream()
                        .map(Referrals.Change::state)
                        .toList());
    }

    @Test
    void takesTheSendersVersionFromTheSenderAndTheRecipientsFromTheRecipient() throws Exception {
        ReferralId id = in("in-progress");
        int sender = desk.find(scene.controller, id).orElseThrow().mark().version();
        int recipient = stored(id).latest().version();
        assertEquals(sender + 1, recipient);

        assertEquals(
                ProblemCode.STALE_VERSION,
                assertThrows(
                                ProblemException.class,
                                () -> desk.move(scene.controller, id, Optional.of(recipient), Move.cancel()))
                        .code());
        desk.move(scene.controller, id, Optional.of(sender), Move.cancel());
        desk.move(scene.recipient, id, Optional.of(recipient + 1), Move.proceed(Step.ARRIVED));

        assertEquals("in-progress", stored(id).referral().state());
    }

    @Test
    void answersAQuestionTopicByTopicAndReleasesNothingByIt() throws Exception {
        ReferralId id = in("offered");
        desk.move(scene.recipient, id, Optional.empty(), Move.ask(Set.of(Topic.LANGUAGE, Topic.ARRIVAL)));

        for (Map<Topic, Reply> wrong : List.of(
                Map.<Topic, Reply>of(),
                Map.of(Topic.LANGUAGE, Reply.CORRECTED),
                Map.of(Topic.LANGUAGE, Reply.CORRECTED, Topic.GROUP, Reply.NOT_TOLD))) {
            assertEquals(
                    ProblemCode.INVALID_REQUEST,
                    assertThrows(
                                    ProblemException.class,
                                    () -> desk.answer(scene.controller, id, Optional.empty(), wrong))
                            .code());
        }
        desk.answer(
                scene.controller,
                id,
                Optional.empty(),
                Map.of(Topic.LANGUAGE, Reply.CORRECTED, Topic.ARRIVAL, Reply.NOT_KNOWN));

        assertEquals("offered", stored(id).referral().state());
        for (Caller party : List.of(scene.controller, scene.recipient)) {
            assertEquals(
                    List.of(
                            List.of("language=corrected", "arrival=not-known"),
                            List.of("language", "arrival"),
                            List.of()),
                    changes(party, id).stream().map(Referrals.Change::codes).toList());
        }
    }

    @Test
    void doesNotWaitLongerForAnAnswerBecauseItAsked() throws Exception {
        ReferralId id = in("clarifying");

        node.clock.move(Duration.ofDays(15));

        assertEquals("expired", stored(id).referral().state());
        assertEquals(
                ProblemCode.ILLEGAL_TRANSITION,
                assertThrows(ProblemException.class, () -> make(Transition.ANSWERS, scene.controller, id))
                        .code());
    }

    @Test
    void goesOnReleasingWhileTheSenderOnlyAskedToEndIt() throws Exception {
        ReferralId id = scene.accepted();
        make(Transition.CANCELLATION, scene.controller, id);

        assertTrue(scene.pull(id, Category.IDENTITY).sections().length > 0);
        assertEquals(
                ProblemCode.ILLEGAL_TRANSITION,
                assertThrows(ProblemException.class, () -> make(Transition.ERROR, scene.controller, id))
                        .code());

        make(Transition.CANCELLATION, scene.recipient, id);
        assertThrows(ProblemException.class, () -> scene.pull(id, Category.IDENTITY));
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
        List<String> instead = List.of("assignments", "progress", "failure", "end-by-person", "error");
        assertEquals(instead, refused.extensions().allowed());
        assertEquals(instead, allowed(id).stream().map(Transition::code).toList());
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
        assertEquals(offered.latest(), stored(id).latest());
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
        for (String state : List.of(
                "completed", "failed", "declined", "cancelled", "service-ended-by-person", "entered-in-error")) {
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
                assertThrows(
                                ProblemException.class,
                                () -> desk.move(scene.recipient, id, Optional.of(1), Move.accept()))
                        .code());
        assertEquals(
                ProblemCode.ILLEGAL_TRANSITION,
                assertThrows(
                                ProblemException.class,
                                () -> desk.move(scene.recipient, id, Optional.of(2), Move.accept()))
                        .code());
    }

    private ReferralId in(String state) throws Exception {
        ReferralId id = scene.offer(ServiceType.SHELTER);
        switch (state) {
            case "offered" -> {}
            case "clarifying" -> make(Transition.QUESTIONS, scene.recipient, id);
            case "declined" -> make(Transition.DECLINE, scene.recipient, id);
            case "cancelled" -> make(Transition.CANCELLATION, scene.controller, id);
            case "entered-in-error" -> make(Transition.ERROR, scene.controller, id);
            case "expired" -> node.clock.move(Duration.ofDays(15));
            default -> help(state, id);
        }
        return id;
    }

    private void help(String state, ReferralId id) {
        make(Transition.ACCEPTANCE, scene.recipient, id);
        switch (state) {
            case "accepted" -> {}
            case "cancel-requested" -> make(Transition.CANCELLATION, scene.controller, id);
            case "service-ended-by-person" -> make(Transition.END_BY_PERSON, scene.recipient, id);
            default -> {
                make(Transition.PROGRESS, scene.recipient, id);
                switch (state) {
                    case "in-progress" -> {}
                    case "on-hold" -> make(Transition.HOLD, scene.recipient, id);
                    case "completed" -> make(Transition.COMPLETION, scene.recipient, id);
                    default -> make(Transition.FAILURE, scene.recipient, id);
                }
            }
        }
    }

    private Standing make(Transition transition, Caller caller, ReferralId id) {
        return transition == Transition.ASSIGNMENTS
                ? desk.assign(caller, id, Optional.empty(), new WorkerId("worker-nine"))
                : desk.move(
                        caller,
                        id,
                        Optional.empty(),
                        Workflow.MOVES.stream()
                                .filter(move -> move.transition() == transition)
                                .findFirst()
                                .orElseThrow());
    }

    private List<Referrals.Change> changes(Caller caller, ReferralId id) {
        return desk.history(caller, id, Optional.empty(), 100);
    }

    private Caller caller(Party party) {
        return party == Party.PROVIDER ? scene.recipient : scene.controller;
    }

    private Referrals.Stored stored(ReferralId id) {
        return desk.find(scene.recipient, id).orElseThrow().stored();
    }
}
