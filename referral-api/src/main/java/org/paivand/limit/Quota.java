package org.paivand.limit;

import java.time.Duration;

/**
 * How many requests there are in a time; so many may come at once, and they come back evenly.
 *
 * @param name by which clients know it
 * @param requests 1 to a billion
 * @param window a second to a day, in whole seconds
 */
public record Quota(String name, int requests, Duration window) {
    private static final int MOST = 1_000_000_000;

    public Quota {
        if (!name.matches("[a-z]{1,16}") || requests < 1 || requests > MOST) {
            throw new IllegalArgumentException("a quota has a short name and 1 to a billion requests");
        }
        if (window.compareTo(Duration.ofSeconds(1)) < 0
                || window.compareTo(Duration.ofDays(1)) > 0
                || !window.equals(Duration.ofSeconds(window.toSeconds()))) {
            throw new IllegalArgumentException("a quota's window is a second to a day");
        }
    }

    /** The header {@code RateLimit-Policy} (draft-ietf-httpapi-ratelimit-headers-11 §3). */
    public String header() {
        return "\"%s\";q=%d;w=%d".formatted(name, requests, window.toSeconds());
    }

    long nanosEach() {
        return Math.max(1, window.toNanos() / requests);
    }
}
