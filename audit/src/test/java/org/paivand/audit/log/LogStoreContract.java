package org.paivand.audit.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.paivand.audit.log.AppendRefusedException.Reason;
import org.paivand.audit.merkle.Frontier;
import org.paivand.audit.merkle.Hash;
import org.paivand.audit.merkle.RfcTree;
import org.paivand.audit.merkle.TreeHead;
import org.paivand.audit.tile.EntryBundle;
import org.paivand.audit.tile.TilePath;

/** What every store of a log does. Extend it; each test asks once for an empty store, whose appends take effect. */
public abstract class LogStoreContract {
    private static final long LEADER = 7;

    /** An empty log; a store that works in transactions commits each append before it returns. */
    protected abstract LogStore emptyStore() throws Exception;

    @Test
    void startsEmpty() throws Exception {
        LogStore store = emptyStore();

        assertEquals(TreeHead.EMPTY, store.head());
        assertEquals(List.of(), store.entries(0, 0));
        assertEquals(OptionalLong.empty(), store.indexOf(entry(0)));
        assertEquals(Optional.empty(), new LogTiles(store).read(new TilePath(0, 0, 1)));
    }

    @Test
    void givesBackEntriesInTheirOrder() throws Exception {
        LogStore store = emptyStore();

        append(store, 0, 3);
        append(store, 3, 5);

        assertEquals(entries(0, 8), store.entries(0, 8));
        assertEquals(entries(2, 5), store.entries(2, 3));
        assertEquals(OptionalLong.of(6), store.indexOf(entry(6)));
        assertEquals(OptionalLong.empty(), store.indexOf(entry(8)));
    }

    @Test
    void hasTheRootOfTheRfcAfterEachBatch() throws Exception {
        LogStore store = emptyStore();
        int size = 0;
        for (int batch : new int[] {1, 1, 2, 3, 5, 244, 1, 255, 88}) {
            append(store, size, batch);
            size += batch;

            assertEquals(RfcTree.head(encoded(size)), store.head());
            assertEquals(store.head(), new LogProofs(store).head(size));
        }
    }

    @Test
    void keepsTheRootOfEachTileThatFilled() throws Exception {
        LogStore store = emptyStore();
        append(store, 0, 255);
        assertThrows(IndexOutOfBoundsException.class, () -> store.tileRoots(0, 0, 1));

        append(store, 255, 345);

        List<byte[]> d = encoded(600);
        assertEquals(
                List.of(RfcTree.mth(d.subList(0, 256)), RfcTree.mth(d.subList(256, 512))), store.tileRoots(0, 0, 2));
        assertEquals(List.of(RfcTree.mth(d.subList(256, 512))), store.tileRoots(0, 1, 1));
    }

    @Test
    void givesNothingThatLiesBeyondItsHead() throws Exception {
        LogStore store = emptyStore();
        append(store, 0, 600);

        assertThrows(IndexOutOfBoundsException.class, () -> store.entries(0, 601));
        assertThrows(IndexOutOfBoundsException.class, () -> store.entries(600, 1));
        assertThrows(IndexOutOfBoundsException.class, () -> store.entries(-1, 1));
        assertThrows(IndexOutOfBoundsException.class, () -> store.tileRoots(0, 0, 3));
        assertThrows(IndexOutOfBoundsException.class, () -> store.tileRoots(1, 0, 1));
    }

    @Test
    void takesOneOfTwoBatchesForTheSameHead() throws Exception {
        LogStore store = emptyStore();
        Frontier frontier = append(store, 0, 3);
        LogBatch first = LogBatch.of(frontier, entries(3, 5));
        LogBatch second = LogBatch.of(frontier, entries(5, 8));

        store.append(first, LEADER);

        assertRefused(Reason.HEAD_MOVED, store, second, LEADER);
        assertEquals(entries(0, 5), store.entries(0, 5));
        assertEquals(OptionalLong.empty(), store.indexOf(entry(5)));
    }

    @Test
    void doesNotTakeABatchTwice() throws Exception {
        LogStore store = emptyStore();
        LogBatch batch = LogBatch.of(Frontier.EMPTY, entries(0, 3));
        store.append(batch, LEADER);

        assertRefused(Reason.HEAD_MOVED, store, batch, LEADER);
    }

    @Test
    void takesNoBatchForAHeadItNeverHad() throws Exception {
        LogStore store = emptyStore();
        append(store, 0, 3);
        Frontier forged = new Frontier(3, List.of(Hash.EMPTY, Hash.EMPTY));

        assertRefused(Reason.HEAD_MOVED, store, LogBatch.of(forged, entries(3, 4)), LEADER);
        assertRefused(Reason.HEAD_MOVED, store, LogBatch.of(Frontier.EMPTY, entries(3, 4)), LEADER);
    }

    @Test
    void anOldLeaderThatWasFrozenIsFencedOff() throws Exception {
        LogStore store = emptyStore();
        Frontier frontier = append(store, 0, 3);
        LogBatch byNewLeader = LogBatch.of(frontier, entries(3, 4));
        store.append(byNewLeader, LEADER + 1);

        LogBatch byOldLeader = LogBatch.of(byNewLeader.frontier(), entries(4, 5));

        assertRefused(Reason.FENCED_OFF, store, byOldLeader, LEADER);
        store.append(byOldLeader, LEADER + 1);
        assertEquals(5, store.head().size());
    }

    @Test
    void holdsEachEntryOnce() throws Exception {
        LogStore store = emptyStore();
        Frontier frontier = append(store, 0, 3);

        assertRefused(
                Reason.DUPLICATE_ENTRY, store, LogBatch.of(frontier, List.of(entry(3), entry(1), entry(4))), LEADER);
        assertRefused(Reason.DUPLICATE_ENTRY, store, LogBatch.of(frontier, List.of(entry(3), entry(3))), LEADER);
        store.append(LogBatch.of(frontier, List.of(entry(3), entry(4))), LEADER);
        assertEquals(entries(0, 5), store.entries(0, 5));
    }

    @Test
    void provesEachEntryAndAllGrowthFromWhatItKept() throws Exception {
        LogStore store = emptyStore();
        append(store, 0, 600);
        LogProofs proofs = new LogProofs(store);
        List<byte[]> d = encoded(600);

        for (int index = 0; index < 600; index += 37) {
            proofs.inclusion(index, 600).verify(entry(index).leafHash(), index, store.head());
        }
        for (int older = 0; older <= 600; older += 53) {
            proofs.consistency(older, 600).verify(RfcTree.head(d.subList(0, older)), store.head());
        }
        assertEquals(
                RfcTree.path(100, d.subList(0, 300)), proofs.inclusion(100, 300).path());
    }

    @Test
    void servesTilesAndBundlesAsFarAsItReaches() throws Exception {
        LogStore store = emptyStore();
        append(store, 0, 600);
        LogTiles tiles = new LogTiles(store);

        assertEquals(
                entries(512, 600).stream().map(Entry::leafHash).toList(),
                tiles.tile(new TilePath(0, 2, 88)).hashes());
        assertEquals(store.tileRoots(0, 0, 2), tiles.tile(new TilePath(1, 0, 2)).hashes());
        assertArrayEquals(
                new EntryBundle(encoded(600).subList(256, 512)).encode(),
                tiles.read(TilePath.entries(1, 256)).orElseThrow());
        for (TilePath beyond : List.of(
                new TilePath(0, 2, 89),
                new TilePath(0, 2, 256),
                new TilePath(0, 3, 1),
                new TilePath(1, 0, 3),
                new TilePath(2, 0, 1),
                new TilePath(63, 0, 1),
                TilePath.entries(2, 89),
                TilePath.entries(Long.MAX_VALUE >> 8, 1))) {
            assertEquals(Optional.empty(), tiles.read(beyond), beyond.path());
        }
        assertThrows(IllegalArgumentException.class, () -> tiles.tile(TilePath.entries(0, 1)));
    }

    private static Frontier append(LogStore store, int from, int count) throws Exception {
        LogBatch batch = LogBatch.of(new LogProofs(store).frontier(from), entries(from, from + count));
        store.append(batch, LEADER);
        assertEquals(batch.after(), store.head());
        return batch.frontier();
    }

    private static void assertRefused(Reason reason, LogStore store, LogBatch batch, long fence) throws Exception {
        TreeHead before = store.head();
        AppendRefusedException refusal = assertThrows(AppendRefusedException.class, () -> store.append(batch, fence));
        assertEquals(reason, refusal.reason());
        assertEquals(before, store.head());
        assertThrows(IndexOutOfBoundsException.class, () -> store.entries(before.size(), 1));
    }

    private static List<byte[]> encoded(int count) {
        return entries(0, count).stream().map(Entry::encode).toList();
    }

    private static List<Entry> entries(int from, int to) {
        List<Entry> entries = new ArrayList<>();
        for (int i = from; i < to; i++) {
            entries.add(entry(i));
        }
        return entries;
    }

    private static Entry entry(int i) {
        EntryType[] types = EntryType.values();
        return new Entry(types[i % types.length], Hash.sha256(("entry " + i).getBytes(StandardCharsets.UTF_8)));
    }
}
