package org.paivand.audit.log;

import java.util.ArrayList;
import java.util.List;
import org.paivand.audit.merkle.Frontier;
import org.paivand.audit.merkle.GrowingTree;
import org.paivand.audit.merkle.TreeHead;
import org.paivand.audit.tile.TilePath;

/** Entries worked out to the rows they become: consecutive indexes, the tiles they fill, the head they lead to. */
public final class LogBatch {
    private final TreeHead before;
    private final List<Entry> entries;
    private final List<TileRoot> tileRoots;
    private final Frontier frontier;

    private LogBatch(TreeHead before, List<Entry> entries, List<TileRoot> tileRoots, Frontier frontier) {
        this.before = before;
        this.entries = List.copyOf(entries);
        this.tileRoots = List.copyOf(tileRoots);
        this.frontier = frontier;
    }

    /** Appends to the log as it stands, by its frontier: see {@link LogProofs#frontier}. */
    public static LogBatch of(Frontier frontier, List<Entry> entries) {
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("a batch has at least one entry");
        }
        List<TileRoot> filled = new ArrayList<>();
        GrowingTree tree = new GrowingTree(frontier);
        for (Entry entry : entries) {
            tree.append(entry.leafHash(), (height, index, root) -> {
                if (height > 0 && height % TilePath.HEIGHT == 0) {
                    filled.add(new TileRoot(height / TilePath.HEIGHT - 1, index, root));
                }
            });
        }
        return new LogBatch(frontier.head(), entries, filled, tree.frontier());
    }

    /** The head that must still be the log's for this batch to be appended. */
    public TreeHead before() {
        return before;
    }

    /** The index of the first entry; the others follow without a gap. */
    public long firstIndex() {
        return before.size();
    }

    public List<Entry> entries() {
        return entries;
    }

    public List<TileRoot> tileRoots() {
        return tileRoots;
    }

    public TreeHead after() {
        return frontier.head();
    }

    /** Where the next batch starts from, once this one has been committed. */
    public Frontier frontier() {
        return frontier;
    }
}
