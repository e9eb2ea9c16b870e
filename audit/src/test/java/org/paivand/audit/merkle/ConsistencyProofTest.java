package org.paivand.audit.merkle;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsistencyProofTest {
    private static final int LARGEST = 48;
    private static final List<byte[]> D = RfcTree.entries(LARGEST);

    @Test
    void isMadeAsTheRfcSaysAndVerifiesBetweenAllSizes() {
        ProofMaker<RuntimeException> maker = new ProofMaker<>(RfcTree.nodes(D));
        for (int newer = 1; newer <= LARGEST; newer++) {
            for (int older = 1; older < newer; older++) {
                ConsistencyProof proof = maker.consistency(older, newer);

                assertEquals(RfcTree.proof(older, D.subList(0, newer)), proof.path(), older + " to " + newer);
                assertEquals(ConsistencyProof.length(older, newer), proof.path().size());
                assertAccepts(proof, head(older), head(newer));
            }
        }
    }

    @Test
    void isEmptyFromTheEmptyTreeAndFromTheSame() {
        ProofMaker<RuntimeException> maker = new ProofMaker<>(RfcTree.nodes(D));
        for (int size = 0; size <= LARGEST; size++) {
            assertEquals(List.of(), maker.consistency(0, size).path());
            assertEquals(List.of(), maker.consistency(size, size).path());
            assertAccepts(new ConsistencyProof(List.of()), TreeHead.EMPTY, head(size));
            assertAccepts(new ConsistencyProof(List.of()), head(size), head(size));
        }
    }

    @Test
    void failsIfTheTreeShrankOrRewroteItself() {
        for (int size = 1; size < LARGEST; size++) {
            ConsistencyProof proof = new ConsistencyProof(RfcTree.proof(size, D));
            TreeHead forged =
                    new TreeHead(size, InclusionProofTest.flip(head(size).root(), size));

            assertRefuses(proof, head(LARGEST), head(size));
            assertRefuses(proof, forged, head(LARGEST));
            assertRefuses(new ConsistencyProof(List.of()), forged, head(size));
            assertRefuses(new ConsistencyProof(List.of()), head(size), TreeHead.EMPTY);
            assertRefuses(proof, head(size), new TreeHead(LARGEST, forged.root()));
        }
    }

    @Test
    void failsIfOneEarlierEntryDiffers() throws InvalidProofException {
        for (int changed = 0; changed < 13; changed++) {
            List<byte[]> rewritten = new ArrayList<>(RfcTree.entries(20));
            rewritten.set(changed, new byte[] {42});
            ConsistencyProof proof = new ConsistencyProof(RfcTree.proof(13, rewritten));

            proof.verify(RfcTree.head(rewritten.subList(0, 13)), RfcTree.head(rewritten));
            assertRefuses(proof, head(13), RfcTree.head(rewritten));
        }
    }

    @Test
    void failsForEveryBitFlippedInAnyHash() {
        for (int older = 1; older < 20; older++) {
            List<Hash> path = RfcTree.proof(older, D.subList(0, 20));
            for (int position = 0; position < path.size(); position++) {
                for (int bit = 0; bit < 256; bit += 31) {
                    List<Hash> altered = new ArrayList<>(path);
                    altered.set(position, InclusionProofTest.flip(path.get(position), bit));

                    assertRefuses(new ConsistencyProof(altered), head(older), head(20));
                }
            }
        }
    }

    @Test
    void failsForEveryHashMissingDoubledSwappedOrAdded() {
        for (int older = 0; older <= 33; older++) {
            List<Hash> path = older == 0 || older == 33 ? List.of() : RfcTree.proof(older, D.subList(0, 33));
            for (List<Hash> altered : misshapen(path)) {
                assertRefuses(new ConsistencyProof(altered), head(older), head(33));
            }
        }
    }

    @Test
    void failsForEveryOtherPairOfSizes() {
        ConsistencyProof proof = new ConsistencyProof(RfcTree.proof(6, D.subList(0, 13)));
        for (int older = 0; older <= 20; older++) {
            for (int newer = 0; newer <= 20; newer++) {
                if (older != 6 || newer != 13) {
                    assertRefuses(proof, head(older), head(newer));
                }
            }
        }
    }

    @Test
    void refusesTheLargestSizesInTime() {
        TreeHead huge = new TreeHead(Long.MAX_VALUE, Hash.EMPTY);
        for (long size : new long[] {1, 2, 3, 1L << 62, (1L << 62) + 1, Long.MAX_VALUE - 1}) {
            TreeHead older = new TreeHead(size, Hash.leaf(new byte[1]));
            for (int length = 0; length <= 70; length++) {
                assertRefuses(new ConsistencyProof(Collections.nCopies(length, Hash.EMPTY)), older, huge);
            }
        }
    }

    @Test
    void isNotMadeForATreeThatShrank() {
        ProofMaker<RuntimeException> maker = new ProofMaker<>(RfcTree.nodes(D));

        assertThrows(IllegalArgumentException.class, () -> maker.consistency(4, 3));
        assertThrows(IllegalArgumentException.class, () -> maker.consistency(-1, 3));
    }

    static List<List<Hash>> misshapen(List<Hash> path) {
        List<List<Hash>> all = new ArrayList<>();
        Hash stranger = Hash.leaf(new byte[] {7});
        for (int position = 0; position <= path.size(); position++) {
            List<Hash> added = new ArrayList<>(path);
            added.add(position, stranger);
            all.add(added);
            if (position < path.size()) {
                List<Hash> missing = new ArrayList<>(path);
                missing.remove(position);
                all.add(missing);
                List<Hash> doubled = new ArrayList<>(path);
                doubled.add(position, path.get(position));
                all.add(doubled);
            }
            if (position + 1 < path.size()) {
                List<Hash> swapped = new ArrayList<>(path);
                Collections.swap(swapped, position, position + 1);
                all.add(swapped);
            }
        }
        return all;
    }

    private static TreeHead head(int size) {
        return RfcTree.head(D.subList(0, size));
    }

    private static void assertAccepts(ConsistencyProof proof, TreeHead older, TreeHead newer) {
        assertDoesNotThrow(() -> proof.verify(older, newer));
    }

    private static void assertRefuses(ConsistencyProof proof, TreeHead older, TreeHead newer) {
        assertThrows(
                InvalidProofException.class,
                () -> proof.verify(older, newer),
                () -> older.size() + " to " + newer.size() + " by "
                        + proof.path().size() + " hashes");
    }
}
