package org.paivand.launcher.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {
    private static final Progress SILENT = new Progress(new PrintWriter(new StringWriter()));

    @TempDir
    private Path folder = Path.of("");

    @Test
    void endsAChildThatIgnoresTheRequestAndWhatItStarted() throws Exception {
        Supervisor supervisor = supervisor();
        Path ready = folder.resolve("ready");
        String script = "trap '' TERM; sleep 987 & : > " + ready + "; wait; wait; while :; do sleep 987; done";
        Child child = supervisor.start("stubborn", new ProcessBuilder("sh", "-c", script), ready.toString());
        child.awaitReady(
                () -> Files.exists(ready) && child.handle().children().count() > 0, Duration.ofSeconds(20), SILENT);
        List<ProcessHandle> tree = child.handle().descendants().toList();

        Ending.of(child.handle(), Duration.ofMillis(300));

        assertFalse(child.alive());
        assertFalse(tree.isEmpty());
        tree.forEach(process -> assertFalse(process.isAlive()));
    }

    @Test
    void endsAllOnCloseAndStartsNothingAfter() throws Exception {
        Supervisor supervisor = supervisor();
        Child first = supervisor.start("first", new ProcessBuilder("sleep", "981"), "981");
        Child second = supervisor.start("second", new ProcessBuilder("sleep", "982"), "982");

        supervisor.close();
        supervisor.close();

        assertFalse(first.alive());
        assertFalse(second.alive());
        assertEquals(List.of(), ledger().names());
        assertThrows(
                StartFailedException.class, () -> supervisor.start("late", new ProcessBuilder("sleep", "983"), "983"));
    }

    @Test
    void tellsTheEndOfTheLogOfAChildThatFellWhileItStarted() throws Exception {
        try (Supervisor supervisor = supervisor()) {
            Child child = supervisor.start(
                    "broken", new ProcessBuilder("sh", "-c", "echo the disk is full; exit 7"), "the disk");

            StartFailedException failure = assertThrows(
                    StartFailedException.class, () -> child.awaitReady(() -> false, Duration.ofSeconds(20), SILENT));

            assertTrue(String.valueOf(failure.getMessage()).contains("exit status 7"));
            assertTrue(String.valueOf(failure.getMessage()).contains("the disk is full"));
        }
    }

    @Test
    void givesUpOnAChildThatNeverGetsReady() throws Exception {
        try (Supervisor supervisor = supervisor()) {
            Child child = supervisor.start("slow", new ProcessBuilder("sleep", "984"), "984");

            assertThrows(StartFailedException.class, () -> child.awaitReady(() -> false, Duration.ofMillis(1), SILENT));
        }
    }

    @Test
    void findsALivingProcessAgainFromTheFolderAlone() throws Exception {
        try (Supervisor supervisor = supervisor()) {
            Child child = supervisor.start("part", new ProcessBuilder("sleep", "985"), "985");

            assertEquals(List.of(child.handle()), ledger().find("part"));
        }
    }

    @Test
    void neverTakesAnotherProcessForOursBecauseItHasThePid() throws Exception {
        try (Supervisor supervisor = supervisor()) {
            Child child = supervisor.start("part", new ProcessBuilder("sleep", "986"), "986");
            OwnedProcess owned = OwnedProcess.of(child.handle(), "986");

            assertTrue(owned.living().isPresent());
            assertTrue(new OwnedProcess(owned.pid(), owned.started().minusSeconds(60), "986")
                    .living()
                    .isEmpty());
            assertTrue(new OwnedProcess(owned.pid(), owned.started(), "another command line")
                    .living()
                    .isEmpty());
        }
    }

    @Test
    void ownsNothingByATornLine() {
        for (String line : List.of("", "1", "1 2", "1 2 ", "x 2 token", "1 y token", "99999999999999999999 2 token")) {
            assertTrue(OwnedProcess.parse(line).isEmpty(), line);
        }
    }

    private Supervisor supervisor() throws IOException {
        return new Supervisor(ledger(), folder.resolve("logs"));
    }

    private Ledger ledger() throws IOException {
        return new Ledger(folder.resolve("run"));
    }
}
