package org.paivand.audit.sequencer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.paivand.audit.TestLog;
import org.paivand.audit.log.Entry;
import org.paivand.database.TestDatabase;
import org.paivand.lease.jdbc.JdbcLeases;

/** Real processes, killed and frozen where it hurts. */
@Timeout(180)
class SequencerCrashTest {
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration USUAL = Duration.ofSeconds(6);

    @TempDir
    Path folder;

    private final TestLog log;
    private final List<Process> started = new ArrayList<>();

    SequencerCrashTest() throws Exception {
        log = new TestLog();
    }

    @AfterEach
    void endProcesses() {
        started.forEach(Process::destroyForcibly);
        log.close();
    }

    @Test
    void losesAndDoublesNothingKilledAtAnyStep() throws Exception {
        writeKeys();
        List<Entry> appended = new ArrayList<>();
        List<Step> steps = List.copyOf(EnumSet.range(Step.STARTED, Step.PUBLISHED));
        Child leader = child(steps.get(0), SHORT);
        for (int i = 0; i < steps.size(); i++) {
            appended.addAll(log.append(5));
            leader.hear("REACHED");
            appended.addAll(log.append(5));
            Child successor = i + 1 < steps.size() ? child(steps.get(i + 1), SHORT) : leader;
            leader.process.destroyForcibly().waitFor();
            leader = successor;
        }

        try (SequencerRunner last = runner()) {
            last.start();
            awaitAllSigned(appended.size());
        }

        assertEquals(appended, log.leaves());
        log.requireWhole();
    }

    @Test
    void takesOverFromAKilledLeaderWithinTenSeconds() throws Exception {
        writeKeys();
        Child leader = child(Step.APPENDED, USUAL);
        log.append(3);
        leader.hear("REACHED");
        try (SequencerRunner standby = runner()) {
            standby.start();
            long killed = System.nanoTime();
            leader.process.destroyForcibly().waitFor();

            awaitAllSigned(3);

            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - killed);
            System.out.println("taken over and signed " + millis + " ms after the kill");
            assertTrue(millis <= 10_000, "took " + millis + " ms");
        }
        log.requireWhole();
    }

    @Test
    void aLeaderFrozenInsideItsTransactionWritesNothingWhenItThaws() throws Exception {
        writeKeys();
        Child frozen = child(Step.PENDING_DELETED, SHORT);
        List<Entry> appended = log.append(3);
        frozen.hear("REACHED");
        signal("STOP", frozen);
        try (SequencerRunner successor = runner()) {
            successor.start();
            awaitAllSigned(3);
            signal("CONT", frozen);
            frozen.process.outputWriter().append('\n').flush();
            frozen.hear("GOES ON");
            appended.addAll(log.append(2));
            awaitAllSigned(5);
        }

        assertEquals(appended, log.leaves());
        log.requireWhole();
    }

    private void awaitAllSigned(int size) throws Exception {
        TestLog.await("all entries to be signed for", () -> log.signedSize() == size);
    }

    private SequencerRunner runner() throws Exception {
        JdbcLeases leases = new JdbcLeases(log.database);
        return new SequencerRunner(
                lease -> {},
                new Sequencer(
                        log.database,
                        leases,
                        SequencerProcess.signer(folder),
                        TestLog.ORIGIN,
                        Clock.systemUTC(),
                        step -> {}),
                leases,
                USUAL);
    }

    private void writeKeys() throws IOException {
        Files.write(folder.resolve("public"), log.keys.getPublic().getEncoded());
        Files.write(folder.resolve("private"), log.keys.getPrivate().getEncoded());
    }

    private static void signal(String name, Child child) throws Exception {
        assertEquals(
                0,
                new ProcessBuilder("kill", "-" + name, String.valueOf(child.process.pid()))
                        .start()
                        .waitFor());
    }

    private Child child(Step step, Duration term) throws IOException {
        Process process = new ProcessBuilder(
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
                        String.valueOf(term.toMillis()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        started.add(process);
        return new Child(process, process.inputReader(StandardCharsets.UTF_8));
    }

    private record Child(Process process, BufferedReader output) {
        void hear(String expected) throws IOException {
            String line = output.readLine();
            while (line != null && !line.equals(expected)) {
                line = output.readLine();
            }
            assertEquals(expected, line);
        }
    }
}
