package org.paivand.audit.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.paivand.audit.merkle.Frontier;
import org.paivand.audit.merkle.Hash;
import org.paivand.audit.merkle.TreeHead;
import org.paivand.audit.tile.Tile;
import org.paivand.audit.tile.TilePath;

/** What the tiles before a period show of the log: the roots over all entries before it, and over some fewer. */
record Edge(List<TilePath> paths, List<Tile> tiles) {
    Edge {
        paths = List.copyOf(paths);
        tiles = List.copyOf(tiles);
    }

    Frontier frontier() {
        long size = 0;
        for (TilePath path : paths) {
            size += path.width() * leaves(path);
        }
        return upTo(size).orElseThrow();
    }

    /** Empty for a size at which a subtree would have to be split that is given as one root. */
    Optional<TreeHead> headAt(long size) {
        return upTo(size).map(Frontier::head);
    }

    /** From the highest tile downwards: each hash adds a complete subtree. */
    private Optional<Frontier> upTo(long size) {
        List<Hash> peaks = new ArrayList<>();
        long covered = 0;
        for (int i = tiles.size() - 1; i >= 0 && covered < size; i--) {
            Frontier partial = Frontier.EMPTY;
            for (Hash root : tiles.get(i).hashes()) {
                if (covered < size) {
                    partial = partial.append(root);
                    covered += leaves(paths.get(i));
                }
            }
            peaks.addAll(partial.peaks());
        }
        return covered == size ? Optional.of(new Frontier(size, peaks)) : Optional.empty();
    }

    private static long leaves(TilePath path) {
        return 1L << (path.level() * TilePath.HEIGHT);
    }
}
