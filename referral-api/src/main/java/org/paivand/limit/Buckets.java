package org.paivand.limit;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * A bucket for each who asks, in the memory of this instance alone. Who hasn't asked for longest is forgotten first, and begins with a
 * full one again; no one's requests take from another's.
 */
public final class Buckets {
    private final Quota quota;
    private final LongSupplier nanos;
    private final Map<String, Bucket> buckets;

    /** What is left of it, in time: a request costs its share of the window. */
    private static final class Bucket {
        private long left;
        private long at;

        Bucket(long left, long at) {
            this.left = left;
            this.at = at;
        }
    }

    /**
     * @param most how many are remembered
     * @param nanos a clock that only goes forward, such as {@link System#nanoTime}
     */
    public Buckets(Quota quota, int most, LongSupplier nanos) {
        this.quota = quota;
        this.nanos = nanos;
        this.buckets = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                return size() > most;
            }
        };
    }

    /** Takes one from the bucket of whoever asks, if there is one. */
    public synchronized Allowance take(String who) {
        long now = nanos.getAsLong();
        long each = quota.nanosEach();
        long full = each * quota.requests();
        Bucket bucket = buckets.computeIfAbsent(who, unknown -> new Bucket(full, now));
        bucket.left = Math.min(full, bucket.left + Math.max(0, now - bucket.at));
        bucket.at = now;
        boolean admitted = bucket.left >= each;
        if (admitted) {
            bucket.left -= each;
        }
        long left = bucket.left / each;
        return new Allowance(
                quota, admitted, left, Duration.ofNanos(left > 0 ? full - bucket.left : each - bucket.left));
    }
}
