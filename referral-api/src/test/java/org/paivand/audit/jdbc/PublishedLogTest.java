package org.paivand.audit.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paivand.audit.TestLog;
import org.paivand.audit.checkpoint.CheckpointSigner;
import org.paivand.audit.checkpoint.FileSignedHeads;
import org.paivand.audit.checkpoint.WitnessPolicy;
import org.paivand.audit.log.Entry;
import org.paivand.audit.merkle.Frontier;
import org.paivand.audit.merkle.Hash;
import org.paivand.audit.merkle.TreeHead;
import org.paivand.audit.note.SignedNote;
import org.paivand.audit.sequencer.Sequencer;
import org.paivand.audit.sequencer.StepRefusedException;
import org.paivand.audit.tile.EntryBundle;
import org.paivand.audit.tile.Tile;
import org.paivand.lease.Lease;
import org.paivand.lease.jdbc.JdbcLeases;

/** The log as files over HTTP. */
class PublishedLogTest {
    @TempDir
    Path folder;

    private final TestLog log;
    private final LogFiles files;
    private final JdbcLeases leases;

    PublishedLogTest() throws Exception {
        log = new TestLog();
        files = new LogFiles(log.database, TestLog.ORIGIN, Acceptance.EVERY);
        leases = new JdbcLeases(log.database);
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
