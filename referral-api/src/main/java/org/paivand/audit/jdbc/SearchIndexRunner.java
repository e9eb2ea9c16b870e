package org.paivand.audit.jdbc;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One daemon thread that writes search tiles as the log fills them; no failure ends it. */
public final class SearchIndexRunner implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(SearchIndexRunner.class.getName());
    private static final Duration REST = Duration.ofMillis(500);

    private final SearchIndexer indexer;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "paivand-search");
    private String trouble = "";

    /** Not started yet. */
    public SearchIndexRunner(SearchIndexer indexer) {
        this.indexer = indexer;
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Ends the tile that is under way and returns; waits ten seconds at most. */
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
                if (!indexer.step()) {
                    rest();
                }
                trouble = "";
            } catch (RuntimeException failure) {
                report(failure.toString());
                rest();
            }
        }
    }

    /** Once for each trouble, not once for each time it is met. */
    private void report(String what) {
        if (!what.equals(trouble)) {
            LOG.log(Level.WARNING, "search tiles: {0}", what);
            trouble = what;
        }
    }

    private void rest() {
        try {
            stop.await(REST.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            stop.countDown();
        }
    }
}
