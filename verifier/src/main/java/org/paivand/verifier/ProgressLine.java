package org.paivand.verifier;

import java.io.PrintWriter;
import java.time.Duration;

/** A line now and then, for somebody who waits; small bundles are done before the first. */
final class ProgressLine implements Progress {
    private static final int LOOK_EVERY = 4096;
    private static final long SAY_EVERY = Duration.ofSeconds(1).toNanos();

    private final PrintWriter err;
    private long said = System.nanoTime();
    private int calls;

    ProgressLine(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void at(long done, long of) {
        if (++calls % LOOK_EVERY == 0 && System.nanoTime() - said > SAY_EVERY) {
            said = System.nanoTime();
            err.println("read       " + done + " of " + of + " entries");
            err.flush();
        }
    }
}
