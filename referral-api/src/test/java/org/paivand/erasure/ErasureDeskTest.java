package org.paivand.erasure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.paivand.approval.Approval;
import org.paivand.approval.ApprovalState;
import org.paivand.approval.Verdict;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.Cases;
import org.paivand.casefile.key.KeysUnavailableException;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.event.Disclosure;
import org.paivand.disclosure.event.Erasure;
import org.paivand.disclosure.event.ErasureCertified;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.referral.Move;
import org.paivand.referral.Outcome;
import org.paivand.referral.ReferralId;
import org.paivand.referral.Step;
import org.paivand.registry.service.ServiceType;
import org.paivand.wiring.Race;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

@Timeout(60)
class ErasureDeskTest {
    @AutoClose
    private static final TestNode node = TestNode.running();

    private final Caller second = TestNode.caller(Scene.POLICE, "officer-two", Role.REFERRER);
    private Scene scene = Scene.between(node, Scene.POLICE, Scene.SHELTER, Purpose.SHELTER_PLACEMENT);

    @BeforeEach
    void openACase() throws Exception {
        scene = Scene.policeAndShelter(node);
        scene.consent(scene.grant(Category.SERVICE_REQUEST, Category.IDENTITY));
    }

    private UUID propose() throws Exception {
        return node.erasures()
                .propose(scene.controller, UUID.randomUUID(), TestNode.key(), scene.caseId)
                .proposal()
                .id();
    }

    private Approval decide(Caller caller, UUID approval, Verdict verdict) throws Exception {
        return node.erasures().decide(caller, UUID.randomUUID(), scene.caseId, approval, verdict);
    }

    /** The certificate is committed, and then the process ends. */
    private void certifyAndCrash() throws Exception {
        node.approvals().decide(second, UUID.randomUUID(), propose(), Verdict.CONFIRM);
    }

    private void complete(ReferralId referral) {
        node.referrals().move(scene.recipient, referral, Optional.empty(), Move.proceed(Step.ARRIVED));
        node.referrals()
                .move(
                        scene.recipient,
                        referral,
                        Optional.empty(),
                        Move.complete(Outcome.NEEDS_MET, List.of(ServiceType.SHELTER)));
    }

    private Path key() {
        return node.caseKeys().resolve(scene.caseId + ".key");
    }

    private static long number(String sql) throws Exception {
        return TestNode.number(sql);
    }

    private static ProblemCode refused(Executable act) {
        return assertThrows(ProblemException.class, act).code();
    }

    private List<ErasureCertified> certificates() throws Exception {
        return node.sequenced(scene.alias).stream()
                .map(TestNode.Logged::event)
                .filter(ErasureCertified.class::isInstance)
                .map(ErasureCertified.class::cast)
                .toList();
    }

    private void requireErased() throws Exception {
        assertFalse(Files.exists(key()));
        assertEquals(0, number("SELECT COUNT(*) FROM paivand.key_to_destroy"));
        assertEquals(0, number("SELECT COUNT(*) FROM paivand.section WHERE case_id = '" + scene.caseId + "'"));
        assertEquals(ProblemCode.NOT_FOUND, refused(() -> node.cases().read(scene.controller, scene.caseId)));
        assertEquals(1, certificates().size());
    }

    private void requireWhole() throws Exception {
        assertTrue(Files.exists(key()));
        assertEquals(2, number("SELECT COUNT(*) FROM paivand.section WHERE case_id = '" + scene.caseId + "'"));
        assertEquals(0, certificates().size());
        node.cases().read(scene.controller, scene.caseId);
    }

    @Test
    void destroysTheKeyAndTellsWhoTheTwoWere() throws Exception {
        Approval decided = decide(second, propose(), Verdict.CONFIRM);

        assertEquals(ApprovalState.CONFIRMED, decided.state());
        requireErased();
        ErasureCertified certificate = certificates().get(0);
        assertEquals(new Erasure.OfCase(), certificate.erased());
        assertEquals(Optional.of(scene.alias), certificate.head().caseAlias());
        assertEquals("officer-two", certificate.head().discloser().user());
        assertEquals(scene.controller.user(), certificate.authoriser());
    }

    @Test
    void leavesWhatAgenciesDidReadable() throws Exception {
        ReferralId referral = scene.accepted();
        scene.pull(referral, Category.IDENTITY);
        complete(referral);

        decide(second, propose(), Verdict.CONFIRM);

        requireErased();
        assertTrue(node.sequenced(scene.alias).stream()
                .map(TestNode.Logged::event)
                .anyMatch(event -> event instanceof Disclosure disclosure
                        && disclosure.to().agency().equals(scene.recipient.agency())));
    }

    @Test
    void releasesNothingOfAnErasedCase() throws Exception {
        ReferralId referral = scene.accepted();
        complete(referral);
        decide(second, propose(), Verdict.CONFIRM);

        assertEquals(ProblemCode.NOT_FOUND, refused(() -> scene.pull(referral, Category.IDENTITY)));
        assertEquals(ProblemCode.NOT_FOUND, refused(() -> scene.offer(ServiceType.SHELTER)));
        assertEquals(ProblemCode.NOT_FOUND, refused(() -> scene.write(Category.CONTACT, 0)));
        assertEquals(ProblemCode.NOT_FOUND, refused(() -> scene.consent(scene.grant(Category.IDENTITY))));
        assertTrue(node.cases().list(scene.controller, Cases.Opened.WHENEVER, Optional.empty(), 100).stream()
                .noneMatch(file -> file.id().equals(scene.caseId)));
    }

    @Test
    void takesTwoPeopleOfTheController() throws Exception {
        UUID approval = propose();
        Caller stranger = TestNode.caller(Scene.SHELTER, "worker-one", Role.PROVIDER);
        Caller registrar = TestNode.caller(Scene.POLICE, "officer-two", Role.REGISTRAR);
        Caller program = TestNode.caller(Scene.POLICE, "officer-two", Role.REFERRER, Role.MACHINE);

        assertEquals(ProblemCode.OWN_CHANGE, refused(() -> decide(scene.controller, approval, Verdict.CONFIRM)));
        assertEquals(ProblemCode.NOT_FOUND, refused(() -> decide(stranger, approval, Verdict.CONFIRM)));
        assertEquals(ProblemCode.FORBIDDEN, refused(() -> decide(registrar, approval, Verdict.CONFIRM)));
        assertEquals(ProblemCode.FORBIDDEN, refused(() -> decide(program, approval, Verdict.CONFIRM)));
        assertEquals(ProblemCode.NOT_FOUND, refused(() -> decide(second, UUID.randomUUID(), Verdict.CONFIRM)));
        assertEquals(
                ProblemCode.NOT_FOUND,
                refused(() -> node.erasures().propose(stranger, UUID.randomUUID(), TestNode.key(), scene.caseId)));
        requireWhole();
    }

    @Test
    void isNotDecidedThroughAnotherCase() throws Exception {
        UUID approval = propose();
        scene = Scene.policeAndShelter(node);

        assertEquals(ProblemCode.NOT_FOUND, refused(() -> decide(second, approval, Verdict.CONFIRM)));
        requireWhole();
    }

    @Test
    void leavesTheCaseWholeWhenRejected() throws Exception {
        UUID approval = propose();

        assertEquals(
                ApprovalState.REJECTED, decide(second, approval, Verdict.REJECT).state());
        assertEquals(ProblemCode.CONFLICT, refused(() -> decide(second, approval, Verdict.CONFIRM)));
        requireWhole();
    }

    @Test
    void waitsForOpenReferrals() throws Exception {
        UUID before = propose();
        ReferralId referral = scene.offer(ServiceType.SHELTER);

        assertEquals(ProblemCode.CONFLICT, refused(this::propose));
        assertEquals(ProblemCode.CONFLICT, refused(() -> decide(second, before, Verdict.CONFIRM)));
        requireWhole();
        node.referrals().move(scene.recipient, referral, Optional.empty(), Move.accept());
        assertEquals(ProblemCode.CONFLICT, refused(() -> decide(second, before, Verdict.CONFIRM)));
        requireWhole();

        complete(referral);
        decide(second, before, Verdict.CONFIRM);
        requireErased();
    }

    @Test
    void doesNotWaitForAnOfferThatNobodyAnsweredInTime() throws Exception {
        scene.offer(ServiceType.SHELTER);
        node.clock.move(Duration.ofDays(2));

        decide(second, propose(), Verdict.CONFIRM);

        requireErased();
    }

    @Test
    void erasesOnce() throws Exception {
        UUID one = propose();
        UUID other = propose();
        decide(second, one, Verdict.CONFIRM);

        assertEquals(ProblemCode.CONFLICT, refused(() -> decide(second, one, Verdict.CONFIRM)));
        assertEquals(ProblemCode.CONFLICT, refused(() -> decide(second, other, Verdict.CONFIRM)));
        assertEquals(ProblemCode.NOT_FOUND, refused(this::propose));
        requireErased();
    }

    @Test
    void finishesAtTheNextStartWhatACrashInterrupted() throws Exception {
        certifyAndCrash();
        assertTrue(Files.exists(key()));
        assertEquals(ProblemCode.NOT_FOUND, refused(() -> node.cases().read(scene.controller, scene.caseId)));

        node.restart();

        requireErased();
    }

    @Test
    void finishesWhereTheKeyWentAndTheNoteStayed() throws Exception {
        certifyAndCrash();
        Files.delete(key());

        node.restart();

        requireErased();
    }

    @Test
    void keepsTheNoteWhileTheKeyCannotBeDestroyed() throws Exception {
        certifyAndCrash();
        Path aside = Files.move(key(), key().resolveSibling("aside"));
        Files.createDirectories(key().resolve("in-the-way"));

        assertThrows(KeysUnavailableException.class, () -> node.erasures().finish());
        assertEquals(1, number("SELECT COUNT(*) FROM paivand.key_to_destroy"));

        Files.delete(key().resolve("in-the-way"));
        Files.delete(key());
        Files.move(aside, key());
        node.erasures().finish();
        requireErased();
    }

    @RepeatedTest(5)
    void anOfferAtTheSameMomentEitherStopsItOrFindsNoCase() throws Exception {
        UUID approval = propose();
        try (Race race = new Race()) {
            List<Race.Finish<Object>> finishes = race.run(List.<Callable<Object>>of(
                    () -> scene.offer(ServiceType.SHELTER), () -> decide(second, approval, Verdict.CONFIRM)));

            boolean offered = finishes.get(0).won();
            assertTrue(offered != finishes.get(1).won(), "one of the two");
            if (offered) {
                requireWhole();
            } else {
                requireErased();
            }
        }
    }

    @RepeatedTest(5)
    void aPullAtTheSameMomentNeverComesAfterTheCertificate() throws Exception {
        ReferralId referral = scene.accepted();
        UUID approval;
        try (Race race = new Race()) {
            complete(referral);
            approval = propose();
            race.run(List.<Callable<Object>>of(
                    () -> scene.pull(referral, Category.IDENTITY),
                    () -> scene.write(Category.CONTACT, 0),
                    () -> decide(second, approval, Verdict.CONFIRM)));
        }

        requireErased();
        List<TestNode.Logged> logged = node.sequenced(scene.alias);
        assertTrue(logged.stream().noneMatch(entry -> entry.event() instanceof Disclosure));
    }
}
