package org.paivand.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.paivand.casefile.section.Urgency;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.consent.Grant;
import org.paivand.disclosure.event.Denial;
import org.paivand.holding.Missed;
import org.paivand.holding.jdbc.JdbcDeadlines;
import org.paivand.lease.jdbc.JdbcLeases;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.referral.ReferralDesk.Standing;
import org.paivand.referral.jpa.JpaReferrals;
import org.paivand.registry.service.ServiceType;
import org.paivand.wiring.Race;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** What came to nothing is offered anew, by the sender or, as it wished, by itself. */
@Timeout(60)
class InThePlaceOfTest {
    private static final AgencyId SECOND = new AgencyId("tj-shelter-south-minors");
    private static final AgencyId THIRD = new AgencyId("tj-ngo-psychosocial");

    @AutoClose
    private static final TestNode node = TestNode.running();

    @AutoClose
    private final Race race = new Race();

    private Scene scene;
    private UUID consent;

    @BeforeEach
    void consent() throws Exception {
        scene = Scene.policeAndShelter(node);
        consent = scene.consent(
                lasting(scene.grant(Category.SERVICE_REQUEST)),
                lasting(scene.towards(SECOND.value()).grant(Category.SERVICE_REQUEST)));
    }

    @Test
    void keepsTheChainForTheSenderAndTellsNoRecipientOfIt() throws Exception {
        ReferralId first = declined(offer(Optional.empty()), DeclineCode.NO_CAPACITY);

        ReferralId second = offer(Optional.of(first));

        assertEquals(Optional.of(second), sent(first).followedBy());
        assertEquals(
                Optional.of(first), sent(second).stored().referral().request().follows());
        assertEquals(Optional.empty(), received(first).followedBy());
    }

    @Test
    void givesEachReferralOneSuccessor() throws Exception {
        ReferralId first = declined(offer(Optional.empty()), DeclineCode.OTHER);
        ReferralId second = declined(offer(Optional.of(first)), DeclineCode.OTHER);

        contradicts("/follows contradiction", () -> offer(Optional.of(first)));
        ReferralId third = offer(Optional.of(second));
        assertEquals(Optional.of(third), sent(second).followedBy());
    }

    @Test
    void putsNothingInThePlaceOfWhatIsUnderWayOrWasOfUse() throws Exception {
        ReferralId open = offer(Optional.empty());
        contradicts("/follows contradiction", () -> offer(Optional.of(open)));

        node.referrals().move(scene.recipient, open, Optional.empty(), Move.accept());
        contradicts("/follows contradiction", () -> offer(Optional.of(open)));

        node.referrals().move(scene.recipient, open, Optional.empty(), Move.proceed(Step.ARRIVED));
        node.referrals().move(scene.recipient, open, Optional.empty(), Move.complete(Outcome.NEEDS_MET, List.of()));
        contradicts("/follows contradiction", () -> offer(Optional.of(open)));
    }

    @Test
    void knowsNoReferralOfAnotherCaseOrOfAnotherSender() throws Exception {
        Scene other = Scene.policeAndShelter(node);
        other.consent(other.grant(Category.SERVICE_REQUEST));
        ReferralId theirs = other.offer(ServiceType.SHELTER);
        node.referrals().move(other.controller, theirs, Optional.empty(), Move.cancel());

        contradicts("/follows dangling", () -> offer(Optional.of(theirs)));
        contradicts("/follows dangling", () -> offer(Optional.of(new ReferralId(UUID.randomUUID()))));
    }

    @Test
    void asksTheNextOneWhenTheFirstHasNoPlace() throws Exception {
        ReferralId first = declined(immediate(SECOND, THIRD), DeclineCode.NO_CAPACITY);
        assertEquals(List.of(SECOND, THIRD), sent(first).alternates());

        assertEquals(1, alternates().offer());

        Standing next = sent(sent(first).followedBy().orElseThrow());
        Request request = next.stored().referral().request();
        assertEquals(SECOND, request.to());
        assertEquals(Urgency.IMMEDIATE, request.urgency());
        assertEquals(List.of(ServiceType.SHELTER), request.services());
        assertEquals(List.of(THIRD), next.alternates());
        assertEquals(List.of(), sent(first).alternates());
        assertEquals(0, alternates().offer());
    }

    @Test
    void asksTheNextOneWhenNobodyAnswersInTime() throws Exception {
        ReferralId first = immediate(SECOND);

        assertEquals(0, alternates().offer());
        letPass(first);

        assertEquals(1, alternates().offer());
        assertTrue(sent(first).followedBy().isPresent());
    }

    /** Else an offer that isn't made would tell the sender what the decline kept from it. */
    @ParameterizedTest
    @EnumSource(DeclineCode.class)
    void goesByWhatTheSenderSeesOfADecline(DeclineCode code) throws Exception {
        ReferralId first = declined(immediate(SECOND), code);

        int offered = alternates().offer();

        assertEquals(code.senderView().equals("not-possible") ? 0 : 1, offered);
        assertEquals(offered == 1, sent(first).followedBy().isPresent());
    }

    @Test
    void passesOverWhomThePersonDidNotAgreeToAndLogsThatItAsked() throws Exception {
        ReferralId first = declined(immediate(THIRD, SECOND), DeclineCode.LANGUAGE);

        assertEquals(1, alternates().offer());

        Request next =
                sent(sent(first).followedBy().orElseThrow()).stored().referral().request();
        assertEquals(SECOND, next.to());
        assertEquals(
                1,
                node.sequenced(scene.alias).stream()
                        .filter(entry -> entry.event() instanceof Denial)
                        .count());
    }

    @Test
    void asksNobodyTwiceWhenNobodyMayBeAsked() throws Exception {
        ReferralId first = declined(immediate(THIRD), DeclineCode.LANGUAGE);

        assertEquals(0, alternates().offer());
        assertEquals(0, alternates().offer());

        assertEquals(Optional.empty(), sent(first).followedBy());
        assertEquals(List.of(), sent(first).alternates());
        assertEquals(
                1,
                node.sequenced(scene.alias).stream()
                        .filter(entry -> entry.event() instanceof Denial)
                        .count());
    }

    @Test
    void asksNobodyOnceTheSenderDidSoItself() throws Exception {
        ReferralId first = declined(immediate(SECOND), DeclineCode.NO_CAPACITY);
        ReferralId byHand = offer(Optional.of(first));

        assertEquals(0, alternates().offer());

        assertEquals(Optional.of(byHand), sent(first).followedBy());
    }

    @Test
    void asksNobodyAfterConsentWasWithdrawn() throws Exception {
        ReferralId first = declined(immediate(SECOND), DeclineCode.NO_CAPACITY);
        scene.withdraw(consent);

        assertEquals(0, alternates().offer());

        assertEquals(Optional.empty(), sent(first).followedBy());
    }

    @Test
    void offersOnceWhenTwoInstancesLookAtTheSameTime() throws Exception {
        for (int round = 0; round < 5; round++) {
            ReferralId first = declined(immediate(SECOND), DeclineCode.NO_CAPACITY);
            Callable<Integer> look = () -> alternates().offer();

            int offered = race.run(List.of(look, look, look)).stream()
                    .mapToInt(finish -> finish.result().orElse(0))
                    .sum();

            assertEquals(1, offered);
            assertEquals(1, TestNode.number("SELECT COUNT(*) FROM paivand.referral WHERE follows = '" + first + "'"));
        }
    }

    @Test
    void tellsTheCommissionOfAnOfferThatNobodyAnsweredUntilAnotherComesInItsPlace() throws Exception {
        ReferralId first = immediate();
        letPass(first);

        node.noteOverdue();

        Missed missed = missed(first).get(0);
        assertEquals(Missed.Kind.ANSWER, missed.kind());
        assertEquals(scene.recipient.agency(), missed.agency());
        assertEquals(sent(first).stored().referral().request().respondBy(), missed.due());

        ReferralId second = offer(Optional.of(first));
        node.noteOverdue();
        assertEquals(List.of(), missed(first));
        assertEquals(List.of(), missed(second));
    }

    @Test
    void hurriesNobodyAfterAMonth() throws Exception {
        ReferralId first = immediate();
        letPass(first);
        node.noteOverdue();
        assertEquals(1, missed(first).size());

        node.clock.move(Duration.ofDays(31));
        node.noteOverdue();

        assertEquals(List.of(), missed(first));
    }

    private static Grant lasting(Grant grant) {
        return new Grant(
                grant.id(),
                grant.effect(),
                grant.purpose(),
                grant.categories(),
                grant.recipient(),
                grant.actions(),
                grant.notBefore(),
                grant.notAfter().plus(Duration.ofDays(60)),
                grant.safetyCritical());
    }

    /** Until just after the time to answer is over. */
    private void letPass(ReferralId id) {
        Instant over = sent(id).stored().referral().request().respondBy();
        node.clock.move(Duration.between(node.clock.instant(), over).plusMinutes(1));
    }

    private AlternateOffers alternates() {
        return new AlternateOffers(
                node.database(),
                JpaReferrals::new,
                node.offers(),
                () -> node.directory(),
                new JdbcLeases(node.database()),
                node.clock);
    }

    private static List<Missed> missed(ReferralId id) {
        return node
                .database()
                .<List<Missed>, RuntimeException>commit(
                        transaction -> new JdbcDeadlines(transaction).list(Optional.empty(), 100_000))
                .stream()
                .filter(missed -> missed.subject().equals(id.value()))
                .toList();
    }

    private ReferralId offer(Optional<ReferralId> follows) throws Exception {
        return offer(Urgency.URGENT, follows, List.of());
    }

    private ReferralId immediate(AgencyId... alternates) throws Exception {
        return offer(Urgency.IMMEDIATE, Optional.empty(), List.of(alternates));
    }

    private ReferralId offer(Urgency urgency, Optional<ReferralId> follows, List<AgencyId> alternates)
            throws Exception {
        Offer.Wanted wanted = new Offer.Wanted(
                scene.caseId,
                scene.recipient.agency(),
                scene.purpose,
                urgency,
                List.of(ServiceType.SHELTER),
                Optional.empty(),
                follows,
                Optional.empty(),
                alternates,
                Optional.empty(),
                Optional.empty());
        return node.offers()
                .offer(scene.controller, UUID.randomUUID(), TestNode.key(), wanted)
                .stored()
                .referral()
                .request()
                .id();
    }

    private ReferralId declined(ReferralId id, DeclineCode code) {
        Standing unusedDeclined =
                node.referrals().move(scene.recipient, id, Optional.empty(), Move.decline(code, List.of()));
        return id;
    }

    private Standing sent(ReferralId id) {
        return node.referrals().find(scene.controller, id).orElseThrow();
    }

    private Standing received(ReferralId id) {
        return node.referrals().find(scene.recipient, id).orElseThrow();
    }

    private static void contradicts(String fault, Callable<ReferralId> offer) {
        ProblemException refused = assertThrows(ProblemException.class, offer::call);
        assertEquals(ProblemCode.INVALID_REQUEST, refused.code());
        assertEquals(
                List.of(fault),
                refused.extensions().errors().stream()
                        .map(error -> error.pointer() + " " + error.code())
                        .toList());
    }
}
