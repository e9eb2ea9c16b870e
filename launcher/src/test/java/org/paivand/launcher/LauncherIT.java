package org.paivand.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.paivand.launcher.RunningLauncher.Outcome;
import org.paivand.launcher.state.StateFolder;

/** The life of the launcher's own process, with the part that starts fastest. */
class LauncherIT {
    private static final String[] DATABASE_ONLY = {"--parts", "database", "--ports", "auto"};

    @Test
    void downEndsWhatRunsAndSaysSoWhenNothingDoes() throws Exception {
        StateFolder state = fresh("down");
        RunningLauncher launcher = RunningLauncher.up(state, Path.of("none.war"), DATABASE_ONLY);
        List<ProcessHandle> parts = launcher.parts();

        Outcome first = RunningLauncher.run(state, "down");
        Outcome second = RunningLauncher.run(state, "down");

        launcher.exitStatus();
        assertGone(parts);
        assertEquals(0, first.status(), first.said());
        assertTrue(second.said().contains("Nothing runs"), second.said());
    }

    @Test
    void theNextCommandEndsWhatAKilledLauncherLeft() throws Exception {
        StateFolder state = fresh("killed");
        RunningLauncher killed = RunningLauncher.up(state, Path.of("none.war"), DATABASE_ONLY);
        List<ProcessHandle> orphans = killed.parts();
        killed.handle().destroyForcibly();
        killed.exitStatus();
        assertTrue(orphans.stream().anyMatch(ProcessHandle::isAlive), "the database outlives a launcher killed by -9");

        RunningLauncher next = RunningLauncher.up(state, Path.of("none.war"), DATABASE_ONLY);

        assertGone(orphans);
        List<ProcessHandle> parts = next.parts();
        next.handle().destroyForcibly();
        next.exitStatus();
        RunningLauncher.run(state, "down");
        assertGone(parts);
    }

    @Test
    void endsItselfAndSaysWhyWhenAPartFalls() throws Exception {
        RunningLauncher launcher = RunningLauncher.up(fresh("fallen"), Path.of("none.war"), DATABASE_ONLY);

        launcher.parts().forEach(ProcessHandle::destroyForcibly);

        assertEquals(1, launcher.exitStatus());
        assertEquals(List.of(), launcher.parts());
    }

    @Test
    void leavesNothingRunningWhenTheApplicationIsMissing() throws Exception {
        StateFolder state = fresh("missing");

        Outcome outcome = RunningLauncher.run(state, "up", "--parts", "database,node", "--ports", "auto");

        assertEquals(1, outcome.status());
        assertTrue(outcome.said().contains("none.war is missing"), outcome.said());
        assertFalse(outcome.said().contains("\tat "), outcome.said());
        assertEquals(List.of(), state.ledger().names());
    }

    @Test
    void refusesAStateFolderThatDoesNotLast() throws Exception {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"), "paivand-never-made");

        Outcome outcome = RunningLauncher.run(new StateFolder(temporary), "up");

        assertEquals(1, outcome.status());
        assertTrue(outcome.said().contains("--state DIR"), outcome.said());
    }

    @Test
    void tellsThatNothingRunsByItsExitStatus() throws Exception {
        assertEquals(1, RunningLauncher.run(fresh("status"), "status").status());
        assertEquals(
                2,
                RunningLauncher.run(fresh("usage"), "up", "--http-port", "many").status());
        assertEquals(
                1,
                RunningLauncher.run(fresh("range"), "up", "--http-port", "70000")
                        .status());
    }

    private static StateFolder fresh(String name) throws IOException {
        return new StateFolder(Folders.fresh(name));
    }

    private static void assertGone(List<ProcessHandle> processes) {
        assertFalse(processes.isEmpty());
        processes.forEach(process -> assertFalse(process.isAlive(), () -> "alive: " + process.info()));
    }
}
