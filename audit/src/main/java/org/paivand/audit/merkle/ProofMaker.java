package org.paivand.audit.merkle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Makes roots and proofs for any size up to that of the source, reading O(log n) nodes.
 *
 * @param <E> what stops a read of the source
 */
public final class ProofMaker<E extends Exception> {
    private final NodeSource<E> source;

    public ProofMaker(NodeSource<E> source) {
        this.source = source;
    }

    /** RFC 9162 §2.1.1: the root over the first {@code size} leaves. */
    public TreeHead head(long size) throws E {
        return frontier(size).head();
    }

    /** The roots of the perfect subtrees that make up the first {@code size} leaves. */
    public Frontier frontier(long size) throws E {
        List<Hash> peaks = new ArrayList<>();
        long covered = 0;
        while (covered < size) {
            long width = Long.highestOneBit(size - covered);
            peaks.add(perfect(covered, width));
            covered += width;
        }
        return new Frontier(size, peaks);
    }

    /** RFC 9162 §2.1.3.1. */
    public InclusionProof inclusion(long index, long size) throws E {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("index lies outside the tree");
        }
        List<Hash> fromRoot = new ArrayList<>();
        long low = 0;
        long high = size;
        while (high - low > 1) {
            long middle = low + split(high - low);
            if (index < middle) {
                fromRoot.add(range(middle, high));
                high = middle;
            } else {
                fromRoot.add(range(low, middle));
                low = middle;
            }
        }
        Collections.reverse(fromRoot);
        return new InclusionProof(fromRoot);
    }

    /** RFC 9162 §2.1.4.1, and the empty proof where either tree is empty or both are the same. */
    public ConsistencyProof consistency(long older, long newer) throws E {
        if (older < 0 || older > newer) {
            throw new IllegalArgumentException("a tree does not shrink");
        }
        List<Hash> fromRoot = new ArrayList<>();
        long low = 0;
        long high = older == 0 ? 0 : newer;
        while (older != high) {
            long middle = low + split(high - low);
            if (older <= middle) {
                fromRoot.add(range(middle, high));
                high = middle;
            } else {
                fromRoot.add(range(low, middle));
                low = middle;
            }
        }
        if (low > 0) {
            fromRoot.add(range(low, high));
        }
        Collections.reverse(fromRoot);
        return new ConsistencyProof(fromRoot);
    }

    /** The largest power of two smaller than {@code width}. */
    private static long split(long width) {
        return Long.highestOneBit(width - 1);
    }

    private Hash range(long low, long high) throws E {
        long width = high - low;
        if (Long.bitCount(width) == 1) {
            return perfect(low, width);
        }
        long middle = low + split(width);
        return Hash.node(range(low, middle), range(middle, high));
    }

    private Hash perfect(long low, long width) throws E {
        int height = Long.numberOfTrailingZeros(width);
        return source.node(height, low >>> height);
    }
}
