package org.paivand.audit.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.paivand.audit.merkle.Hash;
import org.paivand.audit.merkle.TreeHead;

/** What each store of witnessed heads must do. */
public abstract class WitnessedHeadsContract {
    protected static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final int RACERS = 8;

    /** A store that has seen nothing; within one test always over the same state. */
    protected abstract WitnessedHeads heads() throws Exception;

    @Test
    void hasSeenNothingAtFirst() throws Exception {
        assertEquals(Optional.empty(), heads().last("log.example/2026"));
    }

    @Test
    void keepsOneHeadForEachOrigin() throws Exception {
        WitnessedHeads heads = heads();

        assertTrue(heads.record("log.example/2026", Optional.empty(), head(7)));
        assertTrue(heads.record("log.example/2027", Optional.empty(), head(3)));
        assertTrue(heads.record("log.example/2026", Optional.of(head(7)), head(9)));

        assertEquals(Optional.of(head(9)), heads.last("log.example/2026"));
        assertEquals(Optional.of(head(3)), heads.last("log.example/2027"));
        assertEquals(Optional.empty(), heads.last("log.example/2028"));
    }

    @Test
    void keepsWhatItHasIfSomethingElseWasExpected() throws Exception {
        WitnessedHeads heads = heads();
        assertTrue(heads.record("log.example", Optional.empty(), head(7)));

        assertFalse(heads.record("log.example", Optional.empty(), head(9)));
        assertFalse(heads.record("log.example", Optional.of(head(6)), head(9)));
        assertFalse(heads.record(
                "log.example",
                Optional.of(new WitnessedHead(new TreeHead(7, Hash.leaf(new byte[] {1, 1})), NOON)),
                head(9)));
        assertFalse(heads.record(
                "log.example", Optional.of(new WitnessedHead(head(7).head(), NOON.plusSeconds(1))), head(9)));
        assertFalse(heads.record("other.example", Optional.of(head(7)), head(9)));

        assertEquals(Optional.of(head(7)), heads.last("log.example"));
        assertEquals(Optional.empty(), heads.last("other.example"));
    }

    @Test
    void tellsOriginsApartByEveryCharacter() throws Exception {
        WitnessedHeads heads = heads();

        assertTrue(heads.record("log.example/a", Optional.empty(), head(1)));
        assertTrue(heads.record("log.example/A", Optional.empty(), head(2)));
        assertTrue(heads.record("log.example/\u00e4", Optional.empty(), head(3)));

        assertEquals(Optional.of(head(1)), heads.last("log.example/a"));
        assertEquals(Optional.of(head(2)), heads.last("log.example/A"));
        assertEquals(Optional.of(head(3)), heads.last("log.example/\u00e4"));
    }

    @Test
    void letsOneOfManyWin() throws Exception {
        WitnessedHeads heads = heads();
        assertTrue(heads.record("log.example", Optional.empty(), head(1)));

        for (int from = 1; from <= 10; from++) {
            Optional<WitnessedHead> expected = heads.last("log.example");
            assertEquals(1, race(heads, expected, from * 100), "one winner in round " + from);
        }
    }

    @Test
    void letsOneOfManyBeTheFirst() throws Exception {
        assertEquals(1, race(heads(), Optional.empty(), 1));
    }

    private static int race(WitnessedHeads heads, Optional<WitnessedHead> expected, int base) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(RACERS);
        CyclicBarrier start = new CyclicBarrier(RACERS);
        List<Future<Boolean>> results = new ArrayList<>();
        for (int i = 0; i < RACERS; i++) {
            WitnessedHead mine = head(base + i);
            results.add(threads.submit(() -> {
                start.await();
                return recorded(heads, expected, mine);
            }));
        }
        int winners = 0;
        for (Future<Boolean> result : results) {
            winners += result.get() ? 1 : 0;
        }
        threads.shutdown();
        return winners;
    }

    private static boolean recorded(WitnessedHeads heads, Optional<WitnessedHead> expected, WitnessedHead mine)
            throws IOException {
        return heads.record("log.example", expected, mine);
    }

    protected static WitnessedHead head(int size) {
        return new WitnessedHead(new TreeHead(size, Hash.leaf(new byte[] {(byte) size})), NOON);
    }
}
