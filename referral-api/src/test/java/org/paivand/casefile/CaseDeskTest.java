package org.paivand.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.referral.Move;
import org.paivand.referral.Outcome;
import org.paivand.referral.ReferralId;
import org.paivand.referral.Step;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

@Timeout(60)
class CaseDeskTest {
    private static final Caller OFFICER = TestNode.caller(Scene.POLICE, "officer-one", Role.REFERRER);
    private static final Caller STRANGER = TestNode.caller("tj-police-khatlon", "officer-two", Role.REFERRER);

    @AutoClose
    private static final TestNode node = TestNode.running();

    @Test
    void showsACaseToItsControllerOnly() {
        CaseId id = node.cases().open(OFFICER, TestNode.key()).id();

        refused(ProblemCode.NOT_FOUND, () -> node.cases().read(STRANGER, id));
        refused(ProblemCode.NOT_FOUND, () -> node.cases().read(OFFICER, new CaseId(UUID.randomUUID())));
        refused(
                ProblemCode.NOT_FOUND,
                () -> node.cases().write(STRANGER, id, Scene.section(Category.IDENTITY, sample -> sample), 0));
        assertEquals(List.of(), node.cases().list(STRANGER, Cases.Opened.WHENEVER, Optional.empty(), 100));
    }

    @Test
    void listsCasesByWhenTheyWereOpened() {
        Caller caller = TestNode.caller("tj-police-sughd", "officer-three", Role.REFERRER);
        List<CaseFile> opened = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            opened.add(0, node.cases().open(caller, TestNode.key()));
            node.clock.move(Duration.ofMinutes(1));
        }
        Optional<Instant> third = Optional.of(opened.get(1).openedAt());
        Optional<Instant> second = Optional.of(opened.get(2).openedAt());
        Cases.Cursor newest =
                new Cases.Cursor(opened.get(0).openedAt(), opened.get(0).id().toString());

        assertEquals(ids(opened), ids(list(caller, Optional.empty(), Optional.empty())));
        assertEquals(ids(opened.subList(0, 2)), ids(list(caller, third, Optional.empty())));
        assertEquals(ids(opened.subList(2, 4)), ids(list(caller, Optional.empty(), third)));
        assertEquals(ids(opened.subList(2, 3)), ids(list(caller, second, third)));
        assertEquals(List.of(), list(caller, third, second));
        assertEquals(
                ids(opened.subList(1, 2)),
                ids(node.cases().list(caller, new Cases.Opened(third, Optional.empty()), Optional.of(newest), 100)));
    }

    private static List<CaseFile> list(Caller caller, Optional<Instant> since, Optional<Instant> before) {
        return node.cases().list(caller, new Cases.Opened(since, before), Optional.empty(), 100);
    }

    private static List<CaseId> ids(List<CaseFile> files) {
        return files.stream().map(CaseFile::id).toList();
    }

    @Test
    void keepsHealthFromThePoliceWhateverItSays() {
        Scene scene = Scene.between(node, Scene.POLICE, Scene.SHELTER, Purpose.ASSISTANCE);

        refused(ProblemCode.SECTION_NOT_PERMITTED, () -> scene.write(Category.HEALTH, 0));

        assertEquals(
                List.of(), node.cases().read(scene.controller, scene.caseId).sections());
    }

    @Test
    void refusesAKeyThatCameWithAnotherRequest() {
        var key = TestNode.key();
        node.cases().open(OFFICER, key);
        var reused = org.paivand.idempotency.IdempotencyKey.of(key.client(), key.value(), "POST", "/x", new byte[] {1});

        refused(ProblemCode.IDEMPOTENCY_KEY_REUSED, () -> node.cases().open(OFFICER, reused));
    }

    @Test
    void leavesStatisticsNothingThatLeadsToACaseOrADay() throws Exception {
        Scene scene = Scene.policeAndShelter(node);
        scene.consent(scene.grant(Category.SERVICE_REQUEST));
        ReferralId referral = scene.accepted();
        long before = TestNode.number("SELECT COUNT(*) FROM paivand.statistics_row");
        node.referrals().move(scene.recipient, referral, Optional.empty(), Move.proceed(Step.ARRIVED));
        node.referrals().move(scene.recipient, referral, Optional.empty(), Move.complete(Outcome.NEEDS_MET, List.of()));
        node.cases().open(OFFICER, TestNode.key());

        // The case, the referral that ended, and that somebody was helped.
        assertEquals(before + 3, TestNode.number("SELECT COUNT(*) FROM paivand.statistics_row"));
        assertEquals(
                5,
                TestNode.number("SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = 'paivand'"
                        + " AND table_name = 'statistics_row'"
                        + " AND column_name IN ('id', 'kind', 'quarter', 'agency', 'code')"));
        assertEquals(
                5,
                TestNode.number("SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = 'paivand'"
                        + " AND table_name = 'statistics_row'"));
        assertEquals(
                0,
                TestNode.number("SELECT COUNT(*) FROM paivand.statistics_row s WHERE s.quarter NOT RLIKE"
                        + " '^[0-9]{4}-Q[1-4]$' OR s.code NOT RLIKE '^[a-z-]+$'"
                        + " OR s.id IN (SELECT id FROM paivand.case_file)"
                        + " OR s.id IN (SELECT id FROM paivand.referral)"
                        + " OR s.id IN (SELECT event_id FROM paivand_log.event)"
                        + " OR s.id IN (SELECT resource_id FROM paivand.idempotency)"));
    }

    private static void refused(ProblemCode code, Executable asked) {
        assertEquals(code, assertThrows(ProblemException.class, asked).code());
    }
}
