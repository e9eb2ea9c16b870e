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
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.json.SectionBodies;
import org.paivand.casefile.key.BrokenSealException;
import org.paivand.casefile.section.PersonsAnswer;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.consent.Grant;
import org.paivand.disclosure.decision.ReasonCode;
import org.paivand.disclosure.event.Disclosure;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.registry.service.ServiceType;
import org.paivand.release.LoggedDisclosure;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** How a referral ended, on its way back to the sender. */
@Timeout(120)
class FeedbackTest {
    private static final String WORDS = "They were kind. I can sleep now.";

    @AutoClose
    private static final TestNode node = TestNode.running();

    private BothWays two;

    @BeforeEach
    void consent() throws Exception {
        from(HOTLINE);
    }

    private void from(String agency) throws Exception {
        two = new BothWays(node, agency);
        two.there.write(Category.IDENTITY, 0);
    }

    /** Consented to, unless it is left out. */
    private ReferralId helping(Category... feedback) throws Exception {
        Grant there = two.there.grant(Category.SERVICE_REQUEST, Category.IDENTITY);
        if (feedback.length == 0) {
            two.there.consent(there);
        } else {
            two.there.consent(there, two.back.grant(feedback));
        }
        ReferralId id = two.there.accepted();
        two.move(id, Move.proceed(Step.ARRIVED));
        return id;
    }

    private ReferralId completed(Category... feedback) throws Exception {
        ReferralId id = helping(feedback);
        two.move(id, Move.complete(Outcome.NEEDS_PARTLY_MET, List.of(ServiceType.SHELTER)));
        return id;
    }

    private static PersonsAnswer answer(String json) {
        return SectionBodies.personsAnswer(json.getBytes(StandardCharsets.UTF_8));
    }

    private static PersonsAnswer words() {
        return answer("{\"helped\": \"partly\", \"words\": \"" + WORDS + "\"}");
    }

    private int write(ReferralId id, int expected) throws Exception {
        return node.feedback().write(two.provider, id, expected, words());
    }

    private LoggedDisclosure pull(ReferralId id, Category... categories) throws Exception {
        return two.pull(two.sender, id, categories);
    }

    private static JsonNode feedback(LoggedDisclosure disclosure) throws Exception {
        return released(disclosure).path("feedback");
    }

    @Test
    void goesBackToTheSenderWithWhatThePersonSaid() throws Exception {
        ReferralId id = completed(Category.FEEDBACK);
        assertEquals(1, write(id, 0));

        JsonNode told = feedback(pull(id, Category.FEEDBACK));

        assertEquals("needs-partly-met", told.path("result").textValue());
        assertEquals("shelter", told.path("servicesDelivered").path(0).textValue());
        assertEquals(
                node.clock.instant().atZone(ZoneOffset.UTC).toLocalDate().toString(),
                told.path("endedOn").textValue());
        assertEquals("partly", told.path("helped").textValue());
        assertEquals(WORDS, told.path("words").textValue());
        assertEquals(5, told.size());
    }

    @Test
    void isDisclosedByTheProviderAndLoggedSo() throws Exception {
        ReferralId id = completed(Category.FEEDBACK);
        LoggedDisclosure disclosure = pull(id, Category.FEEDBACK);

        Disclosure logged = two.logged(disclosure);

        assertEquals(Scene.SHELTER, logged.head().discloser().agency().value());
        assertEquals(HOTLINE, logged.recipient().orElseThrow().agency().value());
        assertEquals(
                Set.of("/result", "/servicesDelivered", "/endedOn"),
                logged.released().get(0).paths());
    }

    @Test
    void saysHowItEndedEvenIfThePersonWasNotAsked() throws Exception {
        JsonNode told = feedback(pull(completed(Category.FEEDBACK), Category.FEEDBACK));

        assertEquals(3, told.size());
    }

    @Test
    void staysWithTheProviderWithoutAGrantToTheSender() throws Exception {
        ReferralId id = completed();
        write(id, 0);

        refused(ProblemCode.RELEASE_REFUSED, () -> pull(id, Category.FEEDBACK));
        assertEquals(0, told("feedback-written", id, HOTLINE));
    }

    @Test
    void goesToNobodyBecauseThePersonAgreedToSomethingElse() throws Exception {
        ReferralId id = completed(Category.MESSAGE);

        refused(ProblemCode.RELEASE_REFUSED, () -> pull(id, Category.FEEDBACK));
    }

    /** Nor does it tell them that there is something. */
    @Test
    void reachesInvestigatorsOnlyAfterTheTimeToReflect() throws Exception {
        from(Scene.POLICE);
        ReferralId id = completed(Category.FEEDBACK);
        write(id, 0);

        ProblemException refused = assertThrows(ProblemException.class, () -> pull(id, Category.FEEDBACK));
        assertEquals("reflection-period", refused.extensions().withheld().get(0).reasonCode());
        assertEquals(0, told("feedback-written", id, Scene.POLICE));

        node.clock.move(Duration.ofDays(31));
        two.back.consent(two.back.grant(Category.FEEDBACK));
        assertEquals(
                "partly", feedback(pull(id, Category.FEEDBACK)).path("helped").textValue());
    }

    @Test
    void stopsWithTheConsent() throws Exception {
        two.there.consent(two.there.grant(Category.SERVICE_REQUEST, Category.IDENTITY));
        UUID consent = two.back.consent(two.back.grant(Category.FEEDBACK));
        ReferralId id = two.there.accepted();
        two.move(id, Move.proceed(Step.ARRIVED));
        two.move(id, Move.complete(Outcome.NEEDS_MET, List.of()));
        pull(id, Category.FEEDBACK);
        two.there.withdraw(consent);

        refused(ProblemCode.RELEASE_REFUSED, () -> pull(id, Category.FEEDBACK));
    }

    @Test
    void tellsTheSenderThatThereAreWordsOnlyIfItMayReadThem() throws Exception {
        ReferralId id = completed(Category.FEEDBACK);
        write(id, 0);

        assertEquals(1, told("feedback-written", id, HOTLINE));
    }

    @Test
    void isNotThereWhileTheHelpGoesOn() throws Exception {
        ReferralId id = helping(Category.FEEDBACK);

        refused(ProblemCode.ILLEGAL_TRANSITION, () -> pull(id, Category.FEEDBACK));
        ProblemException allowed = assertThrows(ProblemException.class, () -> write(id, 0));
        assertEquals(ProblemCode.ILLEGAL_TRANSITION, allowed.code());
        assertTrue(
                allowed.extensions().allowed().contains("completion"),
                allowed.extensions().allowed().toString());
    }

    /** A sender that hears that somebody didn't come, or can't be found, has learned where somebody isn't. */
    @ParameterizedTest
    @EnumSource(FailCode.class)
    void neverSaysWhyHelpCouldNotGoOn(FailCode code) throws Exception {
        ReferralId id = helping(Category.FEEDBACK);
        two.move(id, Move.fail(code));

        refused(ProblemCode.ILLEGAL_TRANSITION, () -> pull(id, Category.FEEDBACK));
        refused(ProblemCode.ILLEGAL_TRANSITION, () -> write(id, 0));
    }

    @ParameterizedTest
    @EnumSource(DeclineCode.class)
    void neverSaysWhyHelpWasDeclined(DeclineCode code) throws Exception {
        two.there.consent(two.there.grant(Category.SERVICE_REQUEST), two.back.grant(Category.FEEDBACK));
        ReferralId id = two.there.offer(ServiceType.SHELTER);
        two.move(id, Move.decline(code, List.of()));

        refused(ProblemCode.ILLEGAL_TRANSITION, () -> pull(id, Category.FEEDBACK));
    }

    @Test
    void saysThatThePersonEndedItOnlyAfterItHadBegun() throws Exception {
        ReferralId begun = helping(Category.FEEDBACK);
        two.move(begun, Move.endByPerson());
        ReferralId offered = two.there.offer(ServiceType.PSYCHOLOGICAL);
        node.referrals().move(two.sender, offered, Optional.empty(), Move.endByPerson());

        assertEquals(
                "ended-by-person",
                feedback(pull(begun, Category.FEEDBACK)).path("result").textValue());
        refused(ProblemCode.ILLEGAL_TRANSITION, () -> pull(offered, Category.FEEDBACK));
    }

    @Test
    void isAllThatASenderMayAskFor() throws Exception {
        ReferralId id = completed(Category.FEEDBACK);

        refused(ProblemCode.INVALID_REQUEST, () -> pull(id, Category.IDENTITY));
        refused(ProblemCode.INVALID_REQUEST, () -> pull(id, Category.FEEDBACK, Category.IDENTITY));
    }

    @Test
    void isNothingThatAProviderMayPullOfItself() throws Exception {
        two.there.consent(two.there.grant(Category.SERVICE_REQUEST, Category.IDENTITY, Category.FEEDBACK));
        ReferralId id = two.there.accepted();

        LoggedDisclosure disclosure = two.there.pull(id, Category.IDENTITY, Category.FEEDBACK);

        assertEquals(ReasonCode.NOT_HELD, disclosure.withheld().get(0).reason());
    }

    @Test
    void isThereForNobodyElse() throws Exception {
        ReferralId id = completed(Category.FEEDBACK);
        Caller stranger = TestNode.caller("tj-ngo-psychosocial", "worker", Role.REFERRER, Role.PROVIDER);

        refused(ProblemCode.NOT_FOUND, () -> node.feedback().write(stranger, id, 0, words()));
        refused(ProblemCode.NOT_FOUND, () -> node.feedback().find(stranger, id));
        refused(ProblemCode.NOT_FOUND, () -> node.feedback().find(two.sender, id));
        refused(ProblemCode.NOT_FOUND, () -> node.feedback().write(two.sender, id, 0, words()));
        Caller officer = TestNode.caller(Scene.POLICE, "officer", Role.PROVIDER);
        refused(ProblemCode.SECTION_NOT_PERMITTED, () -> node.feedback().write(officer, id, 0, words()));
        refused(ProblemCode.NOT_FOUND, () -> two.pull(stranger, id, Category.FEEDBACK));
    }

    @Test
    void isReplacedByWhoKnowsWhatIsThere() throws Exception {
        ReferralId id = completed(Category.FEEDBACK);
        refused(ProblemCode.STALE_VERSION, () -> write(id, 1));
        write(id, 0);
        refused(ProblemCode.STALE_VERSION, () -> write(id, 0));

        assertEquals(2, node.feedback().write(two.provider, id, 1, answer("{\"helped\": \"yes\"}")));

        JsonNode told = feedback(pull(id, Category.FEEDBACK));
        assertEquals("yes", told.path("helped").textValue());
        assertFalse(told.has("words"));
        assertEquals(2, node.feedback().find(two.provider, id).version());
    }

    @Test
    void liesSealedUnderTheCaseAndTheReferral() throws Exception {
        ReferralId id = completed(Category.FEEDBACK);
        ReferralId other = two.there.accepted();
        two.move(other, Move.proceed(Step.ARRIVED));
        two.move(other, Move.complete(Outcome.NEEDS_MET, List.of()));
        write(id, 0);

        assertEquals(0, TestNode.number("SELECT COUNT(*) FROM paivand.referral_feedback WHERE sealed LIKE '%kind%'"));
        TestNode.sql(
                "UPDATE paivand.referral_feedback SET referral_id = '" + other + "' WHERE referral_id = '" + id + "'");
        assertThrows(BrokenSealException.class, () -> pull(other, Category.FEEDBACK));
    }

    @Test
    void goesWithTheCase() throws Exception {
        ReferralId id = completed(Category.FEEDBACK);
        write(id, 0);

        two.erase();

        assertEquals(
                0, TestNode.number("SELECT COUNT(*) FROM paivand.referral_feedback WHERE referral_id = '" + id + "'"));
        refused(ProblemCode.NOT_FOUND, () -> pull(id, Category.FEEDBACK));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"helped\": \"very\"}",
                "{\"helped\": \"yes\", \"words\": \"\"}",
                "{\"helped\": \"yes\", \"diagnosis\": \"x\"}",
                "{\"words\": \"only words\"}",
                "[]",
                "{\"helped\""
            })
    void isRefusedInAnyOtherForm(String body) {
        assertThrows(ProblemException.class, () -> answer(body));
    }

    @Test
    void isRefusedIfTheWordsAreTooMany() {
        String most = "{\"helped\": \"yes\", \"words\": \"" + "я".repeat(500) + "\"}";

        assertEquals(PersonsAnswer.class, answer(most).getClass());
        assertThrows(ProblemException.class, () -> answer(most.replace("я\"", "яя\"")));
    }

    @Test
    void isStillThereLaterWhileTheConsentLives() throws Exception {
        ReferralId id = completed(Category.FEEDBACK);
        node.clock.move(Duration.ofHours(12));

        assertEquals(3, feedback(pull(id, Category.FEEDBACK)).size());
    }
}
