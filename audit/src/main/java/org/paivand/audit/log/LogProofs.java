package org.paivand.audit.log;

import org.paivand.audit.merkle.ConsistencyProof;
import org.paivand.audit.merkle.Frontier;
import org.paivand.audit.merkle.InclusionProof;
import org.paivand.audit.merkle.ProofMaker;
import org.paivand.audit.merkle.TreeHead;

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

    /** For many proofs in the tree of one size. */
    public TreeProofs in(long size) {
        return new TreeProofs(new LogTiles(store), size);
    }

    private ProofMaker<LogUnavailableException> maker(long size) {
        return in(size).maker();
    }
}
