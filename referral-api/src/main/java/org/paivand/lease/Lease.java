package org.paivand.lease;

import java.time.Duration;

/**
 * What a holder was given. That it was given says nothing of now: ask {@link Leases#confirm} inside the transaction that
 * depends on it.
 *
 * @param holder one process, for one life; never used again after a restart
 * @param fence rises with each take-over of this name, so that whoever was frozen can be told apart from its successor
 * @param term how long each renewal lasts
 */
public record Lease(String name, String holder, long fence, Duration term) {
    public Lease {
        if (!name.matches("[a-z][a-z0-9-]{0,31}") || !holder.matches("[!-~]{1,64}")) {
            throw new IllegalArgumentException("a lease has a short name and a holder of 1 to 64 ASCII characters");
        }
        if (fence < 1 || term.toMillis() < 1) {
            throw new IllegalArgumentException("fences count from 1, terms from a millisecond");
        }
    }
}
