package org.paivand.audit.log;

import java.util.List;
import java.util.Optional;
import org.paivand.audit.merkle.TreeHead;
import org.paivand.audit.tile.EntryBundle;
import org.paivand.audit.tile.Tile;
import org.paivand.audit.tile.TilePath;

/** The log as C2SP tlog-tiles serves it. */
public final class LogTiles {
    private final LogStore store;

    public LogTiles(LogStore store) {
        this.store = store;
    }

    /** The resource's bytes; empty if the log is not that large yet. Never changes once it is there. */
    public Optional<byte[]> read(TilePath path) throws LogUnavailableException {
        if (!exists(path, store.head())) {
            return Optional.empty();
        }
        if (path.isEntries()) {
            List<Entry> entries = store.entries(path.first(), path.width());
            return Optional.of(
                    new EntryBundle(entries.stream().map(Entry::encode).toList()).encode());
        }
        return Optional.of(tile(path).encode());
    }

    /** The tile; if the log is not that large yet, an {@link IndexOutOfBoundsException}. */
    public Tile tile(TilePath path) throws LogUnavailableException {
        if (path.isEntries()) {
            throw new IllegalArgumentException("a bundle of entries is no tile");
        }
        if (path.level() > 0) {
            return new Tile(store.tileRoots(path.level() - 1, path.first(), path.width()));
        }
        return new Tile(store.entries(path.first(), path.width()).stream()
                .map(Entry::leafHash)
                .toList());
    }

    private static boolean exists(TilePath path, TreeHead head) {
        int shift = Math.max(path.level(), 0) * TilePath.HEIGHT;
        long available = shift >= Long.SIZE ? 0 : head.size() >>> shift;
        return path.first() <= available - path.width();
    }
}
