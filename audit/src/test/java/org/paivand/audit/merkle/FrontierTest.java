package org.paivand.audit.merkle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FrontierTest {
    @Test
    void hasTheRootOfTheRfcAfterEachLeaf() {
        List<byte[]> d = RfcTree.entries(300);
        Frontier frontier = Frontier.EMPTY;
        assertEquals(TreeHead.EMPTY, frontier.head());

        for (int size = 1; size <= d.size(); size++) {
            frontier = frontier.append(Hash.leaf(d.get(size - 1)));

            assertEquals(RfcTree.head(d.subList(0, size)), frontier.head());
        }
    }

    @Test
    void isTheSameWhetherGrownOrReadFromNodes() {
        List<byte[]> d = RfcTree.entries(77);
        Frontier grown = Frontier.EMPTY;
        for (int size = 1; size <= 77; size++) {
            grown = grown.append(Hash.leaf(d.get(size - 1)));

            assertEquals(grown, new ProofMaker<>(RfcTree.nodes(d)).frontier(size));
            assertEquals(grown.head(), new ProofMaker<>(RfcTree.nodes(d)).head(size));
        }
    }

    @Test
    void tellsOfEveryPerfectSubtreeOnce() {
        List<byte[]> d = RfcTree.entries(37);
        Map<List<Long>, Hash> heard = new HashMap<>();
        GrowingTree tree = new GrowingTree(Frontier.EMPTY);

        for (byte[] entry : d) {
            tree.append(
                    Hash.leaf(entry),
                    (height, index, root) -> assertEquals(null, heard.put(List.of((long) height, index), root)));
        }

        NodeSource<RuntimeException> nodes = RfcTree.nodes(d);
        heard.forEach((at, root) -> assertEquals(nodes.node(at.get(0).intValue(), at.get(1)), root));
        assertEquals(37 + 18 + 9 + 4 + 2 + 1, heard.size());
        assertEquals(RfcTree.head(d), tree.head());
        assertEquals(37, tree.size());
    }

    @Test
    void hasOnePeakForEachBitOfItsSize() {
        for (long size : new long[] {-1, 0, 1, 2, 5, 7}) {
            List<Hash> wrong = new ArrayList<>();
            for (int i = 0; i <= Long.bitCount(size); i++) {
                wrong.add(Hash.EMPTY);
            }
            assertThrows(IllegalArgumentException.class, () -> new Frontier(size, wrong));
        }
    }
}
