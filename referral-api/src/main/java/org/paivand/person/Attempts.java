package org.paivand.person;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often codes may be tried, in one minute of one instance. An address that fails waits for the next minute and never
 * longer; while many fail everywhere, each address has fewer tries, but still some, so that nobody can keep all others out.
 * Addresses are kept in memory alone, and only for that minute.
 */
public final class Attempts {
    static final int EACH = 20;
    static final int EACH_UNDER_PRESSURE = 3;
    static final int PRESSURE = 300;

    private static final int MOST_ADDRESSES = 100_000;

    private final Map<String, Integer> tried = new LinkedHashMap<>();
    private long minute;
    private int all;

    /** Counts a try; false if the address has none left. */
    public synchronized boolean admit(String address, Instant now) {
        begin(now);
        int before = tried.getOrDefault(address, 0);
        if (before >= (all >= PRESSURE ? EACH_UNDER_PRESSURE : EACH)) {
            return false;
        }
        all++;
        if (tried.size() < MOST_ADDRESSES || before > 0) {
            tried.put(address, before + 1);
        }
        return true;
    }

    /** Gives a try back: the code was right. */
    public synchronized void succeeded(String address, Instant now) {
        begin(now);
        Integer before = tried.get(address);
        if (before != null) {
            tried.put(address, before - 1);
            all--;
        }
    }

    private void begin(Instant now) {
        long current = now.getEpochSecond() / 60;
        if (current != minute) {
            minute = current;
            tried.clear();
            all = 0;
        }
    }
}
