package org.paivand.entry;

import java.time.Duration;

/**
 * How far the witnesses are.
 *
 * @param size of the largest checkpoint with a quorum
 * @param waiting how long the oldest checkpoint beyond it has waited for one; zero if none does, or if none is needed
 * @param stale whether that is longer than the limit: nothing crosses a border, and nothing is exported
 */
public record WitnessStatus(long size, Duration waiting, boolean stale) {
    public static final WitnessStatus NOT_NEEDED = new WitnessStatus(0, Duration.ZERO, false);
}
