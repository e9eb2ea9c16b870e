package org.paivand.lease;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** One daemon thread that does some work at each interval; no failure ends it. */
public final class Rounds implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Rounds.class.getName());

    private final String name;
    private final BooleanSupplier work;
    private final Duration interval;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;
    private String trouble = "";

    /**
     * Not started yet.
     *
     * @param name for the thread and for what is told of a failure
     */
    public Rounds(String name, Duration interval, Runnable work) {
        this(name, interval, () -> {
            work.run();
            return false;
        });
    }

    private Rounds(String name, Duration interval, BooleanSupplier work) {
        this.name = name;
        this.work = work;
        this.interval = interval;
        this.thread = new Thread(this::run, "paivand-" + name);
        thread.setDaemon(true);
    }

    /**
     * Not started yet; one round follows the other without a rest while there is more to do.
     *
     * @param work whether there is more
     */
    public static Rounds whileThereIsMore(String name, Duration interval, BooleanSupplier work) {
        return new Rounds(name, interval, work);
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
            if (!round()) {
                rest();
            }
        }
    }

    private boolean round() {
        try {
            boolean more = work.getAsBoolean();
            trouble = "";
            return more;
        } catch (RuntimeException unavailable) {
            report(unavailable.getClass().getSimpleName());
            return false;
        }
    }

    /** Once for each trouble, not once for each time it is met. */
    private void report(String what) {
        if (!what.equals(trouble)) {
            LOG.log(Level.WARNING, "a round of {0} could not be made: {1}", name, what);
            trouble = what;
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
