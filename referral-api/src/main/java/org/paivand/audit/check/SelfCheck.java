package org.paivand.audit.check;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.paivand.lease.Leases;
import org.paivand.lease.Turn;

/**
 * One daemon thread that checks the log: at once in full, then what is new at each interval, and all again once a day. Of several
 * instances one does, by a lease; each checks the recent part by itself when it starts.
 */
public final class SelfCheck implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(SelfCheck.class.getName());
    private static final String LEASE = "log-check";
    private static final Duration EVERYTHING = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    private final LogCheck check;
    private final Turn turn;
    private final Duration interval;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "paivand-self-check");
    private String told = "";

    /** Not started yet. */
    public SelfCheck(LogCheck check, Leases leases, Duration interval) {
        this.check = check;
        this.turn = new Turn(leases, LEASE, LONGEST);
        this.interval = interval;
        thread.setDaemon(true);
    }

    /** Returns when the recent part has been checked; the rest goes on beside the node's work. */
    public void start() {
        tell(check.quick());
        thread.start();
    }

    @Override
    public void close() {
        stop.countDown();
        thread.interrupt();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        long whole = System.nanoTime() - EVERYTHING.toNanos();
        while (stop.getCount() > 0) {
            boolean everything = System.nanoTime() - whole >= EVERYTHING.toNanos();
            try {
                if (alone(everything ? check::full : check::incremental) && everything) {
                    whole = System.nanoTime();
                }
            } catch (RuntimeException unavailable) {
                LOG.log(
                        Level.WARNING,
                        "the log could not be checked: {0}",
                        unavailable.getClass().getSimpleName());
            }
            rest();
        }
    }

    /** Whether this instance did it; a finding is looked for again in full next time, so that its end is noticed. */
    private boolean alone(Supplier<Optional<Finding>> pass) {
        return turn.take(held -> {
                    Optional<Finding> found = pass.get();
                    tell(found);
                    return found.isEmpty();
                })
                .orElse(false);
    }

    private void tell(Optional<Finding> found) {
        String text = found.map(Finding::text).orElse("");
        if (!text.equals(told)) {
            told = text;
            if (found.isPresent()) {
                LOG.log(Level.ERROR, "the log contradicts itself, so nothing is released: {0}", text);
            } else {
                LOG.log(Level.INFO, "the log is sound again");
            }
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
