package org.paivand.disclosure.event;

import static org.paivand.disclosure.Canonical.require;

import org.paivand.disclosure.Sha256;

/** A log as it stood: its origin, the number of its entries and their root. */
public record LogPlace(String log, long size, Sha256 root) {
    private static final int MAX_ORIGIN = 255;

    public LogPlace {
        requireOrigin(log);
        require(size >= 0, "a size is not negative");
    }

    static void requireOrigin(String log) {
        require(
                !log.isEmpty() && log.length() <= MAX_ORIGIN && log.chars().allMatch(c -> c > ' ' && c <= '~'),
                "an origin is 1 to 255 visible ASCII characters");
    }
}
