package org.paivand.limit;

import java.time.Duration;

/**
 * What a request was told.
 *
 * @param left how many more may come at once
 * @param pause until one more may come, if none is left; else until all are back
 */
public record Allowance(Quota quota, boolean admitted, long left, Duration pause) {
    /** In whole seconds, and never so soon that it would be refused again. */
    public long pauseSeconds() {
        return Math.max(1, pause.plusNanos(999_999_999).toSeconds());
    }

    /** The header {@code RateLimit} (draft-ietf-httpapi-ratelimit-headers-11 §4). */
    public String header() {
        return "\"%s\";r=%d;t=%d".formatted(quota.name(), left, pauseSeconds());
    }
}
