package org.paivand.referral;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.section.Urgency;
import org.paivand.disclosure.Purpose;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/**
 * Pages of 20 of one agency's list, by the desk on MariaDB with what a packaged one is given, from two threads. Not run by itself:
 * {@code -Dtest=ListBenchmark}.
 */
final class ListBenchmark {
    private static final List<Integer> SIZES = List.of(10_000, 1_000_000);
    private static final int PAGE = 20;
    private static final Duration FOR = Duration.ofSeconds(5);

    @Test
    void measure() throws Exception {
        try (TestNode node = new TestNode()) {
            Instant now = node.clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Map<Integer, ManyReferrals> filled = new LinkedHashMap<>();
            for (int size : SIZES) {
                ManyReferrals many = new ManyReferrals(
                        Scene.between(node, Scene.POLICE, Scene.SHELTER, Purpose.SHELTER_PLACEMENT).caseId);
                long start = System.nanoTime();
                many.add(size, size / 2, size / 100, now);
                System.out.println(
                        "| filled " + size + " in s | " + (System.nanoTime() - start) / 1_000_000_000 + " |");
                filled.put(size, many);
            }
            TestNode.sql("ANALYZE TABLE paivand.referral");
            for (int round = 0; round < 2; round++) {
                for (Map.Entry<String, Listing> asked : asked(now).entrySet()) {
                    StringBuilder line = new StringBuilder("| " + asked.getKey() + " |");
                    for (ManyReferrals many : filled.values()) {
                        line.append(' ')
                                .append(rate(node, many, asked.getValue()))
                                .append(" |");
                    }
                    System.out.println(line);
                }
            }
        }
    }

    private static Map<String, Listing> asked(Instant now) {
        Map<String, Listing> asked = new LinkedHashMap<>();
        asked.put("all", listing(ListOrder.OFFERED_AT, Set.of()));
        asked.put("state=offered", listing(ListOrder.OFFERED_AT, Set.of("offered")));
        asked.put("state=accepted,in-progress", listing(ListOrder.OFFERED_AT, Set.of("accepted", "in-progress")));
        asked.put("urgency=immediate", listing(ListOrder.OFFERED_AT, Set.of(), Urgency.IMMEDIATE));
        asked.put("sort=updatedAt", listing(ListOrder.UPDATED_AT, Set.of()));
        asked.put(
                "updatedSince",
                new Listing(
                        Party.PROVIDER,
                        Set.of(),
                        Set.of(),
                        Optional.of(now.minus(Duration.ofHours(20))),
                        ListOrder.UPDATED_AT));
        asked.put("sort=respondBy", listing(ListOrder.RESPOND_BY, Set.of()));
        asked.put("sort=urgency", listing(ListOrder.URGENCY, Set.of()));
        return asked;
    }

    private static Listing listing(ListOrder order, Set<String> states, Urgency... urgencies) {
        return new Listing(Party.PROVIDER, states, Set.of(urgencies), Optional.empty(), order);
    }

    private static long rate(TestNode node, ManyReferrals many, Listing listing) throws Exception {
        Caller caller = TestNode.caller(many.to.value(), "worker-one", Role.PROVIDER);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            long end = System.nanoTime() + FOR.toNanos();
            Callable<Long> reader = () -> {
                long pages = 0;
                while (System.nanoTime() < end) {
                    node.referrals().list(caller, listing, Optional.empty(), PAGE + 1);
                    pages++;
                }
                return pages;
            };
            List<Future<Long>> running = new ArrayList<>(List.of(threads.submit(reader), threads.submit(reader)));
            long pages = 0;
            for (Future<Long> one : running) {
                pages += one.get();
            }
            return pages / FOR.toSeconds();
        } finally {
            threads.shutdown();
        }
    }
}
