package org.paivand.audit.merkle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** jqwik prints the seed of whatever fails. */
class ProofPropertiesTest {
    @Property(tries = 300)
    void inclusionHoldsForTheEntryAtItsIndexOnly(
            @ForAll @IntRange(min = 1, max = 600) int size,
            @ForAll @IntRange(min = 0, max = 599) int a,
            @ForAll @IntRange(min = 0, max = 599) int b)
            throws InvalidProofException {
        List<byte[]> d = RfcTree.entries(size);
        int index = a % size;
        int other = b % size;
        InclusionProof proof = new ProofMaker<>(RfcTree.nodes(d)).inclusion(index, size);

        assertEquals(RfcTree.path(index, d), proof.path());
        proof.verify(Hash.leaf(d.get(index)), index, RfcTree.head(d));
        if (other != index) {
            TreeHead head = RfcTree.head(d);
            assertThrows(InvalidProofException.class, () -> proof.verify(Hash.leaf(d.get(index)), other, head));
            assertThrows(InvalidProofException.class, () -> proof.verify(Hash.leaf(d.get(other)), index, head));
        }
    }

    @Property(tries = 300)
    void consistencyHoldsForTheSamePastOnly(
            @ForAll @IntRange(min = 2, max = 600) int size,
            @ForAll @IntRange(min = 1, max = 599) int a,
            @ForAll @IntRange(min = 0, max = 599) int b)
            throws InvalidProofException {
        List<byte[]> d = RfcTree.entries(size);
        int older = 1 + a % (size - 1);
        ConsistencyProof proof = new ProofMaker<>(RfcTree.nodes(d)).consistency(older, size);
        List<byte[]> past = new ArrayList<>(d.subList(0, older));
        proof.verify(RfcTree.head(past), RfcTree.head(d));

        past.set(b % older, new byte[] {1, 2, 3});

        TreeHead rewritten = RfcTree.head(past);
        assertThrows(InvalidProofException.class, () -> proof.verify(rewritten, RfcTree.head(d)));
    }

    @Property
    void lengthsAreThoseOfTheRfcForAnySize(
            @ForAll @IntRange(min = 1, max = 400) int size, @ForAll @IntRange(min = 1, max = 400) int a) {
        List<byte[]> d = RfcTree.entries(size);
        int older = 1 + a % size;

        assertEquals(RfcTree.path(older - 1, d).size(), InclusionProof.length(older - 1, size));
        assertEquals(RfcTree.proof(older, d).size(), ConsistencyProof.length(older, size));
    }
}
