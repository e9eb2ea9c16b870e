package org.paivand.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;
import org.paivand.casefile.CaseId;
import org.paivand.disclosure.Category;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.problem.ProblemCode;
import org.paivand.referral.ReferralDesk.Standing;
import org.paivand.registry.service.ServiceType;
import org.paivand.wiring.Race;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** Requests that come at once, on MariaDB. */
@Timeout(60)
class ReferralRacesTest {
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
        node.close();
    }

    @RepeatedTest(ROUNDS)
    void opensOneCaseForTheSameRequestSentThrice() throws Exception {
        Scene scene = Scene.policeAndShelter(node);
        IdempotencyKey key = TestNode.key();
        long before = TestNode.number("SELECT COUNT(*) FROM paivand.case_file");
        long keys = keyFiles();
        Callable<CaseId> open = () -> node.cases().open(scene.controller, key).id();

        List<Race.Finish<CaseId>> finishes = race.run(List.of(open, open, open));

        assertTrue(finishes.get(0).won());
        assertEquals(List.of(finishes.get(0), finishes.get(0), finishes.get(0)), finishes);
        assertEquals(before + 1, TestNode.number("SELECT COUNT(*) FROM paivand.case_file"));
        assertEquals(keys + 1, keyFiles(), "no key without a case");
    }

    private static long keyFiles() throws Exception {
        try (var files = java.nio.file.Files.list(node.caseKeys())) {
            return files.count();
        }
    }

    @RepeatedTest(ROUNDS)
    void offersOnceForTheSameRequestSentThrice() throws Exception {
        Scene scene = Scene.policeAndShelter(node);
        scene.consent(scene.grant(Category.SERVICE_REQUEST));
        IdempotencyKey key = TestNode.key();
        Callable<ReferralId> offer = () -> scene.offer(key, ServiceType.SHELTER);

        List<Race.Finish<ReferralId>> finishes = race.run(List.of(offer, offer, offer));

        assertTrue(finishes.get(0).won());
        assertEquals(List.of(finishes.get(0), finishes.get(0), finishes.get(0)), finishes);
        assertEquals(
                1, TestNode.number("SELECT COUNT(*) FROM paivand.referral WHERE case_id = '" + scene.caseId + "'"));
    }

    @RepeatedTest(ROUNDS)
    void letsEitherTheAcceptanceOrTheCancellationWin() throws Exception {
        Scene scene = Scene.policeAndShelter(node);
        scene.consent(scene.grant(Category.SERVICE_REQUEST));
        ReferralId referral = scene.offer(ServiceType.SHELTER);
        Callable<Standing> accept =
                () -> node.referrals().move(scene.recipient, referral, Optional.of(1), Move.accept());
        Callable<Standing> cancel =
                () -> node.referrals().move(scene.controller, referral, Optional.of(1), Move.cancel());

        List<Race.Finish<Standing>> finishes = race.run(List.of(accept, cancel, accept, cancel));

        assertEquals(1, finishes.stream().filter(Race.Finish::won).count());
        assertEquals(
                3,
                finishes.stream()
                        .filter(finish -> finish.problem().equals(Optional.of(ProblemCode.STALE_VERSION)))
                        .count());
        Referrals.Stored stored =
                node.referrals().find(scene.recipient, referral).orElseThrow().stored();
        boolean accepted = finishes.get(0).won() || finishes.get(2).won();
        assertEquals(accepted ? "accepted" : "cancelled", stored.referral().state());
        assertEquals(2, stored.latest().version());
    }

    @RepeatedTest(ROUNDS)
    void asksToEndWhatWasAcceptedJustBeforeItsCancellation() throws Exception {
        Scene scene = Scene.policeAndShelter(node);
        scene.consent(scene.grant(Category.SERVICE_REQUEST));
        ReferralId referral = scene.offer(ServiceType.SHELTER);

        List<Race.Finish<Standing>> finishes = race.run(List.of(
                () -> node.referrals().move(scene.recipient, referral, Optional.empty(), Move.accept()),
                () -> node.referrals().move(scene.controller, referral, Optional.empty(), Move.cancel())));

        boolean accepted = finishes.get(0).won();
        assertTrue(finishes.get(1).won());
        assertEquals(
                accepted ? "cancel-requested" : "cancelled",
                node.referrals()
                        .find(scene.controller, referral)
                        .orElseThrow()
                        .stored()
                        .referral()
                        .state());
    }

    @RepeatedTest(ROUNDS)
    void letsOneOfTwoStepsFromTheSameVersionWin() throws Exception {
        Scene scene = Scene.policeAndShelter(node);
        scene.consent(scene.grant(Category.SERVICE_REQUEST));
        ReferralId referral = scene.accepted();
        Callable<Standing> arrived =
                () -> node.referrals().move(scene.recipient, referral, Optional.of(2), Move.proceed(Step.ARRIVED));
        Callable<Standing> missed =
                () -> node.referrals().move(scene.recipient, referral, Optional.of(2), Move.proceed(Step.NO_SHOW));

        List<Race.Finish<Standing>> finishes = race.run(List.of(arrived, missed));

        assertEquals(1, finishes.stream().filter(Race.Finish::won).count());
        assertTrue(
                finishes.stream().anyMatch(finish -> finish.problem().equals(Optional.of(ProblemCode.STALE_VERSION))));
        Referral after = node.referrals()
                .find(scene.recipient, referral)
                .orElseThrow()
                .stored()
                .referral();
        Step winner = finishes.get(0).won() ? Step.ARRIVED : Step.NO_SHOW;
        assertEquals(new Referral.InProgress(after.request(), winner), after);
    }

    @RepeatedTest(ROUNDS)
    void writesASectionOnceFromTheSameVersion() throws Exception {
        Scene scene = Scene.between(node, Scene.POLICE, Scene.SHELTER, org.paivand.disclosure.Purpose.ASSISTANCE);

        for (int version = 0; version < 2; version++) {
            int expected = version;
            Callable<Integer> write = () -> scene.write(Category.IDENTITY, expected);

            List<Race.Finish<Integer>> finishes = race.run(List.of(write, write, write));

            assertEquals(1, finishes.stream().filter(Race.Finish::won).count());
            assertEquals(
                    2,
                    finishes.stream()
                            .filter(finish -> finish.problem().equals(Optional.of(ProblemCode.STALE_VERSION)))
                            .count());
            assertEquals(
                    expected + 1,
                    TestNode.number("SELECT version FROM paivand.section WHERE case_id = '" + scene.caseId + "'"));
        }
    }
}
