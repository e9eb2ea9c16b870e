package org.paivand.audit.tile;

import java.util.ArrayList;
import java.util.List;
import org.paivand.audit.MalformedException;
import org.paivand.audit.merkle.Hash;

/** Consecutive hashes of one level, laid end to end: 1 to 256 of them. */
public record Tile(List<Hash> hashes) {
    public Tile {
        hashes = List.copyOf(hashes);
        if (hashes.isEmpty() || hashes.size() > TilePath.FULL_WIDTH) {
            throw new IllegalArgumentException("a tile holds 1 to 256 hashes");
        }
    }

    /** Reads exactly {@code width} hashes, no byte less or more. */
    public static Tile decode(byte[] bytes, int width) throws MalformedException {
        if (width < 1 || width > TilePath.FULL_WIDTH || bytes.length != width * Hash.BYTES) {
            throw new MalformedException("a tile of another width");
        }
        List<Hash> hashes = new ArrayList<>(width);
        for (int i = 0; i < width; i++) {
            hashes.add(Hash.at(bytes, i * Hash.BYTES));
        }
        return new Tile(hashes);
    }

    public byte[] encode() {
        byte[] bytes = new byte[hashes.size() * Hash.BYTES];
        for (int i = 0; i < hashes.size(); i++) {
            hashes.get(i).copyTo(bytes, i * Hash.BYTES);
        }
        return bytes;
    }
}
