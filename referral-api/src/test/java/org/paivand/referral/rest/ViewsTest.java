package org.paivand.referral.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.section.Urgency;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.WorkerId;
import org.paivand.referral.DeclineCode;
import org.paivand.referral.Move;
import org.paivand.referral.Outcome;
import org.paivand.referral.Party;
import org.paivand.referral.Referral;
import org.paivand.referral.ReferralDesk.Standing;
import org.paivand.referral.ReferralId;
import org.paivand.referral.Referrals.Change;
import org.paivand.referral.Referrals.Mark;
import org.paivand.referral.Referrals.Stored;
import org.paivand.referral.Request;
import org.paivand.referral.Step;
import org.paivand.referral.rest.Wire.ReferralView;
import org.paivand.referral.rest.Wire.TopicAnswer;
import org.paivand.registry.service.ServiceId;
import org.paivand.registry.service.ServiceType;

class ViewsTest {
    private static final Instant OFFERED = Instant.parse("2026-11-22T10:00:00Z");
    private static final UUID CASE = new UUID(7, 2);
    private static final Referral.Offered OFFER = new Referral.Offered(new Request(
            new ReferralId(new UUID(7, 1)),
            new CaseId(CASE),
            new UUID(7, 3),
            new AgencyId("tj-police-dushanbe"),
            new AgencyId("tj-shelter-north"),
            Purpose.SHELTER_PLACEMENT,
            Urgency.URGENT,
            List.of(ServiceType.SHELTER),
            OFFERED,
            OFFERED.plusSeconds(60),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
    private static final Referral.InProgress ARRIVED = OFFER.accept().proceed(Step.ARRIVED);
    private static final Referral.Completed COMPLETED =
            ARRIVED.complete(Outcome.NEEDS_PARTLY_MET, List.of(ServiceType.MEDICAL));

    @Test
    void hidesFromTheSenderWhetherSomebodyArrived() {
        ReferralView sender = view(ARRIVED, Party.SENDER);

        assertEquals("accepted", sender.state());
        assertEquals(Optional.empty(), sender.step());
        assertEquals(view(OFFER.accept(), Party.SENDER), sender);
        assertEquals("accepted", Views.row(stored(ARRIVED), Party.SENDER).state());
        assertEquals(Optional.of("arrived"), view(ARRIVED, Party.PROVIDER).step());
    }

    @Test
    void hidesFromTheSenderHowItEnded() {
        ReferralView sender = view(COMPLETED, Party.SENDER);

        assertEquals("closed", sender.state());
        assertEquals(Optional.empty(), sender.outcomeCode());
        assertEquals(Optional.empty(), sender.servicesDelivered());
        assertFalse(sender.toString().contains("needs-partly-met"));
        assertEquals("closed", Views.row(stored(COMPLETED), Party.SENDER).state());
        assertEquals(
                Optional.of("needs-partly-met"), view(COMPLETED, Party.PROVIDER).outcomeCode());
        assertEquals(
                Optional.of(List.of("medical")), view(COMPLETED, Party.PROVIDER).servicesDelivered());
    }

    @Test
    void hidesFromTheSenderWhoWorksOnItAndThePairwiseReference() {
        ReferralView sender = view(ARRIVED, Party.SENDER);

        assertEquals(Optional.empty(), sender.workers());
        assertEquals(Optional.empty(), sender.caseReference());
        assertEquals(List.of("cancellation", "error"), sender.allowed());
        assertEquals(
                Optional.of(List.of("worker-one")),
                view(ARRIVED, Party.PROVIDER).workers());
    }

    @Test
    void hidesFromBothTheCaseId() {
        for (Party party : Party.values()) {
            assertFalse(view(OFFER, party).toString().contains(CASE.toString()));
            assertFalse(Views.row(stored(OFFER), party).toString().contains(CASE.toString()));
        }
    }

    @Test
    void showsTheProviderItsReasonAndTheSenderAVaguerOne() {
        Referral declined = OFFER.decline(DeclineCode.PERSON_DECLINED, List.of(new ServiceId("helpline")));

        assertEquals(Optional.empty(), view(declined, Party.SENDER).declineCode());
        assertEquals(Optional.of("not-possible"), view(declined, Party.SENDER).declineReason());
        assertEquals(
                Optional.of("person-declined"), view(declined, Party.PROVIDER).declineCode());
        assertEquals(Optional.empty(), view(declined, Party.PROVIDER).declineReason());
        for (Party party : Party.values()) {
            assertEquals(Optional.of(List.of("helpline")), view(declined, party).suggestedServices());
        }
    }

    @Test
    void tellsTheSenderOfAChangeOnlyWhatItMayKnow() {
        for (List<String> said : List.of(
                List.of("declined", "person-declined", "not-possible"),
                List.of("cancelled", "", ""),
                List.of("clarifying", "language", "language"))) {
            Change change = new Change(
                    2,
                    said.get(0),
                    said.get(1).isEmpty() ? List.of() : List.of(said.get(1)),
                    new AgencyId("tj-shelter-north"),
                    OFFERED,
                    Optional.empty());

            assertEquals(
                    codes(said.get(1)), Views.change(change, Party.PROVIDER).codes());
            assertEquals(codes(said.get(2)), Views.change(change, Party.SENDER).codes());
        }
        for (String state : List.of("accepted", "closed", "not-possible")) {
            Change change = new Change(
                    3, state, List.of("needs-partly-met"), new AgencyId("tj-shelter-north"), OFFERED, Optional.empty());

            assertEquals(Optional.empty(), Views.change(change, Party.SENDER).codes());
        }
    }

    private static Optional<List<String>> codes(String code) {
        return Optional.of(code).filter(some -> !some.isEmpty()).map(List::of);
    }

    @Test
    void tellsBothPartiesOfTheAnswersTopicByTopic() {
        Change answered = new Change(
                3,
                "offered",
                List.of("language=corrected"),
                new AgencyId("tj-police-dushanbe"),
                OFFERED,
                Optional.empty());

        for (Party party : Party.values()) {
            assertEquals(
                    Optional.of(List.of(new TopicAnswer("language", "corrected"))),
                    Views.change(answered, party).answers());
        }
    }

    @Test
    void offersReleasesToTheProviderUntilItIsOver() {
        assertEquals(
                List.of("acceptance", "decline", "questions", "releases"),
                view(OFFER, Party.PROVIDER).allowed());
        assertEquals(
                List.of("cancellation", "end-by-person", "error"),
                view(OFFER, Party.SENDER).allowed());
        assertEquals(List.of(), view(OFFER.cancel(), Party.PROVIDER).allowed());
        assertEquals(List.of(), view(COMPLETED, Party.PROVIDER).allowed());
    }

    private static ReferralView view(Referral referral, Party party) {
        List<WorkerId> workers = party == Party.PROVIDER ? List.of(new WorkerId("worker-one")) : List.of();
        return Views.view(new Standing(
                stored(referral),
                party,
                workers,
                Move.open(referral, party, false),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    }

    private static Stored stored(Referral referral) {
        return new Stored(referral, new Mark(1, OFFERED), new Mark(1, OFFERED));
    }
}
