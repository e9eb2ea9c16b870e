package org.paivand.audit.bundle;

import java.util.ArrayList;
import java.util.List;
import org.paivand.audit.MalformedException;
import org.paivand.audit.Strict;
import org.paivand.audit.tile.TilePath;

/**
 * What a bundle claims to hold: an opening for each entry of {@code [from, to)} in the log of one checkpoint.
 *
 * @param origin that of the checkpoint
 * @param size that of the checkpoint
 */
public record Manifest(String origin, long size, long from, long to) {
    static final String NAME = "manifest";

    private static final String FORMAT = "paivand-bundle/v1";

    public Manifest {
        if (origin.isEmpty() || origin.chars().anyMatch(c -> c < ' ')) {
            throw new IllegalArgumentException("an origin is one line");
        }
        if (from < 0 || from >= to || to > size) {
            throw new IllegalArgumentException("a bundle covers at least one entry, and none beyond its checkpoint");
        }
    }

    static Manifest parse(byte[] bytes) throws MalformedException {
        String[] lines = Strict.utf8(bytes).split("\n", -1);
        if (lines.length != 6 || !lines[0].equals(FORMAT) || !lines[5].isEmpty()) {
            throw new MalformedException("not five lines beginning with " + FORMAT);
        }
        try {
            return new Manifest(
                    value(lines[1], "origin "),
                    Strict.decimal(value(lines[2], "size ")),
                    Strict.decimal(value(lines[3], "from ")),
                    Strict.decimal(value(lines[4], "to ")));
        } catch (IllegalArgumentException e) {
            throw new MalformedException("impossible range or origin", e);
        }
    }

    private static String value(String line, String key) throws MalformedException {
        if (!line.startsWith(key)) {
            throw new MalformedException("a line that does not begin with " + key.strip());
        }
        return line.substring(key.length());
    }

    String text() {
        return FORMAT + "\norigin " + origin + "\nsize " + size + "\nfrom " + from + "\nto " + to + "\n";
    }

    public boolean covers(long index) {
        return from <= index && index < to;
    }

    /** The index of the first entry in the bundle: a multiple of 256, so that whole entry bundles follow. */
    public long edge() {
        return from & -TilePath.FULL_WIDTH;
    }

    /** The partial tiles that hold the roots over the first {@link #edge} entries, by ascending level. */
    List<TilePath> edgeTiles() {
        List<TilePath> tiles = new ArrayList<>();
        int level = 1;
        for (long hashes = edge() >>> TilePath.HEIGHT; hashes > 0; hashes >>>= TilePath.HEIGHT) {
            int width = (int) (hashes % TilePath.FULL_WIDTH);
            if (width > 0) {
                tiles.add(new TilePath(level, hashes >>> TilePath.HEIGHT, width));
            }
            level++;
        }
        return tiles;
    }

    /** The bundle of entries that begins at an index. */
    TilePath entriesFrom(long index) {
        return TilePath.entries(index >>> TilePath.HEIGHT, (int) Math.min(size - index, TilePath.FULL_WIDTH));
    }
}
