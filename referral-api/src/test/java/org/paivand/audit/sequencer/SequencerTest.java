package org.paivand.audit.sequencer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paivand.audit.TestLog;
import org.paivand.audit.checkpoint.CheckpointSigner;
import org.paivand.audit.checkpoint.FileSignedHeads;
import org.paivand.audit.log.Entry;
import org.paivand.audit.sequencer.StepRefusedException.Reason;
import org.paivand.lease.Lease;
import org.paivand.lease.jdbc.JdbcLeases;

class SequencerTest {
    @TempDir
    Path folder;

    private final TestLog log;
    private final JdbcLeases leases;

    SequencerTest() throws Exception {
        log = new TestLog();
        leases = new JdbcLeases(log.database);
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void losesNoEntryWhoseCommitComesLaterThanThatOfAHigherId() throws Exception {
        Sequencer sequencer = sequencer(step -> {});
        Lease lease = lead();
        CountDownLatch inserted = new CountDownLatch(1);
        CountDownLatch overtaken = new CountDownLatch(1);
        AtomicReference<Entry> early = new AtomicReference<>();
        Thread slow = new Thread(() -> early.set(log.database.<Entry, RuntimeException>commit(tx -> {
            Entry entry = log.append(tx);
            inserted.countDown();
            waitFor(overtaken);
            return entry;
        })));
        slow.start();
        waitFor(inserted);
        List<Entry> late = log.append(2);

        assertEquals(2, sequencer.integrate(lease));
        overtaken.countDown();
        slow.join();
        assertEquals(1, sequencer.integrate(lease));

        assertEquals(List.of(late.get(0), late.get(1), early.get()), log.leaves());
        log.requireWhole();
    }

    @Test
    void integratesInTheOrderOfIdsAndNothingTwice() throws Exception {
        Sequencer sequencer = sequencer(step -> {});
        Lease lease = lead();
        List<Entry> appended = log.append(300);

        assertEquals(300, sequencer.integrate(lease));
        assertEquals(0, sequencer.integrate(lease));

        assertEquals(appended, log.leaves());
        log.requireWhole();
    }

    @Test
    void aRolledBackTransactionLeavesNoEntryBehind() throws Exception {
        assertThrows(
                IllegalStateException.class,
                () -> log.database.<Entry, IllegalStateException>commit(tx -> {
                    log.append(tx);
                    throw new IllegalStateException("refused");
                }));

        assertEquals(0, sequencer(step -> {}).integrate(lead()));
        assertEquals(0, log.count("paivand_log.event"));
    }

    @Test
    void signsForWhatWasIntegratedAndOnlyOnce() throws Exception {
        Sequencer sequencer = sequencer(step -> {});
        Lease lease = lead();
        assertTrue(sequencer.publish(lease));
        assertEquals(0, log.signedSize());
        log.append(3);
        sequencer.integrate(lease);

        assertTrue(sequencer.publish(lease));
        assertFalse(sequencer.publish(lease));

        assertEquals(3, log.signedSize());
        assertEquals(2, log.count("paivand_log.checkpoint"));
    }

    @Test
    void aFrozenLeaderWritesNothingOnceAnotherLeads() throws Exception {
        Lease frozen = leases.acquire(Sequencer.LEASE, "frozen", Duration.ofMillis(300))
                .orElseThrow();
        Sequencer old = sequencer(step -> {
            if (step == Step.STARTED) {
                awaitSuccessor();
            }
        });
        log.append(2);

        StepRefusedException refused = assertThrows(StepRefusedException.class, () -> old.integrate(frozen));
        StepRefusedException unsigned = assertThrows(StepRefusedException.class, () -> old.publish(frozen));

        assertEquals(Reason.LEASE_LOST, refused.reason());
        assertEquals(Reason.LEASE_LOST, unsigned.reason());
        assertEquals(0, log.count("paivand_log.leaf"));
        assertEquals(0, log.count("paivand_log.checkpoint"));
    }

    @Test
    void theHeadRefusesAnOldFenceEvenWithoutTheLease() throws Exception {
        log.append(1);
        Sequencer sequencer = sequencer(step -> {});
        Lease lease = lead();
        sequencer.integrate(lease);
        log.execute("UPDATE paivand.log_head SET fence = 9");
        log.append(1);

        StepRefusedException refused = assertThrows(StepRefusedException.class, () -> sequencer.integrate(lease));

        assertEquals(Reason.LEASE_LOST, refused.reason());
        assertEquals(1, log.count("paivand.log_pending"));
    }

    @Test
    void theSignerRefusesALogThatShrank() throws Exception {
        Sequencer sequencer = sequencer(step -> {});
        Lease lease = lead();
        log.append(3);
        sequencer.integrate(lease);
        sequencer.publish(lease);
        String restored = "TRUNCATE paivand_log.leaf; TRUNCATE paivand.log_head; TRUNCATE paivand_log.checkpoint;";
        log.execute(restored);
        log.append(2);
        sequencer.integrate(lease);

        StepRefusedException refused = assertThrows(StepRefusedException.class, () -> sequencer.publish(lease));

        assertEquals(Reason.LOG_ROLLED_BACK, refused.reason());
        assertEquals(-1, log.signedSize());
    }

    @Test
    void theSignerRefusesAnotherLogOfTheSameSizeOrOfALargerOne() throws Exception {
        Sequencer sequencer = sequencer(step -> {});
        Lease lease = lead();
        log.append(3);
        sequencer.integrate(lease);
        sequencer.publish(lease);
        for (int size : new int[] {3, 5}) {
            log.execute("TRUNCATE paivand_log.leaf; TRUNCATE paivand.log_head; TRUNCATE paivand_log.checkpoint");
            log.append(size);
            sequencer.integrate(lease);

            StepRefusedException refused = assertThrows(StepRefusedException.class, () -> sequencer.publish(lease));

            assertEquals(Reason.LOG_ROLLED_BACK, refused.reason(), "size " + size);
        }
    }

    @Test
    void theSignerRefusesToStartAnewBesideALogThatWasSignedFor() throws Exception {
        Sequencer sequencer = sequencer(step -> {});
        Lease lease = lead();
        log.append(1);
        sequencer.integrate(lease);
        sequencer.publish(lease);
        Files.delete(folder.resolve("signed"));

        StepRefusedException refused = assertThrows(StepRefusedException.class, () -> sequencer.publish(lease));

        assertEquals(Reason.LOG_ROLLED_BACK, refused.reason());
    }

    @Test
    void aDamagedMemoryOfTheSignerStopsIt() throws Exception {
        Files.writeString(folder.resolve("signed"), "3\nnot a root\n");
        Sequencer sequencer = sequencer(step -> {});
        Lease lease = lead();

        StepRefusedException refused = assertThrows(StepRefusedException.class, () -> sequencer.publish(lease));

        assertEquals(Reason.SIGNER_UNAVAILABLE, refused.reason());
    }

    private Lease lead() {
        return leases.acquire(Sequencer.LEASE, "test", Duration.ofMinutes(5)).orElseThrow();
    }

    private Sequencer sequencer(Step.Listener listener) {
        CheckpointSigner signer = new CheckpointSigner(log.signer(), new FileSignedHeads(folder.resolve("signed")));
        return new Sequencer(log.database, leases, signer, TestLog.ORIGIN, Clock.systemUTC(), listener);
    }

    private void awaitSuccessor() {
        try {
            TestLog.await(
                    "a successor",
                    () -> leases.acquire(Sequencer.LEASE, "next", Duration.ofMinutes(5))
                                    .isPresent()
                            || log.number("SELECT COUNT(*) FROM paivand.lease WHERE fence = 2") == 1);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
