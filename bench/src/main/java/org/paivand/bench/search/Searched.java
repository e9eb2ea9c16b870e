package org.paivand.bench.search;

/**
 * One question over a log of one size.
 *
 * @param firstMillis the first time it was asked
 */
public record Searched(
        long entries, String question, int found, double firstMillis, double p50Millis, double p99Millis) {}
