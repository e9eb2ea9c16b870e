package org.paivand.audit.sequencer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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
import org.paivand.lease.jdbc.JdbcLeases;

/** Real processes, killed and frozen where it hurts. */
@Timeout(180)
class SequencerCrashTest {
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration USUAL = Duration.ofSeconds(6);

    @TempDir
    Path folder;

    private final TestLog log;
    private final List<LeaderProcess> started = new ArrayList<>();

    SequencerCrashTest() throws Exception {
        log = new TestLog();
    }

    @AfterEach
    void endProcesses() {
        started.forEach(LeaderProcess::kill);
        log.close();
    }

    @Test
    void losesAndDoublesNothingKilledAtAnyStep() throws Exception {
        writeKeys();
        List<Entry> appended = new ArrayList<>();
        List<Step> steps = List.copyOf(EnumSet.range(Step.STARTED, Step.PUBLISHED));
        LeaderProcess leader = child(steps.get(0), SHORT);
        for (int i = 0; i < steps.size(); i++) {
            appended.addAll(log.append(5));
            leader.hear("REACHED");
            appended.addAll(log.append(5));
            LeaderProcess successor = i + 1 < steps.size() ? child(steps.get(i + 1), SHORT) : leader;
            leader.kill();
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
        LeaderProcess leader = child(Step.APPENDED, USUAL);
        log.append(3);
        leader.hear("REACHED");
        try (SequencerRunner standby = runner()) {
            standby.start();
            long killed = System.nanoTime();
            leader.kill();

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
        LeaderProcess frozen = child(Step.PENDING_DELETED, SHORT);
        List<Entry> appended = log.append(3);
        frozen.hear("REACHED");
        frozen.signal("STOP");
        try (SequencerRunner successor = runner()) {
            successor.start();
            awaitAllSigned(3);
            frozen.signal("CONT");
            frozen.say();
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

    private LeaderProcess child(Step step, Duration term) throws IOException {
        LeaderProcess process = LeaderProcess.start(folder, step, term);
        started.add(process);
        return process;
    }
}
