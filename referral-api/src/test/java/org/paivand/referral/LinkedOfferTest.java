package org.paivand.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.paivand.caller.Caller;
import org.paivand.casefile.section.GroupConstraint;
import org.paivand.casefile.section.Urgency;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.group.Joint;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.referral.ReferralDesk.Standing;
import org.paivand.registry.service.ServiceType;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** What a recipient sees of linked cases that two controllers offered to it, and what those two don't. */
@Timeout(90)
class LinkedOfferTest {
    @AutoClose
    private static final TestNode node = TestNode.running();

    private Joint joint;
    private UUID link;
    private Caller shelter;

    @BeforeEach
    void aMotherAndHerSonWhoAreLinked() throws Exception {
        joint = Joint.of(node);
        link = joint.linked().id();
        shelter = joint.mother.recipient;
    }

    @Test
    void tellsTheRecipientOnceBothAreThereAndNeitherSender() throws Exception {
        ReferralId mothers = offer(joint.mother, Scene.SHELTER, link);
        assertTrue(group(shelter, mothers).isEmpty());

        ReferralId sons = offer(joint.son, Scene.SHELTER, link);

        OfferedGroup seen = group(shelter, mothers).orElseThrow();
        assertEquals(2, seen.members().size());
        assertEquals(seen.id(), group(shelter, sons).orElseThrow().id());
        assertEquals(2, node.groupOffers().read(shelter, seen.id()).members().size());
        assertEquals(
                Optional.of(GroupConstraint.KEEP_TOGETHER),
                found(shelter, mothers).stored().referral().request().together().map(Together::constraint));
        assertTrue(group(joint.officer, mothers).isEmpty());
        assertTrue(group(joint.counsellor, sons).isEmpty());
        refused(ProblemCode.NOT_FOUND, () -> node.groupOffers().read(joint.officer, seen.id()));
        refused(ProblemCode.NOT_FOUND, () -> node.groupOffers().read(joint.counsellor, seen.id()));
    }

    @Test
    void tellsNothingOfAnOfferThatDoesNotNameTheLink() throws Exception {
        ReferralId mothers = offer(joint.mother, Scene.SHELTER, link);
        ReferralId sons = joint.son.offer(ServiceType.SHELTER);

        assertTrue(group(shelter, mothers).isEmpty());
        assertTrue(group(shelter, sons).isEmpty());
    }

    @Test
    void givesEachRecipientAnotherIdOfTheSameTwo() throws Exception {
        Joint.permit(joint.mother, "tj-ngo-dushanbe-women");
        Joint.permit(joint.son, "tj-ngo-dushanbe-women");
        ReferralId one = offer(joint.mother, Scene.SHELTER, link);
        ReferralId other = offer(joint.mother, "tj-ngo-dushanbe-women", link);

        assertNotEquals(together(joint.officer, one), together(joint.officer, other));
        assertNotEquals(link, together(joint.officer, one));
    }

    @Test
    void isDividedForTheRecipientAlone() throws Exception {
        UUID both = keptTogether();
        ReferralId mothers = offer(joint.mother, Scene.SHELTER, both);
        ReferralId sons = offer(joint.son, Scene.SHELTER, both);
        node.referrals().move(shelter, mothers, Optional.empty(), Move.accept());

        node.referrals().move(shelter, sons, Optional.empty(), Move.decline(DeclineCode.NO_CAPACITY, List.of()));

        assertTrue(group(shelter, mothers).orElseThrow().divided());
        assertTrue(group(joint.officer, mothers).isEmpty());
        assertEquals(
                "accepted", found(joint.officer, mothers).stored().referral().shownTo(Party.SENDER));
    }

    @Test
    void countsWhoWasOfferedAnewOnce() throws Exception {
        ReferralId first = offer(joint.mother, Scene.SHELTER, link);
        node.referrals().move(shelter, first, Optional.empty(), Move.decline(DeclineCode.NO_CAPACITY, List.of()));
        ReferralId again = offer(joint.mother, Scene.SHELTER, link);
        assertTrue(group(shelter, again).isEmpty());
        assertTrue(group(joint.officer, again).isEmpty());

        offer(joint.son, Scene.SHELTER, link);

        assertEquals(2, group(shelter, again).orElseThrow().members().size());
    }

    @Test
    void leavesTheOnesOfferWhereTheOthersIsRefused() throws Exception {
        ReferralId mothers = offer(joint.mother, Scene.SHELTER, link);
        // The shelter may be asked for the son, but not together with somebody.
        Scene daughter = Joint.controlledBy(node, Joint.NGO);
        Joint.permitOnly(daughter, Scene.POLICE);
        daughter.consent(daughter.grant(Category.SERVICE_REQUEST));
        UUID second = node.jointLinks()
                .enter(
                        joint.counsellor,
                        daughter.caseId,
                        joint.officer.agency(),
                        joint.proposed().code().inGroups(),
                        GroupConstraint.NONE)
                .id();

        refused(ProblemCode.TOGETHER_REFUSED, () -> offer(daughter, Scene.SHELTER, second));

        assertEquals(
                "offered", found(joint.officer, mothers).stored().referral().shownTo(Party.SENDER));
        assertTrue(group(shelter, mothers).isEmpty());
    }

    @Test
    void goesAloneWhereTheOtherTookBackThatTheRecipientMayKnow() throws Exception {
        ReferralId mothers = offer(joint.mother, Scene.SHELTER, link);
        Joint.permitOnly(joint.mother, Joint.NGO);
        joint.mother.withdraw(joint.mothers);

        ReferralId sons = offer(joint.son, Scene.SHELTER, link);

        assertTrue(group(shelter, mothers).isEmpty());
        assertTrue(group(shelter, sons).isEmpty());
        assertTrue(group(joint.counsellor, sons).isEmpty());
    }

    @Test
    void takesNoLinkThatEndedOrIsOfOthersOrWaits() throws Exception {
        Joint others = Joint.of(node);
        UUID strange = others.linked().id();
        refused(ProblemCode.NOT_FOUND, () -> offer(joint.mother, Scene.SHELTER, strange));
        refused(ProblemCode.NOT_FOUND, () -> offer(joint.mother, Scene.SHELTER, UUID.randomUUID()));
        UUID waiting = joint.proposed().link().id();
        refused(ProblemCode.NOT_FOUND, () -> offer(joint.mother, Scene.SHELTER, waiting));

        node.jointLinks().end(joint.counsellor, joint.son.caseId, link);

        refused(ProblemCode.NOT_FOUND, () -> offer(joint.mother, Scene.SHELTER, link));
        refused(ProblemCode.NOT_FOUND, () -> offer(joint.son, Scene.SHELTER, link));
    }

    @Test
    void leavesWhatWasOfferedWhereTheLinkEndsAfterwards() throws Exception {
        ReferralId mothers = offer(joint.mother, Scene.SHELTER, link);
        ReferralId sons = offer(joint.son, Scene.SHELTER, link);
        node.jointLinks().end(joint.officer, joint.mother.caseId, link);

        assertEquals(2, group(shelter, sons).orElseThrow().members().size());
        assertEquals(
                "offered", found(joint.officer, mothers).stored().referral().shownTo(Party.SENDER));
    }

    @Test
    void needsTheLinkToBeThereForItsOwnCase() throws Exception {
        Scene other = Joint.controlledBy(node, Scene.POLICE);
        Joint.permit(other, Joint.NGO);

        refused(ProblemCode.NOT_FOUND, () -> offer(other, Scene.SHELTER, link));
    }

    /** A further link of the two, by which the son too wants to stay. */
    private UUID keptTogether() {
        node.jointLinks().end(joint.officer, joint.mother.caseId, link);
        return node.jointLinks()
                .enter(
                        joint.counsellor,
                        joint.son.caseId,
                        joint.officer.agency(),
                        joint.proposed().code().inGroups(),
                        GroupConstraint.KEEP_TOGETHER)
                .id();
    }

    private static ReferralId offer(Scene scene, String recipient, UUID link) throws Exception {
        Offer.Wanted wanted = new Offer.Wanted(
                scene.caseId, new AgencyId(recipient), scene.purpose, Urgency.URGENT, List.of(ServiceType.SHELTER));
        return node.offers()
                .offerLinked(scene.controller, UUID.randomUUID(), TestNode.key(), wanted, link)
                .stored()
                .referral()
                .request()
                .id();
    }

    private static Standing found(Caller caller, ReferralId referral) {
        return node.referrals().find(caller, referral).orElseThrow();
    }

    private static Optional<OfferedGroup> group(Caller caller, ReferralId referral) {
        return found(caller, referral).group();
    }

    private static UUID together(Caller caller, ReferralId referral) {
        return found(caller, referral)
                .stored()
                .referral()
                .request()
                .together()
                .orElseThrow()
                .offer();
    }

    private static void refused(ProblemCode code, Executable attempt) {
        assertEquals(code, assertThrows(ProblemException.class, attempt).code());
    }
}
