package org.paivand.audit.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.paivand.audit.TestLog;
import org.paivand.audit.TestVault;
import org.paivand.audit.checkpoint.CheckpointSigner;
import org.paivand.audit.checkpoint.FileSignedHeads;
import org.paivand.audit.sequencer.Sequencer;
import org.paivand.disclosure.event.Erasure;
import org.paivand.disclosure.event.Erasure.IndexRange;
import org.paivand.entry.SealedOpenings;
import org.paivand.entry.SearchColumns;
import org.paivand.entry.Vault;
import org.paivand.lease.Lease;
import org.paivand.lease.jdbc.JdbcLeases;

@Timeout(60)
class JdbcSealedOpeningsTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    private Path folder;

    private final TestLog log = new TestLog();

    JdbcSealedOpeningsTest() throws Exception {}

    @AfterEach
    void close() {
        log.close();
    }

    /** As the evidence vault marks a year, over bytes that anybody can open. */
    private static Vault of(int year) {
        Vault plain = new TestVault();
        return new Vault() {
            @Override
            public byte[] seal(String recordId, byte[] bytes) {
                byte[] sealed = plain.seal(recordId, bytes);
                return ByteBuffer.allocate(3 + sealed.length)
                        .put(beginning(year))
                        .put(sealed)
                        .array();
            }

            @Override
            public byte[] sealForGood(String recordId, byte[] bytes) {
                return plain.seal(recordId, bytes);
            }

            @Override
            public byte[] open(String recordId, byte[] sealed) {
                throw new IllegalStateException("nothing is opened here");
            }
        };
    }

    private static byte[] beginning(int year) {
        return ByteBuffer.allocate(3).put((byte) 2).putShort((short) year).array();
    }

    private UUID append(int year, int count) {
        SearchColumns columns = TestLog.columns(NOON);
        JdbcEntries entries = new JdbcEntries(of(year));
        for (int i = 0; i < count; i++) {
            columns = TestLog.columns(NOON);
            SearchColumns one = columns;
            log.database.commit(tx -> entries.append(tx, log.opening("{}"), one, Optional.empty()));
        }
        return columns.eventId();
    }

    private void publish(boolean signed) throws Exception {
        JdbcLeases leases = new JdbcLeases(log.database);
        Lease lease =
                leases.acquire(Sequencer.LEASE, "test", Duration.ofMinutes(5)).orElseThrow();
        CheckpointSigner signer = new CheckpointSigner(log.signer(), new FileSignedHeads(folder.resolve("signed")));
        Sequencer sequencer =
                new Sequencer(log.database, leases, signer, TestLog.ORIGIN, Clock.systemUTC(), step -> {});
        do {
            sequencer.integrate(lease);
        } while (log.count("paivand.log_pending") > 0);
        if (signed) {
            sequencer.publish(lease);
        }
        leases.release(lease);
    }

    private <T> T ask(Function<SealedOpenings, T> question) {
        return log.database.<T, RuntimeException>commit(
                tx -> question.apply(new JdbcSealedOpenings(tx, Acceptance.EVERY, JdbcSealedOpeningsTest::beginning)));
    }

    private boolean is(Predicate<SealedOpenings> question) {
        return ask(question::test);
    }

    private static Erasure.OfOpenings ranges(IndexRange... ranges) {
        return new Erasure.OfOpenings(TestLog.ORIGIN, List.of(ranges));
    }

    @Test
    void tellsEachRangeByTheYearOfSealing() throws Exception {
        append(2026, 3);
        append(2027, 1);
        append(2026, 1);
        append(2027, 2);
        log.append(2);
        publish(true);

        assertEquals(
                Optional.of(List.of(ranges(new IndexRange(0, 3), new IndexRange(4, 5)))),
                ask(openings -> openings.settled(2026)));
        assertEquals(
                Optional.of(List.of(ranges(new IndexRange(3, 4), new IndexRange(5, 7)))),
                ask(openings -> openings.settled(2027)));
        assertEquals(Optional.of(List.of()), ask(openings -> openings.settled(2028)));
    }

    @Test
    void aRangeGoesOnAcrossThePagesThatAreRead() throws Exception {
        log.append(4_000);
        append(2026, 200);
        publish(true);

        assertEquals(
                Optional.of(List.of(ranges(new IndexRange(4_000, 4_200)))), ask(openings -> openings.settled(2026)));
    }

    @Test
    void isNotSettledWhileAnEntryWaitsForItsIndexOrItsCheckpoint() throws Exception {
        append(2026, 2);
        append(2027, 1);
        assertEquals(Optional.empty(), ask(openings -> openings.settled(2026)));

        publish(false);
        assertEquals(Optional.empty(), ask(openings -> openings.settled(2026)));

        publish(true);
        append(2027, 1);
        assertTrue(ask(openings -> openings.settled(2026)).isPresent());
        assertEquals(Optional.empty(), ask(openings -> openings.settled(2027)));
    }

    @Test
    void aLogThatHasEndedWaitsForNoCheckpoint() throws Exception {
        append(2026, 2);
        publish(false);
        log.execute("INSERT INTO paivand_log.log VALUES (2, '" + TestLog.ORIGIN + "/2', 'key', 'recovery',"
                + " '2026-12-01 00:00:00')");

        assertEquals(Optional.of(List.of(ranges(new IndexRange(0, 2)))), ask(openings -> openings.settled(2026)));
    }

    @Test
    void isUnderReviewWhileADisclosureOfThatYearIs() throws Exception {
        UUID disclosure = append(2026, 1);
        append(2027, 1);
        log.execute("INSERT INTO paivand_log.review_due VALUES ('" + disclosure + "', '2026-12-01')");

        assertTrue(is(openings -> openings.underReview(2026)));
        assertFalse(is(openings -> openings.underReview(2027)));

        log.execute("INSERT INTO paivand_log.review VALUES ('" + disclosure + "', '" + UUID.randomUUID() + "')");
        assertFalse(is(openings -> openings.underReview(2026)));
    }

    @Test
    void aCertificateThatNoCheckpointWillEverCoverIsNone() throws Exception {
        UUID certificate = append(2037, 1);
        boolean unusedDone = ask(openings -> {
            openings.certify(2026, certificate);
            return true;
        });
        assertTrue(is(openings -> openings.certified(2026)), "it waits for its index");
        assertFalse(is(openings -> openings.certified(2027)));
        publish(false);
        assertTrue(is(openings -> openings.certified(2026)), "it waits for its checkpoint");

        log.execute("INSERT INTO paivand_log.log VALUES (2, '" + TestLog.ORIGIN + "/2', 'key', 'recovery',"
                + " '2037-12-01 00:00:00')");

        assertFalse(is(openings -> openings.certified(2026)));
        assertEquals(List.of(2026), ask(SealedOpenings::certifiedYears), "its key is to be gone all the same");
    }
}
