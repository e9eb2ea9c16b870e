package org.paivand.audit.jdbc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.paivand.audit.log.Entry;
import org.paivand.audit.log.LogUnavailableException;
import org.paivand.audit.merkle.Frontier;
import org.paivand.audit.merkle.Hash;
import org.paivand.audit.merkle.TreeHead;
import org.paivand.audit.note.PrivateKeySigner;
import org.paivand.audit.note.SignedNote;
import org.paivand.audit.sequencer.Sequencer;
import org.paivand.audit.sequencer.StepRefusedException;
import org.paivand.audit.tile.EntryBundle;
import org.paivand.audit.tile.Tile;
import org.paivand.entry.LogNotWritableException;
import org.paivand.entry.SearchColumns;
import org.paivand.lease.Lease;
import org.paivand.lease.jdbc.JdbcLeases;

/** What leaves the log: its files over HTTP, its bundles for auditors. */
class PublishedLogTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration AT_ONCE = Duration.ZERO;

    @TempDir
    Path folder;

    private final TestLog log;
    private final LogFiles files;
    private final EvidenceBundles bundles;
    private final JdbcLeases leases;

    PublishedLogTest() throws Exception {
        log = new TestLog();
        files = new LogFiles(log.database, TestLog.ORIGIN, Acceptance.EVERY);
        bundles = new EvidenceBundles(log.database, new TestVault(), TestLog.ORIGIN, Acceptance.EVERY);
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
    void servesNothingBeforeItHasSigned() throws Exception {
        assertEquals(Optional.empty(), files.checkpoint());
        assertEquals(Optional.empty(), files.tile("tile/0/000.p/1"));
        assertEquals(Optional.empty(), files.tile("tile/entries/000"));
    }

    @Test
    void servesFilesThatLeadToTheSignedRoot() throws Exception {
        log.append(300);
        publish();

        TreeHead signed = WitnessPolicy.trusting(log.verifierKey())
                .verify(SignedNote.parse(files.checkpoint().orElseThrow()))
                .treeHead();
        Frontier frontier = Frontier.EMPTY;
        for (byte[] entry : EntryBundle.decode(files.tile("tile/entries/000").orElseThrow(), 256)
                .entries()) {
            frontier = frontier.append(Entry.decode(entry).leafHash());
        }
        assertEquals(
                frontier.head().root(),
                Tile.decode(files.tile("tile/1/000.p/1").orElseThrow(), 1)
                        .hashes()
                        .get(0));
        for (Hash hash :
                Tile.decode(files.tile("tile/0/001.p/44").orElseThrow(), 44).hashes()) {
            frontier = frontier.append(hash);
        }
        assertEquals(signed, frontier.head());
    }

    @Test
    void hasNoFileBeyondTheLogOrUnderAnyOtherPath() throws Exception {
        log.append(3);
        publish();

        assertTrue(files.tile("tile/0/000.p/3").isPresent());
        for (String path : List.of(
                "",
                "checkpoint",
                "tile/0/000.p/4",
                "tile/0/000",
                "tile/0/000.p/0",
                "tile/0/000.p/03",
                "tile/0/0",
                "tile/00/000.p/3",
                "tile/1/000.p/1",
                "tile/entries/001.p/1",
                "/tile/0/000.p/3",
                "tile/0/../0/000.p/3",
                "tile/-1/000.p/3",
                "tile/64/000.p/1")) {
            assertFalse(files.tile(path).isPresent(), path);
        }
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

        EvidencePlan plan = bundles.plan(Optional.empty(), NOON, NOON.plusSeconds(60), AT_ONCE)
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
                LogNotWritableException.class,
                () -> bundles.plan(Optional.empty(), NOON, NOON.plusSeconds(1), AT_ONCE));
        Lease lease = lead();
        Sequencer sequencer = sequencer();
        sequencer.integrate(lease);
        assertThrows(
                LogNotWritableException.class,
                () -> bundles.plan(Optional.empty(), NOON, NOON.plusSeconds(1), AT_ONCE));
        Thread signer = new Thread(() -> {
            try {
                sequencer.publish(lease);
            } catch (StepRefusedException refused) {
                throw new IllegalStateException(refused);
            }
        });
        signer.start();

        Optional<EvidencePlan> plan = bundles.plan(Optional.empty(), NOON, NOON.plusSeconds(1), TestLog.PATIENCE);

        signer.join();
        assertEquals(2, plan.orElseThrow().to());
    }

    @Test
    void plansNothingForAPeriodWithoutEntries() throws Exception {
        append(2, NOON, Optional.empty());
        publish();

        assertEquals(
                Optional.empty(), bundles.plan(Optional.empty(), NOON.plusSeconds(1), NOON.plusSeconds(2), AT_ONCE));
        assertEquals(Optional.empty(), bundles.plan(Optional.empty(), NOON, NOON, AT_ONCE));
    }

    @Test
    void handsOutNoBundleWithAnEntryThatNobodyCanExplain() throws Exception {
        append(2, NOON, Optional.empty());
        publish();
        EvidencePlan plan = bundles.plan(Optional.empty(), NOON, NOON.plusSeconds(1), AT_ONCE)
                .orElseThrow();
        log.execute("TRUNCATE paivand_log.event");

        assertThrows(LogUnavailableException.class, () -> bundles.write(plan, OutputStream.nullOutputStream()));
    }

    @Test
    void bundlesAllSinceACheckpointThatTheLogContinues() throws Exception {
        append(3, NOON, Optional.empty());
        publish();
        SignedNote kept = SignedNote.parse(files.checkpoint().orElseThrow());
        assertEquals(Optional.empty(), bundles.since(kept, AT_ONCE));
        append(4, NOON, Optional.empty());
        publish();

        EvidencePlan plan = bundles.since(kept, AT_ONCE).orElseThrow();

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
        return assertThrows(CheckpointRefusedException.class, () -> bundles.since(kept, AT_ONCE))
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

        EvidencePlan plan = bundles.ofAgency(Optional.empty(), "a-1", NOON, NOON.plusSeconds(60), AT_ONCE)
                .orElseThrow();

        assertEquals(Optional.of(List.of(0L, 1L, 4L)), plan.selected());
        assertEquals(3, plan.entries());
        read(plan).close();
        assertEquals(Optional.empty(), bundles.ofAgency(Optional.empty(), "a-2", NOON, NOON.plusSeconds(60), AT_ONCE));
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

    private Lease lead() {
        return leases.acquire(Sequencer.LEASE, "test", Duration.ofMinutes(5)).orElseThrow();
    }

    private Sequencer sequencer() {
        CheckpointSigner signer = new CheckpointSigner(log.signer(), new FileSignedHeads(folder.resolve("signed")));
        return new Sequencer(log.database, leases, signer, TestLog.ORIGIN, Clock.systemUTC(), step -> {});
    }
}
