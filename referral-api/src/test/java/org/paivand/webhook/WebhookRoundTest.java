package org.paivand.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.key.EvidenceVault;
import org.paivand.database.TestDatabase;
import org.paivand.disclosure.Category;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.lease.jdbc.JdbcLeases;
import org.paivand.notification.Notification;
import org.paivand.notification.NotificationKind;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.referral.ReferralId;
import org.paivand.registry.service.ServiceType;
import org.paivand.webhook.WebhookDesk.Created;
import org.paivand.webhook.http.HttpWebhookSender;
import org.paivand.webhook.jdbc.JdbcWebhooks;
import org.paivand.wiring.Race;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

@Timeout(120)
class WebhookRoundTest {
    /** What earlier tests offered expires meanwhile, and is not to be heard of here. */
    private static final Set<NotificationKind> OFFERS = Set.of(NotificationKind.REFERRAL_OFFERED);

    @AutoClose
    private static final TestNode node = TestNode.running();

    @AutoClose
    private final Receiver receiver = new Receiver();

    private final ExecutorService senders = Executors.newFixedThreadPool(4);
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor();

    @AutoClose
    private final HttpWebhookSender sender = new HttpWebhookSender(true, Duration.ofSeconds(2), clockwork);

    private EvidenceVault vault;
    private WebhookRound round;
    private final Caller program = TestNode.caller(Scene.SHELTER, "program", Role.PROVIDER, Role.MACHINE);
    private Scene scene;

    @BeforeEach
    void consent() throws Exception {
        scene = Scene.policeAndShelter(node);
        scene.consent(scene.grant(Category.SERVICE_REQUEST));
        node.awaitNotifications();
        vault = node.evidenceVault();
        round = round();
    }

    @AfterEach
    void stop() throws Exception {
        for (Webhook webhook : node.webhooks().list(program)) {
            node.webhooks().remove(program, webhook.id());
        }
        senders.shutdownNow();
        clockwork.shutdownNow();
    }

    private WebhookRound round() {
        return new WebhookRound(
                node.database(),
                transaction -> new JdbcWebhooks(transaction, vault),
                new JdbcLeases(node.database()),
                sender,
                "urn:paivand:test",
                senders,
                4,
                node.clock);
    }

    private Created created() {
        return node.webhooks().create(program, TestNode.key(), receiver.address("/in"), OFFERS);
    }

    private ReferralId offered() throws Exception {
        ReferralId id = scene.offer(ServiceType.SHELTER);
        node.awaitNotifications();
        return id;
    }

    /** Rounds, until it is so. */
    private void until(BooleanSupplier so) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!so.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "it never came to be");
            round.make();
            Thread.onSpinWait();
        }
    }

    @Test
    void makesOneWebhookHoweverOftenItIsAskedForAndShowsItsSecretAgain() {
        IdempotencyKey key = TestNode.key();
        Created first = node.webhooks().create(program, key, receiver.address("/in"), OFFERS);
        Created again = node.webhooks().create(program, key, receiver.address("/in"), OFFERS);

        assertEquals(first.webhook(), again.webhook());
        assertEquals(first.secret().shown(), again.secret().shown());
        assertEquals(1, node.webhooks().list(program).size());
    }

    @Test
    void makesNoOtherInThePlaceOfOneThatWasRemoved() {
        IdempotencyKey key = TestNode.key();
        Created first = node.webhooks().create(program, key, receiver.address("/in"), OFFERS);
        node.webhooks().remove(program, first.webhook().id());

        ProblemException gone = assertThrows(
                ProblemException.class, () -> node.webhooks().create(program, key, receiver.address("/in"), OFFERS));

        assertEquals(ProblemCode.NOT_FOUND, gone.code());
        assertEquals(List.of(), node.webhooks().list(program));
    }

    @Test
    void sendsASignedEventThatTellsNothingOfAnybody() throws Exception {
        Created webhook = created();
        ReferralId id = offered();
        round.make();

        Receiver.Received received = receiver.take();

        String at = received.header("webhook-timestamp");
        assertEquals(
                webhook.secret()
                        .sign(
                                received.header("webhook-id"),
                                Instant.ofEpochSecond(Long.parseLong(at)),
                                received.body()),
                received.header("webhook-signature"));
        assertTrue(received.body().contains("\"type\":\"org.paivand.referral-offered\""), received.body());
        assertTrue(received.body().contains("\"subject\":\"" + id + "\""), received.body());
        assertFalse(received.body().contains(Scene.POLICE));
        assertEquals(members(), members(new ObjectMapper().readTree(received.body())));
        assertFalse(received.body().contains(scene.caseId.toString()));
    }

    @Test
    void tellsAnAgencyOfItsOwnAndOfTheKindsItWantsFromThenOn() throws Exception {
        offered();
        node.webhooks()
                .create(program, TestNode.key(), receiver.address("/in"), Set.of(NotificationKind.HAND_OVER_PROPOSED));
        Caller other = TestNode.caller("tj-ngo-psychosocial", "program", Role.PROVIDER, Role.MACHINE);
        Created theirs = node.webhooks().create(other, TestNode.key(), receiver.address("/theirs"), OFFERS);
        offered();

        for (int i = 0; i < 3; i++) {
            round.make();
        }
        Created mine = node.webhooks().create(program, TestNode.key(), receiver.address("/mine"), OFFERS);
        ReferralId id = offered();
        round.make();

        Receiver.Received first = receiver.take();
        assertEquals("/mine", first.path());
        assertTrue(first.body().contains(id.toString()));
        assertTrue(first.header("webhook-id").startsWith(mine.webhook().id().toString()));
        assertEquals(0, receiver.waiting());
        node.webhooks().remove(other, theirs.webhook().id());
    }

    @Test
    void triesAgainWithTheSameIdAfterAWhileAndInOrder() throws Exception {
        receiver.answers(503, "");
        created();
        ReferralId first = offered();
        ReferralId second = offered();
        round.make();
        Receiver.Received failed = receiver.take();
        until(() -> failures() == 1);

        round.make();
        assertEquals(0, receiver.waiting());

        receiver.answers(200, "");
        node.clock.move(Duration.ofSeconds(6));
        until(() -> receiver.waiting() == 2);
        Receiver.Received again = receiver.take();
        assertEquals(failed.header("webhook-id"), again.header("webhook-id"));
        assertEquals(failed.body(), again.body());
        assertTrue(again.body().contains(first.toString()));
        assertTrue(receiver.take().body().contains(second.toString()));
    }

    @Test
    void givesUpAfterTwoDaysAndSendsAgainWhenAsked() throws Exception {
        receiver.answers(500, "");
        UUID id = created().webhook().id();
        offered();
        offered();
        for (Duration pause : WebhookRound.BACK_OFF) {
            int before = failures();
            until(() -> failures() > before);
            node.clock.move(pause.plusSeconds(1));
        }

        List<DeadLetter> dead = node.webhooks().dead(program, id, 0, 10);
        assertEquals(2, dead.size());
        assertEquals(WebhookRound.BACK_OFF.size(), dead.get(0).attempts());
        assertEquals("500", dead.get(0).answer());
        assertEquals(
                dead.subList(1, 2),
                node.webhooks().dead(program, id, dead.get(0).notification().position(), 10));

        receiver.answers(200, "");
        assertEquals(2, node.webhooks().revive(program, id));
        until(() -> node.webhooks().dead(program, id, 0, 10).isEmpty() && waitingRows() == 0);
    }

    @Test
    void letsOneThatHangsCostTheOthersNothing() throws Exception {
        try (Receiver slow = new Receiver()) {
            slow.hangs();
            node.webhooks().create(program, TestNode.key(), slow.address("/in"), OFFERS);
            created();
            offered();

            round.make();

            assertEquals("/in", receiver.take().path());
        }
    }

    @Test
    void isSentByOneInstanceAtATime() throws Exception {
        WebhookRound other = round();
        created();
        for (int i = 0; i < 5; i++) {
            offered();
        }
        for (int i = 0; i < 20; i++) {
            round.make();
            other.make();
        }

        until(() -> waitingRows() == 0);
        Set<String> ids = new HashSet<>();
        while (receiver.waiting() > 0) {
            assertTrue(ids.add(receiver.take().header("webhook-id")));
        }
        assertEquals(5, ids.size());
    }

    @RepeatedTest(40)
    void canBeRemovedInTheMomentThatItIsSentToSpreadOrRevived() throws Exception {
        Webhook webhook = created().webhook();
        Instant now = node.clock.instant();
        Notification waiting = new Notification(1, NotificationKind.REFERRAL_OFFERED, UUID.randomUUID(), now);
        Delivery delivery = new Delivery(webhook, waiting, 0);
        TestDatabase.running()
                .execute("UPDATE paivand.webhook SET position = 1; INSERT INTO paivand.webhook_delivery"
                        + " SELECT id, 1, 'referral-offered', id, since, 0, NULL, FALSE FROM paivand.webhook");

        try (Race race = new Race()) {
            List<Race.Finish<Boolean>> finishes = race.run(List.of(
                    change(bound -> bound.remove(program.agency(), webhook.id())),
                    change(bound -> bound.delivered(delivery, now)),
                    change(bound -> bound.failed(delivery, "500", now, true)),
                    change(bound -> bound.spread(now, 10)),
                    change(bound -> bound.revive(webhook.id(), now))));

            assertTrue(finishes.stream().allMatch(Race.Finish::won));
        }
        assertEquals(0, waitingRows());
    }

    private interface Change {
        void of(Webhooks webhooks) throws SQLException;
    }

    private Callable<Boolean> change(Change change) {
        return () -> node.database().commit(transaction -> {
            change.of(new JdbcWebhooks(transaction, vault));
            return true;
        });
    }

    @Test
    void belongsToItsAgencyAlone() {
        UUID id = created().webhook().id();
        Caller other = TestNode.caller("tj-ngo-psychosocial", "program", Role.PROVIDER, Role.MACHINE);

        assertEquals(List.of(), node.webhooks().list(other));
        for (Executable call : List.<Executable>of(
                () -> node.webhooks().remove(other, id),
                () -> node.webhooks().dead(other, id, 0, 10),
                () -> node.webhooks().revive(other, id))) {
            assertEquals(
                    ProblemCode.NOT_FOUND,
                    assertThrows(ProblemException.class, call).code());
        }
    }

    @Test
    void givesAnAgencyTenAndNoMore() {
        for (int i = 0; i < WebhookDesk.MOST; i++) {
            created();
        }

        assertEquals(
                ProblemCode.CONFLICT,
                assertThrows(ProblemException.class, this::created).code());
    }

    /** As the AsyncAPI document has them. */
    private static Set<String> members() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                WebhookRoundTest.class.getResourceAsStream("/META-INF/resources/asyncapi.yaml"))) {
            return members(new YAMLMapper().readTree(in).at("/components/messages/Notification/payload/properties"));
        }
    }

    private static Set<String> members(JsonNode object) {
        Set<String> members = new HashSet<>();
        object.fieldNames().forEachRemaining(members::add);
        return members;
    }

    private static int failures() {
        return (int) number("SELECT COALESCE(MAX(failures), 0) FROM paivand.webhook");
    }

    private static int waitingRows() {
        return (int) number("SELECT COUNT(*) FROM paivand.webhook_delivery");
    }

    private static long number(String sql) {
        try {
            return TestNode.number(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
