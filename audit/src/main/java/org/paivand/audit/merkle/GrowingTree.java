package org.paivand.audit.merkle;

import java.util.ArrayList;
import java.util.List;

/** A {@link Frontier} that is appended to in place: for many leaves in a row. Not safe for use by many threads. */
public final class GrowingTree {
    private static final Frontier.Listener NOBODY = (height, index, root) -> {};

    private final List<Hash> peaks;
    private long size;

    public GrowingTree(Frontier from) {
        this.peaks = new ArrayList<>(from.peaks());
        this.size = from.size();
    }

    public void append(Hash leafHash) {
        append(leafHash, NOBODY);
    }

    public void append(Hash leafHash, Frontier.Listener listener) {
        long index = size;
        int height = 0;
        Hash root = leafHash;
        listener.completed(height, index, root);
        while ((index & 1) == 1) {
            root = Hash.node(peaks.remove(peaks.size() - 1), root);
            index >>>= 1;
            height++;
            listener.completed(height, index, root);
        }
        peaks.add(root);
        size = Math.addExact(size, 1);
    }

    public long size() {
        return size;
    }

    public Frontier frontier() {
        return new Frontier(size, peaks);
    }

    public TreeHead head() {
        return frontier().head();
    }
}
