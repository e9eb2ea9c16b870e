package org.paivand.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BucketsTest {
    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);
    private final Buckets buckets = new Buckets(quota(60), 3, clock::get);

    private static Quota quota(int requests) {
        return new Quota("client", requests, Duration.ofMinutes(1));
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    private void exhaust(String who) {
        for (int i = 0; i < 60; i++) {
            assertTrue(buckets.take(who).admitted());
        }
        assertFalse(buckets.take(who).admitted());
    }

    @Test
    void admitsAsManyAtOnceAsThereAreAndThenAsTheyComeBack() {
        exhaust("one");
        pass(Duration.ofMillis(999));
        assertFalse(buckets.take("one").admitted());
        pass(Duration.ofMillis(1));
        assertTrue(buckets.take("one").admitted());
        assertFalse(buckets.take("one").admitted());
        pass(Duration.ofDays(1));
        exhaust("one");
    }

    @Test
    void takesFromNobodyWhatAnotherAsks() {
        exhaust("one");

        assertEquals(59, buckets.take("other").left());
    }

    @Test
    void saysHowLongToWaitSoThatItIsEnoughAndNotLonger() {
        exhaust("one");
        pass(Duration.ofMillis(300));
        Allowance refused = buckets.take("one");

        assertEquals("\"client\";r=0;t=1", refused.header());
        pass(refused.pause().minusNanos(1));
        assertFalse(buckets.take("one").admitted());
        pass(Duration.ofNanos(1));
        assertTrue(buckets.take("one").admitted());
    }

    @Test
    void tellsWhatIsLeftAndWhenAllIsBack() {
        Allowance unusedFirst = buckets.take("one");
        pass(Duration.ofMillis(500));
        Allowance second = buckets.take("one");

        assertEquals("\"client\";q=60;w=60", second.quota().header());
        assertEquals("\"client\";r=58;t=2", second.header());
    }

    @Test
    void remembersOnlySoMany() {
        exhaust("one");
        for (String who : new String[] {"two", "three", "four"}) {
            assertTrue(buckets.take(who).admitted());
        }

        assertTrue(buckets.take("one").admitted());
    }

    @Test
    void neverAdmitsMoreThanTheQuotaAndWhatCameBack() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int admitted = 0;
        long passed = 0;
        for (int i = 0; i < 20_000; i++) {
            long step = random.nextInt(40_000_000);
            passed += step;
            clock.addAndGet(step);
            admitted += buckets.take("one").admitted() ? 1 : 0;
            assertTrue(admitted <= 60 + passed / 1_000_000_000, "seed " + seed);
        }
    }

    @Test
    void countsRightWhateverComesAtOnce() throws Exception {
        Buckets many = new Buckets(quota(1_000), 3, () -> 0);
        AtomicInteger admitted = new AtomicInteger();
        Thread[] threads = new Thread[4];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = new Thread(() -> {
                for (int j = 0; j < 500; j++) {
                    int unusedSum = admitted.addAndGet(many.take("one").admitted() ? 1 : 0);
                }
            });
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertEquals(1_000, admitted.get());
    }

    @Test
    void countsAnEmergencyApartFromAllElseOfTheAgency() {
        Limits limits = new Limits(1, 1, clock::get);
        assertTrue(limits.client("police", "system").admitted());
        assertFalse(limits.client("police", "system").admitted());
        assertTrue(limits.client("shelter", "system").admitted());
        assertTrue(limits.emergency("police", "night-officer").admitted());
        assertTrue(limits.emergency("police", "other-officer").admitted());
        assertTrue(limits.stranger("192.0.2.1").admitted());
        assertFalse(limits.stranger("192.0.2.1").admitted());
        assertTrue(limits.stranger("192.0.2.2").admitted());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MAX_VALUE})
    void hasNoQuotaThatIsNone(int requests) {
        assertThrows(IllegalArgumentException.class, () -> quota(requests));
    }
}
