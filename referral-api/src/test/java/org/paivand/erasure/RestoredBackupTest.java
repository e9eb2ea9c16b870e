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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.paivand.approval.Verdict;
import org.paivand.audit.TestLog;
import org.paivand.caller.Role;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.Cases;
import org.paivand.casefile.key.NoCaseKeyException;
import org.paivand.database.TestDatabase;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.event.ReviewFinding;
import org.paivand.emergency.Glass;
import org.paivand.emergency.ReviewState;
import org.paivand.entry.LogNotWritableException;
import org.paivand.entry.LogStatus;
import org.paivand.person.Holder;
import org.paivand.person.IssuedCodes;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.referral.Move;
import org.paivand.referral.Outcome;
import org.paivand.referral.ReferralId;
import org.paivand.referral.Step;
import org.paivand.registry.service.ServiceType;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** The database comes back from before an erasure; the keys are those of today, as an operator has them. */
@Timeout(120)
class RestoredBackupTest {
    private static final String RECOVERED = "log.paivand.test/recovered";

    @TempDir
    Path folder;

    private TestNode node;
    private Glass glass;
    private UUID emergency;
    private Scene scene;
    private IssuedCodes codes;
    private ReferralId referral;
    private Path backup;

    @BeforeEach
    void backUpThenGoOn() throws Exception {
        TestNode.sql("UPDATE paivand.case_file SET erased_at = opened_at WHERE erased_at IS NULL");
        node = new TestNode();
        glass = Glass.whole(node);
        emergency = glass.breakIt().emergency();
        glass.judge(glass.reviewer, emergency, ReviewFinding.JUSTIFIED);
        scene = Scene.policeAndShelter(node);
        scene.consent(scene.grant(Category.SERVICE_REQUEST, Category.IDENTITY));
        codes = node.receipts()
                .issue(scene.controller, UUID.randomUUID(), scene.caseId, Holder.SUBJECT)
                .codes()
                .orElseThrow();
        referral = scene.accepted();
        scene.pull(referral, Category.IDENTITY);
        node.sequenced();
        backup = folder.resolve("backup.sql");
        TestDatabase.running().backUp(backup);
        node.referrals().move(scene.recipient, referral, Optional.empty(), Move.proceed(Step.ARRIVED));
        node.referrals()
                .move(
                        scene.recipient,
                        referral,
                        Optional.empty(),
                        Move.complete(Outcome.NEEDS_MET, List.of(ServiceType.SHELTER)));
    }

    @AfterEach
    void close() throws Exception {
        node.close();
    }

    private void erase(Scene of) throws Exception {
        UUID proposed = node.erasures()
                .propose(of.controller, UUID.randomUUID(), TestNode.key(), of.caseId)
                .proposal()
                .id();
        node.erasures()
                .decide(
                        TestNode.caller(Scene.POLICE, "officer-two", Role.REFERRER),
                        UUID.randomUUID(),
                        of.caseId,
                        proposed,
                        Verdict.CONFIRM);
        node.sequenced();
    }

    private void restore() throws Throwable {
        TestLog.await(
                "the certificate is signed for",
                () -> node.log().status().oldestUnsigned().isZero());
        node.restartOn(() -> TestDatabase.running().restore(backup));
    }

    private Path key(CaseId id) {
        return node.caseKeys().resolve(id + ".key");
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

    private static void notFound(Executable act) {
        assertEquals(
                ProblemCode.NOT_FOUND, assertThrows(ProblemException.class, act).code());
    }

    private static void withoutLog(Executable act) {
        assertEquals(
                LogNotWritableException.Reason.SIGNER,
                assertThrows(LogNotWritableException.class, act).reason());
    }

    private static long rows(String table, CaseId id) throws Exception {
        return TestNode.number("SELECT COUNT(*) FROM paivand." + table + " WHERE case_id = '" + id + "'");
    }

    private void requireErased(CaseId id) throws Exception {
        assertFalse(Files.exists(key(id)));
        assertEquals(0, rows("section", id));
        assertEquals(0, rows("person_code", id));
        assertEquals(0, rows("key_to_destroy", id));
        assertEquals(
                0,
                TestNode.number("SELECT COUNT(*) FROM paivand.emergency WHERE sealed_words IS NOT NULL AND case_id = '"
                        + id + "'"));
        assertEquals(
                1,
                TestNode.number("SELECT COUNT(*) FROM paivand.case_file WHERE erased_at IS NOT NULL"
                        + " AND LENGTH(sealed_alias) = 0 AND id = '" + id + "'"));
    }

    private void requireNothingToRead() throws Exception {
        notFound(() -> node.cases().read(scene.controller, scene.caseId));
        notFound(() -> scene.write(Category.CONTACT, 0));
        notFound(() -> node.consents().read(scene.controller, scene.caseId));
        notFound(this::preview);
        notFound(() -> node.receipts().read(scene.controller, scene.caseId, Holder.SUBJECT));
        assertTrue(node.cases().list(scene.controller, Cases.Opened.WHENEVER, Optional.empty(), 100).stream()
                .noneMatch(file -> file.id().equals(scene.caseId)));
        assertTrue(node.expiries().list(scene.controller, Duration.ofDays(30), Optional.empty(), 100).cases().stream()
                .noneMatch(ending -> ending.caseId().equals(scene.caseId)));
        assertTrue(node.reviews().queue(glass.reviewer, ReviewState.DONE, Optional.empty(), 100).stream()
                .noneMatch(row -> row.emergency().id().equals(emergency)));
    }

    @Test
    void bringsNobodyBackNeitherBeforeNorAfterANewLogIsBegun() throws Throwable {
        erase(scene);
        erase(glass.scene);

        restore();

        requireErased(scene.caseId);
        requireErased(glass.scene.caseId);
        requireNothingToRead();
        TestLog.await("the signer looked", () -> node.log().status().signer() == LogStatus.Signer.REFUSING);
        withoutLog(() -> scene.pull(referral, Category.IDENTITY));
        withoutLog(() -> node.persons().enter(UUID.randomUUID(), codes.status().inGroups()));
        withoutLog(() -> node.reviews().read(glass.reviewer, UUID.randomUUID(), emergency));
        withoutLog(() -> glass.breakIt());
        withoutLog(() -> scene.consent(scene.grant(Category.IDENTITY)));

        node.recover(RECOVERED);

        requireNothingToRead();
        notFound(() -> scene.pull(referral, Category.IDENTITY));
        notFound(() -> scene.offer(ServiceType.SHELTER));
        notFound(() -> scene.consent(scene.grant(Category.IDENTITY)));
        notFound(() -> node.reviews().read(glass.reviewer, UUID.randomUUID(), emergency));
        notFound(() -> glass.breakIt());
        notFound(() -> erase(scene));
        assertEquals(
                Optional.empty(),
                node.persons().enter(UUID.randomUUID(), codes.status().inGroups()));
        assertEquals(
                Optional.empty(),
                node.persons().enter(UUID.randomUUID(), codes.nothing().inGroups()));
    }

    @Test
    void leavesEverybodyElseAsTheyWere() throws Throwable {
        erase(glass.scene);

        restore();
        node.recover(RECOVERED);

        requireErased(glass.scene.caseId);
        assertTrue(scene.pull(referral, Category.IDENTITY).sections().length > 0);
        assertTrue(node.persons()
                .enter(UUID.randomUUID(), codes.status().inGroups())
                .isPresent());
    }

    @Test
    void takesNoLostKeyForAnErasure() throws Throwable {
        byte[] kept = Files.readAllBytes(key(scene.caseId));
        Files.delete(key(scene.caseId));

        node.restart();

        assertEquals(2, rows("section", scene.caseId));
        assertThrows(NoCaseKeyException.class, this::preview);
        Files.write(key(scene.caseId), kept);
        preview();
    }
}
