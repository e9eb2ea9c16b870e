package org.paivand.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.ConflictFinding;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.consent.Grant;
import org.paivand.disclosure.consent.GrantStatus;
import org.paivand.disclosure.event.NoConsentReason;
import org.paivand.disclosure.event.OutOfBandChannel;
import org.paivand.disclosure.event.Outsider;
import org.paivand.disclosure.event.PersonAccess;
import org.paivand.disclosure.event.PersonAction;
import org.paivand.emergency.Alert;
import org.paivand.outofband.Telling;
import org.paivand.person.Visit.Said;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.referral.Move;
import org.paivand.referral.ReferralId;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

@Timeout(60)
class PersonDeskTest {
    @AutoClose
    private static final TestNode node = TestNode.running();

    private Scene scene;
    private Grant stageOne;
    private Grant identity;
    private IssuedCodes codes;

    @BeforeEach
    void receipt() throws Exception {
        scene = Scene.policeAndShelter(node);
        stageOne = scene.grant(Category.SERVICE_REQUEST);
        identity = scene.grant(Category.IDENTITY);
        scene.consent(stageOne, identity);
        codes = issued(scene, Holder.SUBJECT);
    }

    @AfterEach
    void mend() {
        node.clock.reset();
    }

    @Test
    void showsWhatWasAgreedAndWhoReceivedWhat() throws Exception {
        scene.pull(scene.accepted(), Category.IDENTITY);
        node.sequenced(scene.alias);

        Overview overview = status(codes.status()).overview();

        assertEquals(
                Set.of(stageOne.id(), identity.id()),
                Set.copyOf(overview.agreed().stream().map(Agreed::grantId).toList()));
        Delivery newest = overview.deliveries().get(0);
        assertEquals(Set.of(Category.IDENTITY), newest.categories());
        assertEquals(Scene.SHELTER, newest.recipient().value());
        assertFalse(newest.emergency());
    }

    @Test
    void showsWhatWasToldOutsideAndNotWhatWasCorrected() throws Exception {
        UUID wrong = tellFamily(Optional.empty());
        assertEquals(1, status(codes.status()).overview().told().size());

        UUID unusedRight = tellFamily(Optional.of(wrong));

        List<ToldOutside> told = status(codes.status()).overview().told();
        assertEquals(
                List.of(Optional.of(Outsider.FAMILY)),
                told.stream().map(ToldOutside::outsider).toList());
        assertEquals(List.of(), status(codes.status()).overview().deliveries());
    }

    private UUID tellFamily(Optional<UUID> corrects) throws Exception {
        Telling telling = new Telling(
                OutOfBandChannel.TELEPHONE,
                node.clock.instant().truncatedTo(ChronoUnit.MILLIS),
                scene.controller.agency(),
                Optional.empty(),
                Optional.of(Outsider.FAMILY),
                Purpose.FAMILY_TRACING,
                Set.of(Category.IDENTITY),
                Optional.empty(),
                Optional.of(NoConsentReason.NOT_ASKED),
                corrects,
                Optional.empty());
        return node.outOfBand()
                .record(scene.controller, UUID.randomUUID(), TestNode.key(), scene.caseId, telling)
                .event()
                .head()
                .eventId();
    }

    @Test
    void logsEachVisitBeforeAnythingIsShown() throws Exception {
        status(codes.status());

        assertEquals(List.of(PersonAction.CODE_ISSUED, PersonAction.PAGE_READ), actions());
    }

    @Test
    void opensNothingByACodeThatWasNeverGivenEndedOrMistyped() throws Exception {
        long before = entries();
        SurvivorCode never = SurvivorCode.random(new java.security.SecureRandom());
        String mistyped = codes.status().digits().substring(1) + "x";

        assertEquals(Optional.empty(), node.persons().enter(UUID.randomUUID(), never.inGroups()));
        assertEquals(Optional.empty(), node.persons().enter(UUID.randomUUID(), mistyped));
        assertEquals(Optional.empty(), node.persons().enter(UUID.randomUUID(), ""));
        assertEquals(before, entries());

        node.receipts().end(scene.controller, UUID.randomUUID(), scene.caseId);

        assertEquals(Optional.empty(), enter(codes.status()));
        assertEquals(Optional.empty(), enter(codes.nothing()));
        assertEquals(List.of(PersonAction.CODE_ISSUED, PersonAction.CODE_REVOKED), actions());
    }

    @Test
    void endsTheOlderCodesWithNewOnes() throws Exception {
        IssuedCodes newer = issued(scene, Holder.SUBJECT);

        assertEquals(Optional.empty(), enter(codes.status()));
        assertEquals(Optional.empty(), enter(codes.nothing()));
        assertTrue(enter(newer.status()).isPresent());
        assertEquals(List.of(PersonAction.CODE_ISSUED, PersonAction.CODE_ROTATED, PersonAction.PAGE_READ), actions());
    }

    @Test
    void keepsNoCodeAnywhere() throws Exception {
        String digits = codes.status().digits();

        assertEquals(
                0,
                TestNode.number("SELECT COUNT(*) FROM paivand.person_code WHERE HEX(seal) LIKE '%" + digits
                        + "%' OR seal LIKE '%" + digits + "%' OR seal = UNHEX(SHA2('" + digits + "', 256))"));
    }

    @Test
    void withdrawsAPartAtOnceAndUndoesIt() throws Exception {
        ReferralId referral = scene.accepted();
        scene.pull(referral, Category.IDENTITY);
        UUID code = status(codes.status()).code().id();

        Visit.Status withdrawn = (Visit.Status) node.persons()
                .withdraw(UUID.randomUUID(), code, Set.of(identity.id()))
                .orElseThrow();

        assertEquals(Said.WITHDRAWN, withdrawn.said());
        assertEquals(GrantStatus.WITHDRAWN, part(withdrawn.overview(), identity).status());
        assertEquals(GrantStatus.LIVE, part(withdrawn.overview(), stageOne).status());
        ProblemException refused = assertThrows(ProblemException.class, () -> scene.pull(referral, Category.IDENTITY));
        assertEquals("consent-withdrawn", refused.extensions().withheld().get(0).reasonCode());

        Visit.Status restored = (Visit.Status) node.persons()
                .restore(UUID.randomUUID(), code, Set.of(identity.id()))
                .orElseThrow();

        assertEquals(Said.RESTORED, restored.said());
        scene.pull(referral, Category.IDENTITY);
        assertTrue(actions().containsAll(List.of(PersonAction.WITHDRAWN, PersonAction.RESTORED)));
    }

    @Test
    void changesNothingThatWasNotGivenOrIsSomebodyElses() throws Exception {
        Scene other = Scene.policeAndShelter(node);
        Grant foreign = other.grant(Category.IDENTITY);
        other.consent(foreign);
        UUID code = status(codes.status()).code().id();

        for (Set<UUID> wrong : List.of(
                Set.<UUID>of(), Set.of(UUID.randomUUID()), Set.of(foreign.id()), Set.of(identity.id(), foreign.id()))) {
            assertEquals(
                    Said.NOT_POSSIBLE,
                    ((Visit.Status) node.persons()
                                    .withdraw(UUID.randomUUID(), code, wrong)
                                    .orElseThrow())
                            .said());
        }

        scene.pull(scene.accepted(), Category.IDENTITY);
    }

    /** Whoever finds a code can't let data flow that somebody stopped otherwise. */
    @Test
    void restoresOnlyWhatTheCodeItselfWithdrew() throws Exception {
        UUID code = status(codes.status()).code().id();
        scene.withdraw(consentOf(identity), Optional.of(Set.of(identity.id())));

        assertEquals(Said.NOT_POSSIBLE, restore(code, identity));
    }

    @Test
    void barsAnAgencyForEverAndLiftsNoBar() throws Exception {
        ReferralId referral = scene.accepted();
        Visit.Status seen = status(codes.status());
        String handle = seen.overview().choices().stream()
                .filter(choice -> choice.agency().value().equals(Scene.SHELTER))
                .findFirst()
                .orElseThrow()
                .handle();

        Visit.Status barred = (Visit.Status)
                node.persons().bar(UUID.randomUUID(), seen.code().id(), handle).orElseThrow();

        assertEquals(Said.BARRED, barred.said());
        ProblemException refused = assertThrows(ProblemException.class, () -> scene.pull(referral, Category.IDENTITY));
        assertEquals(
                List.of(Optional.of("identity")),
                refused.extensions().withheld().stream()
                        .map(part -> Optional.of(part.category()))
                        .toList());
        Agreed bar = barred.overview().agreed().stream()
                .filter(Agreed::refusal)
                .findFirst()
                .orElseThrow();
        assertEquals(
                Said.NOT_POSSIBLE,
                ((Visit.Status) node.persons()
                                .withdraw(UUID.randomUUID(), seen.code().id(), Set.of(bar.grantId()))
                                .orElseThrow())
                        .said());
        assertEquals(
                Said.NOT_POSSIBLE,
                ((Visit.Status) node.persons()
                                .bar(UUID.randomUUID(), seen.code().id(), handle)
                                .orElseThrow())
                        .said());
        assertTrue(
                node
                        .consents()
                        .read(scene.controller, scene.caseId)
                        .stateAt(node.clock.instant())
                        .liveRefusals()
                        .stream()
                        .anyMatch(refusal -> refusal.grant().safetyCritical()));
    }

    @Test
    void showsNothingAndChangesNothingByTheSecondCode() throws Exception {
        Visit visit = enter(codes.nothing()).orElseThrow();
        UUID code = visit.codeId();

        assertTrue(visit instanceof Visit.Nothing);
        assertTrue(
                node.persons()
                                .withdraw(UUID.randomUUID(), code, Set.of(identity.id()))
                                .orElseThrow()
                        instanceof Visit.Nothing);
        scene.pull(scene.accepted(), Category.IDENTITY);
        assertEquals(List.of(PersonAction.CODE_ISSUED, PersonAction.DURESS, PersonAction.DURESS), actions());
    }

    @Test
    void tellsTheControllerAloneOfWhichCaseTheSecondCodeWasUsed() throws Exception {
        assertTrue(enter(codes.nothing()).isPresent());

        Alert forController = alerts(scene.controller).get(0);
        assertEquals(Alert.Kind.DURESS, forController.kind());
        assertEquals(Optional.of(scene.caseId), forController.caseId());
        Caller auditor = TestNode.caller("tj-ombudsman", "auditor", Role.AUDITOR);
        assertEquals(Optional.empty(), alerts(auditor).get(0).caseId());
        assertEquals(List.of(), alerts(scene.recipient));
    }

    @Test
    void raisesNoAlertByTheFirstCode() throws Exception {
        int before = alerts(scene.controller).size();

        assertTrue(enter(codes.status()).isPresent());

        assertEquals(before, alerts(scene.controller).size());
    }

    private static List<Alert> alerts(Caller caller) throws Exception {
        return node.alerts().list(caller, UUID.randomUUID(), Optional.empty(), 100);
    }

    @Test
    void givesNoReceiptToAGuardianWhoseInterestsAreUnknown() throws Exception {
        Scene child = childOf(ConflictFinding.UNKNOWN);

        refused(child, Holder.GUARDIAN);
        assertTrue(issued(child, Holder.SUBJECT).status().inGroups().length() > 0);
    }

    @Test
    void givesNoReceiptToAnAdultsGuardian() {
        refused(scene, Holder.GUARDIAN);
    }

    @Test
    void closesAGuardiansPageWithTheFindingOfAConflict() throws Exception {
        Scene child = childOf(ConflictFinding.NONE);
        IssuedCodes guardians = issued(child, Holder.GUARDIAN);
        IssuedCodes childs = issued(child, Holder.SUBJECT);
        assertEquals(List.of(), status(guardians.status()).overview().agreed());

        find(child, ConflictFinding.CONFLICT);

        assertEquals(Optional.empty(), enter(guardians.status()));
        assertEquals(Optional.empty(), enter(guardians.nothing()));
        assertTrue(enter(childs.status()).isPresent());
        refused(child, Holder.GUARDIAN);
    }

    @Test
    void letsNoGuardianEndHelp() throws Exception {
        Scene child = childOf(ConflictFinding.NONE);
        Visit.Status guardians = status(issued(child, Holder.GUARDIAN).status());
        Visit.Status childs = status(issued(child, Holder.SUBJECT).status());
        UUID help = childs.overview().helps().get(0).id().value();

        assertEquals(List.of(), guardians.overview().helps());
        assertEquals(
                Said.NOT_POSSIBLE,
                ((Visit.Status) node.persons()
                                .endHelp(UUID.randomUUID(), guardians.code().id(), Set.of(help))
                                .orElseThrow())
                        .said());
        assertTrue(status(issued(child, Holder.SUBJECT).status())
                .overview()
                .helps()
                .get(0)
                .endable());
    }

    @Test
    void givesNothingToAnotherAgency() {
        for (Caller stranger :
                List.of(scene.recipient, TestNode.caller("tj-police-khatlon", "officer-two", Role.REFERRER))) {
            assertEquals(
                    ProblemCode.NOT_FOUND,
                    assertThrows(
                                    ProblemException.class,
                                    () -> node.receipts()
                                            .issue(stranger, UUID.randomUUID(), scene.caseId, Holder.SUBJECT))
                            .code());
        }
    }

    @Test
    void makesHandlesThatTellNothingOutsideTheirCase() throws Exception {
        Scene other = Scene.policeAndShelter(node);
        other.consent(other.grant(Category.IDENTITY));
        IssuedCodes others = issued(other, Holder.SUBJECT);

        assertNotEquals(
                status(codes.status()).overview().choices().get(0).handle(),
                status(others.status()).overview().choices().get(0).handle());
    }

    private static IssuedCodes issued(Scene scene, Holder holder) throws Exception {
        return node.receipts()
                .issue(scene.controller, UUID.randomUUID(), scene.caseId, holder)
                .codes()
                .orElseThrow();
    }

    private static void refused(Scene scene, Holder holder) {
        assertEquals(
                ProblemCode.RECEIPT_REFUSED,
                assertThrows(ProblemException.class, () -> issued(scene, holder))
                        .code());
        assertEquals(
                ProblemCode.RECEIPT_REFUSED,
                assertThrows(ProblemException.class, () -> node.receipts().read(scene.controller, scene.caseId, holder))
                        .code());
    }

    /** A child's case that child protection accepted, and what it found. */
    private static Scene childOf(ConflictFinding finding) throws Exception {
        Scene child = Scene.between(node, Scene.POLICE, "tj-child-protection-dushanbe", Purpose.PROTECTION);
        child.write(
                Category.SERVICE_REQUEST,
                0,
                sample -> sample.replace("\"adult\"", "\"child\"")
                        .replace("\"familyMustNotKnow\":true", "\"familyMustNotKnow\":false")
                        .replace("\"familyMustNotKnow\": true", "\"familyMustNotKnow\": false"));
        child.consent(child.grant(Category.SERVICE_REQUEST));
        find(child, finding);
        return child;
    }

    private static void find(Scene child, ConflictFinding finding) throws Exception {
        ReferralId referral = child.offer(org.paivand.registry.service.ServiceType.PROTECTION);
        node.referrals().move(child.recipient, referral, Optional.empty(), Move.accept());
        Caller protector = TestNode.caller("tj-child-protection-dushanbe", "protector", Role.CHILD_PROTECTION);
        node.protection().find(protector, UUID.randomUUID(), referral.value(), finding);
    }

    private static Optional<Visit> enter(SurvivorCode code) throws Exception {
        return node.persons().enter(UUID.randomUUID(), code.inGroups());
    }

    private static Visit.Status status(SurvivorCode code) throws Exception {
        return (Visit.Status) enter(code).orElseThrow();
    }

    private static Said restore(UUID code, Grant grant) throws Exception {
        return ((Visit.Status) node.persons()
                        .restore(UUID.randomUUID(), code, Set.of(grant.id()))
                        .orElseThrow())
                .said();
    }

    private static Agreed part(Overview overview, Grant grant) {
        return overview.agreed().stream()
                .filter(part -> part.grantId().equals(grant.id()))
                .findFirst()
                .orElseThrow();
    }

    private UUID consentOf(Grant grant) throws Exception {
        return node.consents().read(scene.controller, scene.caseId).stateAt(node.clock.instant()).grants().stream()
                .filter(standing -> standing.grant().equals(grant))
                .findFirst()
                .orElseThrow()
                .consent()
                .id();
    }

    private List<PersonAction> actions() throws Exception {
        return node.sequenced(scene.alias).stream()
                .map(TestNode.Logged::event)
                .filter(PersonAccess.class::isInstance)
                .map(event -> ((PersonAccess) event).action())
                .toList();
    }

    private static long entries() throws Exception {
        return TestNode.number("SELECT COUNT(*) FROM paivand_log.event");
    }
}
