package org.paivand.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.paivand.launcher.RunningLauncher.Outcome;
import org.paivand.launcher.state.StateFolder;

/** The whole demonstration, with the real application, as a newcomer runs it. */
class DemoIT {

    @Test
    void showsAllSevenStepsAndLeavesNothingRunning() throws Exception {
        StateFolder state = new StateFolder(Folders.fresh("demo"));

        Outcome demo = RunningLauncher.runApplication(state, "demo", "--once", "--ports", "auto");
        System.out.println(demo.said());

        assertEquals(0, demo.status(), demo.said());
        for (int step = 1; step <= 7; step++) {
            assertTrue(demo.said().contains("\nStep " + step + " of 7. "), demo.said());
        }
        assertFalse(demo.said().contains("  NOT  "), demo.said());
        for (String witness : List.of("ombudsman", "ngo")) {
            assertTrue(demo.said().contains("cosigned by paivand.local/witness/" + witness + "\n"), demo.said());
            assertTrue(
                    demo.said().contains("without the cosignature of " + witness + ": exit 1, REFUSED\n"), demo.said());
        }
        assertTrue(Pattern.compile("\nAll seven steps: [0-9]+ things seen")
                .matcher(demo.said())
                .find());
        assertEquals(List.of(), state.ledger().names());
        verifiesWithoutAServer(state);
    }

    private static void verifiesWithoutAServer(StateFolder state) throws Exception {
        Path bundle = state.evidence().resolve("evidence.zip");
        Path noBundle = state.evidence().resolve("none.zip");

        Outcome valid = RunningLauncher.verify("--trust", state.trustPolicy(), bundle);
        Outcome untrusted = RunningLauncher.verify(bundle);
        Outcome missing = RunningLauncher.verify("--trust", state.trustPolicy(), noBundle);

        assertEquals(0, valid.status(), valid.said());
        assertTrue(valid.said().endsWith("VALID\n"), valid.said());
        assertEquals(1, untrusted.status(), untrusted.said());
        assertEquals(2, missing.status(), missing.said());
    }
}
