package org.paivand.audit.bundle;

import java.util.ArrayList;
import java.util.List;
import org.paivand.audit.MalformedException;
import org.paivand.audit.Strict;
import org.paivand.audit.tile.TilePath;

/**
 * What a bundle claims to hold.
 *
 * @param origin that of the checkpoint
 * @param size that of the checkpoint
 * @param from the first covered index; 0 in a selection
 * @param to one more than the last covered index; the size in a selection
 */
public record Manifest(String origin, long size, Scope scope, long from, long to) {
    static final String NAME = "manifest";

    private static final String FORMAT = "paivand-bundle/v1";

    public Manifest {
        if (origin.isEmpty() || origin.chars().anyMatch(c -> c < ' ')) {
            throw new IllegalArgumentException("an origin is one line");
        }
        if (from < 0 || from >= to || to > size) {
            throw new IllegalArgumentException("a bundle covers at least one entry, and none beyond its checkpoint");
        }
        if (scope == Scope.SELECTION && (from != 0 || to != size)) {
            throw new IllegalArgumentException("a selection is one of the whole log");
        }
    }

    static Manifest period(String origin, long size, long from, long to) {
        return new Manifest(origin, size, Scope.PERIOD, from, to);
    }

    static Manifest selection(String origin, long size) {
        return new Manifest(origin, size, Scope.SELECTION, 0, size);
    }

    static Manifest parse(byte[] bytes) throws MalformedException {
        String[] lines = Strict.utf8(bytes).split("\n", -1);
        if (!lines[0].equals(FORMAT)) {
            throw new MalformedException("a bundle of another version than " + FORMAT + ", or none");
        }
        if (lines.length != 7 || !lines[6].isEmpty()) {
            throw new MalformedException("a manifest has six lines");
        }
        try {
            return new Manifest(
                    value(lines[1], "origin "),
                    Strict.decimal(value(lines[2], "size ")),
                    scope(value(lines[3], "scope ")),
                    Strict.decimal(value(lines[4], "from ")),
                    Strict.decimal(value(lines[5], "to ")));
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

    private static Scope scope(String code) throws MalformedException {
        for (Scope scope : Scope.values()) {
            if (scope.code().equals(code)) {
                return scope;
            }
        }
        throw new MalformedException("a scope that is not known here");
    }

    String text() {
        return FORMAT + "\norigin " + origin + "\nsize " + size + "\nscope " + scope.code() + "\nfrom " + from + "\nto "
                + to + "\n";
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
