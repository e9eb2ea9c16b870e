package org.paivand.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.paivand.audit.TestLog;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.database.DatabaseUnavailableException;
import org.paivand.disclosure.Category;
import org.paivand.entry.LogNotWritableException;
import org.paivand.entry.LogStatus;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.referral.ReferralId;
import org.paivand.registry.service.ServiceType;
import org.paivand.wiring.CutRoad;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** What can break between a question and its answer; nothing leaves that isn't logged, and nothing stays half-written. */
@Timeout(60)
class FailsClosedTest {
    private static CutRoad road;
    private static TestNode node;

    private Scene scene;
    private UUID consent;
    private ReferralId referral;

    @BeforeAll
    static void start() throws Exception {
        road = new CutRoad();
        node = new TestNode(road.url());
    }

    @AfterAll
    static void stop() throws Exception {
        node.close();
        road.close();
    }

    @BeforeEach
    void accept() throws Exception {
        scene = Scene.policeAndShelter(node);
        consent = scene.consent(scene.grant(Category.SERVICE_REQUEST, Category.IDENTITY));
        referral = scene.accepted();
    }

    @AfterEach
    void mend() throws Exception {
        node.clock.reset();
        TestNode.sql("DROP TRIGGER IF EXISTS paivand_log.test_broken_journal;"
                + "DELETE FROM paivand.lease WHERE holder = 'elsewhere'");
    }

    @Test
    void releasesNothingWhileTheLogIsBehind() throws Exception {
        withoutSequencer();
        scene.pull(referral, Category.IDENTITY);
        TestNode.sql("UPDATE paivand.log_pending SET at = at - INTERVAL "
                + TestNode.MAX_LAG.plusSeconds(60).toSeconds() + " SECOND");
        node.log().status();
        String before = TestNode.everythingWritten();

        assertEquals(LogNotWritableException.Reason.BEHIND, behind(() -> scene.pull(referral, Category.IDENTITY)));
        assertEquals(LogNotWritableException.Reason.BEHIND, behind(() -> scene.offer(ServiceType.SHELTER)));
        assertEquals(LogNotWritableException.Reason.BEHIND, behind(() -> scene.withdraw(consent)));

        assertEquals(before, TestNode.everythingWritten());
        TestNode.sql("DELETE FROM paivand.lease WHERE holder = 'elsewhere'");
        TestLog.await("a leader caught up", () -> node.log().status().pending() == 0);
        assertTrue(scene.pull(referral, Category.IDENTITY).sections().length > 0);
    }

    private static LogNotWritableException.Reason behind(Executable asked) {
        return assertThrows(LogNotWritableException.class, asked).reason();
    }

    private static void withoutSequencer() throws Exception {
        TestNode.sql("UPDATE paivand.lease SET holder = 'elsewhere', fence = fence + 1,"
                + " until_at = UTC_TIMESTAMP(3) + INTERVAL 1 DAY");
        TestLog.await("the lease is lost", () -> node.log().status().signer() == LogStatus.Signer.ELSEWHERE);
    }

    @Test
    void releasesNothingThatItCannotWriteDown() throws Exception {
        String before = TestNode.everythingWritten();
        breakJournal();

        assertThrows(DatabaseUnavailableException.class, () -> scene.pull(referral, Category.IDENTITY));

        assertEquals(before, TestNode.everythingWritten());
    }

    @Test
    void answersNoRefusalThatItCannotWriteDown() throws Exception {
        scene.withdraw(consent);
        String before = TestNode.everythingWritten();
        breakJournal();

        assertThrows(DatabaseUnavailableException.class, () -> scene.pull(referral, Category.IDENTITY));
        assertThrows(DatabaseUnavailableException.class, () -> scene.offer(ServiceType.SHELTER));
        assertThrows(
                DatabaseUnavailableException.class,
                () -> scene.pull(new ReferralId(UUID.randomUUID()), Category.IDENTITY));

        assertEquals(before, TestNode.everythingWritten());
    }

    @Test
    void remembersNoKeyOfWhatFailedAndMakesItAtTheSecondAttempt() throws Exception {
        IdempotencyKey key = TestNode.key();
        String before = TestNode.everythingWritten();
        scene.withdraw(consent);
        String withdrawn = TestNode.everythingWritten();
        breakJournal();
        assertThrows(DatabaseUnavailableException.class, () -> scene.offer(key, ServiceType.SHELTER));
        assertThrows(DatabaseUnavailableException.class, () -> scene.consent(scene.grant(Category.SERVICE_REQUEST)));
        assertFalse(before.equals(withdrawn));
        assertEquals(withdrawn, TestNode.everythingWritten());

        TestNode.sql("DROP TRIGGER paivand_log.test_broken_journal");
        scene.consent(scene.grant(Category.SERVICE_REQUEST));

        assertEquals(scene.offer(key, ServiceType.SHELTER), scene.offer(key, ServiceType.SHELTER));
    }

    private static void breakJournal() throws Exception {
        TestNode.sql("CREATE TRIGGER paivand_log.test_broken_journal BEFORE INSERT ON paivand_log.event FOR EACH ROW"
                + " SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'broken by a test'");
    }

    @ParameterizedTest
    @EnumSource(CutRoad.Where.class)
    void handsNothingOverWhoseCommitWasNotConfirmed(CutRoad.Where where) throws Exception {
        long before = disclosures();
        road.cutNext(where);

        assertThrows(DatabaseUnavailableException.class, () -> scene.pull(referral, Category.IDENTITY));

        long written = where == CutRoad.Where.ON_THE_WAY_BACK ? 1 : 0;
        TestLog.await("the database ended the session", () -> disclosures() == before + written);
        scene.pull(referral, Category.IDENTITY);
        assertEquals(before + written + 1, disclosures());
    }

    private static long disclosures() throws Exception {
        long events = TestNode.number("SELECT COUNT(*) FROM paivand_log.event WHERE FIND_IN_SET('released', outcome)");
        assertTrue(events <= TestNode.number("SELECT COUNT(*) FROM paivand.disclosed"));
        return events;
    }

    @Test
    void releasesNothingInsideATransactionOfSomebodyElse() throws Exception {
        String before = TestNode.everythingWritten();

        assertThrows(
                IllegalStateException.class,
                () -> node.database().commit(transaction -> {
                    try {
                        return scene.pull(referral, Category.IDENTITY);
                    } catch (CaseKeyException | LogNotWritableException other) {
                        throw new AssertionError(other);
                    } catch (RuntimeException refused) {
                        throw refused;
                    } catch (Exception other) {
                        throw new AssertionError(other);
                    }
                }));

        assertEquals(before, TestNode.everythingWritten());
        assertTrue(scene.pull(referral, Category.IDENTITY).sections().length > 0);
    }

    @Test
    void releasesNothingOfACaseWhoseKeyIsDestroyed() throws Exception {
        Files.delete(node.caseKeys().resolve(scene.caseId + ".key"));
        String before = TestNode.everythingWritten();

        assertThrows(CaseKeyException.class, () -> scene.pull(referral, Category.IDENTITY));
        assertThrows(CaseKeyException.class, () -> scene.pull(referral, Category.SERVICE_REQUEST));
        assertThrows(CaseKeyException.class, () -> scene.offer(ServiceType.SHELTER));

        assertEquals(before, TestNode.everythingWritten());
    }

    @Test
    void refusesAfterAWithdrawalEvenWithAClockThatIsBehind() throws Exception {
        node.clock.move(Duration.ofSeconds(60));
        scene.withdraw(consent);
        node.clock.move(Duration.ofSeconds(-20));

        ProblemException refused = assertThrows(ProblemException.class, () -> scene.pull(referral, Category.IDENTITY));

        assertEquals(ProblemCode.RELEASE_REFUSED, refused.code());
        assertEquals("consent-withdrawn", refused.extensions().withheld().get(0).reasonCode());
        assertEquals(
                ProblemCode.OFFER_REFUSED,
                assertThrows(ProblemException.class, () -> scene.offer(ServiceType.SHELTER))
                        .code());
    }

    @Test
    void withdrawsEvenWithAClockThatIsBehind() throws Exception {
        node.clock.move(Duration.ofSeconds(-20));

        scene.withdraw(consent, Optional.empty());

        ProblemException refused = assertThrows(ProblemException.class, () -> scene.pull(referral, Category.IDENTITY));
        assertEquals(ProblemCode.RELEASE_REFUSED, refused.code());
    }
}
