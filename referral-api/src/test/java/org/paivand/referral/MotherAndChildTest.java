package org.paivand.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.CaseGroup;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.LinkKind;
import org.paivand.casefile.section.GroupConstraint;
import org.paivand.casefile.section.Urgency;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.ConflictFinding;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.consent.ChildAssent;
import org.paivand.disclosure.consent.GivenBy;
import org.paivand.group.Family;
import org.paivand.group.GroupDesk.Named;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.registry.service.ServiceType;
import org.paivand.release.TogetherNotice;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** A child in a group has the safeguards that it has alone; on MariaDB. */
@Timeout(60)
class MotherAndChildTest {
    private static final String PROTECTION = "tj-child-protection-dushanbe";
    private static final GivenBy MOTHER = new GivenBy(
            org.paivand.disclosure.consent.Role.GUARDIAN, Optional.of("parent"), Optional.empty(), ChildAssent.GIVEN);

    @AutoClose
    private static final TestNode node = TestNode.running();

    private final Caller guardians = TestNode.caller(PROTECTION, "worker-two", Role.PROVIDER, Role.CHILD_PROTECTION);
    private Scene mother;
    private Scene child;
    private ReferralId protecting;

    @BeforeEach
    void aMotherWhoSpeaksForHerChild() throws Exception {
        mother = Scene.policeAndShelter(node);
        Family.agreed(mother);
        child = Scene.between(node, Scene.POLICE, Scene.SHELTER, Purpose.SHELTER_PLACEMENT);
        child.write(
                Category.SERVICE_REQUEST,
                0,
                sample -> sample.replace("\"ageGroup\":\"adult\"", "\"ageGroup\":\"child\""));
        Scene protection = child.towards(PROTECTION);
        child.consent(protection.grant(Category.SERVICE_REQUEST));
        protecting = protection.offer(ServiceType.PROTECTION);
        node.referrals().move(guardians, protecting, Optional.empty(), Move.accept());
    }

    @Test
    void offersThemOnTheMothersWordOnceNoConflictIsFound() throws Exception {
        child.recorded(TogetherNotice.ID, MOTHER, child.grant(Category.SERVICE_REQUEST));
        UUID group = linked();
        refused(group);

        find(ConflictFinding.NONE);

        assertEquals(2, offer(group).members().size());
    }

    @Test
    void keepsTheChildFromTheOfferOnceAConflictIsFoundUntilChildProtectionDecides() throws Exception {
        child.recorded(TogetherNotice.ID, MOTHER, child.grant(Category.SERVICE_REQUEST));
        UUID group = linked();
        find(ConflictFinding.CONFLICT);
        refused(group);

        node.protection()
                .decide(
                        guardians,
                        UUID.randomUUID(),
                        protecting.value(),
                        new AgencyId(Scene.SHELTER),
                        Purpose.SHELTER_PLACEMENT,
                        Set.of(Category.SERVICE_REQUEST),
                        node.clock.instant().truncatedTo(ChronoUnit.MILLIS).plus(Duration.ofDays(1)));

        assertEquals(2, offer(group).members().size());
    }

    @Test
    void linksAChildOfWhomNobodySpokeOnlyWhereChildProtectionSpeaksForIt() throws Exception {
        assertEquals(
                ProblemCode.TOGETHER_REFUSED,
                assertThrows(ProblemException.class, this::linked).code());

        find(ConflictFinding.CONFLICT);

        refused(linked());
    }

    private UUID linked() {
        List<Named> named = List.of(named(mother.caseId), named(child.caseId));
        return node.groups()
                .link(mother.controller, TestNode.key(), LinkKind.FAMILY_UNIT, named)
                .group()
                .id();
    }

    private static Named named(CaseId caseId) {
        return new Named(new CaseGroup.Member(caseId, GroupConstraint.KEEP_TOGETHER), "/members/0/caseId");
    }

    private void find(ConflictFinding finding) throws Exception {
        node.protection().find(guardians, UUID.randomUUID(), protecting.value(), finding);
    }

    private OfferedGroup offer(UUID group) throws Exception {
        return node.groupOffers()
                .offer(
                        mother.controller,
                        UUID.randomUUID(),
                        TestNode.key(),
                        new GroupOffers.Wanted(
                                group,
                                List.of(mother.caseId, child.caseId),
                                mother.recipient.agency(),
                                Purpose.SHELTER_PLACEMENT,
                                Urgency.URGENT,
                                List.of(ServiceType.SHELTER),
                                Optional.empty()));
    }

    private void refused(UUID group) {
        ProblemException refused = assertThrows(ProblemException.class, () -> offer(group));
        assertEquals(ProblemCode.OFFER_REFUSED, refused.code());
        assertEquals("/cases/1", refused.extensions().refused().get(0).pointer());
        assertEquals(1, refused.extensions().refused().size());
    }
}
