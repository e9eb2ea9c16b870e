package org.paivand.handover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.json.SectionBodies;
import org.paivand.disclosure.Action;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Party;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.consent.ConsentRecord;
import org.paivand.disclosure.consent.Effect;
import org.paivand.disclosure.consent.Form;
import org.paivand.disclosure.consent.GivenBy;
import org.paivand.disclosure.consent.Grant;
import org.paivand.disclosure.consent.Notice;
import org.paivand.disclosure.consent.Recipient;
import org.paivand.disclosure.decision.Basis;
import org.paivand.disclosure.event.Denial;
import org.paivand.disclosure.event.Disclosure;
import org.paivand.disclosure.event.DisclosureEvent;
import org.paivand.disclosure.event.HandedOver;
import org.paivand.handover.HandOver.State;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.referral.Messages;
import org.paivand.referral.Move;
import org.paivand.referral.ReferralId;
import org.paivand.registry.service.ServiceType;
import org.paivand.release.LoggedDisclosure;
import org.paivand.status.Ground;
import org.paivand.status.TraffickingStatus;
import org.paivand.wiring.Race;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** A case passes from one controller to another, on MariaDB. */
@Timeout(120)
class HandOverTest {
    private static final long SEED = Long.getLong("paivand.seed", System.nanoTime());
    private static final Random RANDOM = new Random(SEED);
    private static final String NGO = "tj-ngo-psychosocial";

    @AutoClose
    private static final TestNode node = TestNode.running();

    @AutoClose
    private final Race race = new Race();

    private final Caller next = TestNode.caller(NGO, "counsellor", Role.REFERRER);
    private Scene scene;
    private UUID agreed;

    @BeforeEach
    void aCaseWhosePersonAgreed() throws Exception {
        scene = Scene.policeAndShelter(node);
        scene.consent(scene.grant(Category.SERVICE_REQUEST, Category.IDENTITY));
        agreed = agreed(HandOverConsent.NOTICE, GivenBy.subject(), false);
    }

    @AfterEach
    void mend() {
        node.clock.reset();
    }

    @Test
    void movesTheControllerAndSaysOnWhichGrant() throws Exception {
        HandOver proposed = propose(agreed);

        HandOver accepted = accept(proposed);

        assertEquals(State.ACCEPTED, accepted.state());
        assertEquals(next.agency(), node.cases().read(next, scene.caseId).controller());
        assertEquals(
                scene.controller.agency(),
                node.cases().read(next, scene.caseId).sections().get(0).contributedBy());
        notFound(() -> node.cases().read(scene.controller, scene.caseId));
        notFound(() -> node.consents().read(scene.controller, scene.caseId));
        HandedOver entry = events().stream()
                .filter(HandedOver.class::isInstance)
                .map(HandedOver.class::cast)
                .findFirst()
                .orElseThrow();
        assertEquals(scene.controller.agency(), entry.from());
        assertEquals(next.agency(), entry.to());
        assertEquals(agreed, entry.basis().fold(consent -> consent.consentId(), standalone -> standalone.reference()));
        assertTrue(entry.basis() instanceof Basis.ByConsent);
    }

    @Test
    void letsConsentsAndOpenReferralsFollow() throws Exception {
        ReferralId referral = scene.accepted();
        ReferralId unanswered = scene.offer(ServiceType.SHELTER);
        accept(propose(agreed));

        scene.pull(referral, Category.IDENTITY);
        assertEquals(next.agency(), lastDisclosure().head().discloser().agency());
        node.referrals().move(next, unanswered, Optional.empty(), Move.cancel());
        notFound(() -> node.referrals().move(scene.controller, unanswered, Optional.empty(), Move.cancel()));
        node.consents().withdraw(next, UUID.randomUUID(), TestNode.key(), scene.caseId, agreed, Optional.empty());
    }

    @Test
    void letsThePlanFollowAndWhatTheProviderWroteButNotWhatTheFormerControllerDid() throws Exception {
        scene.consent(scene.grant(Category.MESSAGE), scene.towards(NGO).grant(Category.MESSAGE));
        ReferralId referral = scene.accepted();
        write(scene.controller, referral);
        write(scene.recipient, referral);
        byte[] plan = "{\"items\":[{\"number\":1,\"serviceType\":\"shelter\"}]}".getBytes(StandardCharsets.UTF_8);
        assertEquals(1, node.plans().write(scene.controller, scene.caseId, 0, SectionBodies.plan(plan)));
        accept(propose(agreed));

        LoggedDisclosure read =
                node.pulls().pull(next, UUID.randomUUID(), TestNode.key(), referral, Set.of(Category.MESSAGE));
        assertEquals(List.of("the provider's"), messages(read));
        notFound(() -> node.messages().list(scene.controller, referral));
        assertEquals(1, node.plans().read(next, scene.caseId).version());
        notFound(() -> node.plans().read(scene.controller, scene.caseId));
    }

    private void write(Caller by, ReferralId referral) {
        String text = by.equals(scene.recipient) ? "the provider's" : "the controller's";
        byte[] message = ("{\"text\":\"" + text + "\"}").getBytes(StandardCharsets.UTF_8);
        Messages.Kept unusedNote = node.messages().write(by, TestNode.key(), referral, SectionBodies.message(message));
    }

    private static List<String> messages(LoggedDisclosure read) throws Exception {
        return new ObjectMapper().readTree(read.sections()).findValuesAsText("text");
    }

    @Test
    void letsAStatusBodyGoOnWithTheGrantThatItHasAndEndsItWithThat() throws Exception {
        Scene body = scene.towards("tj-status-body", Purpose.STATUTORY_STATUS);
        body.write(Category.EXPERIENCE, 0);
        UUID given = body.consent(body.grant(Category.SERVICE_REQUEST, Category.EXPERIENCE));
        UUID referral = body.accepted().value();
        accept(propose(agreed));

        assertEquals(
                1,
                node.statuses()
                        .decide(
                                body.recipient,
                                UUID.randomUUID(),
                                referral,
                                0,
                                TraffickingStatus.POSSIBLE,
                                Ground.FIRST_DECISION));
        node.consents().withdraw(next, UUID.randomUUID(), TestNode.key(), scene.caseId, given, Optional.empty());
        assertEquals(
                ProblemCode.RELEASE_REFUSED,
                assertThrows(
                                ProblemException.class,
                                () -> node.statuses().read(body.recipient, UUID.randomUUID(), referral))
                        .code());
    }

    @Test
    void handsNothingOverWithoutConsentToThat() throws Exception {
        UUID toSharing = agreed("notice-referral", GivenBy.subject(), false);
        UUID toAnother = scene.consent(scene.grant(Category.SERVICE_REQUEST));

        assertEquals(
                ProblemCode.INVALID_REQUEST, refusal(() -> propose(toSharing)).code());
        assertEquals(
                ProblemCode.INVALID_REQUEST, refusal(() -> propose(toAnother)).code());
        notFound(() -> propose(UUID.randomUUID()));
        assertEquals(
                0,
                node.handOvers().list(next, HandOvers.Side.TO, Optional.empty(), 200).stream()
                        .filter(handOver -> handOver.proposal().caseId().equals(scene.caseId))
                        .count());
    }

    @Test
    void refusesWhereTheDecisionWouldAndLogsTheRefusal() throws Exception {
        agreed(HandOverConsent.NOTICE, GivenBy.subject(), true);

        ProblemException refused = refusal(() -> propose(agreed));

        assertEquals(ProblemCode.HAND_OVER_REFUSED, refused.code());
        assertEquals(
                List.of(new ProblemException.WithheldCategory("service-request", "refused")),
                refused.extensions().withheld());
        List<DisclosureEvent> events = events();
        assertTrue(events.get(events.size() - 1) instanceof Denial);
    }

    @Test
    void takesNoChildsOwnWordForAHandOver() throws Exception {
        scene.write(Category.SERVICE_REQUEST, 1, sample -> sample.replace("\"adult\"", "\"child\""));

        assertEquals(
                List.of(new ProblemException.WithheldCategory("service-request", "child-cannot-consent")),
                refusal(() -> propose(agreed)).extensions().withheld());
    }

    @Test
    void asksForTheConsentAgainAtTheAcceptance() throws Exception {
        HandOver proposed = propose(agreed);
        scene.withdraw(agreed);

        assertEquals(
                ProblemCode.HAND_OVER_REFUSED, refusal(() -> accept(proposed)).code());
        assertEquals(
                scene.controller.agency(),
                node.cases().read(scene.controller, scene.caseId).controller());
    }

    @Test
    void isAnsweredOnceAndOnlyByWhomItWasProposedTo() throws Exception {
        HandOver proposed = propose(agreed);
        UUID id = proposed.proposal().id();
        assertEquals(ProblemCode.CONFLICT, refusal(() -> propose(agreed)).code());
        notFound(() -> node.handOvers()
                .accept(TestNode.caller("tj-clinic-dushanbe", "doctor", Role.REFERRER), UUID.randomUUID(), id));
        notFound(() -> node.handOvers().accept(scene.controller, UUID.randomUUID(), id));
        notFound(() -> node.handOvers().end(next, id, State.CANCELLED));

        node.handOvers().end(next, id, State.DECLINED);

        for (Callable<HandOver> again : List.<Callable<HandOver>>of(
                () -> accept(proposed), () -> node.handOvers().end(scene.controller, id, State.CANCELLED))) {
            assertEquals(ProblemCode.ILLEGAL_TRANSITION, refusal(again).code());
        }
        accept(propose(agreed));
    }

    @Test
    void isOverAtTheInstantByWhichItHadToBeAnswered() throws Exception {
        HandOver proposed = propose(agreed);
        node.clock.move(
                Duration.between(node.clock.instant(), proposed.proposal().answerBy()));

        assertEquals(
                ProblemCode.ILLEGAL_TRANSITION, refusal(() -> accept(proposed)).code());
    }

    @Test
    void goesToNobodyAbroadOrWhoKeepsNoCases() throws Exception {
        for (String other : List.of("kz-ngo-support", "tj-ombudsman", "tj-commission")) {
            HandOverDesk.Wanted wanted = new HandOverDesk.Wanted(new AgencyId(other), Purpose.ASSISTANCE, agreed);
            assertEquals(
                    ProblemCode.INVALID_REQUEST,
                    refusal(() -> node.handOvers()
                                    .propose(scene.controller, UUID.randomUUID(), TestNode.key(), scene.caseId, wanted))
                            .code());
        }
    }

    @Test
    void neverPassesACaseOnAWithdrawnConsentHoweverTheyRace() throws Exception {
        for (int round = 0; round < 15; round++) {
            aCaseWhosePersonAgreed();
            HandOver proposed = propose(agreed);
            List<Race.Finish<Boolean>> finishes = race.<Boolean>run(List.of(
                    () -> {
                        pause();
                        return accept(proposed).state() == State.ACCEPTED;
                    },
                    () -> {
                        pause();
                        scene.withdraw(agreed);
                        return true;
                    }));

            boolean accepted = finishes.get(0).won();
            assertTrue(finishes.get(0)
                    .problem()
                    .map(ProblemCode.HAND_OVER_REFUSED::equals)
                    .orElse(true));
            // Who lost the race meets the new state: the old controller can't withdraw what isn't its to record any
            // more.
            assertEquals(accepted, finishes.get(1).problem().isPresent(), "seed " + SEED);
            AgencyId controller = accepted ? next.agency() : scene.controller.agency();
            assertEquals(
                    controller,
                    node.cases()
                            .read(accepted ? next : scene.controller, scene.caseId)
                            .controller());
        }
    }

    @Test
    void releasesInTheNameOfWhoControlsTheCaseHoweverAPullRacesAHandOver() throws Exception {
        for (int round = 0; round < 15; round++) {
            aCaseWhosePersonAgreed();
            ReferralId referral = scene.accepted();
            HandOver proposed = propose(agreed);
            List<Callable<Boolean>> racers = new ArrayList<>();
            for (int puller = 0; puller < 3; puller++) {
                racers.add(() -> {
                    pause();
                    return scene.pull(referral, Category.IDENTITY).withheld().isEmpty();
                });
            }
            racers.add(() -> {
                pause();
                return accept(proposed).state() == State.ACCEPTED;
            });

            assertTrue(race.run(racers).stream().allMatch(Race.Finish::won), "seed " + SEED);

            boolean over = false;
            for (TestNode.Logged entry : node.sequenced(scene.alias)) {
                over |= entry.event() instanceof HandedOver;
                if (entry.event() instanceof Disclosure disclosure) {
                    assertEquals(
                            over ? next.agency() : scene.controller.agency(),
                            disclosure.head().discloser().agency(),
                            "seed " + SEED);
                }
            }
        }
    }

    private static void pause() {
        LockSupport.parkNanos(RANDOM.nextInt(3_000_000));
    }

    private HandOver propose(UUID consentId) throws Exception {
        return node.handOvers()
                .propose(
                        scene.controller,
                        UUID.randomUUID(),
                        TestNode.key(),
                        scene.caseId,
                        new HandOverDesk.Wanted(next.agency(), Purpose.ASSISTANCE, consentId));
    }

    private HandOver accept(HandOver proposed) throws Exception {
        return node.handOvers()
                .accept(next, UUID.randomUUID(), proposed.proposal().id());
    }

    private static void notFound(Executable asked) {
        assertEquals(
                ProblemCode.NOT_FOUND,
                assertThrows(ProblemException.class, asked).code());
    }

    private static ProblemException refusal(Callable<HandOver> asked) {
        return assertThrows(ProblemException.class, asked::call);
    }

    private List<DisclosureEvent> events() throws Exception {
        return node.sequenced(scene.alias).stream().map(TestNode.Logged::event).toList();
    }

    private Disclosure lastDisclosure() throws Exception {
        return events().stream()
                .filter(Disclosure.class::isInstance)
                .map(Disclosure.class::cast)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    /** The person's word on the NGO, under that notice. */
    private UUID agreed(String notice, GivenBy giver, boolean refusing) throws Exception {
        Party party =
                node.directory().agency(scene.controller.agency()).orElseThrow().party();
        Grant plain = scene.grant(Category.SERVICE_REQUEST);
        Grant grant = new Grant(
                UUID.randomUUID(),
                refusing ? Effect.REFUSE : Effect.PERMIT,
                Purpose.ASSISTANCE,
                plain.categories(),
                new Recipient.ExactAgency(next.agency()),
                Set.of(Action.SHARE),
                plain.notBefore(),
                plain.notAfter(),
                false);
        return node.consents()
                .record(
                        scene.controller,
                        UUID.randomUUID(),
                        TestNode.key(),
                        scene.caseId,
                        Optional.empty(),
                        (id, alias) -> new ConsentRecord(
                                id,
                                1,
                                alias,
                                new Notice(notice, 1, Sha256.digest(new byte[0]), "tg", Optional.empty()),
                                party,
                                party.jurisdiction(),
                                "code",
                                Form.WRITTEN,
                                true,
                                false,
                                false,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(scene.controller.user()),
                                giver,
                                true,
                                List.of(grant)))
                .consentId();
    }
}
