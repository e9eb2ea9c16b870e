package org.paivand.reminder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.paivand.approval.Approval;
import org.paivand.approval.Verdict;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.json.SectionBodies;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** What the clock tells controllers. */
@Timeout(180)
class ReminderRoundTest {
    private static final String HOTLINE = "tj-hotline-national";

    @AutoClose
    private static final TestNode node = TestNode.running();

    private Scene scene;

    @BeforeEach
    void open() {
        scene = Scene.between(node, HOTLINE, Scene.SHELTER, Purpose.SHELTER_PLACEMENT);
    }

    private void plan(int expected, int... days) throws Exception {
        LocalDate today = LocalDate.ofInstant(node.clock.instant(), ZoneOffset.UTC);
        String items = Arrays.stream(days)
                .mapToObj(day -> "{\"number\": " + day + ", \"serviceType\": \"shelter\", \"followUpOn\": \""
                        + today.plusDays(day) + "\"}")
                .collect(Collectors.joining(", "));
        int unusedVersion = node.plans()
                .write(
                        scene.controller,
                        scene.caseId,
                        expected,
                        SectionBodies.plan(("{\"items\": [" + items + "]}").getBytes(StandardCharsets.UTF_8)));
    }

    private void after(Duration time) {
        node.clock.move(time);
        node.remind();
        node.remind();
    }

    private long told(String kind) throws SQLException {
        return count(" AND kind = '" + kind + "' AND agency = '" + HOTLINE + "'");
    }

    private long count(String and) throws SQLException {
        return TestNode.number(
                "SELECT COUNT(*) FROM paivand.notification WHERE subject = '" + scene.caseId + "'" + and);
    }

    @Test
    void tellsTheControllerOnceOnTheDayOfAFollowUp() throws Exception {
        plan(0, 2);
        after(Duration.ofHours(12));
        assertEquals(0, told("follow-up-due"));

        after(Duration.ofDays(2));
        assertEquals(1, told("follow-up-due"));

        after(Duration.ofDays(1));
        assertEquals(1, told("follow-up-due"));

        node.restart();
        after(Duration.ofHours(1));
        assertEquals(1, count(""));
    }

    @Test
    void tellsOfSeveralThatCameDueInAPauseOnce() throws Exception {
        plan(0, 1, 2, 3);

        after(Duration.ofDays(10));

        assertEquals(1, told("follow-up-due"));
    }

    @Test
    void tellsNothingOfAFollowUpThatIsPlannedNoMoreNorAgainOfOneThatWasTold() throws Exception {
        plan(0, 2, 4);
        plan(1, 4);
        after(Duration.ofDays(3));
        assertEquals(0, told("follow-up-due"));

        after(Duration.ofDays(2));
        assertEquals(1, told("follow-up-due"));
    }

    @Test
    void tellsTheControllerAloneThatTheTimeToReflectEndsSoon() throws Exception {
        after(Duration.ofDays(24));
        assertEquals(0, told("reflection-ending"));

        after(Duration.ofDays(2));
        assertEquals(1, told("reflection-ending"));

        after(Duration.ofDays(1));
        assertEquals(1, count(" AND kind = 'reflection-ending'"));
    }

    @Test
    void tellsNobodyThatTheTimeToReflectEndedInAPause() throws Exception {
        after(Duration.ofDays(40));

        assertEquals(0, count(""));
    }

    @Test
    void tellsTheControllerOnceThatConsentEndsSoonHoweverManyGrantsDo() throws Exception {
        scene.write(Category.SERVICE_REQUEST, 0);
        scene.consent(scene.grant(Category.SERVICE_REQUEST), scene.grant(Category.IDENTITY));

        after(Duration.ofMinutes(1));
        assertEquals(1, told("consent-ending"));

        after(Duration.ofMinutes(1));
        assertEquals(1, told("consent-ending"));

        scene.consent(scene.grant(Category.CONTACT));
        after(Duration.ofMinutes(1));
        assertEquals(2, told("consent-ending"));
    }

    @Test
    void tellsNothingOfAConsentThatIsWithdrawnOrOver() throws Exception {
        scene.write(Category.SERVICE_REQUEST, 0);
        UUID consent = scene.consent(scene.grant(Category.SERVICE_REQUEST));
        scene.withdraw(consent);
        after(Duration.ofMinutes(1));
        assertEquals(0, told("consent-ending"));

        scene.consent(scene.grant(Category.SERVICE_REQUEST));
        after(Duration.ofDays(3));
        assertEquals(0, told("consent-ending"));
    }

    @Test
    void tellsNothingOfACaseThatIsErased() throws Exception {
        plan(0, 1);
        UUID erasure = node.erasures()
                .propose(scene.controller, UUID.randomUUID(), TestNode.key(), scene.caseId)
                .proposal()
                .id();
        Caller second = TestNode.caller(HOTLINE, "second", Role.REFERRER);
        Approval unusedDecided =
                node.erasures().decide(second, UUID.randomUUID(), scene.caseId, erasure, Verdict.CONFIRM);

        after(Duration.ofDays(27));

        assertEquals(0, count(""));
    }
}
