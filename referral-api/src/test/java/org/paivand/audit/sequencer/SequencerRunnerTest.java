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
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.paivand.audit.TestLog;
import org.paivand.audit.checkpoint.CheckpointSigner;
import org.paivand.audit.checkpoint.FileSignedHeads;
import org.paivand.audit.checkpoint.SignedHeads;
import org.paivand.audit.log.Entry;
import org.paivand.audit.merkle.TreeHead;
import org.paivand.entry.LogStatus.Signer;
import org.paivand.lease.jdbc.JdbcLeases;

class SequencerRunnerTest {
    private static final Duration TERM = Duration.ofSeconds(2);

    @TempDir
    Path folder;

    private final TestLog log;
    private final JdbcLeases leases;

    SequencerRunnerTest() throws Exception {
        log = new TestLog();
        leases = new JdbcLeases(log.database);
    }

    @AfterEach
    void close() {
        log.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"INTEGRATED", "PUBLISHED", "LOG_DECLARED", "LOG_OPENED", "SETTLED"},
            mode = EnumSource.Mode.EXCLUDE)
    void healsUnattendedAfterEverySessionWasKilledAt(Step fatal) throws Exception {
        Set<Step> left = EnumSet.of(fatal);
        List<Entry> appended = log.append(4);
        try (SequencerRunner runner = runner(step -> {
            if (left.remove(step)) {
                killSessions();
            }
        })) {
            runner.start();
            awaitSigned(4);
        }

        assertEquals(Set.of(), left);
        assertEquals(appended, log.leaves());
        log.requireWhole();
    }

    @Test
    void losesNothingOfManyWritersWhoseCommitsOvertakeEachOther() throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        ExecutorService writers = Executors.newFixedThreadPool(6);
        try (SequencerRunner first = runner(step -> {});
                SequencerRunner second = runner(step -> {})) {
            first.start();
            second.start();
            List<Future<Integer>> written = new ArrayList<>();
            for (int writer = 0; writer < 6; writer++) {
                Random random = new Random(seed + writer);
                written.add(writers.submit(() -> write(random, first)));
            }
            int committed = 0;
            for (Future<Integer> count : written) {
                committed += count.get();
            }
            int expected = committed;

            TestLog.await("all to be signed for", () -> log.signedSize() == expected);

            assertEquals(expected, log.count("paivand_log.event"));
            log.requireWhole();
        } finally {
            writers.shutdown();
        }
    }

    /** Transactions of one to four entries, some of which are rolled back; how many entries were committed. */
    private int write(Random random, SequencerRunner runner) {
        int committed = 0;
        for (int i = 0; i < 40; i++) {
            int size = 1 + random.nextInt(4);
            boolean refused = random.nextInt(5) == 0;
            try {
                committed += log.database.<Integer, IllegalArgumentException>commit(tx -> {
                    for (int n = 0; n < size; n++) {
                        log.append(tx);
                        LockSupport.parkNanos(random.nextInt(1_000_000));
                    }
                    if (refused) {
                        throw new IllegalArgumentException("refused");
                    }
                    return size;
                });
                runner.wake();
            } catch (IllegalArgumentException rolledBack) {
                assertTrue(refused);
            }
        }
        return committed;
    }

    @Test
    void givesTheLeaseBackWhenItStops() throws Exception {
        SequencerRunner runner = runner(step -> {});
        runner.start();
        awaitSigned(0);

        runner.close();

        assertTrue(leases.acquire(Sequencer.LEASE, "next", TERM).isPresent());
    }

    @Test
    void integratesWhatWasThereBeforeItStartedWithoutBeingWoken() throws Exception {
        log.database.<Entry, RuntimeException>commit(tx -> Stream.generate(() -> log.append(tx))
                .limit(2_500)
                .reduce((a, b) -> b)
                .orElseThrow());
        try (SequencerRunner runner = runner(step -> {})) {
            runner.start();

            awaitSigned(2_500);
        }
        log.requireWhole();
    }

    @Test
    void knowsWhetherItCanSignFromTheFirstCheckpointOn() throws Exception {
        try (SequencerRunner runner = runner(step -> {})) {
            assertEquals(Signer.UNPROVEN, runner.signer());

            runner.start();

            TestLog.await("the signer to be proven", () -> runner.signer() == Signer.SOUND);
            try (SequencerRunner standby = runner(step -> {})) {
                standby.start();
                TestLog.await("the other to be seen", () -> standby.signer() == Signer.ELSEWHERE);
            }
        }
    }

    @Test
    void reportsAKeyThatIsGoneAndGoesOnOnceItIsBack() throws Exception {
        boolean[] gone = {true};
        SignedHeads file = new FileSignedHeads(folder.resolve("signed"));
        CheckpointSigner signer = new CheckpointSigner(log.signer(), new SignedHeads() {
            @Override
            public TreeHead last() throws IOException {
                if (gone[0]) {
                    throw new IOException("gone");
                }
                return file.last();
            }

            @Override
            public void remember(TreeHead head) throws IOException {
                file.remember(head);
            }
        });
        log.append(2);
        try (SequencerRunner runner = runner(signer, step -> {})) {
            runner.start();
            TestLog.await("the loss to be noticed", () -> runner.signer() == Signer.REFUSING);
            assertEquals(-1, log.signedSize());
            gone[0] = false;

            awaitSigned(2);
            TestLog.await("the key to be sound", () -> runner.signer() == Signer.SOUND);
        }
        assertTrue(Files.exists(folder.resolve("signed")));
    }

    private void awaitSigned(int size) throws Exception {
        TestLog.await("a checkpoint of size " + size, () -> log.signedSize() == size);
    }

    private void killSessions() {
        try {
            log.killSessions();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private SequencerRunner runner(Step.Listener listener) {
        return runner(new CheckpointSigner(log.signer(), new FileSignedHeads(folder.resolve("signed"))), listener);
    }

    private SequencerRunner runner(CheckpointSigner signer, Step.Listener listener) {
        Sequencer sequencer = new Sequencer(log.database, leases, signer, TestLog.ORIGIN, Clock.systemUTC(), listener);
        return new SequencerRunner(lease -> {}, sequencer, leases, TERM);
    }
}
