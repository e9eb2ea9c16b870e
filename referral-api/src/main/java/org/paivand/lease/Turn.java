package org.paivand.lease;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.database.Transaction;

/** Work that one instance does at a time: whoever finds another at it leaves it to the other. */
public final class Turn {
    private final Leases leases;
    private final String name;
    private final Duration longest;
    private final String holder = UUID.randomUUID().toString();

    /**
     * @param name of the lease
     * @param longest after which another may begin, should this instance die at it
     */
    public Turn(Leases leases, String name, Duration longest) {
        this.leases = leases;
        this.name = name;
        this.longest = longest;
    }

    /** For as long as the work goes on. */
    public final class Held {
        private final Lease lease;

        private Held(Lease lease) {
            this.lease = lease;
        }

        /** As {@link Leases#confirm}. */
        public boolean confirm(Transaction transaction) {
            return leases.confirm(transaction, lease);
        }

        /** As {@link Leases#renew}. */
        public boolean renew() {
            return leases.renew(lease);
        }
    }

    /** What the work came to; empty, and the work isn't begun, if another instance is at it. */
    public <T> Optional<T> take(Function<Held, T> work) {
        Optional<Lease> lease = leases.acquire(name, holder, longest);
        if (lease.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.apply(new Held(lease.get())));
        } finally {
            leases.release(lease.get());
        }
    }
}
