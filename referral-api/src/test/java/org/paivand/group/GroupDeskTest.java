package org.paivand.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.CaseGroup;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.LinkKind;
import org.paivand.casefile.section.GroupConstraint;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.group.GroupDesk.Named;
import org.paivand.group.GroupDesk.Seen;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.wiring.Race;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** Who links whose cases, on MariaDB. */
@Timeout(90)
class GroupDeskTest {
    private static final Caller STRANGER = TestNode.caller("tj-police-khatlon", "officer-two", Role.REFERRER);

    @AutoClose
    private static final TestNode node = TestNode.running();

    private Family family;
    private Caller officer;

    @BeforeEach
    void threeWhoAgreed() throws Exception {
        family = Family.of(node, 3);
        officer = family.members.get(0).controller;
    }

    @Test
    void linksCasesWhosePersonsAgreedAndTellsOnlyTheirController() {
        UUID group = family.linked();

        Seen seen = node.groups().read(officer, group);

        assertEquals(Set.copyOf(family.cases()), seen.agreed());
        assertEquals(LinkKind.FAMILY_UNIT, seen.group().kind());
        assertEquals(List.of(seen), node.groups().of(officer, family.cases().get(2)));
        refused(ProblemCode.NOT_FOUND, () -> node.groups().read(STRANGER, group));
        refused(
                ProblemCode.NOT_FOUND,
                () -> node.groups().of(STRANGER, family.cases().get(0)));
        refused(ProblemCode.NOT_FOUND, () -> node.groups().read(officer, UUID.randomUUID()));
    }

    @Test
    void linksNoCaseOfAnotherController() throws Exception {
        Scene other = Scene.between(node, "tj-ngo-psychosocial", Scene.SHELTER, Purpose.SHELTER_PLACEMENT);
        other.write(Category.SERVICE_REQUEST, 0);
        Family.agreed(other);
        List<CaseId> mixed = List.of(family.cases().get(0), other.caseId);

        refused(ProblemCode.NOT_FOUND, () -> link(officer, mixed));
        refused(ProblemCode.NOT_FOUND, () -> link(other.controller, mixed));
        refused(ProblemCode.NOT_FOUND, () -> link(STRANGER, family.cases()));
        refused(
                ProblemCode.NOT_FOUND,
                () -> link(officer, List.of(family.cases().get(0), new CaseId(UUID.randomUUID()))));

        assertEquals(0, links());
    }

    @Test
    void linksNobodyWhoDidNotAgreeAndTellsWhoThatIs() throws Exception {
        Scene silent = Scene.policeAndShelter(node);
        silent.consent(silent.grant(Category.SERVICE_REQUEST));
        Scene changed = family.members.get(1);
        changed.withdraw(family.consents.get(1));

        ProblemException refused = refused(
                ProblemCode.TOGETHER_REFUSED,
                () -> link(officer, List.of(family.cases().get(0), changed.caseId, silent.caseId)));

        assertEquals(
                Set.of("/members/1/caseId", "/members/2/caseId"),
                Set.copyOf(refused.extensions().refused().stream()
                        .map(ProblemException.RefusedCase::pointer)
                        .toList()));
        assertEquals(0, links());
    }

    @Test
    void takesARefusalForNoWord() throws Exception {
        Scene silent = Scene.policeAndShelter(node);
        UUID consent = Family.agreed(silent);
        silent.withdraw(consent);

        refused(
                ProblemCode.TOGETHER_REFUSED,
                () -> link(officer, List.of(family.cases().get(0), silent.caseId)));
    }

    @Test
    void keepsACaseInOneGroupOfEachKind() {
        UUID unit = family.linked();
        List<CaseId> again = family.cases().subList(0, 2);

        refused(ProblemCode.CONFLICT, () -> link(officer, again));
        UUID travelling = node.groups()
                .link(officer, TestNode.key(), LinkKind.TRAVEL_GROUP, Family.named(again, GroupConstraint.KEEP_APART))
                .group()
                .id();

        assertEquals(
                Set.of(unit, travelling),
                Set.copyOf(node.groups().of(officer, again.get(0)).stream()
                        .map(seen -> seen.group().id())
                        .toList()));
    }

    @Test
    void takesInAnotherOnceAndNoMoreThanThirty() throws Exception {
        UUID group = family.linked();
        Scene late = Scene.policeAndShelter(node);
        refused(ProblemCode.TOGETHER_REFUSED, () -> join(group, late));
        Family.agreed(late);

        join(group, late);
        Seen seen = join(group, late);

        assertEquals(4, seen.group().members().size());
        refused(
                ProblemCode.NOT_FOUND,
                () -> node.groups()
                        .join(
                                STRANGER,
                                group,
                                Family.named(List.of(late.caseId), GroupConstraint.NONE)
                                        .get(0)));
        assertThrows(
                IllegalArgumentException.class,
                () -> new CaseGroup(
                        group,
                        LinkKind.FAMILY_UNIT,
                        Stream.generate(() -> new CaseGroup.Member(new CaseId(UUID.randomUUID()), GroupConstraint.NONE))
                                .limit(31)
                                .toList()));
    }

    @Test
    void letsACaseLeaveAtOnceAndTheLastOneIsAlone() {
        UUID group = family.linked();
        refused(
                ProblemCode.NOT_FOUND,
                () -> node.groups().leave(STRANGER, group, family.cases().get(0)));
        refused(
                ProblemCode.NOT_FOUND,
                () -> node.groups()
                        .leave(officer, UUID.randomUUID(), family.cases().get(0)));

        node.groups().leave(officer, group, family.cases().get(0));
        assertEquals(2, node.groups().read(officer, group).group().members().size());
        refused(
                ProblemCode.NOT_FOUND,
                () -> node.groups().leave(officer, group, family.cases().get(0)));
        node.groups().leave(officer, group, family.cases().get(1));

        refused(ProblemCode.NOT_FOUND, () -> node.groups().read(officer, group));
        assertEquals(List.of(), node.groups().of(officer, family.cases().get(2)));
        assertEquals(0, links());
    }

    @Test
    void tellsWhoseWordNoLongerStands() throws Exception {
        UUID group = family.linked();

        family.members.get(1).withdraw(family.consents.get(1));

        assertEquals(
                Set.of(family.cases().get(0), family.cases().get(2)),
                node.groups().read(officer, group).agreed());
    }

    @Test
    void losesAnErasedMemberWithoutSayingWho() throws Exception {
        UUID group = family.linked();

        family.erase(0);

        assertEquals(
                Set.copyOf(family.cases().subList(1, 3)),
                node.groups().read(officer, group).agreed());
        assertEquals(
                0,
                TestNode.number("SELECT COUNT(*) FROM paivand.case_link WHERE case_id = '"
                        + family.cases().get(0) + "'"));
        family.erase(1);
        assertEquals(0, links());
    }

    @Test
    void forgetsTheLinkWhenACasePassesToAnotherController() throws Exception {
        UUID group = family.linked();

        Caller next = family.handOver(0);

        assertEquals(List.of(), node.groups().of(next, family.cases().get(0)));
        refused(ProblemCode.NOT_FOUND, () -> node.groups().read(next, group));
        assertEquals(2, node.groups().read(officer, group).group().members().size());
    }

    @Test
    void linksOnceForTheSameRequestSentTwice() {
        IdempotencyKey key = TestNode.key();
        List<Named> named = Family.named(family.cases(), GroupConstraint.NONE);

        UUID first = node.groups()
                .link(officer, key, LinkKind.TRAVEL_GROUP, named)
                .group()
                .id();

        assertEquals(
                first,
                node.groups()
                        .link(officer, key, LinkKind.TRAVEL_GROUP, named)
                        .group()
                        .id());
        assertEquals(3, links());
    }

    @Test
    void letsOneOfTwoThatLinkTheSameCaseWin() throws Exception {
        try (Race race = new Race()) {
            List<Race.Finish<Seen>> finishes = race.run(List.of(
                    () -> link(officer, family.cases().subList(0, 2)),
                    () -> link(
                            officer,
                            List.of(family.cases().get(2), family.cases().get(1)))));

            assertEquals(1, finishes.stream().filter(Race.Finish::won).count());
            assertTrue(
                    finishes.stream().anyMatch(finish -> finish.problem().equals(Optional.of(ProblemCode.CONFLICT))));
        }
        assertEquals(2, links());
    }

    @Test
    void takesInNoMoreThanThirtyEvenAtOnce() throws Exception {
        UUID group = Family.of(node, CaseGroup.MOST - 1).linked();
        List<Scene> late = Family.of(node, 2).members;

        try (Race race = new Race()) {
            List<Race.Finish<Seen>> finishes =
                    race.run(List.of(() -> join(group, late.get(0)), () -> join(group, late.get(1))));

            assertEquals(1, finishes.stream().filter(Race.Finish::won).count());
        }
        assertEquals(
                CaseGroup.MOST,
                node.groups().read(officer, group).group().members().size());
    }

    @Test
    void leavesNobodyBehindWhenTwoLeaveAtOnce() throws Exception {
        UUID group = family.linked();
        try (Race race = new Race()) {
            race.run(List.of(() -> left(group, 0), () -> left(group, 1))).forEach(finish -> assertTrue(finish.won()));
        }

        assertEquals(0, links());
    }

    private boolean left(UUID group, int member) {
        node.groups().leave(officer, group, family.cases().get(member));
        return true;
    }

    private Seen join(UUID group, Scene scene) {
        return node.groups()
                .join(
                        officer,
                        group,
                        Family.named(List.of(scene.caseId), GroupConstraint.NONE)
                                .get(0));
    }

    private static Seen link(Caller caller, List<CaseId> cases) {
        return node.groups()
                .link(caller, TestNode.key(), LinkKind.FAMILY_UNIT, Family.named(cases, GroupConstraint.KEEP_TOGETHER));
    }

    private long links() {
        String ids =
                String.join("','", family.cases().stream().map(CaseId::toString).toList());
        try {
            return TestNode.number("SELECT COUNT(*) FROM paivand.case_link WHERE case_id IN ('" + ids + "')");
        } catch (java.sql.SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    private static ProblemException refused(ProblemCode code, Executable act) {
        ProblemException refused = assertThrows(ProblemException.class, act);
        assertEquals(code, refused.code());
        return refused;
    }
}
