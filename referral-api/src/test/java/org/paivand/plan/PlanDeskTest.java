package org.paivand.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paivand.approval.Approval;
import org.paivand.approval.Verdict;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.json.SectionBodies;
import org.paivand.casefile.key.BrokenSealException;
import org.paivand.casefile.section.ServicePlan;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.referral.DeclineCode;
import org.paivand.referral.Move;
import org.paivand.referral.Outcome;
import org.paivand.referral.ReferralId;
import org.paivand.referral.Step;
import org.paivand.registry.service.ServiceType;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** What a controller plans for a person. */
@Timeout(120)
class PlanDeskTest {
    private static final String HOTLINE = "tj-hotline-national";
    private static final String ITEM = "{\"number\": 1, \"serviceType\": \"shelter\"}";

    @AutoClose
    private static final TestNode node = TestNode.running();

    private Scene scene;
    private Caller controller;

    @BeforeEach
    void open() throws Exception {
        scene = Scene.between(node, HOTLINE, Scene.SHELTER, Purpose.SHELTER_PLACEMENT);
        scene.write(Category.SERVICE_REQUEST, 0);
        scene.consent(scene.grant(Category.SERVICE_REQUEST, Category.IDENTITY));
        controller = scene.controller;
    }

    private static ServicePlan plan(String... items) {
        return SectionBodies.plan(("{\"items\": [" + String.join(", ", items) + "]}").getBytes(StandardCharsets.UTF_8));
    }

    private static ServicePlan served(ReferralId id) {
        return plan(ITEM.replace("}", ", \"referralId\": \"" + id + "\"}"));
    }

    private int write(int expected, ServicePlan plan) throws Exception {
        return node.plans().write(controller, scene.caseId, expected, plan);
    }

    private PlanDesk.Standing read() throws Exception {
        return node.plans().read(controller, scene.caseId);
    }

    private String state() throws Exception {
        return read().steps().get(0).state().code();
    }

    private void move(ReferralId id, Move move) {
        node.referrals().move(scene.recipient, id, Optional.empty(), move);
    }

    private static void refused(ProblemCode code, Executable call) {
        assertEquals(code, assertThrows(ProblemException.class, call).code());
    }

    @Test
    void isWhatItsControllerWrote() throws Exception {
        ServicePlan plan = plan(
                ITEM,
                "{\"number\": 2, \"serviceType\": \"employment\", \"agency\": \"tj-ngo-psychosocial\", \"after\": 1,"
                        + " \"notBefore\": \"2027-01-01\", \"followUpOn\": \"2027-06-01\"}");

        assertEquals(1, write(0, plan));

        PlanDesk.Standing standing = read();
        assertEquals(1, standing.version());
        assertEquals(
                plan.items(), standing.steps().stream().map(PlanDesk.Step::item).toList());
        assertEquals("planned", state());
    }

    @Test
    void saysHowFarAServiceHasComeAsFarAsTheSenderIsTold() throws Exception {
        ReferralId id = scene.offer(ServiceType.SHELTER);
        write(0, served(id));
        assertEquals("offered", state());

        move(id, Move.accept());
        assertEquals("agreed", state());

        move(id, Move.proceed(Step.NO_SHOW));
        assertEquals("agreed", state());

        move(id, Move.complete(Outcome.NEEDS_MET, List.of()));
        assertEquals("done", state());
    }

    @Test
    void saysNoMoreOfADeclineThanThatItWasNotPossible() throws Exception {
        ReferralId id = scene.offer(ServiceType.SHELTER);
        write(0, served(id));

        move(id, Move.decline(DeclineCode.PERSON_DECLINED, List.of()));

        assertEquals("not-possible", state());
    }

    @Test
    void isThereForNobodyElse() throws Exception {
        write(0, plan(ITEM));
        Caller stranger = TestNode.caller("tj-ngo-psychosocial", "worker", Role.REFERRER);

        refused(ProblemCode.NOT_FOUND, () -> node.plans().read(stranger, scene.caseId));
        refused(ProblemCode.NOT_FOUND, () -> node.plans().write(stranger, scene.caseId, 1, plan(ITEM)));
        refused(ProblemCode.NOT_FOUND, () -> node.plans().read(scene.recipient, scene.caseId));
    }

    @Test
    void isNotThereBeforeItIsWritten() {
        refused(ProblemCode.NOT_FOUND, this::read);
    }

    @Test
    void isReplacedByWhoKnowsWhatIsThere() throws Exception {
        refused(ProblemCode.STALE_VERSION, () -> write(1, plan(ITEM)));
        write(0, plan(ITEM));
        refused(ProblemCode.STALE_VERSION, () -> write(0, plan(ITEM)));

        assertEquals(2, write(1, plan(ITEM)));
    }

    @Test
    void isNotServedByAReferralOfAnotherCaseOrService() throws Exception {
        ReferralId here = scene.offer(ServiceType.PSYCHOLOGICAL);
        Scene another = Scene.between(node, HOTLINE, Scene.SHELTER, Purpose.SHELTER_PLACEMENT);
        another.write(Category.SERVICE_REQUEST, 0);
        another.consent(another.grant(Category.SERVICE_REQUEST));
        ReferralId elsewhere = another.offer(ServiceType.SHELTER);

        refused(ProblemCode.INVALID_REQUEST, () -> write(0, served(here)));
        refused(ProblemCode.INVALID_REQUEST, () -> write(0, served(elsewhere)));
        refused(ProblemCode.INVALID_REQUEST, () -> write(0, served(new ReferralId(UUID.randomUUID()))));
    }

    @Test
    void namesNoAgencyThatTakesNoPart() {
        refused(
                ProblemCode.INVALID_REQUEST,
                () -> write(0, plan(ITEM.replace("}", ", \"agency\": \"tj-nobody-knows\"}"))));
    }

    @Test
    void liesSealedUnderItsCase() throws Exception {
        write(0, plan(ITEM));
        Scene another = Scene.between(node, HOTLINE, Scene.SHELTER, Purpose.SHELTER_PLACEMENT);

        assertEquals(0, TestNode.number("SELECT COUNT(*) FROM paivand.case_plan WHERE sealed LIKE '%shelter%'"));
        TestNode.sql("UPDATE paivand.case_plan SET case_id = '" + another.caseId + "' WHERE case_id = '" + scene.caseId
                + "'");
        assertThrows(BrokenSealException.class, () -> node.plans().read(controller, another.caseId));
    }

    @Test
    void goesWithTheCaseAndWhatItRemindsOf() throws Exception {
        write(0, plan(ITEM.replace("}", ", \"followUpOn\": \"2027-06-01\"}")));

        UUID erasure = node.erasures()
                .propose(controller, UUID.randomUUID(), TestNode.key(), scene.caseId)
                .proposal()
                .id();
        Caller second = TestNode.caller(HOTLINE, "second", Role.REFERRER);
        Approval unusedDecided =
                node.erasures().decide(second, UUID.randomUUID(), scene.caseId, erasure, Verdict.CONFIRM);

        String ofCase = " WHERE case_id = '" + scene.caseId + "'";
        assertEquals(0, TestNode.number("SELECT COUNT(*) FROM paivand.case_plan" + ofCase));
        assertEquals(0, TestNode.number("SELECT COUNT(*) FROM paivand.case_reminder" + ofCase));
        refused(ProblemCode.NOT_FOUND, this::read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"number\": 0, \"serviceType\": \"shelter\"}",
                "{\"number\": 31, \"serviceType\": \"shelter\"}",
                "{\"number\": 1, \"serviceType\": \"rescue\"}",
                "{\"number\": 1}",
                "{\"number\": 1, \"serviceType\": \"shelter\", \"after\": 1}",
                "{\"number\": 1, \"serviceType\": \"shelter\", \"after\": 2}",
                "{\"number\": 1, \"serviceType\": \"shelter\", \"state\": \"done\"}",
                "{\"number\": 1, \"serviceType\": \"shelter\", \"followUpOn\": \"1999-12-31\"}",
                "{\"number\": 1, \"serviceType\": \"shelter\", \"followUpOn\": \"2027-02-30\"}",
                "{\"number\": 1, \"serviceType\": \"shelter\", \"referralId\": \"x\"}",
                "{\"number\": 1, \"serviceType\": \"shelter\", \"note\": \"brother\"}"
            })
    void isRefusedInAnyOtherForm(String item) {
        refused(ProblemCode.INVALID_REQUEST, () -> plan(item));
    }

    @Test
    void isRefusedWithoutAServiceAndWithTwoOfOneNumber() {
        refused(ProblemCode.INVALID_REQUEST, () -> plan());
        refused(ProblemCode.INVALID_REQUEST, () -> plan(ITEM, ITEM));
    }

    @Test
    void showsNothingWhereItIsPrinted() {
        assertFalse(plan(ITEM).toString().contains("SHELTER"));
        assertFalse(plan(ITEM).items().get(0).toString().contains("SHELTER"));
    }
}
