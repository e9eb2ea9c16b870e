package org.paivand.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.contact.Channel;
import org.paivand.contact.Concern;
import org.paivand.contact.Contact;
import org.paivand.contact.ContactBy;
import org.paivand.contact.ContactResult;
import org.paivand.disclosure.Category;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.referral.FailCode;
import org.paivand.referral.Move;
import org.paivand.referral.Outcome;
import org.paivand.referral.ReferralId;
import org.paivand.referral.Step;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

@Timeout(60)
class StatisticsDeskTest {
    @AutoClose
    private static final TestNode node = TestNode.running();

    private final Caller hotline = TestNode.caller("tj-hotline-migrants", "operator", Role.REFERRER);

    @AfterEach
    void mend() {
        node.clock.reset();
    }

    private static void on(String instant) {
        node.clock.move(Duration.between(node.clock.instant(), Instant.parse(instant)));
    }

    private void calls(int many, ContactResult result) {
        for (int call = 0; call < many; call++) {
            node.contacts()
                    .record(
                            hotline,
                            TestNode.key(),
                            new Contact(Channel.TELEPHONE, ContactBy.FAMILY, Concern.WORK_ABROAD, result),
                            Optional.empty());
        }
    }

    private static StatisticsDesk.Compared measure(Measure measure, String quarter) {
        return node.statistics().read(Quarter.of(quarter)).measures().stream()
                .filter(one -> one.measure() == measure)
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Long> number(Line line, String code) {
        return Optional.ofNullable(line.codes().get(code)).orElseThrow().number();
    }

    @Test
    void tellsContactsByCodeBesideTheYearBeforeAndKeepsWhatIsSmall() {
        on("2041-05-10T08:00:00Z");
        calls(6, ContactResult.PREVENTED);
        on("2042-05-10T08:00:00Z");
        calls(9, ContactResult.PREVENTED);
        calls(3, ContactResult.PASSED_ON);
        calls(2, ContactResult.ENDED_EARLY);
        on("2042-07-03T00:00:00Z");

        StatisticsDesk.Compared results = measure(Measure.CONTACTS_BY_RESULT, "2042-Q2");

        assertEquals(Optional.of(14L), results.now().total().number());
        assertEquals(Optional.of(9L), number(results.now(), "prevented"));
        assertEquals(Optional.empty(), number(results.now(), "passed-on"));
        assertEquals(Optional.empty(), number(results.now(), "informed"));
        assertEquals(Optional.of(6L), results.yearBefore().total().number());
        assertEquals(Optional.empty(), number(results.yearBefore(), "prevented"), "the others are known to be nought");
        assertEquals(
                Optional.of(14L),
                measure(Measure.CONTACTS_BY_WHO, "2042-Q2").now().total().number());
    }

    @Test
    void keepsASmallSumBack() {
        on("2051-02-10T08:00:00Z");
        calls(4, ContactResult.PREVENTED);
        on("2051-04-03T00:00:00Z");

        for (Measure measure : List.of(Measure.CONTACTS_BY_RESULT, Measure.CONTACTS_BY_CHANNEL)) {
            Line line = measure(measure, "2051-Q1").now();
            assertEquals(Optional.empty(), line.total().number());
            assertTrue(line.codes().values().stream().allMatch(Count.MASKED::equals));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2061-Q2", "2061-Q3", "2062-Q1", "2061-Q4"})
    void tellsNothingOfAQuarterThatGoesOnOrHasBarelyEnded(String quarter) {
        on("2061-07-01T12:00:00Z");

        ProblemException refused =
                assertThrows(ProblemException.class, () -> node.statistics().read(Quarter.of(quarter)));

        assertEquals(ProblemCode.INVALID_REQUEST, refused.code());
        assertEquals("2061-Q1", node.statistics().last().toString());
    }

    @Test
    void tellsTheQuarterADayAfterItsEnd() {
        on("2061-07-02T00:00:00Z");

        assertEquals("2061-Q2", node.statistics().last().toString());
        assertEquals(
                Measure.values().length,
                node.statistics().read(node.statistics().last()).measures().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026", "2026-Q0", "2026-Q5", "2026-q1", "1999-Q1", "2026-Q1 ", "02026-Q1"})
    void takesNoOtherPeriod(String text) {
        assertThrows(IllegalArgumentException.class, () -> Quarter.of(text));
    }

    @Test
    void countsAPersonOnceHoweverManyReferralsHelped() throws Exception {
        Scene scene = Scene.policeAndShelter(node);
        scene.consent(scene.grant(Category.SERVICE_REQUEST));
        long persons = rows("assisted");
        long referrals = rows("closure");

        for (int time = 0; time < 2; time++) {
            ReferralId referral = scene.accepted();
            node.referrals().move(scene.recipient, referral, Optional.empty(), Move.proceed(Step.ARRIVED));
            node.referrals()
                    .move(scene.recipient, referral, Optional.empty(), Move.complete(Outcome.NEEDS_MET, List.of()));
        }

        assertEquals(persons + 1, rows("assisted"));
        assertEquals(referrals + 2, rows("closure"));
    }

    @Test
    void countsNobodyAsHelpedWhereItFailed() throws Exception {
        Scene scene = Scene.policeAndShelter(node);
        scene.consent(scene.grant(Category.SERVICE_REQUEST));
        long persons = rows("assisted");
        ReferralId referral = scene.accepted();

        node.referrals().move(scene.recipient, referral, Optional.empty(), Move.proceed(Step.ARRIVED));
        node.referrals().move(scene.recipient, referral, Optional.empty(), Move.fail(FailCode.CONTACT_LOST));

        assertEquals(persons, rows("assisted"));
    }

    @Test
    void keepsNothingInARowByWhichACaseCouldBeFound() throws Exception {
        Scene scene = Scene.policeAndShelter(node);

        assertFalse(
                TestNode.number("SELECT COUNT(*) FROM paivand.statistics_row WHERE id = '" + scene.caseId + "'") > 0);
    }

    private static long rows(String kind) throws Exception {
        return TestNode.number("SELECT COUNT(*) FROM paivand.statistics_row WHERE kind = '" + kind + "'");
    }
}
