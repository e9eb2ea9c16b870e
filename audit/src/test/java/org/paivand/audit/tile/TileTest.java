package org.paivand.audit.tile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.paivand.audit.MalformedException;
import org.paivand.audit.merkle.Hash;

class TileTest {
    @Test
    void aTileIsItsHashesEndToEnd() throws MalformedException {
        Tile tile = new Tile(List.of(Hash.EMPTY, Hash.leaf(new byte[0])));

        byte[] bytes = tile.encode();

        assertEquals(64, bytes.length);
        assertEquals(Hash.leaf(new byte[0]), Hash.at(bytes, 32));
        assertEquals(tile, Tile.decode(bytes, 2));
    }

    @Test
    void aTileHasExactlyItsWidth() {
        for (int length : new int[] {0, 1, 31, 32, 63, 65, 96, 8192, 8193}) {
            assertThrows(MalformedException.class, () -> Tile.decode(new byte[length], 2));
        }
        assertThrows(MalformedException.class, () -> Tile.decode(new byte[0], 0));
        assertThrows(MalformedException.class, () -> Tile.decode(new byte[257 * 32], 257));
        assertThrows(MalformedException.class, () -> Tile.decode(new byte[32], -1));
        assertThrows(IllegalArgumentException.class, () -> new Tile(List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Tile(Collections.nCopies(257, Hash.EMPTY)));
    }

    @Test
    void aBundleHasEachEntrysLengthBeforeIt() throws MalformedException {
        byte[] bytes = {0, 2, 10, 11, 0, 0, 0, 1, 12};

        EntryBundle bundle = EntryBundle.decode(bytes, 3);

        assertArrayEquals(new byte[] {10, 11}, bundle.entries().get(0));
        assertArrayEquals(new byte[0], bundle.entries().get(1));
        assertArrayEquals(new byte[] {12}, bundle.entries().get(2));
        assertArrayEquals(bytes, bundle.encode());
    }

    @Test
    void aBundleTakesTheLongestEntry() throws MalformedException {
        byte[] longest = new byte[0xffff];
        byte[] bytes = new EntryBundle(List.of(longest)).encode();

        assertArrayEquals(longest, EntryBundle.decode(bytes, 1).entries().get(0));
        assertThrows(IllegalArgumentException.class, () -> new EntryBundle(List.of(new byte[0x10000])));
    }

    @Test
    void aBundleHasExactlyItsWidthAndNothingAfter() {
        byte[] three = {0, 2, 10, 11, 0, 0, 0, 1, 12};
        for (int width : new int[] {-1, 0, 1, 2, 4, 257}) {
            assertThrows(MalformedException.class, () -> EntryBundle.decode(three, width));
        }
        for (byte[] hostile : List.of(
                new byte[] {}, new byte[] {0}, new byte[] {0, 1}, new byte[] {-1, -1, 1}, new byte[] {0, 1, 2, 3})) {
            assertThrows(MalformedException.class, () -> EntryBundle.decode(hostile, 1));
        }
        assertThrows(IllegalArgumentException.class, () -> new EntryBundle(List.of()));
        assertThrows(IllegalArgumentException.class, () -> new EntryBundle(Collections.nCopies(257, new byte[1])));
    }
}
