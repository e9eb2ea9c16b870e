package org.paivand.casefile.key;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks for a newer generation of the wrapping keys and wraps by it what an older one wrapped, while the node goes on working. */
public final class KeyRotation implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(KeyRotation.class.getName());
    private static final Duration REST = Duration.ofSeconds(20);

    private final Keystore keystore;
    private final FileCaseKeys cases;
    private final YearKeys years;
    private final DayKeys days;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "paivand-keys");
        made.setDaemon(true);
        return made;
    });
    private String trouble = "";

    /** Not started yet. */
    public KeyRotation(Keystore keystore, FileCaseKeys cases, YearKeys years, DayKeys days) {
        this.keystore = keystore;
        this.cases = cases;
        this.years = years;
        this.days = days;
    }

    public void start() {
        Future<?> unused = thread.scheduleWithFixedDelay(this::round, 0, REST.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * One round: reads the keystore again if it changed, and wraps what is to be wrapped.
     *
     * @return how many keys were wrapped again
     */
    public int rewrap() throws KeysUnavailableException {
        keystore.refresh();
        int done = keystore.isRotated() ? cases.rewrap() + years.rewrap() + days.rewrap() : 0;
        if (done > 0) {
            LOG.log(Level.INFO, "{0} keys are wrapped by the newest generation now", done);
        }
        return done;
    }

    private void round() {
        try {
            rewrap();
            trouble = "";
        } catch (KeysUnavailableException | RuntimeException failure) {
            String what = failure.toString();
            if (!what.equals(trouble)) {
                LOG.log(Level.WARNING, "keys are not wrapped again: {0}", what);
                trouble = what;
            }
        }
    }

    /** Ends after the key that is under way; waits ten seconds at most. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            thread.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
