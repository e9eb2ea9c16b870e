package org.paivand.courtorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.paivand.approval.Verdict;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.CaseId;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.BasisType;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.event.CourtOrderRecorded;
import org.paivand.disclosure.event.Denial;
import org.paivand.disclosure.event.Disclosure;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.referral.ReferralId;
import org.paivand.registry.service.ServiceType;
import org.paivand.release.LoggedDisclosure;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** Courts' orders, on MariaDB. The clock runs forward only: what was logged stays before it. */
@Timeout(60)
class CourtOrderDeskTest {
    private static final String PROSECUTOR = "tj-prosecutor-general";
    private static final Sha256 PAPER = Sha256.digest("the order".getBytes(StandardCharsets.UTF_8));

    @AutoClose
    private static final TestNode node = TestNode.running();

    private final Caller second = TestNode.caller(Scene.POLICE, "officer-two", Role.REFERRER);
    private Scene scene;

    @BeforeEach
    void openACase() throws Exception {
        scene = Scene.between(node, Scene.POLICE, PROSECUTOR, Purpose.PROTECTION);
        scene.write(Category.SERVICE_REQUEST, 0);
        scene.write(Category.IDENTITY, 0);
    }

    private RecordedOrder order() {
        Instant now = node.clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new RecordedOrder(
                scene.caseId,
                AgencyId.of(Scene.POLICE),
                Jurisdiction.of("TJ"),
                AgencyId.of(PROSECUTOR),
                Set.of(Category.SERVICE_REQUEST, Category.IDENTITY),
                PAPER,
                true,
                now.minus(Duration.ofDays(1)),
                now.plus(Duration.ofDays(10)));
    }

    private UUID record(RecordedOrder order) throws Exception {
        return node.courtOrders()
                .record(scene.controller, UUID.randomUUID(), TestNode.key(), order)
                .proposal()
                .id();
    }

    private void decide(Caller caller, UUID approval, Verdict verdict) throws Exception {
        node.courtOrders().decide(caller, UUID.randomUUID(), scene.caseId, approval, verdict);
    }

    private static ProblemException refused(ProblemCode code, Executable act) {
        ProblemException refused = assertThrows(ProblemException.class, act);
        assertEquals(code, refused.code());
        return refused;
    }

    private LoggedDisclosure pulled() throws Exception {
        ReferralId referral = scene.offer(ServiceType.PROTECTION);
        return scene.pull(referral, Category.IDENTITY);
    }

    @Test
    void carriesWhatItNamesOnceASecondPersonHasChecked() throws Exception {
        UUID approval = record(order());
        refused(ProblemCode.OFFER_REFUSED, this::pulled);

        decide(second, approval, Verdict.CONFIRM);
        pulled();

        List<Object> events = node.sequenced(scene.alias).stream()
                .map(entry -> (Object) entry.event())
                .toList();
        CourtOrderRecorded recorded = (CourtOrderRecorded) events.stream()
                .filter(CourtOrderRecorded.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertEquals(PAPER, recorded.documentSha256());
        assertTrue(events.stream()
                .anyMatch(event -> event instanceof Disclosure disclosure
                        && disclosure.released().stream()
                                .allMatch(part -> part.basis().type() == BasisType.COURT_ORDER)));
    }

    @Test
    void endsAtItsEnd() throws Exception {
        decide(second, record(order()), Verdict.CONFIRM);
        node.clock.move(Duration.ofDays(10));

        refused(ProblemCode.OFFER_REFUSED, this::pulled);
    }

    @Test
    void isRefusedIfItCanNeverHoldAndNothingChanges() throws Exception {
        RecordedOrder sound = order();
        refusedFor("court-order-foreign", order -> with(order, "KZ", PROSECUTOR, true, sound.notAfter()));
        refusedFor(
                "court-order-not-recorded-by-holder", order -> with(order, "TJ", Scene.POLICE, true, sound.notAfter()));
        refusedFor("court-order-person-not-told", order -> with(order, "TJ", PROSECUTOR, false, sound.notAfter()));
        refusedFor(
                "court-order-over",
                order ->
                        with(order, "TJ", PROSECUTOR, true, node.clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    private void refusedFor(String reason, UnaryOperator<RecordedOrder> change) throws Exception {
        long before = TestNode.number("SELECT COUNT(*) FROM paivand.approval");

        ProblemException refused = refused(ProblemCode.COURT_ORDER_REFUSED, () -> record(change.apply(order())));

        assertTrue(refused.extensions().withheld().stream()
                .allMatch(part -> part.reasonCode().equals(reason)));
        assertEquals(before, TestNode.number("SELECT COUNT(*) FROM paivand.approval"));
        assertEquals("court-order-refused", lastDenial());
    }

    private static String lastDenial() throws Exception {
        return node.entries().stream()
                .map(TestNode.Logged::event)
                .filter(Denial.class::isInstance)
                .map(Denial.class::cast)
                .max(Comparator.comparing(denial -> denial.head().occurredAt()))
                .orElseThrow()
                .code();
    }

    private static RecordedOrder with(
            RecordedOrder order, String court, String recipient, boolean told, Instant notAfter) {
        return new RecordedOrder(
                order.caseId(),
                order.recordedBy(),
                Jurisdiction.of(court),
                AgencyId.of(recipient),
                order.categories(),
                order.documentSha256(),
                told,
                order.orderedAt(),
                notAfter);
    }

    @Test
    void isNotRecordedByTheAgencyThatAsks() throws Exception {
        Scene asking = scene.towards("tj-ngo-legal-aid");
        asking.consent(asking.grant(Category.SERVICE_REQUEST));
        UUID reference = node.referrals()
                .find(asking.recipient, asking.offer(ServiceType.PROTECTION))
                .orElseThrow()
                .stored()
                .referral()
                .request()
                .caseReference();
        RecordedOrder theirs = new RecordedOrder(
                new CaseId(reference),
                asking.recipient.agency(),
                Jurisdiction.of("TJ"),
                asking.recipient.agency(),
                Set.of(Category.IDENTITY),
                PAPER,
                true,
                order().orderedAt(),
                order().notAfter());

        ProblemException refused = refused(
                ProblemCode.COURT_ORDER_REFUSED,
                () -> node.courtOrders().record(asking.recipient, UUID.randomUUID(), TestNode.key(), theirs));

        assertEquals(
                "court-order-not-recorded-by-holder",
                refused.extensions().withheld().get(0).reasonCode());
        assertEquals("court-order-refused", lastDenial());
    }

    @Test
    void isNotThereForAStranger() {
        RecordedOrder theirs = new RecordedOrder(
                scene.caseId,
                AgencyId.of(Scene.SHELTER),
                Jurisdiction.of("TJ"),
                AgencyId.of(PROSECUTOR),
                Set.of(Category.IDENTITY),
                PAPER,
                true,
                order().orderedAt(),
                order().notAfter());

        refused(
                ProblemCode.NOT_FOUND,
                () -> node.courtOrders()
                        .record(
                                TestNode.caller(Scene.SHELTER, "worker", Role.PROVIDER),
                                UUID.randomUUID(),
                                TestNode.key(),
                                theirs));
    }

    @Test
    void takesTwoPeopleOfTheHolder() throws Exception {
        UUID approval = record(order());

        refused(ProblemCode.OWN_CHANGE, () -> decide(scene.controller, approval, Verdict.CONFIRM));
        assertEquals("own-change", lastDenial());
        refused(
                ProblemCode.NOT_FOUND,
                () -> decide(TestNode.caller(PROSECUTOR, "other", Role.PROVIDER), approval, Verdict.CONFIRM));
        decide(second, approval, Verdict.REJECT);

        refused(ProblemCode.CONFLICT, () -> decide(second, approval, Verdict.CONFIRM));
        refused(ProblemCode.OFFER_REFUSED, this::pulled);
    }
}
