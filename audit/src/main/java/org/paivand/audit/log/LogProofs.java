package org.paivand.audit.log;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.paivand.audit.merkle.ConsistencyProof;
import org.paivand.audit.merkle.Frontier;
import org.paivand.audit.merkle.Hash;
import org.paivand.audit.merkle.InclusionProof;
import org.paivand.audit.merkle.ProofMaker;
import org.paivand.audit.merkle.TreeHead;
import org.paivand.audit.tile.TilePath;

/**
 * Proofs and heads of any size that the log has had, by reading at most two tiles of each level. Sizes beyond the
 * log's head are the caller's bug ({@link IndexOutOfBoundsException}).
 */
public final class LogProofs {
    private final LogStore store;

    public LogProofs(LogStore store) {
        this.store = store;
    }

    public InclusionProof inclusion(long index, long size) throws LogUnavailableException {
        return maker(size).inclusion(index, size);
    }

    public ConsistencyProof consistency(long older, long newer) throws LogUnavailableException {
        return maker(newer).consistency(older, newer);
    }

    /** What appending needs. */
    public Frontier frontier(long size) throws LogUnavailableException {
        return maker(size).frontier(size);
    }

    public TreeHead head(long size) throws LogUnavailableException {
        return frontier(size).head();
    }

    private ProofMaker<LogUnavailableException> maker(long size) {
        return new ProofMaker<>(new Nodes(new LogTiles(store), size)::node);
    }

    /** The tiles of one size, each read once. */
    private record Nodes(LogTiles tiles, long size, Map<TilePath, List<Hash>> read) {
        Nodes(LogTiles tiles, long size) {
            this(tiles, size, new HashMap<>());
        }

        Hash node(int height, long index) throws LogUnavailableException {
            int level = height / TilePath.HEIGHT;
            int inTile = height % TilePath.HEIGHT;
            long first = index << inTile;
            TilePath path = path(level, first >>> TilePath.HEIGHT);
            List<Hash> hashes = read.get(path);
            if (hashes == null) {
                hashes = tiles.tile(path).hashes();
                read.put(path, hashes);
            }
            int from = (int) (first - path.first());
            return combine(hashes.subList(from, from + (1 << inTile)));
        }

        private TilePath path(int level, long tile) {
            long available = (size >>> (level * TilePath.HEIGHT)) - (tile << TilePath.HEIGHT);
            return new TilePath(level, tile, (int) Math.min(available, TilePath.FULL_WIDTH));
        }

        private static Hash combine(List<Hash> hashes) {
            int half = hashes.size() / 2;
            return half == 0
                    ? hashes.get(0)
                    : Hash.node(combine(hashes.subList(0, half)), combine(hashes.subList(half, hashes.size())));
        }
    }
}
