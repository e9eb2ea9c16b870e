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

    static int innerLength(long index, long size) {
        return Long.SIZE - Long.numberOfLeadingZeros(index ^ (size - 1));
    }

    /**
     * RFC 9162 §2.1.3.2.
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
        long node = index;
        long last = head.size() - 1;
        Hash root = leafHash;
        for (Hash sibling : path) {
            if ((node & 1) == 1 || node == last) {
                root = Hash.node(sibling, root);
                while ((node & 1) == 0 && node != 0) {
                    node >>>= 1;
                    last >>>= 1;
                }
            } else {
                root = Hash.node(root, sibling);
            }
            node >>>= 1;
            last >>>= 1;
        }
        if (!root.equals(head.root())) {
            throw new InvalidProofException("the path leads to another root");
        }
    }
}
