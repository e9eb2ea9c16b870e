package org.paivand.bench.evidence;

/**
 * One bundle checked by the jar.
 *
 * @param entries it covers, each opened
 * @param decisions made again
 * @param cpuSeconds of all processors together
 * @param replaySeconds all threads together, waiting for a processor included
 * @param peakMib the process had resident
 */
public record Checked(
        int entries,
        int decisions,
        long bundleMib,
        double seconds,
        double cpuSeconds,
        double replaySeconds,
        long peakMib) {}
