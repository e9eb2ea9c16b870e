package org.paivand.lease;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One daemon thread that does some work at each interval; no failure ends it. */
public final class Rounds implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Rounds.class.getName());

    private final String name;
    private final Runnable work;
    private final Duration interval;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;

    /**
     * Not started yet.
     *
     * @param name for the thread and for what is told of a failure
     */
    public Rounds(String name, Duration interval, Runnable work) {
        this.name = name;
        this.work = work;
        this.interval = interval;
        this.thread = new Thread(this::run, "paivand-" + name);
        thread.setDaemon(true);
    }

    /** The first round begins at once. */
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
                work.run();
            } catch (RuntimeException unavailable) {
                LOG.log(
                        Level.WARNING,
                        "a round of {0} could not be made: {1}",
                        name,
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
