package org.paivand.onboarding;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.paivand.realm.Realm;

/** One daemon thread that does in the realm what is due, when it is called and at each interval; no failure ends it. */
public final class ProvisioningRunner implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ProvisioningRunner.class.getName());

    private final Provisioning provisioning;
    private final RealmLink link;
    private final Duration interval;
    private final Thread thread = new Thread(this::run, "paivand-provisioning");
    private volatile boolean stopped;

    /** Not started yet. */
    public ProvisioningRunner(Provisioning provisioning, RealmLink link, Duration interval) {
        this.provisioning = provisioning;
        this.link = link;
        this.interval = interval;
        thread.setDaemon(true);
    }

    /** Without a realm there is nothing to do. */
    public void start() {
        if (link.realm().isPresent()) {
            thread.start();
        }
    }

    @Override
    public void close() {
        stopped = true;
        link.wake();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        link.close();
    }

    private void run() {
        Optional<Realm> realm = link.realm();
        while (!stopped && realm.isPresent()) {
            try {
                int unusedDone = provisioning.work(realm.get());
            } catch (RuntimeException unavailable) {
                LOG.log(
                        Level.WARNING,
                        "what is due in the realm could not be done: {0}",
                        unavailable.getClass().getSimpleName());
            }
            rest();
        }
    }

    private void rest() {
        try {
            boolean unusedCalled = link.bell().tryAcquire(interval.toMillis(), TimeUnit.MILLISECONDS);
            int unusedCalls = link.bell().drainPermits();
        } catch (InterruptedException interrupted) {
            stopped = true;
        }
    }
}
