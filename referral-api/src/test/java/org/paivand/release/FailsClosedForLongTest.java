package org.paivand.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.paivand.audit.TestLog;
import org.paivand.audit.key.SigningStore;
import org.paivand.audit.key.TestDevice;
import org.paivand.casefile.key.TestKeystores;
import org.paivand.database.DatabaseUnavailableException;
import org.paivand.database.TestDatabase;
import org.paivand.disclosure.Category;
import org.paivand.entry.LogNotWritableException;
import org.paivand.entry.LogNotWritableException.Reason;
import org.paivand.entry.LogStatus.Signer;
import org.paivand.referral.ReferralId;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** What breaks and stays broken for a while: nothing leaves meanwhile, and afterwards all goes on without anybody's hands. */
@Timeout(120)
class FailsClosedForLongTest {
    private static TestNode node;

    private Scene scene;
    private ReferralId referral;

    @BeforeAll
    static void start() throws Exception {
        TestDevice.plugIn();
        node = new TestNode(
                TestDatabase.running().url(),
                Duration.ofMillis(300),
                keystore -> new SigningStore(
                        TestDevice.TYPE,
                        Optional.of(TestDevice.NAME),
                        Optional.of(keystore.toString()),
                        Optional.empty(),
                        TestKeystores.password()));
    }

    @AfterAll
    static void stop() throws Exception {
        node.close();
        TestDevice.unplug();
    }

    @BeforeEach
    void accept() throws Exception {
        scene = Scene.policeAndShelter(node);
        scene.consent(scene.grant(Category.SERVICE_REQUEST, Category.IDENTITY));
        referral = scene.accepted();
    }

    @AfterEach
    void mend() {
        node.clock.reset();
        TestDevice.putBack();
    }

    @Test
    void releasesNothingWhileItsClockIsBehind() throws Exception {
        node.clock.move(TestNode.MAX_STEP_BACK.plusMinutes(1).negated());
        String before = TestNode.everythingWritten();

        assertEquals(Reason.CLOCK, refused());

        assertEquals(before, TestNode.everythingWritten());
        node.clock.reset();
        releases();
    }

    @Test
    void releasesNothingWhileItsSigningKeyIsGone() throws Exception {
        TestDevice.pullOut();
        TestLog.await("the signer was tried", () -> node.log().status().signer() == Signer.REFUSING);
        String before = TestNode.everythingWritten();

        assertEquals(Reason.SIGNER, refused());

        assertEquals(before, TestNode.everythingWritten());
        TestDevice.putBack();
        TestLog.await("the signer is sound", () -> node.log().status().signer() == Signer.SOUND);
        releases();
    }

    @Test
    void releasesNothingWhileTheLogContradictsItself() throws Exception {
        TestLog.await("all has an index", () -> node.log().status().pending() == 0);
        String event = "(SELECT event_id FROM (SELECT e.event_id FROM paivand_log.event e JOIN paivand_log.leaf l"
                + " USING (entry) WHERE l.idx = 0) one)";
        String trigger = "CREATE TRIGGER paivand_log.event_no_update BEFORE UPDATE ON paivand_log.event FOR EACH ROW"
                + " SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the log is append-only'";
        String turned =
                "UPDATE paivand_log.event SET sealed_opening = REVERSE(sealed_opening) WHERE event_id = " + event;
        TestNode.sql("DROP TRIGGER paivand_log.event_no_update");
        try {
            TestNode.sql(turned);
            node.restart();
            TestLog.await(
                    "a check found it", () -> node.log().status().unsound().isPresent());
            String before = TestNode.everythingWritten();

            assertEquals(
                    "opening at index 0 of " + TestLog.ORIGIN,
                    node.log().status().unsound().orElseThrow());
            assertEquals(Reason.UNSOUND, refused());

            assertEquals(before, TestNode.everythingWritten());
            TestNode.sql(turned);
        } finally {
            TestNode.sql(trigger);
        }
        TestLog.await(
                "a full check found nothing",
                () -> node.log().status().unsound().isEmpty());
        releases();
    }

    @Test
    void releasesNothingWithoutItsDatabaseAndGoesOnWhenThatIsBack() throws Exception {
        String before = TestNode.everythingWritten();
        TestDatabase.running().stop();
        try {
            assertThrows(DatabaseUnavailableException.class, () -> scene.pull(referral, Category.IDENTITY));
            assertThrows(DatabaseUnavailableException.class, () -> scene.pull(referral, Category.IDENTITY));
        } finally {
            TestDatabase.running().start();
        }

        assertEquals(before, TestNode.everythingWritten());
        TestLog.await("the sequencer leads again", () -> node.log().status().canSign());
        releases();
        TestLog.await("the sequencer goes on", () -> node.log().status().pending() == 0);
    }

    private Reason refused() {
        return assertThrows(LogNotWritableException.class, () -> scene.pull(referral, Category.IDENTITY))
                .reason();
    }

    private void releases() throws Exception {
        TestLog.await("the state was asked again", () -> {
            try {
                return scene.pull(referral, Category.IDENTITY).sections().length > 0;
            } catch (LogNotWritableException | DatabaseUnavailableException asSeenBefore) {
                return false;
            }
        });
        assertTrue(TestNode.number("SELECT COUNT(*) FROM paivand.disclosed") > 0);
    }
}
