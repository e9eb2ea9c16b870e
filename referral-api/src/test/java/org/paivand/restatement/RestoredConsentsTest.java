package org.paivand.restatement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.paivand.approval.Verdict;
import org.paivand.audit.TestLog;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.consent.Happening;
import org.paivand.database.TestDatabase;
import org.paivand.disclosure.Action;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.WorkerId;
import org.paivand.disclosure.consent.Effect;
import org.paivand.disclosure.consent.Grant;
import org.paivand.disclosure.consent.Recipient;
import org.paivand.disclosure.decision.BreakGlassReason;
import org.paivand.disclosure.event.Denial;
import org.paivand.emergency.Alert;
import org.paivand.emergency.Emergency;
import org.paivand.emergency.Words;
import org.paivand.person.Holder;
import org.paivand.person.IssuedCodes;
import org.paivand.person.Visit;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.referral.Move;
import org.paivand.referral.Outcome;
import org.paivand.referral.ReferralId;
import org.paivand.referral.Step;
import org.paivand.registry.service.ServiceType;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** The database comes back from before the person withdrew and refused; what lies beside it is of today. */
@Timeout(120)
class RestoredConsentsTest {
    private static final String RECOVERED = "log.paivand.test/recovered";

    private static final Words WORDS = new Words("Found unconscious, the clinic asks what it must know.");

    @TempDir
    Path folder;

    private TestNode node;
    private Scene scene;
    private Scene untouched;
    private Grant identity;
    private UUID consent;
    private IssuedCodes codes;
    private ReferralId referral;
    private ReferralId other;
    private Restating restating;
    private Path backup;

    @BeforeEach
    void backUp() throws Exception {
        TestNode.sql("UPDATE paivand.emergency SET reviewed_at = asked_at, reviewed_by = 'test', finding = 'justified'"
                + " WHERE reviewed_at IS NULL");
        node = new TestNode();
        scene = Scene.policeAndShelter(node);
        restating = new Restating(node, scene);
        identity = scene.grant(Category.SERVICE_REQUEST, Category.IDENTITY);
        consent = scene.consent(identity);
        codes = node.receipts()
                .issue(scene.controller, UUID.randomUUID(), scene.caseId, Holder.SUBJECT)
                .codes()
                .orElseThrow();
        referral = scene.accepted();
        scene.pull(referral, Category.IDENTITY);
        untouched = Scene.policeAndShelter(node);
        untouched.consent(untouched.grant(Category.SERVICE_REQUEST, Category.IDENTITY));
        other = untouched.accepted();
        node.sequenced();
        backup = folder.resolve("backup.sql");
        TestDatabase.running().backUp(backup);
    }

    @AfterEach
    void close() throws Exception {
        node.close();
    }

    private void restore() throws Throwable {
        node.sequenced();
        TestLog.await(
                "all is signed for", () -> node.log().status().oldestUnsigned().isZero());
        node.restartOn(() -> TestDatabase.running().restore(backup));
        node.recover(RECOVERED);
    }

    private static ProblemException refused(ProblemCode code, Executable act) {
        ProblemException refused = assertThrows(ProblemException.class, act);
        assertEquals(code, refused.code());
        return refused;
    }

    private void lost(Executable act) {
        refused(ProblemCode.CONSENTS_LOST, act);
    }

    private void withheld(String reason) {
        ProblemException refused = refused(ProblemCode.RELEASE_REFUSED, () -> scene.pull(referral, Category.IDENTITY));
        assertEquals(reason, refused.extensions().withheld().get(0).reasonCode());
    }

    private Grant bar() {
        return new Grant(
                UUID.randomUUID(),
                Effect.REFUSE,
                Purpose.SHELTER_PLACEMENT,
                Set.of(Category.IDENTITY),
                new Recipient.ExactAgency(scene.recipient.agency()),
                Set.of(Action.SHARE),
                node.clock.instant().minusSeconds(1),
                node.clock.instant().plus(Duration.ofDays(1)),
                true);
    }

    private void preview() throws Exception {
        node.previews()
                .preview(
                        scene.controller,
                        scene.caseId,
                        scene.recipient.agency(),
                        scene.purpose,
                        Optional.empty(),
                        Optional.empty());
    }

    private void breakGlass() throws Exception {
        Caller officer = TestNode.caller(Scene.POLICE, "night-officer", Role.EMERGENCY_OFFICER);
        Emergency.Wanted wanted = new Emergency.Wanted(
                AgencyId.of("tj-clinic-dushanbe"),
                WorkerId.of("duty-doctor"),
                Purpose.MEDICAL_CARE,
                BreakGlassReason.MEDICAL_EMERGENCY,
                Duration.ofHours(1));
        node.emergencies().breakGlass(officer, UUID.randomUUID(), TestNode.key(), scene.caseId.value(), wanted, WORDS);
    }

    private List<Alert.Kind> alerts(Caller caller) throws Exception {
        return node.alerts().list(caller, UUID.randomUUID(), Optional.empty(), 100).stream()
                .filter(alert -> alert.caseId().map(scene.caseId::equals).orElse(true))
                .map(Alert::kind)
                .toList();
    }

    private void happens(Happening happening) throws Exception {
        node.consents().change(scene.controller, UUID.randomUUID(), TestNode.key(), scene.caseId, consent, happening);
    }

    @Test
    void releasesNothingWhereAWithdrawalWasLost() throws Throwable {
        scene.withdraw(consent);

        restore();

        lost(() -> scene.pull(referral, Category.IDENTITY));
        lost(() -> scene.pull(referral, Category.SERVICE_REQUEST));
        lost(() -> scene.offer(ServiceType.SHELTER));
        lost(this::preview);
        lost(this::breakGlass);
        assertTrue(node.restatements().read(scene.controller, scene.caseId).lost());
        assertTrue(node.sequenced(scene.alias).stream()
                .map(TestNode.Logged::event)
                .anyMatch(
                        event -> event instanceof Denial denial && denial.code().equals("consents-lost")));
    }

    @Test
    void leavesEveryCaseAloneThatLostNothing() throws Throwable {
        scene.withdraw(consent);

        restore();

        assertTrue(untouched.pull(other, Category.IDENTITY).sections().length > 0);
        assertFalse(node.restatements().read(scene.controller, untouched.caseId).lost());
        refused(ProblemCode.CONFLICT, () -> new Restating(node, untouched).propose());
    }

    @Test
    void alertsControllerAndAuditorsAndNobodyElse() throws Throwable {
        scene.withdraw(consent);

        restore();

        assertTrue(alerts(scene.controller).contains(Alert.Kind.CONSENTS_LOST));
        assertTrue(
                alerts(TestNode.caller("tj-ombudsman", "auditor", Role.AUDITOR)).contains(Alert.Kind.CONSENTS_LOST));
        assertFalse(alerts(TestNode.caller("tj-police-khatlon", "somebody", Role.REFERRER))
                .contains(Alert.Kind.CONSENTS_LOST));
    }

    @Test
    void isNotDeceivedByAsManyEventsAsWereLost() throws Throwable {
        scene.withdraw(consent);

        restore();
        scene.consent(scene.grant(Category.IDENTITY));
        scene.consent(scene.grant(Category.CONTACT));

        lost(() -> scene.pull(referral, Category.IDENTITY));
        node.restart();
        lost(() -> scene.pull(referral, Category.IDENTITY));
    }

    @Test
    void stillTakesWhatThePersonSaysNow() throws Throwable {
        scene.withdraw(consent);

        restore();
        Visit.Status page = (Visit.Status) node.persons()
                .enter(UUID.randomUUID(), codes.status().inGroups())
                .orElseThrow();
        assertTrue(node.persons()
                .withdraw(UUID.randomUUID(), page.code().id(), Set.of(identity.id()))
                .isPresent());
        restating.byTwo();

        withheld("consent-withdrawn");
    }

    @Test
    void letsPermitsRestUntilThePersonStandsByThem() throws Throwable {
        scene.consent(bar());

        restore();
        restating.byTwo();

        withheld("no-grant");
        assertFalse(node.restatements().read(scene.controller, scene.caseId).lost());
        happens(Happening.reconfirmation());
        assertTrue(scene.pull(referral, Category.IDENTITY).sections().length > 0);
    }

    @Test
    void keepsARefusalThatWasRecordedAnew() throws Throwable {
        scene.consent(bar());

        restore();
        scene.consent(bar());
        restating.byTwo();
        happens(Happening.reconfirmation());

        withheld("no-grant");
    }

    @Test
    void noticesTheNextRestoreAsWell() throws Throwable {
        scene.withdraw(consent);
        restore();
        restating.byTwo();
        happens(Happening.reconfirmation());
        scene.pull(referral, Category.IDENTITY);

        node.restartOn(() -> TestDatabase.running().restore(backup));
        node.recover("log.paivand.test/again");

        lost(() -> scene.pull(referral, Category.IDENTITY));
    }

    @Test
    void takesTwoPeopleOfTheController() throws Throwable {
        scene.withdraw(consent);
        restore();
        UUID proposed = restating.propose();

        refused(ProblemCode.OWN_CHANGE, () -> restating.decide(scene.controller, proposed, Verdict.CONFIRM));
        refused(ProblemCode.FORBIDDEN, () -> restating.decide(scene.recipient, proposed, Verdict.CONFIRM));
        refused(
                ProblemCode.NOT_FOUND,
                () -> restating.decide(
                        TestNode.caller("tj-police-khatlon", "somebody", Role.REFERRER), proposed, Verdict.CONFIRM));
        refused(
                ProblemCode.NOT_FOUND,
                () -> restating.propose(TestNode.caller("tj-police-khatlon", "somebody", Role.REFERRER)));
        lost(() -> scene.pull(referral, Category.IDENTITY));
        assertEquals(
                List.of(proposed),
                node.restatements().read(restating.colleague, scene.caseId).waiting().stream()
                        .map(waiting -> waiting.id())
                        .toList());
        restating.decide(restating.colleague, proposed, Verdict.REJECT);
        lost(() -> scene.pull(referral, Category.IDENTITY));
    }

    @Test
    void isStillLostWhenANodeEndsBetweenConfirmationAndMark() throws Throwable {
        scene.withdraw(consent);
        restore();
        Path mark = node.caseKeys().resolve(scene.caseId + ".consents");
        byte[] before = Files.readAllBytes(mark);
        restating.byTwo();
        Files.write(mark, before);
        node.restart();

        lost(() -> scene.pull(referral, Category.IDENTITY));
        restating.byTwo();
        withheld("no-grant");
    }

    @Test
    void isLostWhereTheMarkCannotBeRead() throws Throwable {
        Files.write(node.caseKeys().resolve(scene.caseId + ".consents"), new byte[] {0});

        lost(() -> scene.pull(referral, Category.IDENTITY));
        restating.byTwo();
        happens(Happening.reconfirmation());
        scene.pull(referral, Category.IDENTITY);
    }

    @Test
    void isLostWhereARowWasTakenOut() throws Throwable {
        scene.withdraw(consent);
        scene.consent(scene.grant(Category.CONTACT));
        TestNode.sql(
                "DELETE FROM paivand.consent_event WHERE id = (SELECT id FROM (SELECT id FROM paivand.consent_event"
                        + " WHERE case_id = '" + scene.caseId + "' ORDER BY id LIMIT 1, 1) AS withdrawal)");

        lost(() -> scene.pull(referral, Category.IDENTITY));
    }

    @Test
    void keepsNothingButACountAndAHashBesideTheKeyAndTakesItWithTheCase() throws Throwable {
        Path mark = node.caseKeys().resolve(scene.caseId + ".consents");

        assertTrue(Files.readString(mark).matches("paivand-consent-mark/v1 1 [0-9a-f]{64}\n"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(mark)));
        node.referrals().move(scene.recipient, referral, Optional.empty(), Move.proceed(Step.ARRIVED));
        node.referrals()
                .move(
                        scene.recipient,
                        referral,
                        Optional.empty(),
                        Move.complete(Outcome.NEEDS_MET, List.of(ServiceType.SHELTER)));
        UUID erasure = node.erasures()
                .propose(scene.controller, UUID.randomUUID(), TestNode.key(), scene.caseId)
                .proposal()
                .id();
        node.erasures().decide(restating.colleague, UUID.randomUUID(), scene.caseId, erasure, Verdict.CONFIRM);
        assertFalse(Files.exists(mark));
    }
}
