package org.paivand.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.decision.ReasonCode;
import org.paivand.disclosure.event.ConsentChange;
import org.paivand.disclosure.event.ConsentChanged;
import org.paivand.disclosure.event.Denial;
import org.paivand.disclosure.event.Disclosure;
import org.paivand.disclosure.event.WithdrawalNoticed;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.referral.DeclineCode;
import org.paivand.referral.Move;
import org.paivand.referral.Referral;
import org.paivand.referral.ReferralId;
import org.paivand.registry.service.ServiceType;
import org.paivand.wiring.Race;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** Releases against everything that may change what they rest on, on MariaDB. */
@Timeout(120)
class ReleaseRacesTest {
    private static final long SEED = Long.getLong("paivand.seed", System.nanoTime());
    private static final Random RANDOM = new Random(SEED);
    private static final int MOST_PULLS = 40;

    private static TestNode node;
    private static Race race;

    @BeforeAll
    static void start() throws Exception {
        System.out.println("ReleaseRacesTest: -Dpaivand.seed=" + SEED);
        node = new TestNode();
        race = new Race();
    }

    @AfterAll
    static void stop() throws Exception {
        race.close();
        node.close();
    }

    /** What the pullers of one round saw. */
    private static final class Pulled {
        final ConcurrentLinkedQueue<LoggedDisclosure> released = new ConcurrentLinkedQueue<>();
        final AtomicBoolean withdrawn = new AtomicBoolean();
        final AtomicBoolean releasedAfterwards = new AtomicBoolean();
        final CountDownLatch enough;

        Pulled(int enough) {
            this.enough = new CountDownLatch(enough);
        }

        /** Pulls until it is refused; a refusal before the withdrawal began would never end the round well. */
        int untilRefused(Scene scene, ReferralId referral) throws Exception {
            for (int pulls = 0; pulls < MOST_PULLS; pulls++) {
                boolean begunAfter = withdrawn.get();
                try {
                    released.add(scene.pull(referral, Category.IDENTITY));
                } catch (ProblemException refused) {
                    assertEquals(ProblemCode.RELEASE_REFUSED, refused.code());
                    return pulls;
                } finally {
                    enough.countDown();
                }
                if (begunAfter) {
                    releasedAfterwards.set(true);
                }
            }
            return MOST_PULLS;
        }
    }

    @Test
    void neverReleasesAfterTheWithdrawalHasCommittedAndLogsTheTrueOrder() throws Exception {
        Map<UUID, Pulled> rounds = new HashMap<>();
        for (int round = 0; round < 20; round++) {
            Scene scene = Scene.policeAndShelter(node);
            UUID consent = scene.consent(scene.grant(Category.SERVICE_REQUEST, Category.IDENTITY));
            ReferralId referral = scene.accepted();
            Pulled pulled = new Pulled(RANDOM.nextInt(12));
            List<Callable<Integer>> racers = new ArrayList<>();
            for (int puller = 0; puller < 4; puller++) {
                racers.add(() -> pulled.untilRefused(scene, referral));
            }
            racers.add(() -> {
                assertTrue(pulled.enough.await(30, TimeUnit.SECONDS));
                scene.withdraw(consent);
                pulled.withdrawn.set(true);
                return 0;
            });

            race.run(racers);

            assertFalse(pulled.releasedAfterwards.get(), "released after the withdrawal had returned");
            rounds.put(scene.alias, pulled);
        }

        Map<UUID, List<TestNode.Logged>> log = node.sequenced();
        rounds.forEach((alias, pulled) -> requireTrueOrder(log.getOrDefault(alias, List.of()), pulled));
    }

    private static void requireTrueOrder(List<TestNode.Logged> log, Pulled pulled) {
        Set<UUID> disclosed = new HashSet<>();
        boolean withdrawn = false;
        long last = -1;
        for (TestNode.Logged entry : log) {
            assertTrue(entry.index() > last, "an index for each");
            last = entry.index();
            if (entry.event() instanceof ConsentChanged change) {
                withdrawn |= change.change() == ConsentChange.WITHDRAWN;
            } else if (entry.event() instanceof Denial denial) {
                assertTrue(withdrawn, "denied before the withdrawal");
                assertTrue(denial.withheld().stream().allMatch(part -> part.reason() == ReasonCode.CONSENT_WITHDRAWN));
            } else if (entry.event() instanceof WithdrawalNoticed notice) {
                assertTrue(withdrawn, "asked before the withdrawal");
                assertEquals(disclosed, notice.disclosures());
            } else {
                assertTrue(entry.event() instanceof Disclosure);
                assertFalse(withdrawn, "a disclosure stands after the withdrawal");
                disclosed.add(entry.eventId());
            }
        }
        assertTrue(withdrawn);
        Set<UUID> handedOver = new HashSet<>();
        pulled.released.forEach(release -> handedOver.add(release.eventId()));
        assertEquals(handedOver, disclosed);
    }

    @Test
    void offersNothingAfterTheWithdrawalHasCommitted() throws Exception {
        List<UUID> rounds = new ArrayList<>();
        for (int round = 0; round < 15; round++) {
            Scene scene = Scene.policeAndShelter(node);
            UUID consent = scene.consent(scene.grant(Category.SERVICE_REQUEST));
            CountDownLatch first = new CountDownLatch(RANDOM.nextInt(4));
            AtomicBoolean withdrawn = new AtomicBoolean();
            ConcurrentLinkedQueue<ReferralId> offered = new ConcurrentLinkedQueue<>();
            Callable<Integer> offerer = () -> {
                for (int offers = 0; offers < MOST_PULLS; offers++) {
                    boolean begunAfter = withdrawn.get();
                    try {
                        offered.add(scene.offer(ServiceType.SHELTER));
                    } catch (ProblemException refused) {
                        assertEquals(ProblemCode.OFFER_REFUSED, refused.code());
                        return offers;
                    } finally {
                        first.countDown();
                    }
                    assertFalse(begunAfter, "offered after the withdrawal had returned");
                }
                return MOST_PULLS;
            };
            Callable<Integer> withdrawer = () -> {
                assertTrue(first.await(30, TimeUnit.SECONDS));
                scene.withdraw(consent);
                withdrawn.set(true);
                return 0;
            };

            race.run(List.of(offerer, offerer, withdrawer));

            assertEquals(
                    offered.size(),
                    TestNode.number("SELECT COUNT(*) FROM paivand.referral WHERE case_id = '" + scene.caseId + "'"));
            rounds.add(scene.alias);
        }

        Map<UUID, List<TestNode.Logged>> log = node.sequenced();
        for (UUID alias : rounds) {
            assertEquals(
                    List.of("given", "withdrawn", "denied", "denied"),
                    log.getOrDefault(alias, List.of()).stream()
                            .map(ReleaseRacesTest::kind)
                            .toList());
        }
    }

    private static String kind(TestNode.Logged entry) {
        return entry.event() instanceof ConsentChanged change
                ? change.change() == ConsentChange.WITHDRAWN ? "withdrawn" : "given"
                : entry.event() instanceof Denial ? "denied" : "disclosed";
    }

    @Test
    void releasesWhatStandsBeforeOrAfterARewriteAndNothingBetween() throws Exception {
        Scene scene = Scene.policeAndShelter(node);
        scene.consent(scene.grant(Category.SERVICE_REQUEST, Category.IDENTITY));
        ReferralId referral = scene.accepted();
        Callable<Integer> puller = () -> {
            for (int pulls = 0; pulls < 25; pulls++) {
                String released =
                        new String(scene.pull(referral, Category.IDENTITY).sections(), StandardCharsets.UTF_8);
                assertTrue(released.contains("\"preferredName\":\"Ноза"));
            }
            return 0;
        };
        Callable<Integer> writer = () -> {
            int version = 1;
            for (int writes = 0; writes < 25; writes++) {
                int written = writes;
                version = scene.write(
                        Category.IDENTITY, version, sample -> sample.replace("\"Ноза\"", "\"Ноза " + written + "\""));
            }
            return version;
        };

        List<Race.Finish<Integer>> finishes = race.run(List.of(puller, puller, writer));

        assertEquals(Optional.of(26), finishes.get(2).result());
    }

    @Test
    void assignsWhileTheWorkerPulls() throws Exception {
        for (int round = 0; round < 12; round++) {
            Scene scene = Scene.policeAndShelter(node);
            scene.consent(scene.grant(Category.SERVICE_REQUEST, Category.IDENTITY));
            ReferralId referral = scene.offer(ServiceType.SHELTER);
            node.referrals().move(scene.recipient, referral, Optional.empty(), Move.accept());
            AtomicBoolean assigned = new AtomicBoolean();
            Callable<Boolean> puller = () -> {
                boolean begunAfter = assigned.get();
                try {
                    scene.pull(referral, Category.IDENTITY);
                    return true;
                } catch (ProblemException refused) {
                    assertEquals(
                            ReasonCode.WORKER_NOT_ASSIGNED.code(),
                            refused.extensions().withheld().get(0).reasonCode());
                    assertFalse(begunAfter, "refused after the assignment had returned");
                    return false;
                }
            };
            Callable<Boolean> assigner = () -> {
                node.referrals()
                        .assign(
                                scene.recipient,
                                referral,
                                Optional.empty(),
                                scene.recipient.worker().orElseThrow());
                assigned.set(true);
                return true;
            };

            race.run(List.of(puller, puller, assigner));

            assertTrue(puller.call());
        }
    }

    @Test
    void declinesOrReleasesButNotBoth() throws Exception {
        for (int round = 0; round < 12; round++) {
            Scene scene = Scene.policeAndShelter(node);
            scene.consent(scene.grant(Category.SERVICE_REQUEST, Category.IDENTITY));
            ReferralId referral = scene.accepted();
            Callable<Object> pull = () -> scene.pull(referral, Category.IDENTITY);
            Callable<Object> decline = () -> node.referrals()
                    .move(
                            scene.recipient,
                            referral,
                            Optional.empty(),
                            Move.decline(DeclineCode.NO_CAPACITY, List.of()));

            List<Race.Finish<Object>> finishes = race.run(List.of(pull, decline));

            assertTrue(finishes.get(0).won() ^ finishes.get(1).won(), finishes::toString);
            Referral after = node.referrals()
                    .find(scene.recipient, referral)
                    .orElseThrow()
                    .stored()
                    .referral();
            assertEquals(finishes.get(1).won(), after instanceof Referral.Declined);
        }
    }
}
