package org.paivand.audit.merkle;

/**
 * Where the roots of perfect subtrees come from.
 *
 * @param <E> what stops a read
 */
@FunctionalInterface
public interface NodeSource<E extends Exception> {
    /**
     * The root over leaves [index·2^height, (index+1)·2^height); asked only for subtrees that are complete.
     *
     * @param height 0 for a leaf hash
     */
    Hash node(int height, long index) throws E;
}
