package org.paivand.restatement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.paivand.database.TestDatabase;
import org.paivand.disclosure.Category;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.referral.ReferralId;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;
import org.paivand.wiring.WithdrawingProcess;
import org.paivand.wiring.WithdrawingProcess.Step;

/** Real processes, ended as {@code kill -9} does, at each step of recording a withdrawal. */
@Timeout(120)
class KilledWhileWithdrawingTest {
    private TestNode node;
    private Scene scene;
    private UUID consent;
    private ReferralId referral;

    @BeforeEach
    void agree() throws Exception {
        node = new TestNode();
        scene = Scene.policeAndShelter(node);
        consent = scene.consent(scene.grant(Category.SERVICE_REQUEST, Category.IDENTITY));
        referral = scene.accepted();
        scene.pull(referral, Category.IDENTITY);
    }

    @AfterEach
    void close() throws Exception {
        node.close();
    }

    /** Kills a process that is at the step, and lets the node start again. */
    private void killAt(Step step) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx192m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WithdrawingProcess.class.getName(),
                        TestDatabase.running().url(),
                        TestDatabase.running().password(),
                        node.keystore().toString(),
                        node.caseKeys().toString(),
                        scene.caseId.toString(),
                        consent.toString(),
                        step.name())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
            String line = output.readLine();
            while (line != null && !line.equals("REACHED")) {
                line = output.readLine();
            }
            assertEquals("REACHED", line);
        } finally {
            process.destroyForcibly().waitFor();
        }
        node.restart();
    }

    private ProblemException refused() {
        return assertThrows(ProblemException.class, () -> scene.pull(referral, Category.IDENTITY));
    }

    @Test
    void nothingHappenedBeforeTheMark() throws Exception {
        killAt(Step.BEFORE_THE_MARK);

        assertTrue(scene.pull(referral, Category.IDENTITY).sections().length > 0);
        scene.withdraw(consent);
        assertEquals(ProblemCode.RELEASE_REFUSED, refused().code());
    }

    @Test
    void betweenMarkAndCommitNothingIsReleasedUntilTwoPeopleAnswerForIt() throws Exception {
        killAt(Step.BETWEEN_MARK_AND_COMMIT);

        assertEquals(ProblemCode.CONSENTS_LOST, refused().code());
        scene.withdraw(consent);
        assertEquals(ProblemCode.CONSENTS_LOST, refused().code());
        new Restating(node, scene).byTwo();
        assertEquals(
                "consent-withdrawn", refused().extensions().withheld().get(0).reasonCode());
    }

    @Test
    void afterTheCommitTheWithdrawalHoldsAndNothingIsLost() throws Exception {
        killAt(Step.AFTER_THE_COMMIT);

        assertEquals(
                "consent-withdrawn", refused().extensions().withheld().get(0).reasonCode());
    }
}
