package org.paivand.holding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
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
import org.paivand.consent.Happening;
import org.paivand.consent.Remainder;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.consent.Effect;
import org.paivand.disclosure.consent.Grant;
import org.paivand.disclosure.event.ConsentChange;
import org.paivand.disclosure.event.ConsentChanged;
import org.paivand.disclosure.event.HolderAnswer;
import org.paivand.disclosure.event.RetentionBasis;
import org.paivand.disclosure.event.WithdrawalAnswered;
import org.paivand.disclosure.event.WithdrawalNoticed;
import org.paivand.holding.StopUseNotice.State;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.referral.Move;
import org.paivand.referral.Outcome;
import org.paivand.referral.Referral;
import org.paivand.referral.ReferralId;
import org.paivand.referral.Step;
import org.paivand.registry.service.ServiceType;
import org.paivand.release.LoggedDisclosure;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** Withdrawals that reach those who hold what was disclosed, on MariaDB. */
@Timeout(60)
class StopUseTest {
    private static final HolderAnswer ERASED = new HolderAnswer.Erased();

    @AutoClose
    private static final TestNode node = TestNode.running();

    private Scene scene;
    private Grant stageOne;
    private Grant identity;
    private UUID consent;
    private ReferralId referral;

    @BeforeEach
    void anAcceptedReferral() throws Exception {
        scene = Scene.policeAndShelter(node);
        scene.write(Category.CONTACT, 0);
        stageOne = scene.grant(Category.SERVICE_REQUEST);
        identity = scene.grant(Category.IDENTITY, Category.CONTACT);
        consent = scene.consent(stageOne, identity);
        referral = scene.accepted();
    }

    @AfterEach
    void mend() {
        node.clock.reset();
    }

    @Test
    void asksEachHolderOnceInTheTransactionOfTheWithdrawal() throws Exception {
        UUID first = scene.pull(referral, Category.SERVICE_REQUEST).eventId();
        UUID second = scene.pull(referral, Category.IDENTITY, Category.CONTACT).eventId();
        UUID third = scene.pull(referral, Category.IDENTITY).eventId();

        scene.withdraw(consent);

        List<WithdrawalNoticed> entries = noticed(scene);
        assertEquals(1, entries.size());
        WithdrawalNoticed entry = entries.get(0);
        assertEquals(Set.of(first, second, third), entry.disclosures());
        assertEquals(scene.recipient.agency(), entry.to().agency());
        assertEquals(consent, entry.consentId());
        ConsentChanged cause = withdrawals(scene).get(0);
        assertEquals(cause.head().occurredAt(), entry.head().occurredAt());
        assertEquals(cause.head().exchangeId(), entry.head().exchangeId());
        assertEquals(entry.head().occurredAt().plus(Duration.ofDays(3)), entry.answerBy());

        StopUseNotice notice = asked(scene).get(0);
        assertEquals(entry.head().eventId(), notice.id());
        assertEquals(Set.of(Category.SERVICE_REQUEST, Category.IDENTITY, Category.CONTACT), notice.categories());
        assertEquals(State.ASKED, notice.state(node.clock.instant()));
    }

    @Test
    void asksAboutWhatRestedOnTheGrantsThatEndedAndNothingElse() throws Exception {
        scene.pull(referral, Category.SERVICE_REQUEST);
        UUID pulled = scene.pull(referral, Category.IDENTITY).eventId();

        scene.withdraw(consent, Optional.of(Set.of(identity.id())));

        assertEquals(Set.of(pulled), noticed(scene).get(0).disclosures());
        assertEquals(Set.of(Category.IDENTITY), asked(scene).get(0).categories());
    }

    @Test
    void asksNobodyWhoHoldsNothing() throws Exception {
        scene.withdraw(consent);

        assertEquals(List.of(), noticed(scene));
        assertEquals(List.of(), asked(scene));
    }

    @Test
    void asksEveryHolderAndTellsNoneOfTheOthers() throws Exception {
        Scene southern = scene.towards("tj-shelter-south-minors");
        UUID other = southern.consent(southern.grant(Category.SERVICE_REQUEST));
        ReferralId elsewhere = southern.offer(ServiceType.SHELTER);
        scene.pull(referral, Category.IDENTITY);
        southern.pull(elsewhere, Category.SERVICE_REQUEST);

        scene.withdraw(consent);

        assertEquals(1, asked(scene).size());
        assertEquals(List.of(), asked(southern));

        scene.withdraw(other);

        assertEquals(1, asked(southern).size());
        assertEquals(1, asked(scene).size());
        notFound(() -> answer(southern, asked(scene).get(0).id(), ERASED));
        Caller police = TestNode.caller("tj-police-khatlon", "officer-two", Role.REFERRER);
        notFound(() -> node.notices().about(police, scene.caseId, Optional.empty(), 10));
        notFound(() -> node.notices().about(scene.recipient, scene.caseId, Optional.empty(), 10));
        assertEquals(
                2,
                node.notices()
                        .about(scene.controller, scene.caseId, Optional.empty(), 10)
                        .size());
    }

    @Test
    void asksNobodyWhileAnotherConsentPermitsTheSame() throws Exception {
        scene.pull(referral, Category.IDENTITY);
        UUID again = scene.consent(scene.grant(Category.IDENTITY));

        scene.withdraw(consent);

        assertEquals(List.of(), asked(scene));

        scene.withdraw(again);

        assertEquals(1, asked(scene).size());
    }

    @Test
    void takesTheQuestionBackWhenThePersonPermitsTheSameAgain() throws Exception {
        scene.pull(referral, Category.IDENTITY);
        scene.withdraw(consent);

        scene.consent(scene.grant(Category.IDENTITY));

        StopUseNotice notice = asked(scene).get(0);
        assertEquals(State.LIFTED, notice.state(node.clock.instant()));
        conflict(() -> answer(scene, notice.id(), ERASED));
    }

    @Test
    void takesTheQuestionBackWhenThePersonUndoesTheWithdrawal() throws Exception {
        scene.pull(referral, Category.IDENTITY);
        scene.withdraw(consent);

        happens(Happening.restoration(Optional.empty()));

        assertEquals(State.LIFTED, asked(scene).get(0).state(node.clock.instant()));

        scene.withdraw(consent);

        assertEquals(
                List.of(State.ASKED, State.LIFTED),
                asked(scene).stream()
                        .map(notice -> notice.state(node.clock.instant()))
                        .toList());
    }

    @Test
    void asksOnlyAboutWhatANarrowedConsentLeavesOut() throws Exception {
        UUID both = scene.pull(referral, Category.IDENTITY, Category.CONTACT).eventId();

        happens(Happening.narrowing(List.of(new Remainder(
                identity.id(),
                Optional.of(Set.of(Category.CONTACT)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()))));

        assertEquals(Set.of(both), noticed(scene).get(0).disclosures());
        assertEquals(Set.of(Category.IDENTITY), asked(scene).get(0).categories());

        scene.withdraw(consent);

        assertEquals(Set.of(Category.CONTACT), asked(scene).get(0).categories());
        assertEquals(2, asked(scene).size());
    }

    @Test
    void asksNobodyForADisputeAndEverybodyOnceItTurnsOutInvalid() throws Exception {
        scene.pull(referral, Category.IDENTITY);

        happens(Happening.dispute());
        assertEquals(List.of(), asked(scene));
        happens(Happening.invalidation());

        assertEquals(Set.of(Category.IDENTITY), asked(scene).get(0).categories());
    }

    @Test
    void asksWhoIsBarred() throws Exception {
        scene.pull(referral, Category.IDENTITY);
        Grant permit = scene.grant(Category.IDENTITY);

        scene.consent(new Grant(
                UUID.randomUUID(),
                Effect.REFUSE,
                permit.purpose(),
                permit.categories(),
                permit.recipient(),
                permit.actions(),
                permit.notBefore(),
                permit.notAfter(),
                true));

        assertEquals(Set.of(Category.IDENTITY), asked(scene).get(0).categories());
    }

    private void happens(Happening happening) throws Exception {
        node.consents().change(scene.controller, UUID.randomUUID(), TestNode.key(), scene.caseId, consent, happening);
    }

    @Test
    void logsWhatTheHolderAnswers() throws Exception {
        scene.pull(referral, Category.IDENTITY);
        scene.withdraw(consent);
        StopUseNotice notice = asked(scene).get(0);
        Instant until = node.clock.instant().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS);

        StopUseNotice kept = answer(scene, notice.id(), new HolderAnswer.Retained(RetentionBasis.LEGAL_DUTY, until));

        assertEquals(State.RETAINED, kept.state(node.clock.instant()));
        assertEquals(State.OVERDUE, kept.state(until));

        StopUseNotice erased = answer(scene, notice.id(), ERASED);

        assertEquals(State.ERASED, erased.state(until));
        List<WithdrawalAnswered> entries = node.sequenced(scene.alias).stream()
                .map(TestNode.Logged::event)
                .filter(WithdrawalAnswered.class::isInstance)
                .map(WithdrawalAnswered.class::cast)
                .toList();
        assertEquals(
                List.of(new HolderAnswer.Retained(RetentionBasis.LEGAL_DUTY, until), ERASED),
                entries.stream().map(WithdrawalAnswered::answer).toList());
        for (WithdrawalAnswered entry : entries) {
            assertEquals(notice.id(), entry.notice());
            assertEquals(scene.recipient.agency(), entry.by().agency());
            assertEquals(
                    scene.recipient.tokenId(),
                    entry.head().discloser().tokenId().orElseThrow());
        }
    }

    @Test
    void answersOnceForOneKeyAndNeverAfterErasing() throws Exception {
        scene.pull(referral, Category.IDENTITY);
        scene.withdraw(consent);
        UUID id = asked(scene).get(0).id();
        var key = TestNode.key();
        StopUseNotice first = node.notices().answer(scene.recipient, UUID.randomUUID(), key, id, ERASED);
        String before = TestNode.everythingWritten();

        assertEquals(first, node.notices().answer(scene.recipient, UUID.randomUUID(), key, id, ERASED));
        conflict(() -> answer(scene, id, ERASED));
        conflict(() -> answer(
                scene,
                id,
                new HolderAnswer.Retained(
                        RetentionBasis.COURT_ORDER, node.clock.instant().plusSeconds(60))));

        assertEquals(before, TestNode.everythingWritten());
    }

    @Test
    void refusesAnEndThatIsOverAndAJourneyThatIsNone() throws Exception {
        scene.pull(referral, Category.IDENTITY);
        scene.withdraw(consent);
        UUID id = asked(scene).get(0).id();
        Instant now = node.clock.instant();
        String before = TestNode.everythingWritten();

        invalid(() -> answer(scene, id, new HolderAnswer.Retained(RetentionBasis.COURT_ORDER, now)));
        invalid(() -> answer(scene, id, new HolderAnswer.Retained(RetentionBasis.JOURNEY, now.plusSeconds(60))));

        assertEquals(before, TestNode.everythingWritten());
        assertEquals(State.ASKED, asked(scene).get(0).state(now));
    }

    @Test
    void keepsContactForAJourneyAndTakesTheRestAsErased() throws Exception {
        scene.pull(referral, Category.IDENTITY, Category.CONTACT);
        scene.withdraw(consent);
        StopUseNotice notice = asked(scene).get(0);
        Instant now = node.clock.instant();

        invalid(() -> answer(
                scene, notice.id(), new HolderAnswer.Retained(RetentionBasis.JOURNEY, now.plus(Duration.ofDays(15)))));
        answer(scene, notice.id(), new HolderAnswer.Retained(RetentionBasis.JOURNEY, now.plus(Duration.ofDays(3))));

        assertEquals(
                1,
                TestNode.number("SELECT COUNT(*) FROM paivand.holding WHERE case_id = '" + scene.caseId
                        + "' AND erased_at IS NULL AND category = 'contact'"));
        assertEquals(
                0,
                TestNode.number("SELECT COUNT(*) FROM paivand.holding WHERE case_id = '" + scene.caseId
                        + "' AND erased_at IS NULL AND category = 'identity'"));
    }

    /** Withdrawal freezes data, not help: a man on his way home keeps his escort. */
    @Test
    void leavesHelpThatIsUnderWayAsItIs() throws Exception {
        Scene journey = Scene.between(node, Scene.POLICE, "iom-tj", Purpose.RETURN);
        journey.write(Category.SERVICE_REQUEST, 0);
        journey.write(Category.TRAVEL, 0);
        UUID given = journey.consent(journey.grant(Category.SERVICE_REQUEST, Category.TRAVEL));
        ReferralId escort = journey.accepted();
        journey.pull(escort, Category.TRAVEL);
        node.referrals().move(journey.recipient, escort, Optional.empty(), Move.proceed(Step.ARRIVED));
        Referral before = referral(journey, escort);

        journey.withdraw(given);

        assertEquals(before, referral(journey, escort));
        assertTrue(before instanceof Referral.InProgress);
        assertThrows(ProblemException.class, () -> journey.pull(escort, Category.TRAVEL));
        answer(
                journey,
                asked(journey).get(0).id(),
                new HolderAnswer.Retained(
                        RetentionBasis.JOURNEY, node.clock.instant().plus(Duration.ofDays(2))));
        node.referrals().move(journey.recipient, escort, Optional.empty(), Move.proceed(Step.ARRIVED));
        node.referrals()
                .move(
                        journey.recipient,
                        escort,
                        Optional.empty(),
                        Move.complete(Outcome.NEEDS_MET, List.of(ServiceType.ESCORT)));
        assertTrue(referral(journey, escort) instanceof Referral.Completed);
    }

    @Test
    void writesNoNoticeWithoutItsWithdrawal() throws Exception {
        LoggedDisclosure pulled = scene.pull(referral, Category.IDENTITY);
        TestNode.sql("ALTER TABLE paivand.stop_use_part ADD CONSTRAINT broken CHECK (disclosure <> '" + pulled.eventId()
                + "')");
        String before = TestNode.everythingWritten();
        try {
            assertThrows(RuntimeException.class, () -> scene.withdraw(consent));
        } finally {
            TestNode.sql("ALTER TABLE paivand.stop_use_part DROP CONSTRAINT broken");
        }

        assertEquals(before, TestNode.everythingWritten());
        assertEquals(List.of(), asked(scene));
        scene.pull(referral, Category.IDENTITY);
    }

    private static Referral referral(Scene of, ReferralId id) {
        return node.referrals().find(of.recipient, id).orElseThrow().stored().referral();
    }

    private static List<StopUseNotice> asked(Scene of) {
        return node.notices().asked(of.recipient, Optional.empty(), 50).stream()
                .filter(notice -> notice.caseId().equals(of.caseId))
                .toList();
    }

    private static StopUseNotice answer(Scene of, UUID notice, HolderAnswer answer) throws Exception {
        return node.notices().answer(of.recipient, UUID.randomUUID(), TestNode.key(), notice, answer);
    }

    private static List<WithdrawalNoticed> noticed(Scene of) throws Exception {
        return node.sequenced(of.alias).stream()
                .map(TestNode.Logged::event)
                .filter(WithdrawalNoticed.class::isInstance)
                .map(WithdrawalNoticed.class::cast)
                .toList();
    }

    private static List<ConsentChanged> withdrawals(Scene of) throws Exception {
        return node.sequenced(of.alias).stream()
                .map(TestNode.Logged::event)
                .filter(ConsentChanged.class::isInstance)
                .map(ConsentChanged.class::cast)
                .filter(change -> change.change() == ConsentChange.WITHDRAWN)
                .toList();
    }

    private static void notFound(Executable asked) {
        assertEquals(
                ProblemCode.NOT_FOUND,
                assertThrows(ProblemException.class, asked).code());
    }

    private static void conflict(Executable asked) {
        assertEquals(
                ProblemCode.CONFLICT,
                assertThrows(ProblemException.class, asked).code());
    }

    private static void invalid(Executable asked) {
        assertEquals(
                ProblemCode.INVALID_REQUEST,
                assertThrows(ProblemException.class, asked).code());
    }
}
