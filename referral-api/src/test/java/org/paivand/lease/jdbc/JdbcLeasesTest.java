package org.paivand.lease.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.paivand.audit.TestLog;
import org.paivand.lease.Lease;

class JdbcLeasesTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(80);

    private final TestLog log;
    private final JdbcLeases leases;

    JdbcLeasesTest() throws Exception {
        log = new TestLog();
        leases = new JdbcLeases(log.database);
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void isHeldByOneUntilGivenBack() {
        Lease first = leases.acquire("job", "a", LONG).orElseThrow();

        assertEquals(Optional.empty(), leases.acquire("job", "b", LONG));
        assertEquals(Optional.empty(), leases.acquire("job", "a", LONG));
        assertEquals(1, leases.acquire("other", "b", LONG).orElseThrow().fence());
        assertTrue(leases.renew(first));
        leases.release(first);
        assertEquals(2, leases.acquire("job", "b", LONG).orElseThrow().fence());
    }

    @Test
    void refusesAHolderWhoFrozeOnceAnotherTookOver() throws Exception {
        Lease frozen = leases.acquire("job", "a", SHORT).orElseThrow();
        Lease successor = acquireInTime("job", "b");

        assertEquals(frozen.fence() + 1, successor.fence());
        assertFalse(leases.renew(frozen));
        assertFalse(confirm(frozen));
        leases.release(frozen);
        assertTrue(confirm(successor));
    }

    @Test
    void doesNotReviveAnExpiredLeaseEvenIfNobodyElseWantsIt() throws Exception {
        Lease expired = leases.acquire("job", "a", SHORT).orElseThrow();
        TestLog.await("expiry", () -> !confirm(expired));

        assertFalse(leases.renew(expired));
        assertEquals(2, leases.acquire("job", "a", LONG).orElseThrow().fence());
    }

    @Test
    void tellsHoldersOfTheSameNameApartByTheFence() throws Exception {
        Lease before = leases.acquire("job", "a", SHORT).orElseThrow();
        Lease after = acquireInTime("job", "a");

        assertFalse(leases.renew(before));
        assertTrue(leases.renew(after));
    }

    @Test
    void keepsASuccessorOutUntilTheConfirmingTransactionEnds() throws Exception {
        Lease lease = leases.acquire("job", "a", SHORT).orElseThrow();
        CompletableFuture<Optional<Lease>> successor = new CompletableFuture<>();
        Thread rival = new Thread(() -> successor.complete(leases.acquire("job", "b", LONG)));

        boolean confirmed = log.database.<Boolean, Exception>commit(tx -> {
            boolean held = leases.confirm(tx, lease);
            TestLog.await("expiry", this::isExpired);
            rival.start();
            TestLog.await("the rival to wait", this::isWaitingForALock);
            assertFalse(successor.isDone());
            return held;
        });

        rival.join(TestLog.PATIENCE.toMillis());
        assertTrue(confirmed);
        assertEquals(2, successor.get().orElseThrow().fence());
    }

    @Test
    void givesALeaseToOneOfManyWhoRace() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        for (int round = 0; round < 10; round++) {
            String name = "race-" + round;
            List<Future<Optional<Lease>>> tries = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String holder = "h" + i;
                tries.add(threads.submit(() -> leases.acquire(name, holder, LONG)));
            }
            int winners = 0;
            for (Future<Optional<Lease>> attempt : tries) {
                winners += attempt.get().isPresent() ? 1 : 0;
            }
            assertEquals(1, winners, name);
        }
        threads.shutdown();
    }

    @Test
    void hasNoPlaceForNamesAndHoldersThatDoNotFit() {
        assertThrows(IllegalArgumentException.class, () -> leases.acquire("", "a", LONG));
        assertThrows(IllegalArgumentException.class, () -> leases.acquire("job", "", LONG));
        assertThrows(IllegalArgumentException.class, () -> leases.acquire("job", "a".repeat(65), LONG));
        assertThrows(IllegalArgumentException.class, () -> leases.acquire("job", "a", Duration.ZERO));
    }

    private Lease acquireInTime(String name, String holder) throws Exception {
        List<Lease> taken = new ArrayList<>();
        TestLog.await("the lease to expire", () -> {
            leases.acquire(name, holder, LONG).ifPresent(taken::add);
            return !taken.isEmpty();
        });
        return taken.get(0);
    }

    private boolean confirm(Lease lease) {
        return log.database.commit(tx -> leases.confirm(tx, lease));
    }

    private boolean isExpired() throws Exception {
        return log.number("SELECT COUNT(*) FROM paivand.lease WHERE until_at <= UTC_TIMESTAMP(3)") == 1;
    }

    /** By the list of statements: InnoDB's own table of waits is a copy that does not change while it is asked often. */
    private boolean isWaitingForALock() throws Exception {
        return log.number("SELECT COUNT(*) FROM information_schema.processlist"
                        + " WHERE info LIKE 'UPDATE paivand.lease%' AND time_ms > 20")
                == 1;
    }
}
