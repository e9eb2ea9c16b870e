package org.paivand.audit.tile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.paivand.audit.MalformedException;

class TilePathTest {
    @Test
    void writesIndexesInGroupsOfThreeDigits() throws MalformedException {
        Map<String, TilePath> examples = Map.of(
                "tile/0/000", new TilePath(0, 0, 256),
                "tile/0/000.p/1", new TilePath(0, 0, 1),
                "tile/63/999.p/255", new TilePath(63, 999, 255),
                "tile/1/x001/000", new TilePath(1, 1000, 256),
                "tile/0/x001/x234/067", new TilePath(0, 1234067, 256),
                "tile/entries/x001/234.p/8", TilePath.entries(1234, 8));

        for (Map.Entry<String, TilePath> example : examples.entrySet()) {
            assertEquals(example.getKey(), example.getValue().path());
            assertEquals(example.getValue(), TilePath.parse(example.getKey()));
        }
    }

    @Test
    void knowsWhatItNames() {
        assertTrue(TilePath.entries(0, 256).isFull());
        assertTrue(TilePath.entries(0, 1).isEntries());
        assertFalse(new TilePath(0, 3, 255).isFull());
        assertFalse(new TilePath(0, 3, 255).isEntries());
        assertEquals(768, new TilePath(0, 3, 255).first());
    }

    @Property
    void everyPathReadsBack(
            @ForAll @IntRange(min = -1, max = 63) int level,
            @ForAll @LongRange(min = 0, max = Long.MAX_VALUE >> 8) long index,
            @ForAll @IntRange(min = 1, max = 256) int width)
            throws MalformedException {
        TilePath path = new TilePath(level, index, width);

        assertEquals(path, TilePath.parse(path.path()));
    }

    @Test
    void refusesEveryOtherPath() {
        List<String> hostile = List.of(
                "",
                "/tile/0/000",
                "tile/0/000/",
                "tile//000",
                "tile/0",
                "tile/0/",
                "tile/0/0",
                "tile/0/00",
                "tile/0/0000",
                "tile/0/x000/000",
                "tile/0/x000/x001/000",
                "tile/0/x001",
                "tile/0/001/x000",
                "tile/0/001/000",
                "tile/0/x001/x000",
                "tile/0/X001/000",
                "tile/00/000",
                "tile/01/000",
                "tile/64/000",
                "tile/100/000",
                "tile/-1/000",
                "tile/+1/000",
                "tile/0/-01",
                "tile/0/000.p",
                "tile/0/000.p/",
                "tile/0/000.p/0",
                "tile/0/000.p/00",
                "tile/0/000.p/01",
                "tile/0/000.p/256",
                "tile/0/000.p/999",
                "tile/0/000.p/1000",
                "tile/0/000.p/-1",
                "tile/0/000.p/1/",
                "tile/0/000.q/1",
                "tile/0/000xp/1",
                "tile/entries/0",
                "tile/Entries/000",
                "tile/entries/../000",
                "tile/../0/000",
                "tile/0/\u0660\u0660\u0660",
                "tile/\u0661/000",
                "tile/0/000\n",
                "tile/0/000\u0000",
                "tile/0/%30%30%30",
                "tile/0/x999/x999/x999/x999/x999/x999/999",
                "tile/0/x037/x000/x000/x000/x000/000",
                "tile/0/" + "x001/".repeat(5000) + "000",
                "checkpoint");

        for (String path : hostile) {
            assertThrows(MalformedException.class, () -> TilePath.parse(path), path);
        }
    }

    @Test
    void namesNoTileThatCannotBe() {
        assertThrows(IllegalArgumentException.class, () -> new TilePath(-2, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new TilePath(64, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new TilePath(0, -1, 1));
        assertThrows(IllegalArgumentException.class, () -> new TilePath(0, (Long.MAX_VALUE >> 8) + 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new TilePath(0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new TilePath(0, 0, 257));
    }
}
