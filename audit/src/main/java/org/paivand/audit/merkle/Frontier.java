package org.paivand.audit.merkle;

import java.util.ArrayList;
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
        return append(leafHash, (height, index, root) -> {});
    }

    public Frontier append(Hash leafHash, Listener listener) {
        List<Hash> edge = new ArrayList<>(peaks);
        long index = size;
        int height = 0;
        Hash root = leafHash;
        listener.completed(height, index, root);
        while ((index & 1) == 1) {
            root = Hash.node(edge.remove(edge.size() - 1), root);
            index >>>= 1;
            height++;
            listener.completed(height, index, root);
        }
        edge.add(root);
        return new Frontier(Math.addExact(size, 1), edge);
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
