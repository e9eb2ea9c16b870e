package org.paivand.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paivand.approval.Approval;
import org.paivand.approval.Verdict;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.json.SectionBodies;
import org.paivand.casefile.key.BrokenSealException;
import org.paivand.casefile.section.Message;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.event.Disclosure;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.registry.service.ServiceType;
import org.paivand.release.LoggedDisclosure;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** What the two agencies of a referral write to each other. */
@Timeout(120)
class MessagesTest {
    private static final String HOTLINE = "tj-hotline-national";
    private static final String WORDS = "She asks for her glasses.";

    @AutoClose
    private static final TestNode node = TestNode.running();

    private Scene scene;
    private Scene back;
    private Caller sender;
    private Caller provider;

    @BeforeEach
    void begin() throws Exception {
        from(HOTLINE);
    }

    private void from(String agency) throws Exception {
        scene = Scene.between(node, agency, Scene.SHELTER, Purpose.SHELTER_PLACEMENT);
        scene.write(Category.SERVICE_REQUEST, 0);
        sender = scene.controller;
        provider = scene.recipient;
        back = scene.towards(agency);
    }

    /** Both may read the other's messages. */
    private ReferralId accepted() throws Exception {
        scene.consent(scene.grant(Category.SERVICE_REQUEST, Category.MESSAGE), back.grant(Category.MESSAGE));
        return scene.accepted();
    }

    /** Neither may. */
    private ReferralId silent() throws Exception {
        scene.consent(scene.grant(Category.SERVICE_REQUEST));
        return scene.accepted();
    }

    private void move(ReferralId id, Move move) {
        node.referrals().move(provider, id, Optional.empty(), move);
    }

    private static Message message(String json) {
        return SectionBodies.message(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Message words() {
        return message("{\"text\": \"" + WORDS + "\"}");
    }

    private Messages.Kept write(Caller by, ReferralId id) {
        return node.messages().write(by, TestNode.key(), id, words());
    }

    private LoggedDisclosure pull(Caller by, ReferralId id, Category... categories) throws Exception {
        return node.pulls().pull(by, UUID.randomUUID(), TestNode.key(), id, Set.of(categories));
    }

    private static JsonNode messages(LoggedDisclosure disclosure) throws Exception {
        return new ObjectMapper()
                .readTree(disclosure.sections())
                .path("message")
                .path("messages");
    }

    private static void refused(ProblemCode code, Executable call) {
        assertEquals(code, assertThrows(ProblemException.class, call).code());
    }

    private static long told(ReferralId id, String agency) throws SQLException {
        return TestNode.number("SELECT COUNT(*) FROM paivand.notification WHERE agency = '" + agency
                + "' AND kind = 'message-written' AND subject = '" + id + "'");
    }

    @Test
    void goFromTheSenderToTheProviderAndBack() throws Exception {
        ReferralId id = accepted();
        write(sender, id);
        write(provider, id);
        write(provider, id);

        JsonNode there = messages(pull(provider, id, Category.MESSAGE));
        JsonNode here = messages(pull(sender, id, Category.MESSAGE));

        assertEquals(1, there.size());
        assertEquals(WORDS, there.path(0).path("text").textValue());
        assertEquals(1, there.path(0).path("number").intValue());
        assertEquals(2, here.size());
        assertEquals(2, here.path(0).path("number").intValue());
        Instant writtenAt = Instant.parse(here.path(1).path("writtenAt").textValue());
        assertFalse(writtenAt.isAfter(node.clock.instant()));
    }

    @Test
    void areDisclosedByTheWriterAndLoggedSoWithoutAWord() throws Exception {
        ReferralId id = accepted();
        write(provider, id);
        LoggedDisclosure disclosure = pull(sender, id, Category.MESSAGE);

        Disclosure logged = node.entries().stream()
                .filter(entry -> entry.eventId().equals(disclosure.eventId()))
                .map(entry -> assertInstanceOf(Disclosure.class, entry.event()))
                .findFirst()
                .orElseThrow();

        assertEquals(Scene.SHELTER, logged.head().discloser().agency().value());
        assertEquals(HOTLINE, logged.recipient().orElseThrow().agency().value());
        assertEquals(
                Set.of("/messages/0/number", "/messages/0/writtenAt", "/messages/0/text"),
                logged.released().get(0).paths());
    }

    @Test
    void areToldOfToTheOtherSideOnlyIfItMayRead() throws Exception {
        ReferralId id = accepted();
        write(sender, id);
        write(provider, id);
        from(HOTLINE);
        ReferralId closed = silent();
        write(sender, closed);
        write(provider, closed);

        assertEquals(1, told(id, Scene.SHELTER));
        assertEquals(1, told(id, HOTLINE));
        assertEquals(0, told(closed, Scene.SHELTER));
        assertEquals(0, told(closed, HOTLINE));
    }

    @Test
    void areNotReadWithoutAGrant() throws Exception {
        ReferralId id = silent();
        write(sender, id);
        write(provider, id);

        refused(ProblemCode.RELEASE_REFUSED, () -> pull(provider, id, Category.MESSAGE));
        refused(ProblemCode.RELEASE_REFUSED, () -> pull(sender, id, Category.MESSAGE));
        assertEquals(List.of(1), numbers(sender, id));
        assertEquals(List.of(2), numbers(provider, id));
    }

    private static List<Integer> numbers(Caller caller, ReferralId id) throws Exception {
        return node.messages().list(caller, id).stream()
                .map(Messages.Kept::number)
                .toList();
    }

    @Test
    void areListedToWhoWroteOrMayReadThem() throws Exception {
        ReferralId id = accepted();
        write(sender, id);
        write(provider, id);

        assertEquals(List.of(1, 2), numbers(sender, id));
        assertEquals(List.of(1, 2), numbers(provider, id));
    }

    @Test
    void stopWithTheConsent() throws Exception {
        scene.consent(scene.grant(Category.SERVICE_REQUEST));
        UUID consent = scene.consent(scene.grant(Category.MESSAGE), back.grant(Category.MESSAGE));
        ReferralId id = scene.accepted();
        write(sender, id);
        write(provider, id);
        pull(provider, id, Category.MESSAGE);
        scene.withdraw(consent);

        refused(ProblemCode.RELEASE_REFUSED, () -> pull(provider, id, Category.MESSAGE));
        refused(ProblemCode.RELEASE_REFUSED, () -> pull(sender, id, Category.MESSAGE));
        assertEquals(List.of(1), numbers(sender, id));
    }

    @Test
    void reachInvestigatorsOnlyAfterTheTimeToReflect() throws Exception {
        from(Scene.POLICE);
        ReferralId id = accepted();
        write(provider, id);

        refused(ProblemCode.RELEASE_REFUSED, () -> pull(sender, id, Category.MESSAGE));
        assertEquals(0, told(id, Scene.POLICE));
        assertEquals(List.of(), numbers(sender, id));

        node.clock.move(Duration.ofDays(31));
        back.consent(back.grant(Category.MESSAGE));
        assertEquals(1, messages(pull(sender, id, Category.MESSAGE)).size());
    }

    @Test
    void areNotThereBeforeAnAcceptance() throws Exception {
        scene.consent(scene.grant(Category.SERVICE_REQUEST, Category.MESSAGE), back.grant(Category.MESSAGE));
        ReferralId id = scene.offer(ServiceType.SHELTER);

        ProblemException early = assertThrows(ProblemException.class, () -> write(provider, id));
        assertEquals(ProblemCode.ILLEGAL_TRANSITION, early.code());
        assertTrue(early.extensions().allowed().contains("acceptance"));
        refused(ProblemCode.ILLEGAL_TRANSITION, () -> write(sender, id));
        refused(ProblemCode.ILLEGAL_TRANSITION, () -> pull(sender, id, Category.MESSAGE));
        refused(ProblemCode.ILLEGAL_TRANSITION, () -> node.pulls().permissions(sender, id));
        refused(ProblemCode.RELEASE_REFUSED, () -> pull(provider, id, Category.MESSAGE));
    }

    @Test
    void areNotThereAfterTheEnd() throws Exception {
        ReferralId id = accepted();
        write(sender, id);
        write(provider, id);
        move(id, Move.endByPerson());

        refused(ProblemCode.ILLEGAL_TRANSITION, () -> write(sender, id));
        refused(ProblemCode.ILLEGAL_TRANSITION, () -> write(provider, id));
        refused(ProblemCode.ILLEGAL_TRANSITION, () -> pull(sender, id, Category.MESSAGE));
        refused(ProblemCode.ILLEGAL_TRANSITION, () -> pull(provider, id, Category.MESSAGE));
        assertEquals(List.of(1), numbers(sender, id));
    }

    @Test
    void tellTheSenderNothingElseWhileHelpGoesOn() throws Exception {
        ReferralId id = accepted();
        write(provider, id);

        refused(ProblemCode.INVALID_REQUEST, () -> pull(sender, id, Category.MESSAGE, Category.FEEDBACK));
        refused(ProblemCode.INVALID_REQUEST, () -> pull(sender, id, Category.IDENTITY));
        assertEquals(
                Set.of(Category.MESSAGE),
                node.pulls().permissions(sender, id).decision().permitted().keySet());
    }

    /** The provider knows no more by what the sender read, so it may still take its acceptance back. */
    @Test
    void thatTheSenderReadLeaveTheProviderFreeToDecline() throws Exception {
        ReferralId id = accepted();
        write(provider, id);
        pull(sender, id, Category.MESSAGE);

        move(id, Move.decline(DeclineCode.UNSAFE_TO_ACCEPT, List.of()));

        assertEquals(
                "declined",
                node.referrals()
                        .find(provider, id)
                        .orElseThrow()
                        .stored()
                        .referral()
                        .state());
    }

    @Test
    void thatTheProviderReadAreMoreThanTheServiceRequest() throws Exception {
        ReferralId id = accepted();
        write(sender, id);
        pull(provider, id, Category.MESSAGE);

        refused(ProblemCode.ILLEGAL_TRANSITION, () -> move(id, Move.decline(DeclineCode.UNSAFE_TO_ACCEPT, List.of())));
    }

    @Test
    void areForNobodyElse() throws Exception {
        ReferralId id = accepted();
        Caller stranger = TestNode.caller("tj-ngo-psychosocial", "worker", Role.REFERRER, Role.PROVIDER);

        refused(ProblemCode.NOT_FOUND, () -> write(stranger, id));
        refused(ProblemCode.NOT_FOUND, () -> node.messages().list(stranger, id));
        refused(ProblemCode.NOT_FOUND, () -> pull(stranger, id, Category.MESSAGE));
    }

    @Test
    void areNothingToPullWhileThereAreNone() throws Exception {
        ReferralId id = accepted();

        refused(ProblemCode.RELEASE_REFUSED, () -> pull(sender, id, Category.MESSAGE));
        refused(ProblemCode.RELEASE_REFUSED, () -> pull(provider, id, Category.MESSAGE));
    }

    @Test
    void areWrittenOnceHoweverOftenTheyAreSent() throws Exception {
        ReferralId id = accepted();
        IdempotencyKey key = TestNode.key();

        Messages.Kept first = node.messages().write(sender, key, id, words());
        Messages.Kept again = node.messages().write(sender, key, id, words());

        assertEquals(first.number(), again.number());
        assertEquals(List.of(1), numbers(sender, id));
        assertEquals(1, told(id, Scene.SHELTER));
    }

    @Test
    void areTwoHundredAtMost() throws Exception {
        ReferralId id = accepted();
        TestNode.sql("INSERT INTO paivand.referral_message (id, referral_id, number, agency, at, sealed) VALUES ('"
                + UUID.randomUUID() + "', '" + id + "', 199, '" + HOTLINE + "', UTC_TIMESTAMP(3), '')");

        assertEquals(200, write(provider, id).number());

        refused(ProblemCode.CONFLICT, () -> write(provider, id));
    }

    @Test
    void lieSealedUnderTheCaseTheReferralAndTheirNumber() throws Exception {
        ReferralId id = accepted();
        write(sender, id);

        assertEquals(0, TestNode.number("SELECT COUNT(*) FROM paivand.referral_message WHERE sealed LIKE '%glasses%'"));
        TestNode.sql("UPDATE paivand.referral_message SET number = 7 WHERE referral_id = '" + id + "'");
        assertThrows(BrokenSealException.class, () -> pull(provider, id, Category.MESSAGE));
    }

    @Test
    void goWithTheCase() throws Exception {
        ReferralId id = accepted();
        write(sender, id);
        move(id, Move.endByPerson());

        UUID erasure = node.erasures()
                .propose(sender, UUID.randomUUID(), TestNode.key(), scene.caseId)
                .proposal()
                .id();
        Caller second = TestNode.caller(HOTLINE, "second", Role.REFERRER);
        Approval unusedDecided =
                node.erasures().decide(second, UUID.randomUUID(), scene.caseId, erasure, Verdict.CONFIRM);

        assertEquals(
                0, TestNode.number("SELECT COUNT(*) FROM paivand.referral_message WHERE referral_id = '" + id + "'"));
        refused(ProblemCode.NOT_FOUND, () -> node.messages().list(sender, id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"text\": \"\"}",
                "{\"text\": \"  \"}",
                "{\"text\": 7}",
                "{\"text\": \"x\", \"to\": \"y\"}",
                "{\"text\": \"\\u0007\"}",
                "[]",
                "{\"text\""
            })
    void areRefusedInAnyOtherForm(String body) {
        assertThrows(ProblemException.class, () -> message(body));
    }

    @Test
    void areRefusedIfTheyAreTooLong() {
        String most = "{\"text\": \"" + "я".repeat(2000) + "\"}";

        assertEquals(2000, message(most).text().value().length());
        assertThrows(ProblemException.class, () -> message(most.replace("я\"", "яя\"")));
    }

    @Test
    void showNothingWhereTheyArePrinted() {
        assertFalse(words().toString().contains("glasses"));
        assertFalse(words().text().toString().contains("glasses"));
    }
}
