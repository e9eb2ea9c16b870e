package org.paivand.holding;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One daemon thread that looks for what is overdue at each interval; no failure ends it. */
public final class OverdueRunner implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(OverdueRunner.class.getName());

    private final OverdueWatch watch;
    private final Duration interval;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "paivand-overdue");

    /** Not started yet. */
    public OverdueRunner(OverdueWatch watch, Duration interval) {
        this.watch = watch;
        this.interval = interval;
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    @Override
    public void close() {
        stop.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (stop.getCount() > 0) {
            try {
                int unusedNoted = watch.look();
            } catch (RuntimeException unavailable) {
                LOG.log(
                        Level.WARNING,
                        "what is overdue could not be looked for: {0}",
                        unavailable.getClass().getSimpleName());
            }
            rest();
        }
    }

    private void rest() {
        try {
            boolean unusedStopped = stop.await(interval.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            stop.countDown();
        }
    }
}
