package org.paivand.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.paivand.notification.NotificationKind.REFERRAL_CHANGED;
import static org.paivand.notification.NotificationKind.REFERRAL_OFFERED;

import java.net.URI;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.key.EvidenceVault;
import org.paivand.database.TestDatabase;
import org.paivand.disclosure.AgencyId;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.lease.jdbc.JdbcLeases;
import org.paivand.mail.jdbc.JdbcSubscriptions;
import org.paivand.mail.smtp.SmtpMailSender;
import org.paivand.notification.NotificationKind;
import org.paivand.notification.jdbc.JdbcNotifications;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.wiring.TestNode;

@Timeout(120)
class MailRoundTest {
    /** Of which nothing else in these tests tells. */
    private static final String AGENCY = "tj-ngo-legal-aid";

    private static final String DESK = "desk@example.org";
    private static final Duration QUIET = Duration.ofMinutes(5);
    private static final Set<NotificationKind> ALL = EnumSet.allOf(NotificationKind.class);

    @AutoClose
    private static final TestNode node = TestNode.running();

    @AutoClose
    private final MailServer server = new MailServer();

    private final Caller worker = TestNode.caller(AGENCY, "worker-one", Role.PROVIDER);
    private final Caller other = TestNode.caller("tj-ngo-psychosocial", "counsellor", Role.REFERRER);
    private EvidenceVault vault;
    private MailDesk desk;
    private MailRound round;

    @BeforeEach
    void begin() throws Exception {
        TestDatabase.running().execute("DELETE FROM paivand.mail_address");
        vault = node.evidenceVault();
        desk = desk(true);
        round = round(new SmtpMailSender(server.relay(), Duration.ofSeconds(5), node.clock));
    }

    @AfterEach
    void end() throws Exception {
        TestDatabase.running().execute("DELETE FROM paivand.mail_address");
    }

    private MailDesk desk(boolean mails) {
        return new MailDesk(
                node.database(),
                transaction -> new JdbcSubscriptions(transaction, vault),
                mails,
                new SecureRandom(),
                node.clock);
    }

    private MailRound round(MailSender sender) {
        return new MailRound(
                node.database(),
                transaction -> new JdbcSubscriptions(transaction, vault),
                new JdbcLeases(node.database()),
                sender,
                new Letters(Optional.of(URI.create("https://node.example.org"))),
                QUIET,
                node.clock);
    }

    private UUID subscribed(String address, Set<NotificationKind> kinds) {
        return desk.subscribe(worker, TestNode.key(), new MailAddress(address), kinds, MailLanguage.EN)
                .id();
    }

    private UUID confirmed(String address) throws Exception {
        return confirmed(address, ALL);
    }

    private UUID confirmed(String address, Set<NotificationKind> kinds) throws Exception {
        UUID id = subscribed(address, kinds);
        round.make();
        assertEquals(
                Standing.CONFIRMED,
                desk.confirm(worker, id, server.take().code()).standing());
        return id;
    }

    private static void told(String agency, NotificationKind kind) throws Exception {
        node.database().commit(transaction -> {
            new JdbcNotifications(transaction).add(new AgencyId(agency), kind, UUID.randomUUID(), node.clock.instant());
            return true;
        });
        node.awaitNotifications();
    }

    private Subscription only() {
        return desk.list(worker).get(0);
    }

    private static void refused(ProblemCode code, Executable call) {
        assertEquals(code, assertThrows(ProblemException.class, call).code());
    }

    @Test
    void sendsAnUnconfirmedAddressItsCodeAndNothingElse() throws Exception {
        UUID id = subscribed(DESK, ALL);
        told(AGENCY, REFERRAL_OFFERED);
        round.make();
        told(AGENCY, REFERRAL_OFFERED);
        node.clock.move(Duration.ofHours(1));
        round.make();

        MailServer.Received mail = server.take();
        assertEquals("Your code", mail.subject());
        assertTrue(mail.code().matches("[0-9A-HJKMNP-TV-Z]{8}"), mail.code());
        assertEquals("", mail.header("List-Unsubscribe"));
        assertFalse(mail.raw().contains(id.toString()));
        assertEquals(0, server.waiting());
        assertEquals(Standing.UNCONFIRMED, only().standing());
    }

    @Test
    void tellsTheSameOfWhateverHappenedHoweverOften() throws Exception {
        UUID id = confirmed(DESK);
        Set<String> texts = new HashSet<>();
        for (NotificationKind kind : NotificationKind.values()) {
            told(AGENCY, kind);
            node.clock.move(QUIET.plusMinutes(2));
            round.make();
            node.clock.move(QUIET.plusMinutes(2));
            round.make();
            MailServer.Received mail = server.take();
            texts.add(mail.subject() + "\n" + mail.text());
            String raw = mail.raw() + mail.text();
            assertFalse(raw.contains(kind.code()), raw);
            assertFalse(raw.contains(AGENCY) || raw.toLowerCase(Locale.ROOT).contains("paivand"), raw);
            assertTrue(mail.header("List-Unsubscribe").startsWith("<https://node.example.org/u/" + id + "."));
        }

        assertEquals(1, texts.size(), texts::toString);
        assertEquals(0, server.waiting());
    }

    @Test
    void makesOneMailOfWhatComesWithinMinutes() throws Exception {
        UUID unusedId = confirmed(DESK);
        for (int i = 0; i < 3; i++) {
            told(AGENCY, REFERRAL_CHANGED);
            round.make();
            node.clock.move(Duration.ofMinutes(1));
        }
        assertEquals(0, server.waiting());

        node.clock.move(QUIET);
        round.make();
        node.clock.move(QUIET);
        round.make();
        assertEquals(1, server.waiting());
    }

    @Test
    void letsAnOfferNotWaitButNotBeCountedEither() throws Exception {
        UUID unusedId = confirmed(DESK);
        told(AGENCY, REFERRAL_CHANGED);
        round.make();
        told(AGENCY, REFERRAL_OFFERED);
        round.make();
        assertEquals(1, server.waiting());

        told(AGENCY, REFERRAL_OFFERED);
        told(AGENCY, REFERRAL_OFFERED);
        round.make();
        assertEquals(1, server.waiting());
        node.clock.move(Duration.ofMinutes(1));
        round.make();
        assertEquals(2, server.waiting());
        node.clock.move(QUIET.plus(QUIET));
        round.make();
        assertEquals(2, server.waiting());
    }

    @Test
    void tellsAnAgencyOfItsOwnAndOfTheKindsItWants() throws Exception {
        UUID unusedId = confirmed(DESK, Set.of(REFERRAL_OFFERED));
        told(AGENCY, REFERRAL_CHANGED);
        told("tj-ngo-psychosocial", REFERRAL_OFFERED);
        node.clock.move(QUIET.plusMinutes(1));
        round.make();

        assertEquals(0, server.waiting());
    }

    @Test
    void triesAgainWhatIsRefusedForNow() throws Exception {
        UUID unusedId = confirmed(DESK);
        server.refuses(DESK, 451, "4.3.0 later");
        told(AGENCY, REFERRAL_OFFERED);
        round.make();
        round.make();
        assertEquals(Optional.of("451"), only().answer());
        assertEquals(1, only().failures());

        server.takesAllAgain();
        round.make();
        assertEquals(0, server.waiting());
        node.clock.move(MailRound.BACK_OFF.get(0));
        round.make();
        assertEquals(1, server.waiting());
        assertEquals(0, only().failures());
        assertEquals(Optional.empty(), only().answer());
    }

    @Test
    void stopsAnAddressThatIsRefusedForGoodAndShowsIt() throws Exception {
        UUID id = confirmed(DESK);
        server.refuses(DESK, 550, "5.1.1 gone");
        told(AGENCY, REFERRAL_OFFERED);
        round.make();
        server.takesAllAgain();
        told(AGENCY, REFERRAL_OFFERED);
        node.clock.move(Duration.ofDays(1));
        round.make();

        assertEquals(0, server.waiting());
        assertEquals(Standing.BOUNCED, only().standing());
        assertEquals(Optional.of("550"), only().answer());
        refused(ProblemCode.CONFLICT, () -> desk.confirm(worker, id, "00000000"));
    }

    @Test
    void blamesNoAddressForARelayThatIsAwayAndSendsOneMailWhenItIsBack() throws Exception {
        UUID unusedId = confirmed(DESK);
        server.refuses("from", 550, "5.7.1 not you");
        for (int i = 0; i < 5; i++) {
            told(AGENCY, REFERRAL_OFFERED);
            round.make();
            node.clock.move(Duration.ofMinutes(10));
        }
        assertEquals(0, only().failures());
        assertEquals(Standing.CONFIRMED, only().standing());

        server.takesAllAgain();
        round.make();
        round.make();
        assertEquals(1, server.waiting());
    }

    @Test
    void isSentByOneInstanceAlthoughAllLookForIt() throws Exception {
        for (int i = 0; i < 5; i++) {
            UUID unusedId = confirmed("desk" + i + "@example.org");
        }
        told(AGENCY, REFERRAL_OFFERED);
        MailRound second = round(new SmtpMailSender(server.relay(), Duration.ofSeconds(5), node.clock));
        Thread beside = new Thread(second::make);
        beside.start();
        round.make();
        beside.join();
        round.make();

        Set<String> to = new HashSet<>();
        while (server.waiting() > 0) {
            assertTrue(to.add(server.take().to()), "twice to one address");
        }
        assertEquals(5, to.size());
    }

    @Test
    void isFollowedByAnotherInstanceWhereOneDiedWhileSending() throws Exception {
        UUID unusedId = confirmed(DESK);
        told(AGENCY, REFERRAL_OFFERED);
        MailRound dying = round(letter -> {
            throw new IllegalStateException("dead");
        });
        assertThrows(IllegalStateException.class, dying::make);
        round.make();
        assertEquals(0, server.waiting());

        node.clock.move(Duration.ofMinutes(5));
        round.make();
        assertEquals(1, server.waiting());
    }

    @Test
    void confirmsByItsOwnCodeAloneAndNotByGuessing() throws Exception {
        UUID id = subscribed(DESK, ALL);
        round.make();
        String code = server.take().code();
        String wrong = code.equals("00000000") ? "00000001" : "00000000";
        for (int i = 0; i < MailDesk.TRIES; i++) {
            refused(ProblemCode.INVALID_REQUEST, () -> desk.confirm(worker, id, wrong));
        }

        refused(ProblemCode.CONFLICT, () -> desk.confirm(worker, id, code));
        assertEquals(Standing.UNCONFIRMED, only().standing());
    }

    @Test
    void changesNothingByTheRightCodeASecondTime() throws Exception {
        UUID id = subscribed(DESK, ALL);
        round.make();
        String code = server.take().code();

        assertEquals(desk.confirm(worker, id, code), desk.confirm(worker, id, code));
        refused(ProblemCode.INVALID_REQUEST, () -> desk.confirm(worker, id, "ZZZZZZZZ"));
    }

    @Test
    void endsForWhoeverReadsMailsThereAndForNobodyElse() throws Exception {
        UUID id = confirmed(DESK);
        told(AGENCY, REFERRAL_OFFERED);
        round.make();
        String way = server.take().header("List-Unsubscribe").replaceAll(".*/u/|>", "");
        String word = way.substring(way.indexOf('.') + 1);
        desk.end(id, "A".repeat(22));
        desk.end(UUID.randomUUID(), word);
        assertEquals(Standing.CONFIRMED, only().standing());

        desk.end(id, word);
        desk.end(id, word);
        told(AGENCY, REFERRAL_OFFERED);
        node.clock.move(Duration.ofDays(1));
        round.make();

        assertEquals(Standing.UNSUBSCRIBED, only().standing());
        assertEquals(0, server.waiting());
    }

    @Test
    void belongsToItsAgencyAlone() throws Exception {
        UUID id = subscribed(DESK, ALL);

        assertEquals(List.of(), desk.list(other));
        refused(ProblemCode.NOT_FOUND, () -> desk.remove(other, id));
        refused(ProblemCode.NOT_FOUND, () -> desk.confirm(other, id, "00000000"));
        refused(ProblemCode.NOT_FOUND, () -> desk.remove(worker, UUID.randomUUID()));
    }

    @Test
    void keepsNoAddressThatCanBeReadInTheDatabaseNorAfterItsRemoval() throws Exception {
        UUID id = confirmed("zzneedle@example.org");
        assertEquals(0, number("SELECT COUNT(*) FROM paivand.mail_address WHERE sealed_address LIKE '%zzneedle%'"));

        desk.remove(worker, id);
        assertEquals(0, number("SELECT COUNT(*) FROM paivand.mail_address WHERE sealed_address IS NOT NULL"));
        refused(ProblemCode.NOT_FOUND, () -> desk.remove(worker, id));
        assertEquals(List.of(), desk.list(worker));
        told(AGENCY, REFERRAL_OFFERED);
        round.make();
        assertEquals(0, server.waiting());
    }

    @Test
    void forgetsAnAddressThatNobodyConfirmed() {
        UUID unusedId = subscribed(DESK, ALL);
        round.make();
        node.clock.move(Duration.ofDays(2));
        round.make();

        assertEquals(List.of(), desk.list(worker));
    }

    @Test
    void makesOneSubscriptionForOneKey() {
        IdempotencyKey key = TestNode.key();
        Subscription first = desk.subscribe(worker, key, new MailAddress(DESK), ALL, MailLanguage.TG);

        assertEquals(first, desk.subscribe(worker, key, new MailAddress(DESK), ALL, MailLanguage.TG));
        refused(ProblemCode.CONFLICT, () -> subscribed("desk@EXAMPLE.org", ALL));
    }

    @Test
    void letsNobodyUseTheNodeToSendCodesToStrangers() {
        for (int i = 0; i < MailDesk.MOST_IN_A_DAY; i++) {
            desk.remove(worker, subscribed("stranger" + i + "@example.org", ALL));
        }

        refused(ProblemCode.TOO_MANY_REQUESTS, () -> subscribed(DESK, ALL));
        node.clock.move(Duration.ofDays(1).plusSeconds(1));
        UUID unusedNextDay = subscribed(DESK, ALL);
    }

    @Test
    void givesAnAgencyTwentyAndNoMore() {
        for (int i = 0; i < MailDesk.MOST; i++) {
            UUID unusedId = subscribed("desk" + i + "@example.org", ALL);
        }

        refused(ProblemCode.CONFLICT, () -> subscribed(DESK, ALL));
    }

    @Test
    void saysSoWhereNoMailIsSetUpAndKeepsNothing() {
        refused(
                ProblemCode.MAIL_UNAVAILABLE,
                () -> desk(false).subscribe(worker, TestNode.key(), new MailAddress(DESK), ALL, MailLanguage.EN));

        assertEquals(List.of(), desk.list(worker));
    }

    /** What a mail says depends on its language and its site, and on nothing else. */
    @Test
    void saysTheSameInThreeLanguages() throws Exception {
        Set<String> subjects = new HashSet<>();
        for (MailLanguage language : MailLanguage.values()) {
            UUID id = desk.subscribe(worker, TestNode.key(), new MailAddress(DESK), ALL, language)
                    .id();
            round.make();
            MailServer.Received code = server.take();
            Subscription unusedConfirmed = desk.confirm(worker, id, code.code());
            told(AGENCY, REFERRAL_OFFERED);
            round.make();
            MailServer.Received mail = server.take();
            subjects.add(code.subject());
            subjects.add(mail.subject());
            assertEquals(language.code(), mail.header("Content-Language"));
            assertTrue(mail.text().strip().endsWith("\nhttps://node.example.org"), mail.text());
            desk.remove(worker, id);
        }

        assertEquals(6, subjects.size(), subjects::toString);
    }

    private static long number(String sql) throws SQLException {
        return TestNode.number(sql);
    }
}
