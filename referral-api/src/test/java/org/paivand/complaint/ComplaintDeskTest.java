package org.paivand.complaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.paivand.approval.Verdict;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.complaint.Complaint.Wanted;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.event.AuditorAccess;
import org.paivand.disclosure.event.Complained;
import org.paivand.disclosure.event.ComplaintAnswered;
import org.paivand.disclosure.event.ComplaintOutcome;
import org.paivand.disclosure.event.ComplaintTopic;
import org.paivand.disclosure.event.Disclosure;
import org.paivand.disclosure.event.DisclosureEvent;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.person.Holder;
import org.paivand.person.IssuedCodes;
import org.paivand.person.Overview.Subject;
import org.paivand.person.Visit;
import org.paivand.person.Visit.Said;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.referral.Move;
import org.paivand.referral.Outcome;
import org.paivand.referral.ReferralId;
import org.paivand.referral.Step;
import org.paivand.registry.service.ServiceType;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

@Timeout(60)
class ComplaintDeskTest {
    private static final AgencyId SHELTER = new AgencyId(Scene.SHELTER);

    @AutoClose
    private static final TestNode node = TestNode.running();

    private final Caller commission = TestNode.caller("tj-commission", "secretary", Role.COMMISSION);
    private final Caller auditor = TestNode.caller("tj-ombudsman", "auditor", Role.AUDITOR);
    private Scene scene;
    private ReferralId referral;

    @BeforeEach
    void accept() throws Exception {
        scene = Scene.policeAndShelter(node);
        scene.consent(scene.grant(Category.SERVICE_REQUEST, Category.IDENTITY));
        referral = scene.accepted();
        scene.pull(referral, Category.IDENTITY);
    }

    private static Wanted of(ComplaintTopic topic) {
        return new Wanted(SHELTER, topic, Optional.empty());
    }

    private UUID file(Wanted wanted) throws Exception {
        return file(TestNode.key(), scene.controller, scene.caseId.value(), wanted);
    }

    private UUID file(IdempotencyKey key, Caller caller, UUID reference, Wanted wanted) throws Exception {
        return node.complaints().file(caller, UUID.randomUUID(), key, reference, wanted);
    }

    private Complaint answer(Caller caller, UUID id) throws Exception {
        return node.complaints().answer(caller, UUID.randomUUID(), id, ComplaintOutcome.UPHELD);
    }

    private List<Complaint> listed(Caller caller, Optional<Boolean> open) throws Exception {
        return node.complaints().list(caller, UUID.randomUUID(), open, Optional.empty(), 100);
    }

    private UUID reference() throws Exception {
        return UUID.fromString(
                TestNode.text("SELECT case_reference FROM paivand.referral WHERE id = '" + referral + "'"));
    }

    private Visit.Status page() throws Exception {
        IssuedCodes codes = node.receipts()
                .issue(scene.controller, UUID.randomUUID(), scene.caseId, Holder.SUBJECT)
                .codes()
                .orElseThrow();
        return (Visit.Status) node.persons()
                .enter(UUID.randomUUID(), codes.status().inGroups())
                .orElseThrow();
    }

    private Visit.Status complain(Visit.Status page, Subject subject) throws Exception {
        return (Visit.Status) node.persons()
                .complain(UUID.randomUUID(), page.code().id(), subject.handle(), ComplaintTopic.FELT_UNSAFE)
                .orElseThrow();
    }

    private static void refused(ProblemCode code, Executable act) {
        assertEquals(code, assertThrows(ProblemException.class, act).code());
    }

    private <T extends DisclosureEvent> T last(Class<T> type) throws Exception {
        return node.entries().stream()
                .map(TestNode.Logged::event)
                .filter(type::isInstance)
                .map(type::cast)
                .max(java.util.Comparator.comparing(event -> event.head().occurredAt()))
                .orElseThrow();
    }

    private UUID disclosure() throws Exception {
        return node.sequenced(scene.alias).stream()
                .map(TestNode.Logged::event)
                .filter(Disclosure.class::isInstance)
                .reduce((older, newer) -> newer)
                .orElseThrow()
                .head()
                .eventId();
    }

    @Test
    void isFiledByNumberWithoutAWordAndAnsweredOnThePage() throws Exception {
        Visit.Status page = page();
        Subject shelter = page.overview().subjects().stream()
                .filter(subject ->
                        subject.agency().equals(SHELTER) && subject.delivery().isEmpty())
                .findFirst()
                .orElseThrow();

        Visit.Status filed = complain(page, shelter);

        assertEquals(Said.COMPLAINED, filed.said());
        Complaint complaint = filed.overview().complaints().get(0);
        assertEquals(Optional.empty(), complaint.answer());
        assertEquals(Complaint.Via.PERSON, complaint.via());
        answer(commission, complaint.id());
        Visit.Status answered = (Visit.Status)
                node.persons().look(UUID.randomUUID(), page.code().id()).orElseThrow();
        assertEquals(
                ComplaintOutcome.UPHELD,
                answered.overview().complaints().get(0).answer().orElseThrow().outcome());
    }

    @Test
    void canBeAboutTheKeeperOfTheCaseAndAboutOneDelivery() throws Exception {
        node.sequenced();
        Visit.Status page = page();
        List<Subject> subjects = page.overview().subjects();

        assertEquals(Scene.POLICE, subjects.get(0).agency().value());
        Subject delivery = subjects.stream()
                .filter(subject -> subject.delivery().isPresent())
                .findFirst()
                .orElseThrow();
        complain(page, delivery);
        assertEquals(
                delivery.delivery().map(part -> part.event()),
                last(Complained.class).disclosure());
    }

    @Test
    void isFiledThroughAWorkerOfTheControllerOrOfAnAgencyThatHasTheCase() throws Exception {
        UUID first = file(of(ComplaintTopic.TREATED_BADLY));
        UUID second = file(
                TestNode.key(),
                scene.recipient,
                reference(),
                new Wanted(new AgencyId(Scene.POLICE), ComplaintTopic.HELP_MADE_CONDITIONAL, Optional.empty()));

        List<UUID> open = listed(commission, Optional.of(true)).stream()
                .map(Complaint::id)
                .toList();
        assertTrue(open.containsAll(List.of(first, second)));
        assertEquals(scene.alias, last(Complained.class).head().caseAlias().orElseThrow());
    }

    @Test
    void namesADisclosureOnlyIfTheAgencyReceivedSomethingByIt() throws Exception {
        UUID event = disclosure();
        node.sequenced();

        file(new Wanted(SHELTER, ComplaintTopic.SHARED_WITHOUT_ASKING, Optional.of(event)));

        refused(
                ProblemCode.INVALID_REQUEST,
                () -> file(new Wanted(
                        new AgencyId("tj-clinic-dushanbe"), ComplaintTopic.SHARED_WITHOUT_ASKING, Optional.of(event))));
        refused(
                ProblemCode.INVALID_REQUEST,
                () -> file(new Wanted(SHELTER, ComplaintTopic.NO_ANSWER, Optional.of(UUID.randomUUID()))));
    }

    @Test
    void isNotForWhoDoesNotHaveTheCase() {
        Caller other = TestNode.caller("tj-police-khatlon", "somebody", Role.REFERRER);

        refused(
                ProblemCode.NOT_FOUND,
                () -> file(TestNode.key(), other, scene.caseId.value(), of(ComplaintTopic.NO_ANSWER)));
        refused(
                ProblemCode.NOT_FOUND,
                () -> file(TestNode.key(), scene.recipient, scene.caseId.value(), of(ComplaintTopic.NO_ANSWER)));
        refused(
                ProblemCode.NOT_FOUND,
                () -> file(TestNode.key(), scene.controller, UUID.randomUUID(), of(ComplaintTopic.NO_ANSWER)));
    }

    @Test
    void isFiledOnceHoweverOftenTheRequestComesAndNotAgainWhileItWaits() throws Exception {
        IdempotencyKey key = TestNode.key();

        UUID first = file(key, scene.controller, scene.caseId.value(), of(ComplaintTopic.NO_ANSWER));

        assertEquals(first, file(key, scene.controller, scene.caseId.value(), of(ComplaintTopic.NO_ANSWER)));
        refused(ProblemCode.CONFLICT, () -> file(of(ComplaintTopic.NO_ANSWER)));
        answer(commission, first);
        file(of(ComplaintTopic.NO_ANSWER));
    }

    @Test
    void tellsTheCommissionNothingOfTheCase() throws Exception {
        UUID id = file(of(ComplaintTopic.FELT_UNSAFE));

        answer(commission, id);

        ComplaintAnswered answered = last(ComplaintAnswered.class);
        assertEquals(Optional.empty(), answered.head().caseAlias());
        assertEquals(id, answered.complaint());
    }

    @Test
    void isNotForTheAgencyThatItIsAbout() throws Exception {
        UUID id = file(new Wanted(commission.agency(), ComplaintTopic.NO_ANSWER, Optional.empty()));

        refused(ProblemCode.FORBIDDEN, () -> answer(commission, id));
        refused(
                ProblemCode.FORBIDDEN,
                () -> answer(TestNode.caller("tj-ministry", "program", Role.COMMISSION, Role.MACHINE), id));
        answer(TestNode.caller("tj-ministry", "somebody", Role.COMMISSION), id);
    }

    @Test
    void isAnsweredOnce() throws Exception {
        UUID id = file(of(ComplaintTopic.SOMETHING_ELSE));
        answer(commission, id);

        refused(ProblemCode.CONFLICT, () -> answer(commission, id));
        refused(ProblemCode.NOT_FOUND, () -> answer(commission, UUID.randomUUID()));
        assertFalse(listed(commission, Optional.of(true)).stream()
                .anyMatch(one -> one.id().equals(id)));
        assertTrue(listed(commission, Optional.of(false)).stream()
                .anyMatch(one -> one.id().equals(id)));
    }

    @Test
    void isReadByAuditorsAsAnEntry() throws Exception {
        file(of(ComplaintTopic.FELT_UNSAFE));

        int found = listed(auditor, Optional.empty()).size();

        assertEquals(found, last(AuditorAccess.class).entries());
    }

    @Test
    void holdsErasureBackUntilItIsAnswered() throws Exception {
        node.referrals().move(scene.recipient, referral, Optional.empty(), Move.proceed(Step.ARRIVED));
        node.referrals()
                .move(
                        scene.recipient,
                        referral,
                        Optional.empty(),
                        Move.complete(Outcome.NEEDS_MET, List.of(ServiceType.SHELTER)));
        UUID proposed = erasure();
        UUID complaint = file(of(ComplaintTopic.WENT_ON_AFTER_WITHDRAWAL));

        refused(ProblemCode.CONFLICT, this::erasure);
        refused(ProblemCode.CONFLICT, () -> erase(proposed));
        assertEquals(
                scene.caseId, node.cases().read(scene.controller, scene.caseId).id());

        answer(commission, complaint);
        erase(proposed);
        refused(ProblemCode.NOT_FOUND, () -> node.cases().read(scene.controller, scene.caseId));
    }

    private UUID erasure() throws Exception {
        return node.erasures()
                .propose(scene.controller, UUID.randomUUID(), TestNode.key(), scene.caseId)
                .proposal()
                .id();
    }

    private void erase(UUID proposed) throws Exception {
        node.erasures()
                .decide(
                        TestNode.caller(Scene.POLICE, "officer-two", Role.REFERRER),
                        UUID.randomUUID(),
                        scene.caseId,
                        proposed,
                        Verdict.CONFIRM);
    }

    @Test
    void isNotFiledWithoutEndByWhoFoundANumber() throws Exception {
        int filed = 0;
        for (ComplaintTopic topic : ComplaintTopic.values()) {
            for (String about : List.of(Scene.SHELTER, Scene.POLICE, "tj-clinic-dushanbe", "tj-police-khatlon")) {
                Wanted wanted = new Wanted(new AgencyId(about), topic, Optional.empty());
                if (filed < ComplaintBook.MOST_OPEN) {
                    file(wanted);
                    filed++;
                } else {
                    refused(ProblemCode.CONFLICT, () -> file(wanted));
                }
            }
        }
    }
}
