package org.paivand.protection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.ConflictFinding;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.consent.ChildAssent;
import org.paivand.disclosure.consent.GivenBy;
import org.paivand.disclosure.event.GuardianFound;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.referral.Move;
import org.paivand.referral.Outcome;
import org.paivand.referral.ReferralId;
import org.paivand.referral.Step;
import org.paivand.registry.service.ServiceType;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** A child's case, offered to child protection and to a shelter. */
@Timeout(60)
class ProtectionDeskTest {
    private static final String PROTECTION = "tj-child-protection-dushanbe";

    @AutoClose
    private static final TestNode node = TestNode.running();

    private Scene shelter;
    private Scene protection;
    private Caller guardians;
    private ReferralId referred;
    private ReferralId placed;

    @BeforeEach
    void referTheChild() throws Exception {
        shelter = Scene.between(node, Scene.POLICE, Scene.SHELTER, Purpose.SHELTER_PLACEMENT);
        shelter.write(
                Category.SERVICE_REQUEST,
                0,
                sample -> sample.replace("\"ageGroup\":\"adult\"", "\"ageGroup\":\"child\""));
        shelter.write(Category.IDENTITY, 0);
        protection = shelter.towards(PROTECTION);
        guardians = TestNode.caller(PROTECTION, "worker-two", Role.PROVIDER, Role.CHILD_PROTECTION);
        shelter.consent(shelter.grant(Category.SERVICE_REQUEST), protection.grant(Category.SERVICE_REQUEST));
        referred = protection.offer(ServiceType.PROTECTION);
        placed = shelter.accepted();
    }

    @AfterEach
    void mend() {
        node.clock.reset();
    }

    private void acceptByProtection() {
        node.referrals().move(guardians, referred, Optional.empty(), Move.accept());
    }

    @Test
    void takesFindingsOnlyFromChildProtectionThatAccepted() throws Exception {
        String before = TestNode.everythingWritten();

        refused(ProblemCode.FORBIDDEN, () -> find(shelter.recipient, placed, ConflictFinding.NONE));
        refused(ProblemCode.FORBIDDEN, () -> find(shelter.controller, referred, ConflictFinding.NONE));
        refused(ProblemCode.NOT_FOUND, () -> find(guardians, referred, ConflictFinding.NONE));
        refused(ProblemCode.NOT_FOUND, () -> find(guardians, placed, ConflictFinding.NONE));
        refused(ProblemCode.NOT_FOUND, () -> find(guardians, new ReferralId(UUID.randomUUID()), ConflictFinding.NONE));

        assertEquals(before, TestNode.everythingWritten());
    }

    @Test
    void takesNoFindingOnceTheReferralIsOver() throws Exception {
        acceptByProtection();
        find(guardians, referred, ConflictFinding.UNKNOWN);
        node.referrals().move(guardians, referred, Optional.empty(), Move.proceed(Step.ARRIVED));
        find(guardians, referred, ConflictFinding.NONE);
        node.referrals().move(guardians, referred, Optional.empty(), Move.complete(Outcome.NEEDS_MET, List.of()));
        String before = TestNode.everythingWritten();

        refused(ProblemCode.NOT_FOUND, () -> find(guardians, referred, ConflictFinding.CONFLICT));

        assertEquals(before, TestNode.everythingWritten());
    }

    @Test
    void letsAGuardianConsentOnlyWhileNoConflictIsFound() throws Exception {
        acceptByProtection();
        GivenBy guardian = new GivenBy(
                org.paivand.disclosure.consent.Role.GUARDIAN,
                Optional.of("parent"),
                Optional.empty(),
                ChildAssent.GIVEN);
        shelter.recorded(guardian, shelter.grant(Category.IDENTITY));

        assertEquals("guardian-finding-missing", reason(() -> shelter.pull(placed, Category.IDENTITY)));
        find(guardians, referred, ConflictFinding.NONE);
        assertTrue(shelter.pull(placed, Category.IDENTITY).sections().length > 0);
        find(guardians, referred, ConflictFinding.CONFLICT);
        assertEquals("no-grant", reason(() -> shelter.pull(placed, Category.IDENTITY)));
        assertEquals(
                List.of(ConflictFinding.NONE, ConflictFinding.CONFLICT),
                node.sequenced(shelter.alias).stream()
                        .map(TestNode.Logged::event)
                        .filter(event -> event instanceof GuardianFound)
                        .map(event -> ((GuardianFound) event).finding())
                        .toList());
    }

    @Test
    void releasesBeyondStageOneOnABestInterestsDecisionUntilItEnds() throws Exception {
        acceptByProtection();
        assertTrue(shelter.pull(placed, Category.SERVICE_REQUEST).sections().length > 0);
        refused(ProblemCode.RELEASE_REFUSED, () -> shelter.pull(placed, Category.IDENTITY));

        decide(Duration.ofHours(1), Category.IDENTITY);

        assertTrue(shelter.pull(placed, Category.IDENTITY).sections().length > 0);
        refused(ProblemCode.RELEASE_REFUSED, () -> shelter.pull(placed, Category.CONTACT));
        node.clock.move(Duration.ofHours(1));
        refused(ProblemCode.RELEASE_REFUSED, () -> shelter.pull(placed, Category.IDENTITY));
    }

    @Test
    void decidesNothingThatIsOverAlready() throws Exception {
        acceptByProtection();
        String before = TestNode.everythingWritten();

        refused(ProblemCode.INVALID_REQUEST, () -> decide(Duration.ZERO, Category.IDENTITY));
        refused(ProblemCode.INVALID_REQUEST, () -> decide(Duration.ofSeconds(-1), Category.IDENTITY));

        assertEquals(before, TestNode.everythingWritten());
    }

    private void find(Caller caller, ReferralId referral, ConflictFinding finding) throws Exception {
        node.protection().find(caller, UUID.randomUUID(), referral.value(), finding);
    }

    private void decide(Duration from, Category category) throws Exception {
        node.protection()
                .decide(
                        guardians,
                        UUID.randomUUID(),
                        referred.value(),
                        new AgencyId(Scene.SHELTER),
                        Purpose.SHELTER_PLACEMENT,
                        Set.of(category),
                        node.clock.instant().truncatedTo(ChronoUnit.MILLIS).plus(from));
    }

    private static String reason(Executable asked) {
        return assertThrows(ProblemException.class, asked)
                .extensions()
                .withheld()
                .get(0)
                .reasonCode();
    }

    private static void refused(ProblemCode code, Executable asked) {
        assertEquals(code, assertThrows(ProblemException.class, asked).code());
    }
}
