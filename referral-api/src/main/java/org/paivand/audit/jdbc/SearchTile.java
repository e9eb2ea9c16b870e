package org.paivand.audit.jdbc;

import java.time.Instant;

/**
 * 256 places of the log (level 0), or 256 such tiles (level 1).
 *
 * @param firstAt when the earliest of its entries occurred
 * @param lastAt when the latest did
 */
record SearchTile(int level, long number, Instant firstAt, Instant lastAt) {
    static final int FAN = 256;

    static int width(int level) {
        return level == 0 ? FAN : FAN * FAN;
    }

    int width() {
        return width(level);
    }

    long first() {
        return number * width();
    }
}
