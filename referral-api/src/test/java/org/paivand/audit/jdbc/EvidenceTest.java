package org.paivand.audit.jdbc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paivand.audit.TestLog;
import org.paivand.audit.TestVault;
import org.paivand.audit.bundle.BundleReader;
import org.paivand.audit.bundle.BundledEntry;
import org.paivand.audit.checkpoint.Checkpoint;
import org.paivand.audit.checkpoint.CheckpointSigner;
import org.paivand.audit.checkpoint.FileSignedHeads;
import org.paivand.audit.checkpoint.WitnessPolicy;
import org.paivand.audit.jdbc.CheckpointRefusedException.Reason;
import org.paivand.audit.log.LogUnavailableException;
import org.paivand.audit.merkle.Frontier;
import org.paivand.audit.merkle.Hash;
import org.paivand.audit.merkle.TreeHead;
import org.paivand.audit.note.PrivateKeySigner;
import org.paivand.audit.note.SignedNote;
import org.paivand.audit.sequencer.Sequencer;
import org.paivand.audit.sequencer.StepRefusedException;
import org.paivand.entry.LogNotWritableException;
import org.paivand.entry.SearchColumns;
import org.paivand.lease.Lease;
import org.paivand.lease.jdbc.JdbcLeases;

/** Evidence: what is planned of it, and the bundles that are written. */
class EvidenceTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration AT_ONCE = Duration.ZERO;
    private static final String SUCCESSOR = TestLog.ORIGIN + "/2";

    @TempDir
    Path folder;

    private final TestLog log;
    private final EvidencePlans plans;
    private final EvidenceBundles bundles;
    private final JdbcLeases leases;

    EvidenceTest() throws Exception {
        log = new TestLog();
        plans = new EvidencePlans(log.database, TestLog.ORIGIN, Acceptance.EVERY);
        bundles = new EvidenceBundles(log.database, new TestVault(), Acceptance.EVERY);
        leases = new JdbcLeases(log.database);
    }

    @BeforeEach
    void noPolicy() throws Exception {
        log.execute("TRUNCATE paivand_log.policy");
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void bundlesExactlyWhatThePeriodNeeds() throws Exception {
        byte[] input = "{\"in\":1}".getBytes(StandardCharsets.UTF_8);
        String policy = "{\"policy\":1}";
        log.execute("INSERT INTO paivand_log.policy VALUES (UNHEX(SHA2('" + policy + "', 256)), '" + policy
                + "', UTC_TIMESTAMP(3))");
        append(260, NOON.minusSeconds(1), Optional.empty());
        append(40, NOON, Optional.of(input));
        append(7, NOON.plusSeconds(60), Optional.empty());
        publish();

        EvidencePlan plan = plans.plan(Optional.empty(), NOON, NOON.plusSeconds(60), AT_ONCE)
                .orElseThrow();
        Path zip = folder.resolve("bundle.zip");
        try (OutputStream out = Files.newOutputStream(zip)) {
            bundles.write(plan, out);
        }

        assertEquals(260, plan.from());
        assertEquals(300, plan.to());
        try (BundleReader reader = BundleReader.open(zip)) {
            TreeHead signed = WitnessPolicy.trusting(log.verifierKey())
                    .verify(reader.checkpoint())
                    .treeHead();
            Frontier frontier = reader.edge();
            List<BundledEntry> opened = new ArrayList<>();
            for (Optional<BundledEntry> next = reader.next(); next.isPresent(); next = reader.next()) {
                frontier = frontier.append(next.get().entry().leafHash());
                next.filter(entry -> entry.opening().isPresent()).ifPresent(opened::add);
            }
            assertEquals(signed, frontier.head());
            assertEquals(40, opened.size());
            for (BundledEntry entry : opened) {
                assertEquals(entry.entry(), entry.opening().orElseThrow().entry());
                assertArrayEquals(input, entry.decisionInput().orElseThrow());
            }
            assertEquals(1, reader.policies().size());
        }
    }

    @Test
    void waitsForTheCheckpointThatCoversThePeriod() throws Exception {
        append(2, NOON, Optional.empty());
        assertThrows(
                LogNotWritableException.class, () -> plans.plan(Optional.empty(), NOON, NOON.plusSeconds(1), AT_ONCE));
        Lease lease = lead();
        Sequencer sequencer = sequencer();
        sequencer.integrate(lease);
        assertThrows(
                LogNotWritableException.class, () -> plans.plan(Optional.empty(), NOON, NOON.plusSeconds(1), AT_ONCE));
        Thread signer = new Thread(() -> {
            try {
                sequencer.publish(lease);
            } catch (StepRefusedException refused) {
                throw new IllegalStateException(refused);
            }
        });
        signer.start();

        Optional<EvidencePlan> plan = plans.plan(Optional.empty(), NOON, NOON.plusSeconds(1), TestLog.PATIENCE);

        signer.join();
        assertEquals(2, plan.orElseThrow().to());
    }

    @Test
    void plansNothingForAPeriodWithoutEntries() throws Exception {
        append(2, NOON, Optional.empty());
        publish();

        assertEquals(Optional.empty(), plans.plan(Optional.empty(), NOON.plusSeconds(1), NOON.plusSeconds(2), AT_ONCE));
        assertEquals(Optional.empty(), plans.plan(Optional.empty(), NOON, NOON, AT_ONCE));
    }

    @Test
    void handsOutNoBundleWithAnEntryThatNobodyCanExplain() throws Exception {
        append(2, NOON, Optional.empty());
        publish();
        EvidencePlan plan =
                plans.plan(Optional.empty(), NOON, NOON.plusSeconds(1), AT_ONCE).orElseThrow();
        log.execute("TRUNCATE paivand_log.event");

        assertThrows(LogUnavailableException.class, () -> bundles.write(plan, OutputStream.nullOutputStream()));
    }

    @Test
    void bundlesAllSinceACheckpointThatTheLogContinues() throws Exception {
        append(3, NOON, Optional.empty());
        publish();
        SignedNote kept = newest();
        assertEquals(Optional.empty(), plans.since(kept, AT_ONCE));
        append(4, NOON, Optional.empty());
        publish();

        EvidencePlan plan = plans.since(kept, AT_ONCE).orElseThrow();

        assertEquals(3, plan.from());
        assertEquals(7, plan.to());
        assertEquals(4, plan.entries());
        try (BundleReader reader = read(plan)) {
            assertEquals(3, reader.manifest().from());
        }
    }

    @Test
    void refusesACheckpointOfAnotherLogAndOneThatTheLogContradicts() throws Exception {
        append(3, NOON, Optional.empty());
        publish();
        TreeHead other = new TreeHead(2, Hash.sha256(new byte[] {1}));
        TreeHead larger = new TreeHead(4, Hash.sha256(new byte[] {1}));
        var foreign = java.security.KeyPairGenerator.getInstance("Ed25519").generateKeyPair();

        assertEquals(Reason.CONTRADICTED, refused(signed(log.signer(), other)));
        assertEquals(Reason.CONTRADICTED, refused(signed(log.signer(), larger)));
        assertEquals(
                Reason.NOT_OURS,
                refused(signed(
                        new PrivateKeySigner(TestLog.ORIGIN, foreign.getPublic(), foreign.getPrivate()), other)));
    }

    private Reason refused(SignedNote kept) {
        return assertThrows(CheckpointRefusedException.class, () -> plans.since(kept, AT_ONCE))
                .reason();
    }

    private static SignedNote signed(PrivateKeySigner signer, TreeHead head) throws Exception {
        String text = new Checkpoint(TestLog.ORIGIN, head).text();
        return new SignedNote(text, List.of(signer.sign(text)));
    }

    @Test
    void selectsWhatAnAgencyDidAndProvesEach() throws Exception {
        append(2, NOON, Optional.empty());
        log.append(2);
        append(1, NOON, Optional.empty());
        append(1, NOON.plusSeconds(90), Optional.empty());
        publish();

        EvidencePlan plan = plans.ofAgency(Optional.empty(), "a-1", NOON, NOON.plusSeconds(60), AT_ONCE)
                .orElseThrow();

        assertEquals(Optional.of(List.of(0L, 1L, 4L)), plan.selected());
        assertEquals(3, plan.entries());
        read(plan).close();
        assertEquals(Optional.empty(), plans.ofAgency(Optional.empty(), "a-2", NOON, NOON.plusSeconds(60), AT_ONCE));
    }

    @Test
    void provesSingleEntriesUnderTheNewestCheckpointSoThatNobodyHoldsANewerOne() throws Exception {
        append(2, NOON, Optional.empty());
        publish();
        append(1, NOON.plusSeconds(90), Optional.empty());
        publish();

        EvidencePlan selected = plans.ofAgency(Optional.empty(), "a-1", NOON, NOON.plusSeconds(60), AT_ONCE)
                .orElseThrow();
        EvidencePlan period = plans.plan(Optional.empty(), NOON, NOON.plusSeconds(60), AT_ONCE)
                .orElseThrow();

        assertEquals(3, selected.size());
        assertEquals(2, period.size());
    }

    @Test
    void bundlesALogThatHasEndedAsFarAsItWasSignedFor() throws Exception {
        append(3, NOON, Optional.empty());
        publish();
        append(2, NOON, Optional.empty());
        Lease lease = lead();
        sequencer().integrate(lease);
        KeyPair key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        PrivateKeySigner next = new PrivateKeySigner(SUCCESSOR, key.getPublic(), key.getPrivate());
        log.database.commit(tx -> {
            new Logs(tx.connection()).declare(SUCCESSOR, next.verifierKey().text(), "year", NOON);
            return true;
        });
        append(4, NOON, Optional.empty());
        Sequencer second = new Sequencer(
                log.database,
                leases,
                new CheckpointSigner(next, new FileSignedHeads(folder.resolve("signed-2"))),
                SUCCESSOR,
                Clock.systemUTC(),
                step -> {});
        second.integrate(lease);
        second.publish(lease);
        append(1, NOON, Optional.empty());
        EvidencePlans now = new EvidencePlans(log.database, SUCCESSOR, Acceptance.EVERY);

        EvidencePlan old = now.plan(Optional.of(TestLog.ORIGIN), NOON, NOON.plusSeconds(1), AT_ONCE)
                .orElseThrow();
        second.integrate(lease);
        second.publish(lease);
        EvidencePlan current =
                now.plan(Optional.empty(), NOON, NOON.plusSeconds(1), AT_ONCE).orElseThrow();

        assertEquals(TestLog.ORIGIN, old.log());
        assertEquals(List.of(0L, 3L), List.of(old.from(), old.to()));
        assertEquals(List.of(0L, 5L), List.of(current.from(), current.to()));
        try (BundleReader bundle = read(old)) {
            assertEquals(3, bundle.manifest().size());
        }
        try (BundleReader bundle = read(current)) {
            assertEquals(SUCCESSOR, bundle.manifest().origin());
        }
        assertEquals(Optional.empty(), now.plan(Optional.of("no.such.log"), NOON, NOON.plusSeconds(1), AT_ONCE));
    }

    private BundleReader read(EvidencePlan plan) throws Exception {
        Path zip = folder.resolve("bundle.zip");
        try (OutputStream out = Files.newOutputStream(zip)) {
            bundles.write(plan, out);
        }
        return BundleReader.open(zip);
    }

    private void append(int count, Instant at, Optional<byte[]> input) {
        for (int i = 0; i < count; i++) {
            SearchColumns columns = new SearchColumns(
                    UUID.randomUUID(),
                    at,
                    "a-1",
                    "u-1",
                    Optional.empty(),
                    Optional.empty(),
                    Set.of(),
                    Set.of(),
                    Map.of(),
                    Optional.empty(),
                    input.map(Hash::sha256));
            log.database.commit(tx -> log.entries.append(tx, log.opening("{}"), columns, input));
        }
    }

    private void publish() throws StepRefusedException {
        Lease lease = lead();
        Sequencer sequencer = sequencer();
        sequencer.integrate(lease);
        sequencer.publish(lease);
        leases.release(lease);
    }

    private SignedNote newest() throws Exception {
        return log.database
                .commit(tx -> new Checkpoints(tx.connection(), TestLog.ORIGIN).newest())
                .orElseThrow()
                .signedNote();
    }

    private Lease lead() {
        return leases.acquire(Sequencer.LEASE, "test", Duration.ofMinutes(5)).orElseThrow();
    }

    private Sequencer sequencer() {
        CheckpointSigner signer = new CheckpointSigner(log.signer(), new FileSignedHeads(folder.resolve("signed")));
        return new Sequencer(log.database, leases, signer, TestLog.ORIGIN, Clock.systemUTC(), step -> {});
    }
}
