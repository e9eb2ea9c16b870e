package org.paivand.audit.cosigning;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** One daemon thread beside the sequencer's, so that no witness ever delays an entry; no failure ends it. */
public final class CosigningRunner implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(CosigningRunner.class.getName());
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Cosigning cosigning;
    private final BooleanSupplier leads;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "paivand-cosigning-rounds");
    private String trouble = "";

    /**
     * Not started yet.
     *
     * @param leads whether this instance signs; two that ask the witnesses at once do no harm, only double work
     */
    public CosigningRunner(Cosigning cosigning, BooleanSupplier leads) {
        this.cosigning = cosigning;
        this.leads = leads;
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    private void run() {
        try {
            do {
                round();
            } while (!stop.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() throws InterruptedException {
        try {
            if (leads.getAsBoolean()) {
                cosigning.round();
            }
            trouble = "";
        } catch (RuntimeException failure) {
            if (!failure.toString().equals(trouble)) {
                trouble = failure.toString();
                LOG.log(Level.WARNING, "cosigning: {0}", trouble);
            }
        }
    }

    /** Ends the round that is under way and returns; waits five seconds at most. */
    @Override
    public void close() {
        stop.countDown();
        cosigning.close();
        thread.interrupt();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
