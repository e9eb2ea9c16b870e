package org.paivand.capacity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;
import org.paivand.disclosure.Category;
import org.paivand.problem.ProblemCode;
import org.paivand.referral.DeclineCode;
import org.paivand.referral.Move;
import org.paivand.referral.Outcome;
import org.paivand.referral.ReferralDesk.Standing;
import org.paivand.referral.ReferralId;
import org.paivand.referral.Step;
import org.paivand.registry.search.Waitlist;
import org.paivand.registry.service.ServiceType;
import org.paivand.wiring.Race;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** Who comes at once for the last places, on MariaDB. */
@Timeout(120)
class PlaceRacesTest {
    private static final int ROUNDS = 12;

    private static TestNode node;
    private static Race race;

    @BeforeAll
    static void start() throws Exception {
        node = new TestNode();
        race = new Race();
    }

    @AfterAll
    static void stop() throws Exception {
        race.close();
        Beds.clear(node);
        node.close();
    }

    @BeforeEach
    void empty() throws Exception {
        Beds.clear(node);
    }

    @RepeatedTest(ROUNDS)
    void holdsTheLastPlaceForOneOfFourOffers() throws Exception {
        Beds.state(node, 1, 8, Waitlist.CLOSED);
        List<Callable<ReferralId>> offers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Scene scene = consented();
            offers.add(() -> scene.offer(ServiceType.SHELTER));
        }

        List<Race.Finish<ReferralId>> finishes = race.run(offers);

        assertEquals(1, finishes.stream().filter(Race.Finish::won).count());
        assertEquals(3, refused(finishes));
        assertEquals(0, Beds.available(node));
        assertEquals(1, Beds.count(node).held());
    }

    @RepeatedTest(ROUNDS)
    void givesTheLastPlaceToOneOfTwoAcceptancesAndLetsTheOtherWait() throws Exception {
        Beds.state(node, 0, 1, Waitlist.OPEN);
        Scene here = consented();
        Scene there = consented();
        ReferralId one = here.offer(ServiceType.SHELTER);
        ReferralId other = there.offer(ServiceType.SHELTER);
        Beds.state(node, 1, 1, Waitlist.OPEN);

        List<Race.Finish<Standing>> finishes = race.run(List.of(
                () -> node.referrals().move(here.recipient, one, Optional.empty(), Move.accept()),
                () -> node.referrals().move(there.recipient, other, Optional.empty(), Move.accept())));

        assertEquals(1, finishes.stream().filter(Race.Finish::won).count());
        assertEquals(1, refused(finishes));
        assertEquals(1, Beds.occupied(node));
        boolean lostHere = !finishes.get(0).won();
        node.referrals()
                .accept(lostHere ? here.recipient : there.recipient, lostHere ? one : other, Optional.empty(), true);
        assertEquals(1, Beds.occupied(node));
    }

    /** Whatever comes in whatever order: after each round the places are those that the referrals have. */
    @RepeatedTest(ROUNDS)
    void countsEachPlaceOnceWhateverComesAtOnce() throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        int maximum = 1 + random.nextInt(4);
        Beds.state(node, maximum, maximum, Waitlist.OPEN);
        List<Scene> scenes = new ArrayList<>();
        List<ReferralId> referrals = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            scenes.add(consented());
            referrals.add(scenes.get(i).offer(ServiceType.SHELTER));
        }

        for (int round = 0; round < 4; round++) {
            List<Callable<Standing>> racers = new ArrayList<>();
            for (int i = 0; i < scenes.size(); i++) {
                racers.add(step(scenes.get(i), referrals.get(i), random.nextInt(5)));
            }
            race.run(racers);

            String told = "seed " + seed + ", round " + round + ", maximum " + maximum;
            long taken = TestNode.number("SELECT COUNT(*) FROM paivand.placement WHERE state = 'taken'");
            long held = TestNode.number("SELECT COUNT(*) FROM paivand.placement WHERE state = 'held'");
            assertEquals(taken, Beds.occupied(node), told);
            assertTrue(taken + held <= maximum, told);
            assertEquals(maximum - taken - held, Beds.available(node), told);
        }
    }

    private static Callable<Standing> step(Scene scene, ReferralId id, int which) {
        Optional<Integer> any = Optional.empty();
        return switch (which) {
            case 0 -> () -> node.referrals().move(scene.recipient, id, any, Move.accept());
            case 1 -> () -> node.referrals().accept(scene.recipient, id, any, true);
            case 2 -> () -> node.referrals().move(scene.recipient, id, any, Move.decline(DeclineCode.OTHER, List.of()));
            case 3 -> () -> node.referrals().move(scene.recipient, id, any, Move.proceed(Step.ARRIVED));
            default ->
                () -> node.referrals().move(scene.recipient, id, any, Move.complete(Outcome.NEEDS_MET, List.of()));
        };
    }

    private static Scene consented() throws Exception {
        Scene scene = Scene.policeAndShelter(node);
        scene.consent(scene.grant(Category.SERVICE_REQUEST));
        return scene;
    }

    private static long refused(List<? extends Race.Finish<?>> finishes) {
        return finishes.stream()
                .filter(finish -> finish.problem().equals(Optional.of(ProblemCode.NO_PLACE)))
                .count();
    }
}
