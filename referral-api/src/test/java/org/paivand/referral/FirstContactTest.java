package org.paivand.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.consent.Happening;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.decision.CategoryDecision;
import org.paivand.disclosure.event.ConsentChange;
import org.paivand.disclosure.event.ConsentChanged;
import org.paivand.emergency.Alert;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.referral.FirstContact.Answer;
import org.paivand.registry.service.ServiceType;
import org.paivand.release.Deliberated;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** What the recipient hears from the person, and what it is told it may see. */
@Timeout(60)
class FirstContactTest {
    @AutoClose
    private static final TestNode node = TestNode.running();

    private Scene scene;
    private UUID consent;
    private ReferralId referral;

    @BeforeEach
    void accepted() throws Exception {
        scene = Scene.policeAndShelter(node);
        consent = scene.consent(scene.grant(Category.SERVICE_REQUEST, Category.IDENTITY));
        referral = scene.accepted();
    }

    @Test
    void keepsThatThePersonDidAgreeAndChangesNothing() throws Exception {
        answer(scene.recipient, Answer.CONFIRMED);

        scene.pull(referral, Category.IDENTITY);
        ConsentChanged entry = lastChange();
        assertEquals(ConsentChange.CONFIRMED, entry.change());
        assertEquals(scene.recipient.agency(), entry.head().discloser().agency());
    }

    @Test
    void letsNothingGoFromTheMomentOfADisputeUntilThePersonStandsByIt() throws Exception {
        answer(scene.recipient, Answer.DISPUTED);

        assertThrows(ProblemException.class, () -> scene.pull(referral, Category.IDENTITY));
        assertEquals(ConsentChange.DISPUTED, lastChange().change());
        Alert alert = node.alerts()
                .list(scene.controller, UUID.randomUUID(), Optional.empty(), 1)
                .get(0);
        assertEquals(Alert.Kind.CONSENT_DISPUTED, alert.kind());
        assertEquals(Optional.of(scene.caseId), alert.caseId());

        node.consents()
                .change(
                        scene.controller,
                        UUID.randomUUID(),
                        TestNode.key(),
                        scene.caseId,
                        consent,
                        Happening.reconfirmation());
        scene.pull(referral, Category.IDENTITY);
    }

    @Test
    void disputesOnlyTheConsentsByWhichThisRecipientGetsSomething() throws Exception {
        Scene clinic = scene.towards("tj-clinic-dushanbe");
        UUID another = clinic.consent(clinic.grant(Category.SERVICE_REQUEST));

        answer(scene.recipient, Answer.DISPUTED);

        assertTrue(
                node
                        .consents()
                        .read(scene.controller, scene.caseId)
                        .stateAt(node.clock.instant())
                        .livePermits()
                        .stream()
                        .allMatch(standing -> standing.consent().id().equals(another)));
    }

    @Test
    void hearsNobodyElseAndNobodyWhoHasNotAccepted() throws Exception {
        Caller stranger = TestNode.caller("tj-clinic-dushanbe", "worker-nine", Role.PROVIDER);
        Scene offered = Scene.policeAndShelter(node);
        offered.consent(offered.grant(Category.SERVICE_REQUEST));
        ReferralId unanswered = offered.offer(ServiceType.SHELTER);
        String before = TestNode.everythingWritten();

        refused(ProblemCode.NOT_FOUND, stranger, referral);
        refused(ProblemCode.NOT_FOUND, scene.controller, referral);
        refused(ProblemCode.NOT_FOUND, offered.recipient, unanswered);
        refused(ProblemCode.NOT_FOUND, scene.recipient, new ReferralId(UUID.randomUUID()));

        assertEquals(before, TestNode.everythingWritten());
    }

    @Test
    void refusesAnAnswerAboutAConsentThatIsGone() throws Exception {
        scene.withdraw(consent);

        refused(ProblemCode.CONFLICT, scene.recipient, referral);
    }

    @Test
    void answersOnceForOneKey() throws Exception {
        var key = TestNode.key();
        node.firstContact().answer(scene.recipient, UUID.randomUUID(), key, referral, Answer.DISPUTED);
        String before = TestNode.everythingWritten();

        assertEquals(
                Answer.DISPUTED,
                node.firstContact().answer(scene.recipient, UUID.randomUUID(), key, referral, Answer.DISPUTED));
        assertEquals(before, TestNode.everythingWritten());
    }

    @Test
    void tellsTheRecipientWhatItCouldPullUntilWhenAndWritesNoEntry() throws Exception {
        String before = TestNode.everythingWritten();

        Deliberated standing = node.pulls().permissions(scene.recipient, referral);

        CategoryDecision.Permit identity = standing.decision().permitted().get(Category.IDENTITY);
        assertEquals(
                Optional.of(standing.input()
                        .history()
                        .latest(consent)
                        .orElseThrow()
                        .grants()
                        .get(0)
                        .notAfter()),
                Optional.ofNullable(identity).map(CategoryDecision.Permit::validUntil));
        assertEquals(before, TestNode.everythingWritten());
    }

    @Test
    void tellsAColleagueWhoIsNotAssignedThatItIsNot() throws Exception {
        Caller colleague = TestNode.caller(Scene.SHELTER, "worker-other", Role.PROVIDER);

        Map<Category, String> withheld =
                node.pulls().permissions(colleague, referral).decision().withheld().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, reason -> reason.getValue().code()));

        assertEquals("worker-not-assigned", withheld.get(Category.IDENTITY));
    }

    @Test
    void tellsNobodyElseWhatARecipientMaySee() throws Exception {
        Caller stranger = TestNode.caller("tj-clinic-dushanbe", "worker-nine", Role.PROVIDER);

        assertEquals(
                ProblemCode.NOT_FOUND,
                assertThrows(ProblemException.class, () -> node.pulls().permissions(stranger, referral))
                        .code());
        // A sender hears what it may read itself: while help goes on, what the recipient wrote to it.
        assertEquals(
                Set.of(Category.MESSAGE),
                node.pulls().permissions(scene.controller, referral).ask().categories());
    }

    private void answer(Caller caller, Answer answer) throws Exception {
        node.firstContact().answer(caller, UUID.randomUUID(), TestNode.key(), referral, answer);
    }

    private void refused(ProblemCode code, Caller caller, ReferralId id) {
        assertEquals(
                code,
                assertThrows(
                                ProblemException.class,
                                () -> node.firstContact()
                                        .answer(caller, UUID.randomUUID(), TestNode.key(), id, Answer.DISPUTED))
                        .code());
    }

    private ConsentChanged lastChange() throws Exception {
        return node.sequenced(scene.alias).stream()
                .map(TestNode.Logged::event)
                .filter(ConsentChanged.class::isInstance)
                .map(ConsentChanged.class::cast)
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}
