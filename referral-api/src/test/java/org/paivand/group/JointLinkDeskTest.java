package org.paivand.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.paivand.approval.Verdict;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.JointLink;
import org.paivand.casefile.LinkKind;
import org.paivand.casefile.section.GroupConstraint;
import org.paivand.disclosure.Action;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.ConflictFinding;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.consent.ChildAssent;
import org.paivand.disclosure.consent.Effect;
import org.paivand.disclosure.consent.GivenBy;
import org.paivand.disclosure.consent.Grant;
import org.paivand.disclosure.consent.Recipient;
import org.paivand.handover.HandOver;
import org.paivand.handover.HandOverConsent;
import org.paivand.handover.HandOverDesk;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.referral.Move;
import org.paivand.referral.ReferralId;
import org.paivand.registry.service.ServiceType;
import org.paivand.wiring.Race;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** Cases of two controllers, linked by nobody but the person, on MariaDB. */
@Timeout(90)
class JointLinkDeskTest {
    @AutoClose
    private static final TestNode node = TestNode.running();

    private Joint joint;

    @BeforeEach
    void aMotherAndHerSonWithTwoAgencies() throws Exception {
        joint = Joint.of(node);
        // The attempts of one minute are no other test's.
        node.clock.move(Duration.ofMinutes(2));
    }

    @Test
    void linksTwoCasesByTheCodeThatThePersonBrings() throws Exception {
        JointLink linked = joint.linked();

        JointLink one = node.jointLinks().of(joint.officer, joint.mother.caseId).get(0);
        JointLink other =
                node.jointLinks().of(joint.counsellor, joint.son.caseId).get(0);
        assertEquals(linked, one);
        assertEquals(linked, other);
        assertEquals(LinkKind.FAMILY_UNIT, other.kind());
        assertEquals(
                GroupConstraint.NONE,
                one.beside(joint.mother.caseId).orElseThrow().constraint());
        assertEquals(
                GroupConstraint.KEEP_TOGETHER,
                other.beside(joint.son.caseId).orElseThrow().constraint());
    }

    @Test
    void keepsTheCodeNowhere() throws Exception {
        JointLinkDesk.Proposed proposed = joint.proposed();
        String digits = proposed.code().inGroups().replace(" ", "");

        assertEquals(
                0,
                TestNode.number("SELECT COUNT(*) FROM paivand.joint_link WHERE seal = UNHEX(SHA2('" + digits
                        + "', 256))" + " OR CAST(seal AS CHAR) LIKE '%" + digits + "%'"));
        assertTrue(node.jointLinks()
                .of(joint.officer, joint.mother.caseId)
                .get(0)
                .entered()
                .isEmpty());
        assertEquals(List.of(), node.jointLinks().of(joint.counsellor, joint.son.caseId));
    }

    @Test
    void answersEveryCodeThatLinksNothingAlike() throws Exception {
        String code = joint.proposed().code().inGroups();
        Joint others = Joint.of(node);
        String ofOthers = others.proposed().code().inGroups();
        Scene stranger = Joint.controlledBy(node, "tj-ngo-legal-aid");
        Joint.permit(stranger, Scene.POLICE);

        // Mistyped, none, random, and made for somebody else.
        refused(ProblemCode.LINK_CODE_REFUSED, () -> joint.enter(code.substring(0, code.length() - 1) + "x"));
        refused(ProblemCode.LINK_CODE_REFUSED, () -> joint.enter(""));
        refused(ProblemCode.LINK_CODE_REFUSED, () -> joint.enter("000 000 000 000 000 000 001"));
        refused(ProblemCode.LINK_CODE_REFUSED, () -> enter(stranger, Scene.POLICE, code));
        // Made by another agency than the person says.
        Joint.permit(joint.son, "tj-ngo-legal-aid");
        refused(ProblemCode.LINK_CODE_REFUSED, () -> enter(joint.son, "tj-ngo-legal-aid", code));

        assertEquals(0, entered());
        assertFalse(node.jointLinks().of(joint.officer, joint.mother.caseId).isEmpty());
        // What was tried with it has not used it up.
        assertTrue(joint.enter(ofOthers).entered().isPresent());
        assertTrue(others.enter(code).entered().isPresent());
    }

    @Test
    void takesACodeOnceAndOnlyForAnotherCase() throws Exception {
        String code = joint.proposed().code().inGroups();
        assertTrue(joint.enter(code).entered().isPresent());

        refused(ProblemCode.LINK_CODE_REFUSED, () -> joint.enter(code));
        String again = joint.proposed().code().inGroups();
        refused(ProblemCode.LINK_CODE_REFUSED, () -> joint.enter(again));
        String back = node.jointLinks()
                .propose(
                        joint.counsellor,
                        joint.son.caseId,
                        LinkKind.TRAVEL_GROUP,
                        joint.officer.agency(),
                        GroupConstraint.NONE)
                .code()
                .inGroups();
        refused(ProblemCode.LINK_CODE_REFUSED, () -> enter(joint.mother, Joint.NGO, back));
        assertEquals(1, entered());
    }

    @Test
    void isNoneForWhoMadeIt() throws Exception {
        String code = joint.proposed().code().inGroups();

        refused(ProblemCode.TOGETHER_REFUSED, () -> enter(joint.mother, Scene.POLICE, code));
        refused(ProblemCode.LINK_CODE_REFUSED, () -> enter(joint.mother, Joint.NGO, code));
        Scene second = Joint.controlledBy(node, Scene.POLICE);
        Joint.permit(second, Joint.NGO);
        refused(ProblemCode.LINK_CODE_REFUSED, () -> enter(second, Joint.NGO, code));
    }

    @Test
    void endsWithItsWeekAndWithTheNextCode() throws Exception {
        String first = joint.proposed().code().inGroups();
        String second = joint.proposed().code().inGroups();
        refused(ProblemCode.LINK_CODE_REFUSED, () -> joint.enter(first));

        node.clock.move(JointLinkDesk.CODE_LIVES);
        Joint.permit(joint.mother, Joint.NGO);
        Joint.permit(joint.son, Scene.POLICE);

        refused(ProblemCode.LINK_CODE_REFUSED, () -> joint.enter(second));
        assertEquals(List.of(), node.jointLinks().of(joint.officer, joint.mother.caseId));
    }

    @Test
    void letsOneOfTwoWhoEnterItAtOnce() throws Exception {
        String code = joint.proposed().code().inGroups();
        Scene daughter = Joint.controlledBy(node, Joint.NGO);
        Joint.permit(daughter, Scene.POLICE);
        List<Callable<JointLink>> both =
                List.of(() -> enter(joint.son, Scene.POLICE, code), () -> enter(daughter, Scene.POLICE, code));

        try (Race race = new Race()) {
            assertEquals(1, race.run(both).stream().filter(Race.Finish::won).count());
        }

        assertEquals(1, entered());
    }

    @Test
    void needsEachPersonsOwnWordThatNamesTheOtherAgency() throws Exception {
        Scene silent = Joint.controlledBy(node, Scene.POLICE);
        refused(ProblemCode.TOGETHER_REFUSED, () -> propose(silent, Joint.NGO));
        Joint.permit(silent, "tj-ngo-legal-aid");
        refused(ProblemCode.TOGETHER_REFUSED, () -> propose(silent, Joint.NGO));
        // Under the notice of before, which said nothing of a second organisation.
        Joint.record(silent, 1, true, GivenBy.subject(), Joint.permitting(silent, Joint.NGO));
        refused(ProblemCode.TOGETHER_REFUSED, () -> propose(silent, Joint.NGO));
        // With somebody else in the room.
        Joint.record(silent, 2, false, GivenBy.subject(), Joint.permitting(silent, Joint.NGO));
        refused(ProblemCode.TOGETHER_REFUSED, () -> propose(silent, Joint.NGO));

        String code = joint.proposed().code().inGroups();
        Scene other = Joint.controlledBy(node, Joint.NGO);
        refused(ProblemCode.TOGETHER_REFUSED, () -> enter(other, Scene.POLICE, code));
        // The same for a code that is none: it says nothing of the code.
        refused(ProblemCode.TOGETHER_REFUSED, () -> enter(other, Scene.POLICE, "1"));
        assertEquals(0, entered());
    }

    @Test
    void linksNobodyWhoBarredTheOtherAgency() throws Exception {
        String code = joint.proposed().code().inGroups();
        joint.son.consent(refusal(Scene.POLICE, true));
        refused(ProblemCode.TOGETHER_REFUSED, () -> joint.enter(code));

        Joint others = Joint.of(node);
        String second = others.proposed().code().inGroups();
        others.mother.consent(refusal(Joint.NGO, true));
        refused(ProblemCode.LINK_CODE_REFUSED, () -> others.enter(second));
        refused(ProblemCode.TOGETHER_REFUSED, () -> propose(others.mother, Joint.NGO));
    }

    @Test
    void endsWhereThePermitIsTakenBackBeforeTheCodeIsEntered() throws Exception {
        String code = joint.proposed().code().inGroups();
        joint.mother.withdraw(joint.mothers);

        refused(ProblemCode.LINK_CODE_REFUSED, () -> joint.enter(code));

        joint.mothers = Joint.permit(joint.mother, Joint.NGO);
        refused(ProblemCode.LINK_CODE_REFUSED, () -> joint.enter(code));
    }

    @Test
    void endsForBothWithEithersWithdrawalAndStaysEnded() throws Exception {
        joint.linked();
        joint.son.withdraw(joint.sons);

        assertEquals(List.of(), node.jointLinks().of(joint.officer, joint.mother.caseId));
        joint.sons = Joint.permit(joint.son, Scene.POLICE);
        assertEquals(List.of(), node.jointLinks().of(joint.officer, joint.mother.caseId));
        assertEquals(List.of(), node.jointLinks().of(joint.counsellor, joint.son.caseId));

        joint.linked();
        joint.mother.consent(refusal(Joint.NGO, false));
        assertEquals(List.of(), node.jointLinks().of(joint.counsellor, joint.son.caseId));
        assertEquals(0, entered());
    }

    @Test
    void endsWithThePermitsOwnEnd() throws Exception {
        joint.linked();

        node.clock.move(Duration.ofDays(31));

        assertEquals(List.of(), node.jointLinks().of(joint.counsellor, joint.son.caseId));
        assertEquals(List.of(), node.jointLinks().of(joint.officer, joint.mother.caseId));
    }

    @Test
    void endsForBothAtOnceWhereEitherEndsIt() throws Exception {
        JointLink linked = joint.linked();
        refused(ProblemCode.NOT_FOUND, () -> node.jointLinks().end(joint.counsellor, joint.mother.caseId, linked.id()));
        Scene unlinked = Joint.controlledBy(node, Joint.NGO);
        refused(ProblemCode.NOT_FOUND, () -> node.jointLinks().end(joint.counsellor, unlinked.caseId, linked.id()));

        node.jointLinks().end(joint.counsellor, joint.son.caseId, linked.id());

        assertEquals(List.of(), node.jointLinks().of(joint.officer, joint.mother.caseId));
        refused(ProblemCode.NOT_FOUND, () -> node.jointLinks().end(joint.officer, joint.mother.caseId, linked.id()));
    }

    @Test
    void endsWithAHandOverBeforeAndAfterTheCodeIsEntered() throws Exception {
        String code = joint.proposed().code().inGroups();
        Caller next = handOver(joint.mother, "tj-ngo-dushanbe-women");
        refused(ProblemCode.LINK_CODE_REFUSED, () -> joint.enter(code));
        assertEquals(List.of(), node.jointLinks().of(next, joint.mother.caseId));

        Joint others = Joint.of(node);
        others.linked();
        handOver(others.son, "tj-ngo-dushanbe-women");
        assertEquals(List.of(), node.jointLinks().of(others.officer, others.mother.caseId));
    }

    @Test
    void endsWithTheErasureOfEither() throws Exception {
        joint.linked();
        UUID approval = node.erasures()
                .propose(joint.counsellor, UUID.randomUUID(), TestNode.key(), joint.son.caseId)
                .proposal()
                .id();
        Caller second = TestNode.caller(Joint.NGO, "second", Role.REFERRER);
        node.erasures().decide(second, UUID.randomUUID(), joint.son.caseId, approval, Verdict.CONFIRM);

        assertEquals(List.of(), node.jointLinks().of(joint.officer, joint.mother.caseId));
        assertEquals(0, entered());
    }

    @Test
    void hearsAGuardianOnlyWithoutConflict() throws Exception {
        Scene child = Joint.controlledBy(node, Joint.NGO);
        GivenBy guardian = new GivenBy(
                org.paivand.disclosure.consent.Role.GUARDIAN,
                Optional.of("parent"),
                Optional.of(node.clock.instant().plus(Duration.ofDays(365))),
                ChildAssent.GIVEN);
        Joint.record(child, 2, true, guardian, Joint.permitting(child, Scene.POLICE));
        String code = joint.proposed().code().inGroups();
        refused(ProblemCode.TOGETHER_REFUSED, () -> enter(child, Scene.POLICE, code));
        ReferralId referral = protection(child);
        found(referral, ConflictFinding.CONFLICT);
        refused(ProblemCode.TOGETHER_REFUSED, () -> enter(child, Scene.POLICE, code));

        found(referral, ConflictFinding.NONE);
        JointLink linked = enter(child, Scene.POLICE, code);
        assertTrue(linked.entered().isPresent());

        found(referral, ConflictFinding.CONFLICT);
        assertEquals(List.of(), node.jointLinks().of(joint.officer, joint.mother.caseId));
    }

    @Test
    void goesBesideAGroupOfTheControllersOwn() throws Exception {
        Family family = Family.of(node, 2);
        UUID group = family.linked();
        Scene one = family.members.get(0);
        Joint.permit(one, Joint.NGO);

        String code = propose(one, Joint.NGO).code().inGroups();
        assertTrue(joint.enter(code).entered().isPresent());

        assertEquals(
                2, node.groups().read(one.controller, group).group().members().size());
        assertEquals(List.of(), node.groups().of(joint.counsellor, joint.son.caseId));
    }

    @Test
    void isThereForNobodyElse() throws Exception {
        JointLink linked = joint.linked();
        Caller stranger = TestNode.caller("tj-police-khatlon", "officer-two", Role.REFERRER);

        refused(ProblemCode.NOT_FOUND, () -> node.jointLinks().of(stranger, joint.mother.caseId));
        refused(ProblemCode.NOT_FOUND, () -> node.jointLinks().of(joint.officer, joint.son.caseId));
        refused(ProblemCode.NOT_FOUND, () -> node.jointLinks().end(stranger, joint.mother.caseId, linked.id()));
        refused(
                ProblemCode.NOT_FOUND,
                () -> node.jointLinks()
                        .propose(
                                stranger,
                                joint.mother.caseId,
                                LinkKind.FAMILY_UNIT,
                                new AgencyId(Joint.NGO),
                                GroupConstraint.NONE));
        refused(
                ProblemCode.NOT_FOUND,
                () -> node.jointLinks()
                        .enter(
                                stranger,
                                new CaseId(UUID.randomUUID()),
                                new AgencyId(Scene.POLICE),
                                "1",
                                GroupConstraint.NONE));
    }

    @Test
    void letsAnAgencyTryTwentyTimesAMinuteWhoeverOfItTries() throws Exception {
        String code = joint.proposed().code().inGroups();
        for (int i = 0; i < 20; i++) {
            refused(ProblemCode.LINK_CODE_REFUSED, () -> joint.enter("1"));
        }
        refused(ProblemCode.TOO_MANY_REQUESTS, () -> joint.enter(code));
        Caller colleague = TestNode.caller(Joint.NGO, "colleague", Role.REFERRER);
        refused(
                ProblemCode.TOO_MANY_REQUESTS,
                () -> node.jointLinks()
                        .enter(colleague, joint.son.caseId, joint.officer.agency(), code, GroupConstraint.NONE));

        node.clock.move(Duration.ofMinutes(1));
        assertTrue(joint.enter(code).entered().isPresent());
    }

    private static JointLinkDesk.Proposed propose(Scene scene, String with) {
        return node.jointLinks()
                .propose(
                        scene.controller,
                        scene.caseId,
                        LinkKind.FAMILY_UNIT,
                        new AgencyId(with),
                        GroupConstraint.KEEP_TOGETHER);
    }

    private static JointLink enter(Scene scene, String with, String code) {
        return node.jointLinks().enter(scene.controller, scene.caseId, new AgencyId(with), code, GroupConstraint.NONE);
    }

    private static Grant refusal(String agency, boolean bar) {
        return new Grant(
                UUID.randomUUID(),
                Effect.REFUSE,
                Purpose.ASSISTANCE,
                EnumSet.allOf(Category.class),
                new Recipient.ExactAgency(new AgencyId(agency)),
                Set.of(Action.SHARE),
                node.clock.instant().minusSeconds(1),
                node.clock.instant().plus(Duration.ofDays(1)),
                bar);
    }

    private static Caller handOver(Scene scene, String to) throws Exception {
        Caller next = TestNode.caller(to, "lawyer", Role.REFERRER);
        Scene towards = scene.towards(to, Purpose.ASSISTANCE);
        UUID agreed = towards.recorded(
                        HandOverConsent.NOTICE, GivenBy.subject(), towards.grant(Category.SERVICE_REQUEST))
                .consentId();
        HandOver proposed = node.handOvers()
                .propose(
                        scene.controller,
                        UUID.randomUUID(),
                        TestNode.key(),
                        scene.caseId,
                        new HandOverDesk.Wanted(next.agency(), Purpose.ASSISTANCE, agreed));
        node.handOvers().accept(next, UUID.randomUUID(), proposed.proposal().id());
        return next;
    }

    /** A referral by which child protection knows the case. */
    private static ReferralId protection(Scene child) throws Exception {
        Scene protection = child.towards("tj-child-protection-dushanbe", Purpose.PROTECTION);
        protection.consent(protection.grant(Category.SERVICE_REQUEST));
        ReferralId referral = protection.offer(ServiceType.PROTECTION);
        node.referrals().move(protection.recipient, referral, Optional.empty(), Move.accept());
        return referral;
    }

    private static void found(ReferralId referral, ConflictFinding finding) throws Exception {
        Caller protector = TestNode.caller("tj-child-protection-dushanbe", "protector", Role.CHILD_PROTECTION);
        node.protection().find(protector, UUID.randomUUID(), referral.value(), finding);
    }

    private long entered() throws Exception {
        return TestNode.number("SELECT COUNT(*) FROM paivand.joint_link WHERE to_case IS NOT NULL AND (from_case = '"
                + joint.mother.caseId + "' OR to_case = '" + joint.son.caseId + "')");
    }

    private static ProblemException refused(ProblemCode code, Executable attempt) {
        ProblemException refused = assertThrows(ProblemException.class, attempt);
        assertEquals(code, refused.code());
        return refused;
    }
}
