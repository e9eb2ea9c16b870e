package org.paivand.audit.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.paivand.audit.merkle.Frontier;
import org.paivand.audit.merkle.Hash;
import org.paivand.audit.merkle.TreeHead;
import org.paivand.audit.tile.TilePath;

class InMemoryLogStoreTest extends LogStoreContract {
    @Override
    protected LogStore emptyStore() {
        return new InMemoryLogStore();
    }

    /** The example of C2SP tlog-tiles, Partial Tiles. */
    @Test
    void aLogOf70000HasTheTilesOfTheSpecification() throws Exception {
        InMemoryLogStore store = new InMemoryLogStore();
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < 70_000; i++) {
            entries.add(new Entry(
                    EntryType.DISCLOSURE, Hash.sha256(new byte[] {(byte) (i >> 16), (byte) (i >> 8), (byte) i})));
        }
        store.append(LogBatch.of(Frontier.EMPTY, entries), 1);
        LogTiles tiles = new LogTiles(store);

        assertEquals(112 * 32, length(tiles, new TilePath(0, 273, 112)));
        assertEquals(0, length(tiles, new TilePath(0, 273, 113)));
        assertEquals(8192, length(tiles, new TilePath(1, 0, 256)));
        assertEquals(17 * 32, length(tiles, new TilePath(1, 1, 17)));
        assertEquals(0, length(tiles, new TilePath(1, 1, 18)));
        assertEquals(32, length(tiles, new TilePath(2, 0, 1)));
        assertEquals(0, length(tiles, new TilePath(2, 0, 2)));
        LogProofs proofs = new LogProofs(store);
        TreeHead head = store.head();
        for (int index : new int[] {0, 1, 255, 256, 65_535, 65_536, 69_999}) {
            proofs.inclusion(index, 70_000).verify(entries.get(index).leafHash(), index, head);
            proofs.consistency(index, 70_000).verify(proofs.head(index), head);
        }
    }

    private static int length(LogTiles tiles, TilePath path) throws LogUnavailableException {
        Optional<byte[]> bytes = tiles.read(path);
        return bytes.map(found -> found.length).orElse(0);
    }
}
