package org.paivand.audit.merkle;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InclusionProofTest {
    private static final int LARGEST = 70;

    @Test
    void isMadeAsTheRfcSaysAndVerifiesForEveryIndexOfEverySize() {
        for (int size = 1; size <= LARGEST; size++) {
            List<byte[]> d = RfcTree.entries(size);
            for (int index = 0; index < size; index++) {
                InclusionProof proof = new ProofMaker<>(RfcTree.nodes(d)).inclusion(index, size);

                assertEquals(RfcTree.path(index, d), proof.path());
                assertEquals(proof.path().size(), InclusionProof.length(index, size));
                assertAccepts(proof, d, index);
            }
        }
    }

    @Test
    void failsForEveryOtherIndexAndSize() {
        for (int size = 1; size <= 20; size++) {
            List<byte[]> d = RfcTree.entries(size);
            for (int index = 0; index < size; index++) {
                InclusionProof proof = new InclusionProof(RfcTree.path(index, d));
                Hash leaf = Hash.leaf(d.get(index));
                for (int other = -1; other <= 40; other++) {
                    if (other != index) {
                        assertRefuses(proof, leaf, other, RfcTree.head(d));
                    }
                    if (other != size && other > 0 && !samePath(index, size, other)) {
                        assertRefuses(proof, leaf, index, new TreeHead(other, RfcTree.mth(d)));
                    }
                }
            }
        }
    }

    /** A size is bound by the checkpoint's signature; two sizes may share the shape of one path. */
    private static boolean samePath(int index, int size, int other) {
        return index < other
                && InclusionProof.length(index, size) == InclusionProof.length(index, other)
                && InclusionProof.innerLength(index, size) == InclusionProof.innerLength(index, other);
    }

    @Test
    void failsForEveryBitFlippedInAnyHash() {
        List<byte[]> d = RfcTree.entries(11);
        for (int index = 0; index < 11; index++) {
            List<Hash> path = RfcTree.path(index, d);
            Hash leaf = Hash.leaf(d.get(index));
            for (int position = 0; position < path.size(); position++) {
                for (int bit = 0; bit < 256; bit += 17) {
                    List<Hash> altered = new ArrayList<>(path);
                    altered.set(position, flip(path.get(position), bit));

                    assertRefuses(new InclusionProof(altered), leaf, index, RfcTree.head(d));
                }
            }
            assertRefuses(new InclusionProof(path), flip(leaf, 3), index, RfcTree.head(d));
            assertRefuses(new InclusionProof(path), leaf, index, new TreeHead(11, flip(RfcTree.mth(d), 255)));
        }
    }

    @Test
    void failsForEveryHashMissingDoubledSwappedOrAdded() {
        List<byte[]> d = RfcTree.entries(37);
        for (int index = 0; index < 37; index++) {
            List<Hash> path = RfcTree.path(index, d);
            for (List<Hash> altered : ConsistencyProofTest.misshapen(path)) {
                assertRefuses(new InclusionProof(altered), Hash.leaf(d.get(index)), index, RfcTree.head(d));
            }
        }
    }

    @Test
    void failsInTheEmptyTree() {
        assertRefuses(new InclusionProof(List.of()), Hash.EMPTY, 0, TreeHead.EMPTY);
    }

    @Test
    void takesNoInteriorNodeForALeaf() {
        List<byte[]> d = RfcTree.entries(4);
        Hash left = RfcTree.mth(d.subList(0, 2));
        Hash right = RfcTree.mth(d.subList(2, 4));

        assertRefuses(new InclusionProof(List.of(right)), left, 0, RfcTree.head(d));
        assertRefuses(new InclusionProof(List.of(right)), left, 0, new TreeHead(3, RfcTree.mth(d)));
    }

    @Test
    void hasAtMost63HashesAndRefusesTheLargestSizesInTime() {
        TreeHead huge = new TreeHead(Long.MAX_VALUE, Hash.leaf(new byte[1]));

        assertEquals(63, InclusionProof.length(0, Long.MAX_VALUE));
        for (long index : new long[] {0, 1, Long.MAX_VALUE - 1, Long.MAX_VALUE, Long.MIN_VALUE, -1}) {
            assertRefuses(new InclusionProof(List.of()), Hash.EMPTY, index, huge);
            assertRefuses(new InclusionProof(java.util.Collections.nCopies(63, Hash.EMPTY)), Hash.EMPTY, index, huge);
        }
    }

    @Test
    void isNotMadeForAnIndexOutsideTheTree() {
        ProofMaker<RuntimeException> maker = new ProofMaker<>(RfcTree.nodes(RfcTree.entries(3)));

        assertThrows(IllegalArgumentException.class, () -> maker.inclusion(3, 3));
        assertThrows(IllegalArgumentException.class, () -> maker.inclusion(-1, 3));
        assertThrows(IllegalArgumentException.class, () -> maker.inclusion(0, 0));
    }

    static Hash flip(Hash hash, int bit) {
        byte[] bytes = hash.bytes();
        bytes[bit / 8] ^= (byte) (1 << (bit % 8));
        return Hash.of(bytes);
    }

    private static void assertAccepts(InclusionProof proof, List<byte[]> d, int index) {
        assertDoesNotThrow(() -> proof.verify(Hash.leaf(d.get(index)), index, RfcTree.head(d)));
    }

    private static void assertRefuses(InclusionProof proof, Hash leaf, long index, TreeHead head) {
        assertThrows(
                InvalidProofException.class,
                () -> proof.verify(leaf, index, head),
                () -> "index " + index + " of " + head.size() + " by " + proof.path());
    }
}
