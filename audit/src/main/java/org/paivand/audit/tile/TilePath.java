package org.paivand.audit.tile;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.paivand.audit.MalformedException;
import org.paivand.audit.Strict;

/**
 * Which tile or entry bundle, and how much of it (C2SP tlog-tiles).
 *
 * @param level 0 to 63, or {@link #ENTRIES}
 * @param index of the tile in its level
 * @param width hashes or entries in it, 1 to 256; below 256 the tile is partial
 */
public record TilePath(int level, long index, int width) {
    /** The level of an entry bundle, which lies below the leaf hashes. */
    public static final int ENTRIES = -1;

    public static final int HEIGHT = 8;
    public static final int FULL_WIDTH = 1 << HEIGHT;

    private static final int MAX_LEVEL = 63;
    private static final long MAX_INDEX = Long.MAX_VALUE >> HEIGHT;
    private static final Pattern PATH =
            Pattern.compile("tile/(entries|[0-9]{1,2})/((?:x[0-9]{3}/){0,6}[0-9]{3})(?:\\.p/([0-9]{1,3}))?");

    public TilePath {
        if (level < ENTRIES || level > MAX_LEVEL || index < 0 || index > MAX_INDEX) {
            throw new IllegalArgumentException("no such tile");
        }
        if (width < 1 || width > FULL_WIDTH) {
            throw new IllegalArgumentException("a tile holds 1 to 256 hashes");
        }
    }

    public static TilePath entries(long index, int width) {
        return new TilePath(ENTRIES, index, width);
    }

    /** Reads what stands in a URL under the prefix of the log, without leading slash: {@code tile/0/x001/234.p/8}. */
    public static TilePath parse(String path) throws MalformedException {
        Matcher parts = PATH.matcher(path);
        if (!parts.matches()) {
            throw new MalformedException("not the path of a tile");
        }
        int level = parts.group(1).equals("entries") ? ENTRIES : (int) Strict.decimal(parts.group(1));
        String digits = parts.group(2).replaceAll("[x/]", "");
        if ((digits.length() > 3 && digits.startsWith("000")) || digits.length() > 18) {
            throw new MalformedException("a tile has one path only");
        }
        int width = FULL_WIDTH;
        if (parts.group(3) != null) {
            width = (int) Strict.decimal(parts.group(3));
            if (width < 1 || width >= FULL_WIDTH) {
                throw new MalformedException("a partial tile holds 1 to 255 hashes");
            }
        }
        long index = Long.parseLong(digits);
        if (level > MAX_LEVEL || index > MAX_INDEX) {
            throw new MalformedException("no such tile");
        }
        return new TilePath(level, index, width);
    }

    public boolean isEntries() {
        return level == ENTRIES;
    }

    public boolean isFull() {
        return width == FULL_WIDTH;
    }

    /** The index, within this level, of the first hash or entry. */
    public long first() {
        return index << HEIGHT;
    }

    public String path() {
        StringBuilder path = new StringBuilder(String.format(Locale.ROOT, "%03d", index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            path.insert(0, String.format(Locale.ROOT, "x%03d/", rest % 1000));
        }
        path.insert(0, isEntries() ? "tile/entries/" : "tile/" + level + "/");
        if (!isFull()) {
            path.append(".p/").append(width);
        }
        return path.toString();
    }
}
