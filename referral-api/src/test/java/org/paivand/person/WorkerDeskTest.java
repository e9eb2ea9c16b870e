package org.paivand.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.disclosure.Action;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.consent.Effect;
import org.paivand.disclosure.consent.Grant;
import org.paivand.disclosure.consent.Recipient;
import org.paivand.disclosure.consent.StandingGrant;
import org.paivand.disclosure.decision.ReasonCode;
import org.paivand.disclosure.event.Denial;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.person.Overview.Choice;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.referral.ReferralId;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** A person bars one worker, through an officer or by the page; the agency goes on with another. */
@Timeout(60)
class WorkerDeskTest {
    @AutoClose
    private static final TestNode node = TestNode.running();

    private final Caller colleague = TestNode.caller(Scene.SHELTER, "worker-of-the-night", Role.PROVIDER);
    private Scene scene;
    private ReferralId referral;

    @BeforeEach
    void accept() throws Exception {
        scene = Scene.policeAndShelter(node);
        scene.consent(scene.grant(Category.SERVICE_REQUEST, Category.IDENTITY));
        referral = scene.accepted();
    }

    private Choice theOne() {
        return node.workers().list(scene.controller, scene.caseId).get(0);
    }

    private UUID bar() throws Exception {
        return bar(TestNode.key(), theOne().handle());
    }

    private UUID bar(IdempotencyKey key, String handle) throws Exception {
        return node.workers().bar(scene.controller, UUID.randomUUID(), key, scene.caseId, handle);
    }

    private static ProblemException refused(ProblemCode code, Executable act) {
        ProblemException refused = assertThrows(ProblemException.class, act);
        assertEquals(code, refused.code());
        return refused;
    }

    private String told() {
        return refused(ProblemCode.RELEASE_REFUSED, () -> scene.pull(referral, Category.IDENTITY))
                .extensions()
                .withheld()
                .get(0)
                .reasonCode();
    }

    @Test
    void namesNobodyToTheOfficerButTellsWhereAndSinceWhen() {
        List<Choice> choices = node.workers().list(scene.controller, scene.caseId);

        assertEquals(1, choices.size());
        assertEquals(Scene.SHELTER, choices.get(0).agency().value());
        assertTrue(choices.get(0).handle().matches("[0-9a-f]{16}"));
        assertFalse(choices.get(0).worker().orElseThrow().since().isAfter(node.clock.instant()));
    }

    @Test
    void givesOneWorkerAnotherHandleInEachCase() throws Exception {
        String here = theOne().handle();
        accept();

        assertFalse(here.equals(theOne().handle()));
    }

    @Test
    void releasesNothingToTheWorkerWhoIsBarredAndDoesNotTellThemWhy() throws Exception {
        scene.pull(referral, Category.IDENTITY);

        bar();

        assertEquals("no-grant", told());
        Denial logged = node.sequenced(scene.alias).stream()
                .map(TestNode.Logged::event)
                .filter(Denial.class::isInstance)
                .map(Denial.class::cast)
                .reduce((older, newer) -> newer)
                .orElseThrow();
        assertEquals(ReasonCode.WORKER_BARRED, logged.withheld().get(0).reason());
        assertEquals(List.of(), node.workers().list(scene.controller, scene.caseId));
    }

    @Test
    void letsTheAgencyGoOnWithAnotherWorker() throws Exception {
        bar();

        node.referrals()
                .assign(
                        scene.recipient,
                        referral,
                        Optional.empty(),
                        colleague.worker().orElseThrow());

        assertTrue(node.pulls()
                        .pull(colleague, UUID.randomUUID(), TestNode.key(), referral, Set.of(Category.IDENTITY))
                        .sections()
                        .length
                > 0);
        assertEquals("no-grant", told());
    }

    @Test
    void holdsUntilThePersonTakesItBackByName() throws Exception {
        UUID consent = bar();
        scene.withdraw(scene.consent(scene.grant(Category.CONTACT)));

        assertEquals("no-grant", told());

        Grant bar =
                node
                        .consents()
                        .read(scene.controller, scene.caseId)
                        .stateAt(node.clock.instant())
                        .liveRefusals()
                        .stream()
                        .map(StandingGrant::grant)
                        .findFirst()
                        .orElseThrow();
        scene.withdraw(consent, Optional.of(Set.of(bar.id())));
        assertTrue(scene.pull(referral, Category.IDENTITY).sections().length > 0);
    }

    @Test
    void barsOnceHoweverOftenTheRequestComes() throws Exception {
        IdempotencyKey key = TestNode.key();
        String handle = theOne().handle();

        UUID first = bar(key, handle);

        assertEquals(first, bar(key, handle));
        refused(ProblemCode.NOT_FOUND, () -> bar(TestNode.key(), handle));
        refused(ProblemCode.NOT_FOUND, () -> bar(TestNode.key(), "0000000000000000"));
    }

    @Test
    void isForTheControllerAlone() {
        String handle = theOne().handle();
        Caller other = TestNode.caller("tj-police-khatlon", "somebody", Role.REFERRER);

        refused(ProblemCode.NOT_FOUND, () -> node.workers().list(other, scene.caseId));
        refused(
                ProblemCode.NOT_FOUND,
                () -> node.workers().bar(other, UUID.randomUUID(), TestNode.key(), scene.caseId, handle));
        refused(ProblemCode.NOT_FOUND, () -> node.workers().list(scene.recipient, scene.caseId));
    }

    @Test
    void isOnThePersonsPageWithoutAName() throws Exception {
        IssuedCodes codes = node.receipts()
                .issue(scene.controller, UUID.randomUUID(), scene.caseId, Holder.SUBJECT)
                .codes()
                .orElseThrow();
        Visit.Status page = (Visit.Status) node.persons()
                .enter(UUID.randomUUID(), codes.status().inGroups())
                .orElseThrow();
        Choice worker = page.overview().choices().stream()
                .filter(choice -> choice.worker().isPresent())
                .findFirst()
                .orElseThrow();

        Visit.Status barred = (Visit.Status) node.persons()
                .bar(UUID.randomUUID(), page.code().id(), worker.handle())
                .orElseThrow();

        assertEquals(Visit.Said.BARRED, barred.said());
        assertTrue(barred.overview().agreed().stream().anyMatch(part -> part.refusal() && part.oneWorker()));
        assertTrue(barred.overview().choices().stream()
                .allMatch(choice -> choice.worker().isEmpty()));
        assertTrue(barred.overview().choices().stream()
                .anyMatch(choice -> choice.agency().value().equals(Scene.SHELTER)));
        assertEquals("no-grant", told());
    }

    @Test
    void isNotOfferedForAnAgencyThatIsBarredAsAWhole() throws Exception {
        scene.consent(new Grant(
                UUID.randomUUID(),
                Effect.REFUSE,
                scene.purpose,
                Set.of(Category.IDENTITY),
                new Recipient.ExactAgency(scene.recipient.agency()),
                Set.of(Action.SHARE),
                node.clock.instant().minusSeconds(1),
                node.clock.instant().plusSeconds(3600),
                true));

        assertEquals(List.of(), node.workers().list(scene.controller, scene.caseId));
    }
}
