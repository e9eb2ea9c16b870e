package org.paivand.holding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.consent.Grant;
import org.paivand.disclosure.decision.Basis;
import org.paivand.disclosure.event.ConsentChange;
import org.paivand.disclosure.event.ConsentChanged;
import org.paivand.disclosure.event.Disclosure;
import org.paivand.disclosure.event.WithdrawalNoticed;
import org.paivand.problem.ProblemException;
import org.paivand.referral.ReferralId;
import org.paivand.registry.service.ServiceType;
import org.paivand.wiring.Race;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/**
 * Many pulls through two referrals against withdrawals of single grants, on MariaDB; the history that comes of it is checked entry by
 * entry. What one withdrawal of everything does to pulls and offers is told by {@code ReleaseRacesTest}.
 */
@Timeout(180)
class WithdrawalRacesTest {
    private static final long SEED = Long.getLong("paivand.seed", System.nanoTime());
    private static final int ROUNDS = 12;
    private static final int PULLS = 12;

    private static TestNode node;
    private static Race race;

    @BeforeAll
    static void start() throws Exception {
        System.out.println("WithdrawalRacesTest: -Dpaivand.seed=" + SEED);
        node = new TestNode();
        race = new Race();
    }

    @AfterAll
    static void stop() throws Exception {
        race.close();
        node.close();
    }

    /** When each grant's withdrawal had returned, and which releases were handed over after they had been asked for later. */
    private static final class Seen {
        final ConcurrentMap<UUID, Boolean> returned = new ConcurrentHashMap<>();
        final ConcurrentMap<UUID, Set<UUID>> returnedBefore = new ConcurrentHashMap<>();
        final ConcurrentLinkedQueue<UUID> handedOver = new ConcurrentLinkedQueue<>();
    }

    @Test
    void releasesNothingOnAGrantWhoseWithdrawalHasReturnedAndAsksForAllThatWentBefore() throws Exception {
        Random random = new Random(SEED);
        Map<UUID, Seen> rounds = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            Scene shelter = Scene.policeAndShelter(node);
            shelter.write(Category.CONTACT, 0);
            Scene southern = shelter.towards("tj-shelter-south-minors");
            List<Grant> grants = List.of(
                    shelter.grant(Category.SERVICE_REQUEST),
                    shelter.grant(Category.IDENTITY),
                    shelter.grant(Category.CONTACT),
                    southern.grant(Category.SERVICE_REQUEST));
            UUID consent = shelter.consent(grants.toArray(Grant[]::new));
            ReferralId sheltered = shelter.accepted();
            ReferralId elsewhere = southern.offer(ServiceType.SHELTER);
            Seen seen = new Seen();
            List<Callable<Integer>> racers = new ArrayList<>();
            for (int puller = 0; puller < 6; puller++) {
                Random own = new Random(random.nextLong());
                boolean atShelter = puller < 4;
                racers.add(() -> atShelter
                        ? pull(
                                seen,
                                shelter,
                                sheltered,
                                own,
                                Category.IDENTITY,
                                Category.CONTACT,
                                Category.SERVICE_REQUEST)
                        : pull(seen, southern, elsewhere, own, Category.SERVICE_REQUEST));
            }
            for (Grant grant : grants) {
                long pause = random.nextInt(120);
                racers.add(() -> {
                    Instant until = Instant.now().plusMillis(pause);
                    while (Instant.now().isBefore(until)) {
                        Thread.onSpinWait();
                    }
                    shelter.withdraw(consent, Optional.of(Set.of(grant.id())));
                    seen.returned.put(grant.id(), true);
                    return 0;
                });
            }

            race.run(racers);

            rounds.put(shelter.alias, seen);
        }

        Map<UUID, List<TestNode.Logged>> log = node.sequenced();
        for (Map.Entry<UUID, Seen> round : rounds.entrySet()) {
            requireOneHistory(log.getOrDefault(round.getKey(), List.of()), round.getValue());
        }
    }

    private static int pull(Seen seen, Scene scene, ReferralId referral, Random random, Category... categories)
            throws Exception {
        int released = 0;
        for (int pulls = 0; pulls < PULLS; pulls++) {
            Category[] some = random.nextBoolean() ? categories : Arrays.copyOf(categories, 1);
            Set<UUID> before = Set.copyOf(seen.returned.keySet());
            try {
                UUID event = scene.pull(referral, some).eventId();
                seen.handedOver.add(event);
                seen.returnedBefore.put(event, before);
                released++;
            } catch (ProblemException refused) {
                // Nothing of it is released any more; that it is an entry is told by ReleaseRacesTest.
            }
        }
        return released;
    }

    private static void requireOneHistory(List<TestNode.Logged> log, Seen seen) {
        String run = "-Dpaivand.seed=" + SEED;
        Map<UUID, Instant> ended = new HashMap<>();
        for (TestNode.Logged entry : log) {
            if (entry.event() instanceof ConsentChanged change && change.change() == ConsentChange.WITHDRAWN) {
                change.grantIds()
                        .forEach(grant -> ended.put(grant, change.head().occurredAt()));
            }
        }
        assertEquals(4, ended.size(), run);
        Map<UUID, Set<UUID>> restedOn = new HashMap<>();
        Set<UUID> endedSoFar = new HashSet<>();
        Map<UUID, Set<UUID>> asked = new HashMap<>();
        for (TestNode.Logged entry : log) {
            if (entry.event() instanceof ConsentChanged change && change.change() == ConsentChange.WITHDRAWN) {
                endedSoFar.addAll(change.grantIds());
            } else if (entry.event() instanceof Disclosure disclosure) {
                Set<UUID> grants = grants(disclosure);
                restedOn.put(entry.eventId(), grants);
                for (UUID grant : grants) {
                    assertFalse(endedSoFar.contains(grant), () -> run + ": stands in the log after its grant's end");
                    assertFalse(
                            disclosure.head().occurredAt().isAfter(ended.get(grant)),
                            () -> run + ": decided after its grant's end");
                }
            } else if (entry.event() instanceof WithdrawalNoticed notice) {
                asked.computeIfAbsent(notice.head().exchangeId(), exchange -> new HashSet<>())
                        .addAll(notice.disclosures());
            }
        }
        assertEquals(Set.copyOf(seen.handedOver), restedOn.keySet(), run);
        seen.returnedBefore.forEach((event, returned) -> assertTrue(
                restedOn.getOrDefault(event, Set.of()).stream().noneMatch(returned::contains),
                () -> run + ": released too late"));
        requireEverybodyAsked(log, restedOn, asked, run);
    }

    /** Each withdrawal asks for exactly the disclosures that rested on what it ended. */
    private static void requireEverybodyAsked(
            List<TestNode.Logged> log, Map<UUID, Set<UUID>> restedOn, Map<UUID, Set<UUID>> asked, String run) {
        for (TestNode.Logged entry : log) {
            if (entry.event() instanceof ConsentChanged change && change.change() == ConsentChange.WITHDRAWN) {
                Set<UUID> expected = restedOn.entrySet().stream()
                        .filter(disclosed -> disclosed.getValue().stream().anyMatch(change.grantIds()::contains))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
                assertEquals(expected, asked.getOrDefault(change.head().exchangeId(), Set.of()), run);
            }
        }
    }

    private static Set<UUID> grants(Disclosure disclosure) {
        return disclosure.released().stream()
                .map(part -> part.basis().fold(Basis.ByConsent::grantId, standalone -> new UUID(0, 0)))
                .collect(Collectors.toSet());
    }
}
