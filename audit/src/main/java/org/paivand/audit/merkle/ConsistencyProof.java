package org.paivand.audit.merkle;

import java.util.ArrayList;
import java.util.List;

/** Shows that a tree only grew: that all leaves of the older one are the first of the newer (RFC 9162 §2.1.4). */
public record ConsistencyProof(List<Hash> path) {
    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /** The only length a proof between these sizes can have. */
    static int length(long older, long newer) {
        if (older == 0 || older == newer) {
            return 0;
        }
        int inner = InclusionProof.innerLength(older - 1, newer);
        int border = Long.bitCount((older - 1) >>> inner);
        int shift = Long.numberOfTrailingZeros(older);
        return inner - shift + border + (isPowerOfTwo(older) ? 0 : 1);
    }

    /** RFC 9162 §2.1.4.2, with the number of hashes known beforehand; every tree is consistent with the empty one and with itself, by the empty proof. */
    public void verify(TreeHead older, TreeHead newer) throws InvalidProofException {
        if (older.size() > newer.size()) {
            throw new InvalidProofException("the tree shrank");
        }
        if (path.size() != length(older.size(), newer.size())) {
            throw new InvalidProofException("a proof between these sizes has another length");
        }
        if (older.size() == newer.size() && !older.root().equals(newer.root())) {
            throw new InvalidProofException("one size, two roots");
        }
        if (older.size() > 0 && older.size() < newer.size()) {
            verifyGrowth(older, newer);
        }
    }

    private void verifyGrowth(TreeHead older, TreeHead newer) throws InvalidProofException {
        List<Hash> nodes = new ArrayList<>(path);
        if (isPowerOfTwo(older.size())) {
            nodes.add(0, older.root());
        }
        int shift = Long.numberOfTrailingZeros(older.size());
        long index = (older.size() - 1) >>> shift;
        int inner = InclusionProof.innerLength(older.size() - 1, newer.size()) - shift;
        Hash olderRoot = nodes.get(0);
        Hash newerRoot = nodes.get(0);
        for (int level = 0; level < nodes.size() - 1; level++) {
            Hash sibling = nodes.get(level + 1);
            if (level >= inner || ((index >>> level) & 1) == 1) {
                olderRoot = Hash.node(sibling, olderRoot);
                newerRoot = Hash.node(sibling, newerRoot);
            } else {
                newerRoot = Hash.node(newerRoot, sibling);
            }
        }
        if (!olderRoot.equals(older.root())) {
            throw new InvalidProofException("the path leads to another older root");
        }
        if (!newerRoot.equals(newer.root())) {
            throw new InvalidProofException("the path leads to another newer root");
        }
    }

    private static boolean isPowerOfTwo(long size) {
        return Long.bitCount(size) == 1;
    }
}
