package org.paivand.verifier;

/** Told now and then how far the reading of a bundle is. */
@FunctionalInterface
public interface Progress {
    Progress NONE = (done, of) -> {};

    /**
     * Called for every entry, so it must be quick.
     *
     * @param of how many the bundle has; in a selection an upper bound
     */
    void at(long done, long of);
}
