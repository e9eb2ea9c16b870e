package org.paivand.audit.merkle;

import java.util.List;

/** Shows that a leaf stands at one index of a tree (RFC 9162 §2.1.3). Index and size come from the verifier. */
public record InclusionProof(List<Hash> path) {
    public InclusionProof {
        path = List.copyOf(path);
    }

    /** The only length a proof for this index and size can have. */
    static int length(long index, long size) {
        int inner = innerLength(index, size);
        return inner + Long.bitCount(index >>> inner);
    }

    /** Up to this level the path from the leaf differs from that of the last leaf; above it every sibling is on the left. */
    static int innerLength(long index, long size) {
        return Long.SIZE - Long.numberOfLeadingZeros(index ^ (size - 1));
    }

    /**
     * RFC 9162 §2.1.3.2, with the number of hashes known beforehand.
     *
     * @param leafHash {@link Hash#leaf} of the entry
     * @param index counted from 0
     */
    public void verify(Hash leafHash, long index, TreeHead head) throws InvalidProofException {
        if (index < 0 || index >= head.size()) {
            throw new InvalidProofException("index lies outside the tree");
        }
        if (path.size() != length(index, head.size())) {
            throw new InvalidProofException("a proof for this index and size has another length");
        }
        int inner = innerLength(index, head.size());
        Hash root = leafHash;
        for (int level = 0; level < path.size(); level++) {
            Hash sibling = path.get(level);
            boolean onItsLeft = level >= inner || ((index >>> level) & 1) == 1;
            root = onItsLeft ? Hash.node(sibling, root) : Hash.node(root, sibling);
        }
        if (!root.equals(head.root())) {
            throw new InvalidProofException("the path leads to another root");
        }
    }
}
