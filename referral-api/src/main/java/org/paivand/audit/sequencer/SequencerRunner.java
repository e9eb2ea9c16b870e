package org.paivand.audit.sequencer;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.paivand.entry.LogStatus.Signer;
import org.paivand.lease.Lease;
import org.paivand.lease.Leases;

/** One daemon thread that waits for the lease and then leads until it is stopped; no failure ends it. */
public final class SequencerRunner implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(SequencerRunner.class.getName());
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration CHECKPOINT = Duration.ofMillis(800);
    private static final Duration SIGNER_CHECK = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Preparation preparation;
    private final Sequencer sequencer;
    private final Leases leases;
    private final Duration term;
    private final String holder = UUID.randomUUID().toString();
    private final Semaphore wakes = new Semaphore(0);
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "paivand-sequencer");

    private volatile Signer signer = Signer.UNPROVEN;
    private Optional<Lease> lease = Optional.empty();
    private long renewed;
    private long signed;
    private boolean unsigned;
    private boolean settled;
    private Optional<Signer> told = Optional.empty();
    private String trouble = "";

    /** What a leader does before it integrates, each time it has begun to lead. */
    @FunctionalInterface
    public interface Preparation {
        void settle(Lease lease) throws StepRefusedException;
    }

    /**
     * Not started yet.
     *
     * @param term of the lease: a killed leader's successor starts after at most this time and one poll
     */
    public SequencerRunner(Preparation preparation, Sequencer sequencer, Leases leases, Duration term) {
        this.preparation = preparation;
        this.sequencer = sequencer;
        this.leases = leases;
        this.term = term;
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** To be called after the commit of whatever appended; saves waiting for the next poll, and costs next to nothing. */
    public void wake() {
        if (wakes.availablePermits() == 0) {
            wakes.release();
        }
    }

    /** What this process knows of the signing key; see {@link org.paivand.entry.LogState}. */
    public Signer signer() {
        return signer;
    }

    /** Ends the step that is under way, gives the lease back and returns; waits ten seconds at most. */
    @Override
    public void close() {
        stop.countDown();
        wake();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (stop.getCount() > 0) {
            try {
                Duration rest = lead() ? work() : POLL;
                trouble = "";
                if (!rest.isZero()) {
                    awaitWake(rest);
                }
            } catch (StepRefusedException refused) {
                refused(refused);
            } catch (RuntimeException failure) {
                report(failure.toString());
                awaitStop(PAUSE);
            }
        }
        giveBack();
    }

    /** Whether this process leads, after it has tried to. */
    private boolean lead() {
        long now = System.nanoTime();
        if (lease.isPresent() && now - renewed > term.toNanos() / 3) {
            renewed = now;
            lease = lease.filter(leases::renew);
        }
        if (lease.isEmpty()) {
            lease = leases.acquire(Sequencer.LEASE, holder, term);
            renewed = now;
            unsigned = lease.isPresent();
            settled = false;
            told = Optional.empty();
            signed = now - SIGNER_CHECK.toNanos();
            signer = lease.isPresent() ? signer : Signer.ELSEWHERE;
        }
        return lease.isPresent();
    }

    /** Answers how long to rest; zero if there is more to do. */
    private Duration work() throws StepRefusedException {
        if (!settled) {
            preparation.settle(lease.orElseThrow());
            settled = true;
        }
        int integrated = sequencer.integrate(lease.orElseThrow());
        unsigned |= integrated > 0;
        long since = System.nanoTime() - signed;
        if (since >= (unsigned ? CHECKPOINT : SIGNER_CHECK).toNanos()) {
            signed = System.nanoTime();
            boolean published = sequencer.publish(lease.orElseThrow());
            LOG.log(Level.DEBUG, "signer checked, checkpoint published: {0}", published);
            unsigned = false;
            tell(Signer.SOUND);
        }
        return integrated > 0 ? Duration.ZERO : POLL;
    }

    private void refused(StepRefusedException refused) {
        if (refused.isSigners()) {
            tell(Signer.REFUSING);
        }
        if (refused.reason() == StepRefusedException.Reason.LEASE_LOST) {
            lease = Optional.empty();
            return;
        }
        report("step refused: " + refused.reason());
        if (refused.reason() == StepRefusedException.Reason.LOG_SUCCEEDED) {
            giveBack();
            lease = Optional.empty();
            awaitStop(term);
            return;
        }
        awaitStop(PAUSE);
    }

    /** Here and, where it has changed since this process leads, to other instances. */
    private void tell(Signer now) {
        signer = now;
        if (!told.equals(Optional.of(now))) {
            try {
                sequencer.tell(now == Signer.REFUSING);
                told = Optional.of(now);
            } catch (RuntimeException unreachable) {
                report("other instances don't know: " + unreachable);
            }
        }
    }

    private void giveBack() {
        try {
            lease.ifPresent(leases::release);
        } catch (RuntimeException unreachable) {
            report("the lease runs out by itself: " + unreachable);
        }
    }

    /** Once for each trouble, not once for each time it is met. */
    private void report(String what) {
        if (!what.equals(trouble)) {
            LOG.log(Level.WARNING, "sequencer: {0}", what);
            trouble = what;
        }
    }

    private void awaitWake(Duration rest) {
        try {
            if (wakes.tryAcquire(rest.toNanos(), TimeUnit.NANOSECONDS)) {
                wakes.drainPermits();
            }
        } catch (InterruptedException interrupted) {
            stop.countDown();
        }
    }

    private void awaitStop(Duration rest) {
        try {
            stop.await(rest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            stop.countDown();
        }
    }
}
