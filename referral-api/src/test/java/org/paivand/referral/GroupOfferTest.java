package org.paivand.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.section.GroupConstraint;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.event.Denial;
import org.paivand.group.Family;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.problem.ProblemException.RefusedCase;
import org.paivand.registry.service.ServiceType;
import org.paivand.wiring.Race;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** Several who are asked for at once, and then each by itself; on MariaDB. */
@Timeout(90)
class GroupOfferTest {
    @AutoClose
    private static final TestNode node = TestNode.running();

    private Family family;
    private UUID group;

    @BeforeEach
    void threeWhoBelongTogether() throws Exception {
        family = Family.of(node, 3);
        group = family.linked();
    }

    @Test
    void makesAReferralOfEachThatGoesItsOwnWay() throws Exception {
        OfferedGroup offered = family.offer(group);

        assertEquals(3, offered.members().size());
        node.referrals().move(recipient(), family.referral(offered, 0), Optional.empty(), Move.accept());
        node.referrals()
                .move(recipient(), family.referral(offered, 1), Optional.empty(), Move.ask(Set.of(Topic.LANGUAGE)));
        assertEquals(List.of("accepted", "clarifying", "offered"), states(recipient(), offered));
        assertEquals(List.of("accepted", "clarifying", "offered"), states(officer(), offered));
    }

    @Test
    void givesEachRecipientOtherReferencesOfTheSameCases() throws Exception {
        OfferedGroup first = family.offer(group);
        OfferedGroup second = family.offer(group);

        assertNotEquals(first.id(), second.id());
        assertNotEquals(group, first.id());
        Set<UUID> references = new HashSet<>();
        first.members()
                .forEach(stored -> references.add(stored.referral().request().caseReference()));
        second.members()
                .forEach(stored -> references.add(stored.referral().request().caseReference()));
        assertEquals(6, references.size());
    }

    @Test
    void showsAGroupOfferToItsTwoPartiesAndToNobodyElse() throws Exception {
        OfferedGroup offered = family.offer(group);
        Caller other = TestNode.caller("tj-ngo-psychosocial", "worker-two", Role.PROVIDER, Role.REFERRER);

        assertEquals(
                3, node.groupOffers().read(recipient(), offered.id()).members().size());
        refused(ProblemCode.NOT_FOUND, () -> node.groupOffers().read(other, offered.id()));
        refused(ProblemCode.NOT_FOUND, () -> node.groupOffers().read(recipient(), group));
        refused(ProblemCode.NOT_FOUND, () -> node.groupOffers().read(officer(), UUID.randomUUID()));
    }

    @Test
    void saysOfAReferralOfferedAloneNothingOfTheGroup() throws Exception {
        family.offer(group);

        ReferralId alone = family.members.get(0).offer(ServiceType.SHELTER);

        assertEquals(
                Optional.empty(),
                node.referrals().find(recipient(), alone).orElseThrow().group());
    }

    @Test
    void offersNobodyWhenOneIsRefusedAndTellsWhichAndLogsThat() throws Exception {
        Scene changed = family.members.get(1);
        changed.withdraw(family.consents.get(1));
        long before = referrals();

        ProblemException refused = refused(ProblemCode.OFFER_REFUSED, () -> family.offer(group));

        assertEquals(
                List.of("/cases/1"),
                refused.extensions().refused().stream()
                        .map(RefusedCase::pointer)
                        .toList());
        assertEquals(
                "service-request",
                refused.extensions().refused().get(0).withheld().get(0).category());
        assertEquals(before, referrals());
        assertEquals(List.of("offer-refused"), denials(changed));
        assertEquals(List.of(), denials(family.members.get(0)));
    }

    @Test
    void asksForNobodyTogetherWhoPermittedOnlyToBeAskedForAlone() throws Exception {
        Scene changed = family.members.get(2);
        changed.withdraw(family.consents.get(2));
        changed.consent(changed.grant(Category.SERVICE_REQUEST, Category.IDENTITY));

        ProblemException refused = refused(ProblemCode.OFFER_REFUSED, () -> family.offer(group));

        assertEquals(
                List.of(new RefusedCase("/cases/2", "together-refused", List.of())),
                refused.extensions().refused());
        assertEquals(List.of("together-refused"), denials(changed));
        changed.offer(ServiceType.SHELTER);
    }

    @Test
    void asksForNobodyWhoAgreedToBeHelpedTogetherByAnotherAgencyOnly() throws Exception {
        Scene changed = family.members.get(2);
        changed.withdraw(family.consents.get(2));
        Family.agreed(changed.towards("tj-ngo-psychosocial"));
        changed.consent(changed.grant(Category.SERVICE_REQUEST));

        assertEquals(
                "together-refused",
                refused(ProblemCode.OFFER_REFUSED, () -> family.offer(group))
                        .extensions()
                        .refused()
                        .get(0)
                        .code());
    }

    @Test
    void leavesTheOthersWhenOneTakesAConsentBack() throws Exception {
        OfferedGroup offered = family.offer(group);
        for (int i = 0; i < 2; i++) {
            node.referrals().move(recipient(), family.referral(offered, i), Optional.empty(), Move.accept());
            node.referrals()
                    .assign(
                            recipient(),
                            family.referral(offered, i),
                            Optional.empty(),
                            recipient().worker().orElseThrow());
        }

        family.members.get(0).withdraw(family.consents.get(0));

        refused(
                ProblemCode.RELEASE_REFUSED,
                () -> family.members.get(0).pull(family.referral(offered, 0), Category.IDENTITY));
        family.members.get(1).pull(family.referral(offered, 1), Category.IDENTITY);
        assertEquals(List.of("accepted", "accepted", "offered"), states(recipient(), offered));
    }

    @Test
    void warnsWhenSomeWhoWantToStayTogetherAreTakenAndOthersAreNot() throws Exception {
        OfferedGroup offered = family.offer(group);

        boolean atFirst = accept(offered, 0).divided();
        OfferedGroup after = decline(offered, 1);

        assertFalse(atFirst);
        assertTrue(after.divided());
        assertTrue(node.groupOffers().read(officer(), offered.id()).divided());
        accept(offered, 2);
        assertEquals(List.of("accepted", "declined", "accepted"), states(recipient(), offered));
    }

    @Test
    void warnsOfNothingWhereNobodyAskedToStayTogether() throws Exception {
        Family apart = Family.of(node, 2);
        OfferedGroup offered = apart.offer(apart.linked(GroupConstraint.KEEP_APART));

        node.referrals().move(recipient(), apart.referral(offered, 0), Optional.empty(), Move.accept());
        node.referrals()
                .move(
                        recipient(),
                        apart.referral(offered, 1),
                        Optional.empty(),
                        Move.decline(DeclineCode.OTHER, List.of()));

        assertFalse(node.groupOffers().read(recipient(), offered.id()).divided());
    }

    @Test
    void offersNoCaseThatIsNotLinkedOrNotTheCallersAsIfItWereNotThere() throws Exception {
        Scene alone = Scene.policeAndShelter(node);
        Family.agreed(alone);
        Caller stranger = TestNode.caller("tj-police-khatlon", "officer-two", Role.REFERRER);
        long before = referrals();

        refused(ProblemCode.NOT_FOUND, () -> offer(List.of(family.cases().get(0), alone.caseId)));
        refused(ProblemCode.NOT_FOUND, () -> offer(List.of(family.cases().get(0), new CaseId(UUID.randomUUID()))));
        refused(
                ProblemCode.NOT_FOUND,
                () -> node.groupOffers().offer(stranger, UUID.randomUUID(), TestNode.key(), family.wanted(group)));
        refused(ProblemCode.NOT_FOUND, () -> family.offer(UUID.randomUUID()));
        node.groups().leave(officer(), group, family.cases().get(0));
        refused(ProblemCode.NOT_FOUND, () -> family.offer(group));

        assertEquals(before, referrals());
    }

    @Test
    void takesNoCaseTwiceAndNoMoreThanThirty() {
        CaseId one = family.cases().get(0);

        assertThrows(IllegalArgumentException.class, () -> family.wanted(group, List.of(one, one)));
        assertThrows(IllegalArgumentException.class, () -> family.wanted(group, List.of(one)));
        assertThrows(
                IllegalArgumentException.class,
                () -> family.wanted(
                        group,
                        java.util.stream.Stream.generate(() -> new CaseId(UUID.randomUUID()))
                                .limit(31)
                                .toList()));
    }

    @Test
    void offersSomeOfTheGroup() throws Exception {
        OfferedGroup offered = offer(family.cases().subList(0, 2));

        assertEquals(2, offered.members().size());
    }

    @Test
    void losesAMemberThatWasErasedWithoutSayingWho() throws Exception {
        OfferedGroup offered = family.offer(group);
        for (int i = 0; i < 3; i++) {
            decline(offered, i);
        }

        family.erase(0);

        assertEquals(
                2, node.groupOffers().read(recipient(), offered.id()).members().size());
    }

    @Test
    void tellsTheNextControllerOfOneNothingOfTheOthers() throws Exception {
        OfferedGroup offered = family.offer(group);

        Caller next = family.handOver(0);

        assertEquals(
                Optional.empty(),
                node.referrals()
                        .find(next, family.referral(offered, 0))
                        .orElseThrow()
                        .group());
        refused(ProblemCode.NOT_FOUND, () -> node.groupOffers().read(next, offered.id()));
        assertEquals(
                2, node.groupOffers().read(officer(), offered.id()).members().size());
        assertEquals(
                3, node.groupOffers().read(recipient(), offered.id()).members().size());
    }

    @RepeatedTest(4)
    void offersOnceForTheSameRequestSentThrice() throws Exception {
        IdempotencyKey key = TestNode.key();
        Callable<UUID> offer = () -> family.offer(key, family.wanted(group)).id();
        try (Race race = new Race()) {
            List<Race.Finish<UUID>> finishes = race.run(List.of(offer, offer, offer));

            assertTrue(finishes.get(0).won());
            assertEquals(List.of(finishes.get(0), finishes.get(0), finishes.get(0)), finishes);
        }
        assertEquals(3, referralsOf(family));
    }

    @RepeatedTest(4)
    void letsGroupOffersAndSingleOffersOfTheSameCasesPassEachOther() throws Exception {
        List<CaseId> backwards = List.of(
                family.cases().get(2), family.cases().get(1), family.cases().get(0));
        try (Race race = new Race()) {
            List<Race.Finish<Boolean>> finishes = race.run(List.of(
                    () -> !offer(family.cases()).members().isEmpty(),
                    () -> !offer(backwards).members().isEmpty(),
                    () -> !family.members
                            .get(1)
                            .offer(ServiceType.SHELTER)
                            .value()
                            .equals(group)));

            finishes.forEach(finish -> assertTrue(finish.won()));
        }
        assertEquals(7, referralsOf(family));
    }

    @RepeatedTest(4)
    void offersAllOrNobodyWhileOneTakesAConsentBack() throws Exception {
        try (Race race = new Race()) {
            List<Race.Finish<Boolean>> finishes = race.run(List.of(
                    () -> !family.offer(group).members().isEmpty(),
                    () -> family.members.get(1).withdraw(family.consents.get(1)) != null));

            assertTrue(finishes.get(1).won());
            assertEquals(finishes.get(0).won() ? 3 : 0, referralsOf(family));
        }
    }

    private OfferedGroup offer(List<CaseId> cases) throws Exception {
        return family.offer(TestNode.key(), family.wanted(group, cases));
    }

    private OfferedGroup accept(OfferedGroup offered, int member) {
        return node.referrals()
                .accept(recipient(), family.referral(offered, member), Optional.empty(), false)
                .group()
                .orElseThrow();
    }

    private OfferedGroup decline(OfferedGroup offered, int member) {
        return node.referrals()
                .move(
                        recipient(),
                        family.referral(offered, member),
                        Optional.empty(),
                        Move.decline(DeclineCode.OTHER, List.of()))
                .group()
                .orElseThrow();
    }

    /** In the order of the family. */
    private List<String> states(Caller caller, OfferedGroup offered) {
        OfferedGroup read = node.groupOffers().read(caller, offered.id());
        return family.cases().stream()
                .map(caseId -> read.members().stream()
                        .map(Referrals.Stored::referral)
                        .filter(referral -> referral.request().caseId().equals(caseId))
                        .findFirst()
                        .orElseThrow()
                        .shownTo(read.party()))
                .toList();
    }

    private Caller officer() {
        return family.members.get(0).controller;
    }

    private Caller recipient() {
        return family.members.get(0).recipient;
    }

    private static List<String> denials(Scene scene) throws Exception {
        return node.sequenced(scene.alias).stream()
                .map(TestNode.Logged::event)
                .filter(Denial.class::isInstance)
                .map(event -> ((Denial) event).code())
                .toList();
    }

    private static long referrals() throws Exception {
        return TestNode.number("SELECT COUNT(*) FROM paivand.referral");
    }

    private static long referralsOf(Family family) throws Exception {
        String ids =
                String.join("','", family.cases().stream().map(CaseId::toString).toList());
        return TestNode.number("SELECT COUNT(*) FROM paivand.referral WHERE case_id IN ('" + ids + "')");
    }

    private static ProblemException refused(ProblemCode code, Executable act) {
        ProblemException refused = assertThrows(ProblemException.class, act);
        assertEquals(code, refused.code());
        return refused;
    }
}
