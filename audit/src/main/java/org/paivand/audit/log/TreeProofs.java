package org.paivand.audit.log;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.paivand.audit.merkle.Hash;
import org.paivand.audit.merkle.InclusionProof;
import org.paivand.audit.merkle.ProofMaker;
import org.paivand.audit.tile.TilePath;

/**
 * Proofs in the tree of one size. Keeps the tiles it read last and what was hashed of them, so that proofs of neighbours cost
 * next to nothing. Not safe for use by many threads.
 */
public final class TreeProofs {
    /** Enough for the tiles at the right edge and those above the last index, at every level. */
    private static final int TILES = 32;

    private final LogTiles tiles;
    private final long size;
    private final ProofMaker<LogUnavailableException> maker = new ProofMaker<>(this::node);
    private final Map<TilePath, List<List<Hash>>> kept = new LinkedHashMap<>(2 * TILES, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TilePath, List<List<Hash>>> eldest) {
            return size() > TILES;
        }
    };

    TreeProofs(LogTiles tiles, long size) {
        this.tiles = tiles;
        this.size = size;
    }

    public InclusionProof inclusion(long index) throws LogUnavailableException {
        return maker.inclusion(index, size);
    }

    ProofMaker<LogUnavailableException> maker() {
        return maker;
    }

    private Hash node(int height, long index) throws LogUnavailableException {
        int level = height / TilePath.HEIGHT;
        int inTile = height % TilePath.HEIGHT;
        TilePath path = path(level, index << inTile >>> TilePath.HEIGHT);
        List<List<Hash>> levels = kept.get(path);
        if (levels == null) {
            levels = levels(tiles.tile(path).hashes());
            kept.put(path, levels);
        }
        return levels.get(inTile).get((int) (index - (path.first() >>> inTile)));
    }

    private TilePath path(int level, long tile) {
        long available = (size >>> (level * TilePath.HEIGHT)) - (tile << TilePath.HEIGHT);
        return new TilePath(level, tile, (int) Math.min(available, TilePath.FULL_WIDTH));
    }

    /** The hashes of a tile and the roots of the complete subtrees above them. */
    private static List<List<Hash>> levels(List<Hash> hashes) {
        List<List<Hash>> levels = new ArrayList<>();
        levels.add(hashes);
        for (List<Hash> below = hashes; below.size() > 1; ) {
            List<Hash> above = new ArrayList<>(below.size() / 2);
            for (int i = 0; i + 1 < below.size(); i += 2) {
                above.add(Hash.node(below.get(i), below.get(i + 1)));
            }
            levels.add(above);
            below = above;
        }
        return levels;
    }
}
