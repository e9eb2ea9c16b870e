package org.paivand.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.lease.jdbc.JdbcLeases;
import org.paivand.notification.jdbc.JdbcNotifications;
import org.paivand.referral.DeclineCode;
import org.paivand.referral.HoldReason;
import org.paivand.referral.Move;
import org.paivand.referral.Outcome;
import org.paivand.referral.ReferralDesk;
import org.paivand.referral.ReferralId;
import org.paivand.referral.Step;
import org.paivand.registry.service.ServiceType;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

@Timeout(60)
class NotificationFeedTest {
    private static final AgencyId POLICE = new AgencyId(Scene.POLICE);
    private static final AgencyId SHELTER = new AgencyId(Scene.SHELTER);

    @AutoClose
    private static final TestNode node = TestNode.running();

    private final NotificationFeed feed = new NotificationFeed(node.database(), JdbcNotifications::new, 2, 1);
    private final NotificationRound round = round(feed);
    private Scene scene;
    private UUID consent;
    private long police;
    private long shelter;

    @BeforeEach
    void consent() throws Exception {
        scene = Scene.policeAndShelter(node);
        consent = scene.consent(scene.grant(Category.SERVICE_REQUEST, Category.IDENTITY));
        make(round);
        police = end(POLICE);
        shelter = end(SHELTER);
    }

    @Test
    void tellsTheRecipientOfAnOfferAndTheSenderOfItsAnswer() throws Exception {
        ReferralId id = scene.offer(ServiceType.SHELTER);
        assertEquals(List.of("referral-offered " + id), told(SHELTER, shelter));
        assertEquals(List.of(), told(POLICE, police));

        move(id, Move.decline(DeclineCode.PERSON_DECLINED, List.of()));

        assertEquals(List.of("referral-changed " + id), told(POLICE, police));
        assertEquals(1, told(SHELTER, shelter).size());
    }

    @Test
    void keepsFromTheSenderThatSomethingHappensBetweenAcceptanceAndEnd() throws Exception {
        ReferralId id = scene.accepted();
        assertEquals(1, told(POLICE, police).size());

        move(id, Move.proceed(Step.SCHEDULED));
        move(id, Move.proceed(Step.ARRIVED));
        move(id, Move.hold(HoldReason.ASKED_BY_PERSON));
        move(id, Move.proceed(Step.NO_SHOW));
        assertEquals(1, told(POLICE, police).size());

        move(id, Move.complete(Outcome.NEEDS_MET, List.of()));
        assertEquals(2, told(POLICE, police).size());
    }

    @Test
    void tellsTheRecipientThatItsAnswerIsDueAndBothThatItDidNotComeEachOnce() throws Exception {
        ReferralId id = scene.offer(ServiceType.SHELTER);
        node.clock.move(Duration.ofHours(11));
        assertEquals(List.of("referral-offered " + id), told(SHELTER, shelter));

        node.clock.move(Duration.ofHours(2));
        told(SHELTER, shelter);
        assertEquals(List.of("referral-offered " + id, "referral-answer-due " + id), told(SHELTER, shelter));
        node.clock.move(Duration.ofHours(8));
        assertEquals(2, told(SHELTER, shelter).size());
        node.clock.move(Duration.ofHours(1));
        told(SHELTER, shelter);
        List<String> twice =
                List.of("referral-offered " + id, "referral-answer-due " + id, "referral-answer-due " + id);
        assertEquals(twice, told(SHELTER, shelter));
        assertEquals(List.of(), told(POLICE, police));

        node.clock.move(Duration.ofHours(3));
        told(SHELTER, shelter);
        assertEquals(4, told(SHELTER, shelter).size());
        assertEquals("referral-expired " + id, told(SHELTER, shelter).get(3));
        assertEquals(List.of("referral-expired " + id), told(POLICE, police));
    }

    @Test
    void catchesUpAfterAPauseAndTellsOfTheEndAlone() throws Exception {
        ReferralId id = scene.offer(ServiceType.SHELTER);

        node.clock.move(Duration.ofDays(20));

        assertEquals(List.of("referral-offered " + id, "referral-expired " + id), told(SHELTER, shelter));
    }

    @Test
    void catchesUpAfterAPauseAndRemindsOnce() throws Exception {
        ReferralId id = scene.offer(ServiceType.SHELTER);

        node.clock.move(Duration.ofHours(23));

        told(SHELTER, shelter);
        assertEquals(List.of("referral-offered " + id, "referral-answer-due " + id), told(SHELTER, shelter));
    }

    @Test
    void remindsNobodyWhoHasAnswered() throws Exception {
        ReferralId id = scene.offer(ServiceType.SHELTER);
        move(id, Move.accept());

        node.clock.move(Duration.ofDays(20));

        assertEquals(List.of("referral-offered " + id), told(SHELTER, shelter));
    }

    @Test
    void tellsAHolderThatItIsAskedToStop() throws Exception {
        ReferralId id = scene.accepted();
        scene.pull(id, Category.IDENTITY);

        scene.withdraw(consent);

        List<String> told = told(SHELTER, shelter);
        assertTrue(told.get(told.size() - 1).startsWith("stop-use-asked "), told.toString());
    }

    @Test
    void tellsNothingThatWasNotCommitted() throws Exception {
        try {
            node.database().<Boolean, SQLException>commit(transaction -> {
                new JdbcNotifications(transaction)
                        .add(SHELTER, NotificationKind.REFERRAL_OFFERED, UUID.randomUUID(), node.clock.instant());
                throw new SQLException("undone");
            });
        } catch (SQLException | RuntimeException undone) {
            assertEquals(List.of(), told(SHELTER, shelter));
            return;
        }
        throw new AssertionError("it was committed");
    }

    /** Transactions begin in one order and commit in another: a reader that goes by position misses none of them. */
    @Test
    void missesNoneOfManyThatCommitInAnyOrder() throws Exception {
        long seed = new Random().nextLong();
        List<UUID> sent = Collections.synchronizedList(new ArrayList<>());
        AgencyId reader = new AgencyId("tj-reader-" + Long.toHexString(seed & 0xffff));
        ExecutorService writers = Executors.newFixedThreadPool(6);
        List<Future<?>> writing = new ArrayList<>();
        for (int writer = 0; writer < 6; writer++) {
            Random random = new Random(seed + writer);
            writing.add(writers.submit(() -> {
                for (int i = 0; i < 40; i++) {
                    sent.add(write(reader, random));
                }
            }));
        }
        List<UUID> read = new ArrayList<>();
        long after = 0;
        while (writing.stream().anyMatch(one -> !one.isDone()) || read.size() < sent.size()) {
            make(round);
            for (Notification one : feed.read(reader, after, 7, Duration.ZERO)) {
                assertTrue(one.position() > after, "seed " + seed);
                after = one.position();
                read.add(one.subject());
            }
        }
        for (Future<?> one : writing) {
            one.get();
        }
        writers.shutdown();

        assertEquals(240, read.size(), "seed " + seed);
        assertEquals(new HashSet<>(sent), new HashSet<>(read), "seed " + seed);
    }

    @Test
    void answersWhoWaitsWithTheFirstThatComes() throws Exception {
        CompletableFuture<List<Notification>> waiting = CompletableFuture.supplyAsync(() -> waitFor(feed, SHELTER));

        ReferralId id = scene.offer(ServiceType.SHELTER);
        make(round);

        List<Notification> came = waiting.get(20, TimeUnit.SECONDS);
        assertEquals(id.value(), came.get(0).subject());
    }

    @Test
    void wakesWhoWaitsAtAnotherInstance() throws Exception {
        NotificationFeed elsewhere = new NotificationFeed(node.database(), JdbcNotifications::new, 2, 1);
        NotificationRound theirs = round(elsewhere);
        CompletableFuture<List<Notification>> waiting =
                CompletableFuture.supplyAsync(() -> waitFor(elsewhere, SHELTER));

        scene.offer(ServiceType.SHELTER);
        make(round);
        make(theirs);

        assertEquals(1, waiting.get(20, TimeUnit.SECONDS).size());
    }

    @Test
    void answersAtOnceWhoFindsNoPlaceToWait() {
        NotificationFeed full = new NotificationFeed(node.database(), JdbcNotifications::new, 0, 1);

        assertTimeout(
                Duration.ofSeconds(10),
                () -> assertEquals(List.of(), full.read(SHELTER, shelter, 10, Duration.ofSeconds(20))));
    }

    @Test
    void keepsPlacesToWaitForOtherAgencies() throws Exception {
        List<CompletableFuture<List<Notification>>> both = List.of(
                CompletableFuture.supplyAsync(() -> waitFor(feed, SHELTER)),
                CompletableFuture.supplyAsync(() -> waitFor(feed, SHELTER)));

        assertEquals(
                List.of(), CompletableFuture.anyOf(both.get(0), both.get(1)).get(15, TimeUnit.SECONDS));

        CompletableFuture<List<Notification>> other = CompletableFuture.supplyAsync(() -> waitFor(feed, POLICE));
        ReferralId id = scene.offer(ServiceType.SHELTER);
        move(id, Move.decline(DeclineCode.PERSON_DECLINED, List.of()));
        make(round);
        assertEquals(id.value(), other.get(20, TimeUnit.SECONDS).get(0).subject());
        CompletableFuture.allOf(both.get(0), both.get(1)).get(20, TimeUnit.SECONDS);
    }

    @Test
    void forgetsAfterThirtyDaysAndGoesOnCounting() throws Exception {
        scene.offer(ServiceType.SHELTER);
        assertEquals(1, told(SHELTER, shelter).size());
        long last = end(SHELTER);

        node.clock.move(Duration.ofDays(31));
        make(round);
        assertEquals(
                0,
                TestNode.number("SELECT COUNT(*) FROM paivand.notification WHERE agency = '" + Scene.SHELTER
                        + "' AND position > " + shelter + " AND position <= " + last));
        scene.consent(scene.grant(Category.SERVICE_REQUEST));
        scene.offer(ServiceType.SHELTER);
        assertTrue(told(SHELTER, last).stream().anyMatch(one -> one.startsWith("referral-offered")));
    }

    /** The node makes its own rounds meanwhile: it is over when this one was. */
    private static void make(NotificationRound round) {
        while (!round.make()) {
            Thread.onSpinWait();
        }
    }

    private static NotificationRound round(NotificationFeed feed) {
        return new NotificationRound(
                node.database(),
                JdbcNotifications::new,
                (host, hosted) -> false,
                new JdbcLeases(node.database()),
                feed,
                node.clock);
    }

    private List<Notification> waitFor(NotificationFeed from, AgencyId agency) {
        try {
            return from.read(agency, agency.equals(SHELTER) ? shelter : police, 10, Duration.ofSeconds(20));
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static UUID write(AgencyId reader, Random random) {
        UUID subject = UUID.randomUUID();
        return node.database().<UUID, RuntimeException>commit(transaction -> {
            new JdbcNotifications(transaction)
                    .add(reader, NotificationKind.REFERRAL_CHANGED, subject, node.clock.instant());
            for (int i = random.nextInt(200); i > 0; i--) {
                Thread.onSpinWait();
            }
            return subject;
        });
    }

    /** Of this test's case alone: what earlier ones left over expires meanwhile. */
    private List<String> told(AgencyId agency, long after) throws Exception {
        make(round);
        return feed.read(agency, after, 100, Duration.ZERO).stream()
                .filter(this::ofThisCase)
                .map(one -> one.kind().code() + " " + one.subject())
                .toList();
    }

    private boolean ofThisCase(Notification one) {
        return one.kind() == NotificationKind.STOP_USE_ASKED
                || node.referrals()
                        .find(scene.recipient, new ReferralId(one.subject()))
                        .filter(standing ->
                                standing.stored().referral().request().caseId().equals(scene.caseId))
                        .isPresent();
    }

    private long end(AgencyId agency) throws Exception {
        long after = 0;
        List<Notification> page;
        do {
            page = feed.read(agency, after, 100, Duration.ZERO);
            after = page.isEmpty() ? after : page.get(page.size() - 1).position();
        } while (!page.isEmpty());
        return after;
    }

    private void move(ReferralId id, Move move) {
        ReferralDesk.Standing unusedMoved = node.referrals().move(scene.recipient, id, Optional.empty(), move);
    }
}
