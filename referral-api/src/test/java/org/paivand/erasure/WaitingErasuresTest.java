package org.paivand.erasure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.paivand.approval.Verdict;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.disclosure.Purpose;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

@Timeout(120)
class WaitingErasuresTest {
    @AutoClose
    private final EndedYear ended = EndedYear.ended();

    private final Caller second = TestNode.caller(Scene.POLICE, "officer-two", Role.REFERRER);

    WaitingErasuresTest() throws Exception {}

    private Scene proposed() throws Exception {
        Scene scene = Scene.between(ended.node, Scene.POLICE, Scene.SHELTER, Purpose.SHELTER_PLACEMENT);
        ended.node.erasures().propose(scene.controller, UUID.randomUUID(), TestNode.key(), scene.caseId);
        return scene;
    }

    private List<WaitingErasures.Waiting> waiting(Caller caller) {
        return ended.node.waitingErasures().list(caller, Optional.empty(), 100);
    }

    @Test
    void theAgencyOfACaseSeesItsOwnAndTheCommissionThoseOfOpenings() throws Exception {
        Scene scene = proposed();
        UUID openings = ended.propose();

        assertEquals(
                List.of(scene.caseId),
                waiting(second).stream().map(one -> one.caseId().orElseThrow()).toList());
        assertEquals(
                List.of(openings),
                waiting(ended.member).stream().map(one -> one.proposal().id()).toList());
        assertEquals(
                ended.year,
                waiting(ended.member).get(0).openings().orElseThrow().year());
    }

    @Test
    void nobodyElseSeesAny() throws Exception {
        proposed();
        ended.propose();

        for (Caller other : List.of(
                TestNode.caller(Scene.SHELTER, "worker-one", Role.PROVIDER),
                TestNode.caller("tj-commission", "registrar", Role.REGISTRAR),
                TestNode.caller(Scene.POLICE, "officer-two", Role.REGISTRAR),
                TestNode.caller(Scene.POLICE, "program", Role.REFERRER, Role.MACHINE),
                TestNode.caller("tj-commission", "program", Role.COMMISSION, Role.MACHINE),
                ended.auditor)) {
            assertEquals(List.of(), waiting(other), other.user());
        }
    }

    @Test
    void whatIsDecidedWaitsNoMore() throws Exception {
        UUID rejected = ended.propose();
        UUID confirmed = ended.propose();
        ended.decide(ended.member, rejected, Verdict.REJECT);
        assertEquals(1, waiting(ended.member).size());

        ended.decide(ended.member, confirmed, Verdict.CONFIRM);

        assertEquals(List.of(), waiting(ended.member));
    }

    @Test
    void pagesHoldEachOfTheirsOnceThoughOthersLieBetween() throws Exception {
        for (int i = 0; i < 120; i++) {
            Scene other = Scene.between(ended.node, "tj-police-khatlon", Scene.SHELTER, Purpose.SHELTER_PLACEMENT);
            ended.node.erasures().propose(other.controller, UUID.randomUUID(), TestNode.key(), other.caseId);
            if (i % 40 == 0) {
                proposed();
            }
        }

        List<UUID> seen = new ArrayList<>();
        Optional<Cursor> after = Optional.empty();
        List<WaitingErasures.Waiting> page = ended.node.waitingErasures().list(second, after, 2);
        while (!page.isEmpty()) {
            page.forEach(one -> seen.add(one.proposal().id()));
            WaitingErasures.Waiting last = page.get(page.size() - 1);
            after = Optional.of(new Cursor(
                    last.proposal().proposedAt(), last.proposal().id().toString()));
            page = ended.node.waitingErasures().list(second, after, 2);
        }

        assertEquals(3, seen.stream().distinct().count());
        assertEquals(3, seen.size());
        assertTrue(waiting(second).stream()
                .allMatch(one -> seen.contains(one.proposal().id())));
    }
}
