package org.paivand.audit.sequencer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.paivand.database.TestDatabase;

/** A {@link SequencerProcess} under a test's hands. */
final class LeaderProcess {
    private final Process process;
    private final BufferedReader output;

    private LeaderProcess(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /**
     * Says so when it has reached the step, and waits there.
     *
     * @param origins of the log that it makes the newest; none for the one that is
     */
    static LeaderProcess start(Path folder, Step step, Duration term, String... origins) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                SequencerProcess.class.getName(),
                TestDatabase.running().url(),
                TestDatabase.running().password(),
                folder.toString(),
                step.name(),
                String.valueOf(term.toMillis())));
        command.addAll(List.of(origins));
        return new LeaderProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    void hear(String expected) throws IOException {
        String line = output.readLine();
        while (line != null && !line.equals(expected)) {
            line = output.readLine();
        }
        assertEquals(expected, line);
    }

    /** Lets it go on. */
    void say() throws IOException {
        process.outputWriter().append('\n').flush();
    }

    void signal(String name) throws Exception {
        assertEquals(
                0,
                new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                        .start()
                        .waitFor());
    }

    /** As {@code kill -9} does; returns when it is dead. */
    void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
