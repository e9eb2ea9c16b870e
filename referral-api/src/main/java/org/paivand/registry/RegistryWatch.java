package org.paivand.registry;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One daemon thread that looks whether the registry has changed, for what no request of the API comes before: work in the
 * background, and persons' pages. No failure ends it.
 */
public final class RegistryWatch implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(RegistryWatch.class.getName());
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final LiveDirectories directories;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "paivand-registry");

    /** Not started yet. */
    public RegistryWatch(LiveDirectories directories) {
        this.directories = directories;
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
        while (!rested()) {
            try {
                directories.refresh();
            } catch (RuntimeException unavailable) {
                LOG.log(
                        Level.WARNING,
                        "whether the registry changed could not be looked for: {0}",
                        unavailable.getClass().getSimpleName());
            }
        }
    }

    /** Returns whether it is to stop. */
    private boolean rested() {
        try {
            return stop.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            return true;
        }
    }
}
