package org.paivand.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.paivand.referral.BothWays.HOTLINE;
import static org.paivand.referral.BothWays.refused;
import static org.paivand.referral.BothWays.released;
import static org.paivand.referral.BothWays.told;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.json.SectionBodies;
import org.paivand.casefile.key.BrokenSealException;
import org.paivand.casefile.section.Message;
import org.paivand.disclosure.Category;
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
    private static final String WORDS = "She asks for her glasses.";

    @AutoClose
    private static final TestNode node = TestNode.running();

    private BothWays two;

    @BeforeEach
    void begin() throws Exception {
        two = new BothWays(node, HOTLINE);
    }

    /** Both may read the other's messages. */
    private ReferralId accepted() throws Exception {
        two.there.consent(
                two.there.grant(Category.SERVICE_REQUEST, Category.MESSAGE), two.back.grant(Category.MESSAGE));
        return two.there.accepted();
    }

    /** Neither may. */
    private ReferralId silent() throws Exception {
        two.there.consent(two.there.grant(Category.SERVICE_REQUEST));
        return two.there.accepted();
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

    private static JsonNode messages(LoggedDisclosure disclosure) throws Exception {
        return released(disclosure).path("message").path("messages");
    }

    @Test
    void goFromTheSenderToTheProviderAndBack() throws Exception {
        ReferralId id = accepted();
        write(two.sender, id);
        write(two.provider, id);
        write(two.provider, id);

        JsonNode there = messages(two.pull(two.provider, id, Category.MESSAGE));
        JsonNode here = messages(two.pull(two.sender, id, Category.MESSAGE));

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
        write(two.provider, id);
        LoggedDisclosure disclosure = two.pull(two.sender, id, Category.MESSAGE);

        Disclosure logged = two.logged(disclosure);

        assertEquals(Scene.SHELTER, logged.head().discloser().agency().value());
        assertEquals(HOTLINE, logged.recipient().orElseThrow().agency().value());
        assertEquals(
                Set.of("/messages/0/number", "/messages/0/writtenAt", "/messages/0/text"),
                logged.released().get(0).paths());
    }

    @Test
    void areToldOfToTheOtherSideOnlyIfItMayRead() throws Exception {
        ReferralId id = accepted();
        write(two.sender, id);
        write(two.provider, id);
        two = new BothWays(node, HOTLINE);
        ReferralId closed = silent();
        write(two.sender, closed);
        write(two.provider, closed);

        assertEquals(1, told("message-written", id, Scene.SHELTER));
        assertEquals(1, told("message-written", id, HOTLINE));
        assertEquals(0, told("message-written", closed, Scene.SHELTER));
        assertEquals(0, told("message-written", closed, HOTLINE));
    }

    @Test
    void areNotReadWithoutAGrant() throws Exception {
        ReferralId id = silent();
        write(two.sender, id);
        write(two.provider, id);

        refused(ProblemCode.RELEASE_REFUSED, () -> two.pull(two.provider, id, Category.MESSAGE));
        refused(ProblemCode.RELEASE_REFUSED, () -> two.pull(two.sender, id, Category.MESSAGE));
        assertEquals(List.of(1), numbers(two.sender, id));
        assertEquals(List.of(2), numbers(two.provider, id));
    }

    private static List<Integer> numbers(Caller caller, ReferralId id) throws Exception {
        return node.messages().list(caller, id).stream()
                .map(Messages.Kept::number)
                .toList();
    }

    @Test
    void areListedToWhoWroteOrMayReadThem() throws Exception {
        ReferralId id = accepted();
        write(two.sender, id);
        write(two.provider, id);

        assertEquals(List.of(1, 2), numbers(two.sender, id));
        assertEquals(List.of(1, 2), numbers(two.provider, id));
    }

    @Test
    void stopWithTheConsent() throws Exception {
        two.there.consent(two.there.grant(Category.SERVICE_REQUEST));
        UUID consent = two.there.consent(two.there.grant(Category.MESSAGE), two.back.grant(Category.MESSAGE));
        ReferralId id = two.there.accepted();
        write(two.sender, id);
        write(two.provider, id);
        two.pull(two.provider, id, Category.MESSAGE);
        two.there.withdraw(consent);

        refused(ProblemCode.RELEASE_REFUSED, () -> two.pull(two.provider, id, Category.MESSAGE));
        refused(ProblemCode.RELEASE_REFUSED, () -> two.pull(two.sender, id, Category.MESSAGE));
        assertEquals(List.of(1), numbers(two.sender, id));
    }

    @Test
    void reachInvestigatorsOnlyAfterTheTimeToReflect() throws Exception {
        two = new BothWays(node, Scene.POLICE);
        ReferralId id = accepted();
        write(two.provider, id);

        refused(ProblemCode.RELEASE_REFUSED, () -> two.pull(two.sender, id, Category.MESSAGE));
        assertEquals(0, told("message-written", id, Scene.POLICE));
        assertEquals(List.of(), numbers(two.sender, id));

        node.clock.move(Duration.ofDays(31));
        two.back.consent(two.back.grant(Category.MESSAGE));
        assertEquals(1, messages(two.pull(two.sender, id, Category.MESSAGE)).size());
    }

    @Test
    void areNotThereBeforeAnAcceptance() throws Exception {
        two.there.consent(
                two.there.grant(Category.SERVICE_REQUEST, Category.MESSAGE), two.back.grant(Category.MESSAGE));
        ReferralId id = two.there.offer(ServiceType.SHELTER);

        ProblemException early = assertThrows(ProblemException.class, () -> write(two.provider, id));
        assertEquals(ProblemCode.ILLEGAL_TRANSITION, early.code());
        assertTrue(early.extensions().allowed().contains("acceptance"));
        refused(ProblemCode.ILLEGAL_TRANSITION, () -> write(two.sender, id));
        refused(ProblemCode.ILLEGAL_TRANSITION, () -> two.pull(two.sender, id, Category.MESSAGE));
        refused(ProblemCode.ILLEGAL_TRANSITION, () -> node.pulls().permissions(two.sender, id));
        refused(ProblemCode.RELEASE_REFUSED, () -> two.pull(two.provider, id, Category.MESSAGE));
    }

    @Test
    void areNotThereAfterTheEnd() throws Exception {
        ReferralId id = accepted();
        write(two.sender, id);
        write(two.provider, id);
        two.move(id, Move.endByPerson());

        refused(ProblemCode.ILLEGAL_TRANSITION, () -> write(two.sender, id));
        refused(ProblemCode.ILLEGAL_TRANSITION, () -> write(two.provider, id));
        refused(ProblemCode.ILLEGAL_TRANSITION, () -> two.pull(two.sender, id, Category.MESSAGE));
        refused(ProblemCode.ILLEGAL_TRANSITION, () -> two.pull(two.provider, id, Category.MESSAGE));
        assertEquals(List.of(1), numbers(two.sender, id));
    }

    @Test
    void tellTheSenderNothingElseWhileHelpGoesOn() throws Exception {
        ReferralId id = accepted();
        write(two.provider, id);

        refused(ProblemCode.INVALID_REQUEST, () -> two.pull(two.sender, id, Category.MESSAGE, Category.FEEDBACK));
        refused(ProblemCode.INVALID_REQUEST, () -> two.pull(two.sender, id, Category.IDENTITY));
        assertEquals(
                Set.of(Category.MESSAGE),
                node.pulls().permissions(two.sender, id).decision().permitted().keySet());
    }

    /** The provider knows no more by what the sender read, so it may still take its acceptance two.back. */
    @Test
    void thatTheSenderReadLeaveTheProviderFreeToDecline() throws Exception {
        ReferralId id = accepted();
        write(two.provider, id);
        two.pull(two.sender, id, Category.MESSAGE);

        two.move(id, Move.decline(DeclineCode.UNSAFE_TO_ACCEPT, List.of()));

        assertEquals(
                "declined",
                node.referrals()
                        .find(two.provider, id)
                        .orElseThrow()
                        .stored()
                        .referral()
                        .state());
    }

    @Test
    void thatTheProviderReadAreMoreThanTheServiceRequest() throws Exception {
        ReferralId id = accepted();
        write(two.sender, id);
        two.pull(two.provider, id, Category.MESSAGE);

        refused(
                ProblemCode.ILLEGAL_TRANSITION,
                () -> two.move(id, Move.decline(DeclineCode.UNSAFE_TO_ACCEPT, List.of())));
    }

    @Test
    void areForNobodyElse() throws Exception {
        ReferralId id = accepted();
        Caller stranger = TestNode.caller("tj-ngo-psychosocial", "worker", Role.REFERRER, Role.PROVIDER);

        refused(ProblemCode.NOT_FOUND, () -> write(stranger, id));
        refused(ProblemCode.NOT_FOUND, () -> node.messages().list(stranger, id));
        refused(ProblemCode.NOT_FOUND, () -> two.pull(stranger, id, Category.MESSAGE));
    }

    @Test
    void areNothingToPullWhileThereAreNone() throws Exception {
        ReferralId id = accepted();

        refused(ProblemCode.RELEASE_REFUSED, () -> two.pull(two.sender, id, Category.MESSAGE));
        refused(ProblemCode.RELEASE_REFUSED, () -> two.pull(two.provider, id, Category.MESSAGE));
    }

    @Test
    void areWrittenOnceHoweverOftenTheyAreSent() throws Exception {
        ReferralId id = accepted();
        IdempotencyKey key = TestNode.key();

        Messages.Kept first = node.messages().write(two.sender, key, id, words());
        Messages.Kept again = node.messages().write(two.sender, key, id, words());

        assertEquals(first.number(), again.number());
        assertEquals(List.of(1), numbers(two.sender, id));
        assertEquals(1, told("message-written", id, Scene.SHELTER));
    }

    @Test
    void areTwoHundredAtMost() throws Exception {
        ReferralId id = accepted();
        TestNode.sql("INSERT INTO paivand.referral_message (id, referral_id, number, agency, at, sealed) VALUES ('"
                + UUID.randomUUID() + "', '" + id + "', 199, '" + HOTLINE + "', UTC_TIMESTAMP(3), '')");

        assertEquals(200, write(two.provider, id).number());

        refused(ProblemCode.CONFLICT, () -> write(two.provider, id));
    }

    @Test
    void lieSealedUnderTheCaseTheReferralAndTheirNumber() throws Exception {
        ReferralId id = accepted();
        write(two.sender, id);

        assertEquals(0, TestNode.number("SELECT COUNT(*) FROM paivand.referral_message WHERE sealed LIKE '%glasses%'"));
        TestNode.sql("UPDATE paivand.referral_message SET number = 7 WHERE referral_id = '" + id + "'");
        assertThrows(BrokenSealException.class, () -> two.pull(two.provider, id, Category.MESSAGE));
    }

    @Test
    void goWithTheCase() throws Exception {
        ReferralId id = accepted();
        write(two.sender, id);
        two.move(id, Move.endByPerson());

        two.erase();

        assertEquals(
                0, TestNode.number("SELECT COUNT(*) FROM paivand.referral_message WHERE referral_id = '" + id + "'"));
        refused(ProblemCode.NOT_FOUND, () -> node.messages().list(two.sender, id));
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
