package org.paivand.emergency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.paivand.approval.Verdict;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.disclosure.Action;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.consent.Effect;
import org.paivand.disclosure.consent.Grant;
import org.paivand.disclosure.consent.Recipient;
import org.paivand.disclosure.decision.BreakGlassReason;
import org.paivand.disclosure.decision.ReasonCode;
import org.paivand.disclosure.event.Denial;
import org.paivand.disclosure.event.Disclosure;
import org.paivand.disclosure.event.EventType;
import org.paivand.disclosure.event.ReviewFinding;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.registry.service.ServiceType;
import org.paivand.wiring.Race;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** Breaking the glass, on MariaDB. The clock runs forward only: what was logged stays before it. */
@Timeout(120)
class EmergencyDeskTest {
    @AutoClose
    private static final TestNode node = TestNode.running();

    private Glass glass;

    @BeforeEach
    void prepare() throws Exception {
        glass = Glass.whole(node);
    }

    private static ProblemException refused(ProblemCode code, Executable act) {
        ProblemException refused = assertThrows(ProblemException.class, act);
        assertEquals(code, refused.code());
        return refused;
    }

    private Denial lastDenial() throws Exception {
        List<Denial> denials = node.entries().stream()
                .map(TestNode.Logged::event)
                .filter(Denial.class::isInstance)
                .map(Denial.class::cast)
                .toList();
        return denials.stream()
                .max(Comparator.comparing(denial -> denial.head().occurredAt()))
                .orElseThrow();
    }

    private Grant bar(String agency) {
        return new Grant(
                UUID.randomUUID(),
                Effect.REFUSE,
                Purpose.MEDICAL_CARE,
                Set.of(Category.SERVICE_REQUEST),
                new Recipient.ExactAgency(AgencyId.of(agency)),
                Set.of(Action.SHARE),
                node.clock.instant().minusSeconds(1),
                node.clock.instant().plus(Duration.ofDays(1)),
                true);
    }

    @Test
    void releasesTheMinimumSetAtOnceWithoutConsentOrAcceptance() throws Exception {
        EmergencyDesk.Broken broken = glass.breakIt();

        String sections = new String(broken.disclosure().sections(), StandardCharsets.UTF_8);
        assertTrue(sections.contains("\"contact\"") && sections.contains("\"service-request\""));
        assertFalse(sections.contains("\"identity\""));
        Disclosure entry = glass.disclosures().get(0);
        assertEquals(EventType.BREAK_GLASS, entry.type());
        assertEquals(
                BreakGlassReason.MEDICAL_EMERGENCY,
                entry.breakGlass().orElseThrow().reason());
        assertEquals(
                entry.head().occurredAt().plus(Duration.ofDays(3)),
                entry.breakGlass().orElseThrow().reviewDue());
        assertEquals("emergency-officer", entry.head().discloser().role());
        assertEquals("duty-doctor", entry.to().worker().orElseThrow().value());
        assertEquals(Optional.empty(), entry.authoriser());
    }

    @Test
    void alertsTheControllerAndTheAuditorAtOnceWithoutContent() throws Exception {
        EmergencyDesk.Broken broken = glass.breakIt();

        Alert forController = glass.controllerAlerts().get(0);
        Alert forAuditor = glass.alerts(glass.auditor).get(0);
        assertEquals(Alert.Kind.BREAK_GLASS, forController.kind());
        assertEquals(Optional.of(broken.emergency()), forController.emergency());
        assertEquals(Optional.of(glass.scene.caseId), forController.caseId());
        assertEquals(forController.id(), forAuditor.id());
        assertEquals(Optional.empty(), forAuditor.caseId());
        assertEquals(List.of(), glass.alerts(TestNode.caller("tj-police-khatlon", "somebody", Role.REFERRER)));
    }

    @Test
    void keepsTheWordsSealedAndOutOfEveryEntry() throws Exception {
        glass.breakIt();

        String text = Glass.WORDS.text();
        assertEquals(
                0, TestNode.number("SELECT COUNT(*) FROM paivand.emergency WHERE sealed_words LIKE '%unconscious%'"));
        assertTrue(node.entries().stream()
                .noneMatch(entry -> entry.event().toString().contains(text)));
        assertFalse(Glass.WORDS.toString().contains("unconscious"));
    }

    @Test
    void opensForTheNamedWorkerOfTheRecipientUntilItIsOver() throws Exception {
        UUID emergency = glass.breakIt().emergency();

        glass.pull(glass.doctor, emergency);
        node.clock.move(Glass.HOUR);

        refused(ProblemCode.RELEASE_REFUSED, () -> glass.pull(glass.doctor, emergency));
        assertEquals(2, glass.disclosures().size());
        assertEquals(Optional.of("night-officer"), glass.disclosures().get(1).authoriser());
        assertEquals(
                ReasonCode.BREAK_GLASS_OVER,
                lastDenial().withheld().stream()
                        .filter(part -> part.category() == Category.CONTACT)
                        .findFirst()
                        .orElseThrow()
                        .reason());
    }

    @Test
    void isNotThereForAnybodyElse() throws Exception {
        UUID emergency = glass.breakIt().emergency();

        for (Caller stranger : List.of(
                TestNode.caller(Glass.CLINIC, "other-doctor", Role.PROVIDER),
                TestNode.caller(Scene.SHELTER, "duty-doctor", Role.PROVIDER),
                glass.secondOfficer)) {
            refused(ProblemCode.NOT_FOUND, () -> glass.pull(stranger, emergency));
        }
        assertEquals(1, glass.disclosures().size());
    }

    @Test
    void refusesARoleWithoutItAndLeavesAnEntry() throws Exception {
        for (Caller without : List.of(glass.scene.controller, glass.doctor, glass.reviewer, glass.auditor)) {
            String before = TestNode.everythingWritten();

            refused(
                    ProblemCode.FORBIDDEN,
                    () -> glass.breakIt(without, glass.wanted(Purpose.MEDICAL_CARE, Glass.HOUR)));

            assertNotEquals(before, TestNode.everythingWritten());
            assertEquals("forbidden", lastDenial().code());
            assertEquals(without.user(), lastDenial().head().discloser().user());
        }
        assertEquals(List.of(), glass.disclosures());
    }

    @Test
    void refusesACaseThatTheAgencyCanNotName() {
        Caller elsewhere = TestNode.caller("tj-police-khatlon", "night-officer", Role.EMERGENCY_OFFICER);

        refused(ProblemCode.NOT_FOUND, () -> glass.breakIt(elsewhere, glass.wanted(Purpose.MEDICAL_CARE, Glass.HOUR)));
    }

    @Test
    void neverReleasesAgainstASafetyCriticalRefusal() throws Exception {
        glass.scene.consent(bar(Glass.CLINIC));

        ProblemException refused = refused(ProblemCode.RELEASE_REFUSED, glass::breakIt);

        assertTrue(refused.extensions().withheld().stream()
                .noneMatch(part -> part.reasonCode().equals("safety-refusal")));
        assertEquals(ReasonCode.SAFETY_REFUSAL, lastDenial().withheld().get(0).reason());
        assertEquals(List.of(), glass.disclosures());
        assertEquals(List.of(), glass.controllerAlerts());
    }

    @Test
    void decidesAgainAtEachPull() throws Exception {
        UUID emergency = glass.breakIt().emergency();
        glass.scene.consent(bar(Glass.CLINIC));

        refused(ProblemCode.RELEASE_REFUSED, () -> glass.pull(glass.doctor, emergency));
    }

    @Test
    void refusesAPurposeThatIsNoVitalInterestAndALifeBeyondTheMaximum() throws Exception {
        refused(
                ProblemCode.RELEASE_REFUSED,
                () -> glass.breakIt(glass.officer, glass.wanted(Purpose.LEGAL_AID, Glass.HOUR)));
        assertEquals(
                ReasonCode.BREAK_GLASS_PURPOSE, lastDenial().withheld().get(0).reason());

        refused(
                ProblemCode.RELEASE_REFUSED,
                () -> glass.breakIt(glass.officer, glass.wanted(Purpose.MEDICAL_CARE, Duration.ofMinutes(241))));
        assertEquals(
                ReasonCode.BREAK_GLASS_TOO_LONG, lastDenial().withheld().get(0).reason());
        assertEquals(
                0,
                TestNode.number("SELECT COUNT(*) FROM paivand.emergency WHERE case_id = '" + glass.scene.caseId + "'"));
    }

    @Test
    void carriesNothingThatOnlyConsentWouldLetGo() throws Exception {
        glass.scene.consent(glass.scene.grant(Category.SERVICE_REQUEST, Category.CONTACT));

        refused(
                ProblemCode.RELEASE_REFUSED,
                () -> glass.breakIt(glass.officer, glass.wanted(Purpose.MEDICAL_CARE, Duration.ofMinutes(241))));

        assertEquals(List.of(), glass.disclosures());
    }

    @Test
    void takesASecondPersonWhileAnEarlierUseOfTheAgencyIsUnreviewedOrOverdue() throws Exception {
        UUID first = glass.breakIt().emergency();
        for (Duration later : List.of(Duration.ZERO, Duration.ofHours(80))) {
            node.clock.move(later);

            ProblemException refused = refused(ProblemCode.SECOND_PERSON_REQUIRED, glass::breakIt);

            assertEquals(
                    "break-glass-needs-second-person",
                    refused.extensions().withheld().get(0).reasonCode());
            assertEquals("second-person-required", lastDenial().code());
            assertTrue(lastDenial().decision().isPresent());
        }
        glass.judge(glass.reviewer, first, ReviewFinding.JUSTIFIED);

        glass.breakIt();

        assertEquals(2, glass.disclosures().size());
    }

    @Test
    void worksAtOnceWithASecondPersonAndAlerts() throws Exception {
        glass.breakIt();
        UUID second = glass.ask();
        refused(ProblemCode.SECOND_PERSON_REQUIRED, () -> glass.pull(glass.officer, second));
        assertEquals(Emergency.State.AWAITING_SECOND_PERSON, read(second).state(node.clock.instant()));

        glass.confirm(glass.secondOfficer, second);
        glass.pull(glass.officer, second);

        Disclosure entry = glass.disclosures().get(1);
        assertEquals(Optional.of("night-officer-two"), entry.authoriser());
        assertEquals("night-officer", entry.head().discloser().user());
        assertEquals(
                Alert.Kind.BREAK_GLASS_UNREVIEWED,
                glass.alerts(glass.auditor).get(0).kind());
    }

    private Emergency read(UUID id) {
        return node.emergencies().read(glass.officer, id);
    }

    @Test
    void isNotConfirmedByTheSamePersonNorAnotherAgencyNorTooLateNorTwice() throws Exception {
        UUID asked = glass.ask();

        refused(ProblemCode.OWN_CHANGE, () -> glass.confirm(glass.officer, asked));
        assertEquals("own-change", lastDenial().code());
        refused(
                ProblemCode.NOT_FOUND,
                () -> glass.confirm(TestNode.caller(Glass.CLINIC, "night-officer-two", Role.EMERGENCY_OFFICER), asked));
        refused(ProblemCode.FORBIDDEN, () -> glass.confirm(glass.scene.controller, asked));
        refused(ProblemCode.NOT_FOUND, () -> glass.confirm(glass.secondOfficer, UUID.randomUUID()));
        assertEquals(List.of(), glass.controllerAlerts());

        glass.confirm(glass.secondOfficer, asked);
        refused(ProblemCode.CONFLICT, () -> glass.confirm(glass.secondOfficer, asked));
        assertEquals(1, glass.controllerAlerts().size());
    }

    @Test
    void isNotConfirmedOnceItWouldBeOver() throws Exception {
        UUID asked = glass.ask();
        node.clock.move(Glass.HOUR);

        refused(ProblemCode.CONFLICT, () -> glass.confirm(glass.secondOfficer, asked));

        assertEquals(List.of(), glass.controllerAlerts());
    }

    @Test
    void letsAnAgencyToWhichTheCaseWasReferredPullForItselfBeforeItAccepts() throws Exception {
        glass.scene.consent(glass.scene.grant(Category.SERVICE_REQUEST));
        UUID reference = node.referrals()
                .find(glass.doctor, glass.scene.offer(ServiceType.MEDICAL))
                .orElseThrow()
                .stored()
                .referral()
                .request()
                .caseReference();
        Caller clinic = TestNode.caller(Glass.CLINIC, "duty-doctor", Role.EMERGENCY_OFFICER);

        glass.breakIt(clinic, TestNode.key(), reference, glass.wanted(Purpose.MEDICAL_CARE, Glass.HOUR));

        assertEquals(
                Set.of(Category.SERVICE_REQUEST, Category.CONTACT),
                glass.disclosures().get(0).released().stream()
                        .map(part -> part.category())
                        .collect(Collectors.toSet()));
        assertEquals(1, glass.controllerAlerts().size());
        refused(
                ProblemCode.INVALID_REQUEST,
                () -> glass.breakIt(
                        clinic,
                        TestNode.key(),
                        reference,
                        glass.wanted(Scene.SHELTER, Purpose.MEDICAL_CARE, Glass.HOUR)));
    }

    @Test
    void refusesTheControllerForItself() {
        refused(
                ProblemCode.INVALID_REQUEST,
                () -> glass.breakIt(glass.officer, glass.wanted(Scene.POLICE, Purpose.PROTECTION, Glass.HOUR)));
    }

    @Test
    void isOneEmergencyHoweverOftenItIsRepeated() throws Exception {
        IdempotencyKey key = TestNode.key();
        Emergency.Wanted wanted = glass.wanted(Purpose.MEDICAL_CARE, Glass.HOUR);
        UUID first = glass.breakIt(glass.officer, key, glass.scene.caseId.value(), wanted)
                .emergency();

        UUID again = glass.breakIt(glass.officer, key, glass.scene.caseId.value(), wanted)
                .emergency();

        assertEquals(first, again);
        assertEquals(2, glass.disclosures().size());
        assertEquals(1, glass.controllerAlerts().size());
    }

    @RepeatedTest(5)
    void letsExactlyOneOfTwoAtOnceThroughAlone() throws Exception {
        Glass another = Glass.whole(node);
        List<Callable<UUID>> racers = new ArrayList<>();
        for (Glass one : List.of(glass, another, glass, another)) {
            racers.add(() -> one.breakIt().emergency());
        }

        try (Race race = new Race()) {
            List<Race.Finish<UUID>> finishes = race.run(racers);

            assertEquals(1, finishes.stream().filter(Race.Finish::won).count(), finishes::toString);
            assertTrue(finishes.stream()
                    .filter(finish -> !finish.won())
                    .allMatch(finish -> finish.problem().equals(Optional.of(ProblemCode.SECOND_PERSON_REQUIRED))));
        }
        assertEquals(1, glass.disclosures().size() + another.disclosures().size());
    }

    @Test
    void keepsTheCaseFromBeingErasedUntilItIsReviewedAndThenForgetsTheWords() throws Exception {
        UUID emergency = glass.breakIt().emergency();
        Executable propose = () ->
                node.erasures().propose(glass.scene.controller, UUID.randomUUID(), TestNode.key(), glass.scene.caseId);
        refused(ProblemCode.CONFLICT, propose);
        node.clock.move(Duration.ofHours(80));
        refused(ProblemCode.CONFLICT, propose);

        glass.judge(glass.reviewer, emergency, ReviewFinding.JUSTIFIED);
        erase();

        assertEquals(
                0,
                TestNode.number("SELECT COUNT(*) FROM paivand.emergency WHERE sealed_words IS NOT NULL AND id = '"
                        + emergency + "'"));
        refused(ProblemCode.NOT_FOUND, () -> node.reviews().read(glass.reviewer, UUID.randomUUID(), emergency));
    }

    @Test
    void keepsAnErasureThatWasProposedBeforeFromBeingConfirmed() throws Exception {
        UUID approval = propose();
        glass.breakIt();

        refused(ProblemCode.CONFLICT, () -> confirm(approval));
    }

    private void erase() throws Exception {
        confirm(propose());
    }

    private UUID propose() throws Exception {
        return node.erasures()
                .propose(glass.scene.controller, UUID.randomUUID(), TestNode.key(), glass.scene.caseId)
                .proposal()
                .id();
    }

    private void confirm(UUID approval) throws Exception {
        node.erasures()
                .decide(
                        TestNode.caller(Scene.POLICE, "officer-two", Role.REFERRER),
                        UUID.randomUUID(),
                        glass.scene.caseId,
                        approval,
                        Verdict.CONFIRM);
    }
}
