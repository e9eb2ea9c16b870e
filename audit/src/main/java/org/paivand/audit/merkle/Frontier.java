package org.paivand.audit.merkle;

import java.util.List;

/**
 * The right edge of a tree: the roots of the perfect subtrees that cover it, the largest first. All that appending
 * needs; O(log n) in space, and in time for each leaf.
 */
public record Frontier(long size, List<Hash> peaks) {
    public static final Frontier EMPTY = new Frontier(0, List.of());

    public Frontier {
        if (size < 0 || Long.bitCount(size) != peaks.size()) {
            throw new IllegalArgumentException("one peak for each bit of the size");
        }
        peaks = List.copyOf(peaks);
    }

    /** Hears of each perfect subtree in the moment its last leaf arrives, leaves (height 0) included. */
    @FunctionalInterface
    public interface Listener {
        void completed(int height, long index, Hash root);
    }

    public Frontier append(Hash leafHash) {
        GrowingTree tree = new GrowingTree(this);
        tree.append(leafHash);
        return tree.frontier();
    }

    public TreeHead head() {
        if (size == 0) {
            return TreeHead.EMPTY;
        }
        Hash root = peaks.get(peaks.size() - 1);
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = Hash.node(peaks.get(i), root);
        }
        return new TreeHead(size, root);
    }
}
