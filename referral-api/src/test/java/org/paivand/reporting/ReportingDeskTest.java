package org.paivand.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.RecordComponent;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.section.Exploitation;
import org.paivand.disclosure.AgeGroup;
import org.paivand.disclosure.event.StatutoryNotified;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.registry.agency.ReportingTrigger;
import org.paivand.registry.place.Region;
import org.paivand.wiring.TestNode;

@Timeout(60)
class ReportingDeskTest {
    @AutoClose
    private static final TestNode node = TestNode.running();

    private final Caller police = TestNode.caller("tj-police-dushanbe", "officer", Role.REFERRER);
    private final Caller told = TestNode.caller("tj-child-protection-dushanbe", "guardianship", Role.CHILD_PROTECTION);
    private final Caller hotline = TestNode.caller("tj-hotline-national", "operator", Role.REFERRER);
    private final YearMonth month = YearMonth.from(node.clock.instant().atZone(ZoneOffset.UTC));
    private final Tidings child = tidings(ReportingTrigger.CHILD_AT_RISK, AgeGroup.UNDETERMINED, "TJ-DU", month);

    private static Tidings tidings(ReportingTrigger trigger, AgeGroup age, String region, YearMonth month) {
        return new Tidings(
                trigger, age, Optional.of(Exploitation.FORCED_BEGGING), Optional.of(new Region(region)), month);
    }

    private StatutoryNotification tell(Caller by, Tidings tidings) throws Exception {
        return node.reporting().tell(by, UUID.randomUUID(), TestNode.key(), tidings);
    }

    private ProblemCode refused(Caller by, Tidings tidings) {
        return assertThrows(ProblemException.class, () -> tell(by, tidings)).code();
    }

    private List<StatutoryNotification> list(Caller by) {
        return node.reporting().list(by, Optional.empty(), 100);
    }

    @Test
    void reachesTheAgencyOfTheDutyAndNoOther() throws Exception {
        StatutoryNotification made = tell(police, child);

        assertTrue(list(told).contains(made));
        assertFalse(list(police).contains(made));
        assertFalse(list(hotline).contains(made));
        assertEquals(
                1,
                TestNode.number(
                        "SELECT COUNT(*) FROM paivand.notification WHERE subject = '" + made.id()
                                + "' AND agency = 'tj-child-protection-dushanbe' AND kind = 'statutory-notification-received'"));
    }

    @Test
    void isAnEntryThatNamesNoCaseAndNotWhatWasTold() throws Exception {
        StatutoryNotification made = tell(police, child);

        StatutoryNotified entry = node.entries().stream()
                .map(TestNode.Logged::event)
                .filter(StatutoryNotified.class::isInstance)
                .map(StatutoryNotified.class::cast)
                .filter(event -> event.notification().equals(made.id()))
                .findFirst()
                .orElseThrow();
        assertEquals(Optional.empty(), entry.head().caseAlias());
        assertEquals(made.to(), entry.to().agency());
        assertEquals("child-at-risk", entry.trigger());
    }

    @ParameterizedTest
    @EnumSource(
            value = ReportingTrigger.class,
            names = {"CHILD_AT_RISK"},
            mode = EnumSource.Mode.EXCLUDE)
    void noDutyIsClaimedThatTheRegistryDoesNotKnow(ReportingTrigger trigger) {
        assertEquals(ProblemCode.NO_DUTY, refused(police, tidings(trigger, AgeGroup.CHILD, "TJ-DU", month)));
    }

    @Test
    void anAgencyWithoutADutyTellsNobody() {
        assertEquals(ProblemCode.NO_DUTY, refused(hotline, child));
    }

    @Test
    void contradictionsAndWhatLiesTooFarAreRefused() {
        for (Tidings wrong : List.of(
                tidings(ReportingTrigger.CHILD_AT_RISK, AgeGroup.ADULT, "TJ-DU", month),
                tidings(ReportingTrigger.CHILD_AT_RISK, AgeGroup.CHILD, "RU-MOW", month),
                tidings(ReportingTrigger.CHILD_AT_RISK, AgeGroup.CHILD, "TJ-DU", month.plusMonths(2)),
                tidings(ReportingTrigger.CHILD_AT_RISK, AgeGroup.CHILD, "TJ-DU", month.minusMonths(13)))) {
            assertEquals(ProblemCode.INVALID_REQUEST, refused(police, wrong));
        }
    }

    @Test
    void oneKeyTellsOnce() throws Exception {
        IdempotencyKey key = TestNode.key();
        int before = list(told).size();

        StatutoryNotification first = node.reporting().tell(police, UUID.randomUUID(), key, child);
        StatutoryNotification again = node.reporting().tell(police, UUID.randomUUID(), key, child);

        assertEquals(first, again);
        assertEquals(before + 1, list(told).size());
    }

    @Test
    void isForgottenAfterAYear() throws Exception {
        StatutoryNotification old = tell(police, child);
        TestNode.sql(
                "UPDATE paivand.statutory_notification SET received_on = received_on - INTERVAL 400 DAY WHERE id = '"
                        + old.id() + "'");

        node.reporting().forget();

        assertEquals(
                0,
                TestNode.number("SELECT COUNT(*) FROM paivand.statutory_notification WHERE id = '" + old.id() + "'"));
    }

    /** By its type: a member that could hold a name, a text, a day or a reference has to be argued for here. */
    @Test
    void hasNoMemberForWhoItIs() {
        assertEquals(
                List.of("trigger", "ageGroup", "form", "region", "month"),
                Arrays.stream(Tidings.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
    }
}
