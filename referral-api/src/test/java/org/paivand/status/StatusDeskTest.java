package org.paivand.status;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paivand.approval.Verdict;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.section.Urgency;
import org.paivand.disclosure.Action;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.consent.Grant;
import org.paivand.disclosure.event.Denial;
import org.paivand.disclosure.event.StatusAct;
import org.paivand.disclosure.event.StatusDecided;
import org.paivand.person.Holder;
import org.paivand.person.IssuedCodes;
import org.paivand.person.Visit;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.referral.Move;
import org.paivand.referral.Offers;
import org.paivand.referral.Outcome;
import org.paivand.referral.ReferralId;
import org.paivand.referral.Step;
import org.paivand.registry.service.ServiceType;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** A police officer's case, referred to the status body and to others. */
@Timeout(60)
class StatusDeskTest {
    private static final String BODY = "tj-status-body";

    @AutoClose
    private static final TestNode node = TestNode.running();

    private Scene scene;

    @BeforeEach
    void openACase() throws Exception {
        scene = Scene.between(node, Scene.POLICE, BODY, Purpose.STATUTORY_STATUS);
        scene.write(Category.SERVICE_REQUEST, 0);
        scene.write(Category.EXPERIENCE, 0);
    }

    private ReferralId referred() throws Exception {
        scene.consent(scene.grant(Category.SERVICE_REQUEST, Category.EXPERIENCE));
        return scene.accepted();
    }

    private static int decide(Caller by, ReferralId referral, int expected, TraffickingStatus status, Ground ground)
            throws Exception {
        return node.statuses().decide(by, UUID.randomUUID(), referral.value(), expected, status, ground);
    }

    private int first(ReferralId referral) throws Exception {
        return decide(scene.recipient, referral, 0, TraffickingStatus.POSSIBLE, Ground.FIRST_DECISION);
    }

    private List<StatusDecision> read(ReferralId referral) throws Exception {
        return node.statuses().read(scene.recipient, UUID.randomUUID(), referral.value());
    }

    private long kept() throws SQLException {
        return TestNode.number("SELECT COUNT(*) FROM paivand.status_decision WHERE case_id = '" + scene.caseId + "'");
    }

    private static long counted() throws SQLException {
        return TestNode.number("SELECT COUNT(*) FROM paivand.statistics_row WHERE kind = 'status'");
    }

    private static ProblemCode refused(Executable act) {
        return assertThrows(ProblemException.class, act).code();
    }

    private <T> List<T> events(Class<T> type) throws Exception {
        return node.sequenced(scene.alias).stream()
                .map(TestNode.Logged::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @Test
    void keepsADecisionAndTheOnesBeforeItForTheBodyAlone() throws Exception {
        ReferralId referral = referred();
        long before = counted();

        assertEquals(1, first(referral));
        assertEquals(2, decide(scene.recipient, referral, 1, TraffickingStatus.ACTUAL, Ground.APPEAL));

        assertEquals(
                List.of("2 ActualVictimOfTrafficking appeal", "1 PossibleVictimOfTrafficking first-decision"),
                read(referral).stream()
                        .map(made -> made.version() + " " + made.status().code() + " "
                                + made.ground().code())
                        .toList());
        assertEquals(before + 1, counted(), "a decision that replaces another is not counted again");
        assertEquals(
                List.of(StatusAct.RECORDED, StatusAct.RECORDED, StatusAct.READ),
                events(StatusDecided.class).stream().map(StatusDecided::act).toList());
    }

    @Test
    void sealsEachStatusAlikeSoThatNotEvenTheLengthTells() throws Exception {
        ReferralId referral = referred();
        first(referral);
        decide(scene.recipient, referral, 1, TraffickingStatus.NOT, Ground.REVIEW);
        decide(scene.recipient, referral, 2, TraffickingStatus.ACTUAL, Ground.APPEAL);
        String rows = " FROM paivand.status_decision WHERE case_id = '" + scene.caseId + "'";

        assertEquals(3, kept());
        assertEquals(1, TestNode.number("SELECT COUNT(DISTINCT LENGTH(sealed))" + rows));
        assertEquals(0, TestNode.number("SELECT COUNT(*)" + rows + " AND LOCATE('Victim', sealed) > 0"));
        assertEquals(0, TestNode.number("SELECT COUNT(*) FROM paivand.statistics_row WHERE code LIKE '%Victim%'"));
        assertFalse(events(StatusDecided.class).toString().contains("Victim"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tj-shelter-north", "tj-ngo-legal-aid", "tj-commission", "tj-police-dushanbe"})
    void isForNoOtherKindOfAgency(String agency) throws Exception {
        ReferralId referral = referred();
        first(referral);
        Caller other = TestNode.caller(agency, "worker-one", Role.PROVIDER);

        assertEquals(
                ProblemCode.FORBIDDEN, refused(() -> decide(other, referral, 1, TraffickingStatus.NOT, Ground.REVIEW)));
        assertEquals(
                ProblemCode.FORBIDDEN, refused(() -> node.statuses().read(other, UUID.randomUUID(), referral.value())));
        assertEquals(1, kept());
    }

    @Test
    void findsNoReferralThatIsNotItsOwn() throws Exception {
        ReferralId another = offeredToTheShelter();

        assertEquals(ProblemCode.NOT_FOUND, refused(() -> first(new ReferralId(UUID.randomUUID()))));
        assertEquals(ProblemCode.NOT_FOUND, refused(() -> first(another)));
        assertEquals(
                0,
                TestNode.number("SELECT COUNT(*) FROM paivand.status_decision s JOIN paivand.referral r"
                        + " ON r.case_id = s.case_id WHERE r.id = '" + another + "'"));
    }

    private static ReferralId offeredToTheShelter() throws Exception {
        Scene shelter = Scene.policeAndShelter(node);
        shelter.consent(shelter.grant(Category.SERVICE_REQUEST));
        return shelter.accepted();
    }

    @Test
    void takesAGrantToWhatHappenedAndRefusesAsAReleaseDoes() throws Exception {
        scene.consent(scene.grant(Category.SERVICE_REQUEST));
        ReferralId referral = scene.accepted();

        ProblemException refused = assertThrows(ProblemException.class, () -> first(referral));

        assertEquals(ProblemCode.RELEASE_REFUSED, refused.code());
        assertEquals("no-grant", refused.extensions().withheld().get(0).reasonCode());
        assertEquals(0, kept());
        assertEquals(1, events(Denial.class).size());
    }

    @Test
    void takesAnAcceptance() throws Exception {
        scene.consent(scene.grant(Category.SERVICE_REQUEST, Category.EXPERIENCE));
        ReferralId offered = scene.offer(ServiceType.RESIDENCE_PERMIT);

        assertEquals(ProblemCode.RELEASE_REFUSED, refused(() -> first(offered)));
    }

    @Test
    void takesTheWorkerWhoIsAssigned() throws Exception {
        ReferralId referral = referred();
        Caller colleague = TestNode.caller(BODY, "somebody-else", Role.PROVIDER);

        assertEquals(
                ProblemCode.RELEASE_REFUSED,
                refused(() -> decide(colleague, referral, 0, TraffickingStatus.POSSIBLE, Ground.FIRST_DECISION)));
        assertEquals(0, kept());
    }

    @Test
    void endsWithTheConsentAndStaysWhatItWas() throws Exception {
        UUID consent = scene.consent(scene.grant(Category.SERVICE_REQUEST, Category.EXPERIENCE));
        ReferralId referral = scene.accepted();
        first(referral);

        scene.withdraw(consent);

        assertEquals(
                ProblemCode.RELEASE_REFUSED,
                refused(() -> decide(scene.recipient, referral, 1, TraffickingStatus.ACTUAL, Ground.REVIEW)));
        assertEquals(ProblemCode.RELEASE_REFUSED, refused(() -> read(referral)));
        assertEquals(1, kept());
    }

    @Test
    void endsWithTheReferral() throws Exception {
        ReferralId referral = referred();
        first(referral);
        node.referrals().move(scene.recipient, referral, Optional.empty(), Move.proceed(Step.ARRIVED));
        node.referrals().move(scene.recipient, referral, Optional.empty(), Move.complete(Outcome.NEEDS_MET, List.of()));

        assertEquals(
                ProblemCode.ILLEGAL_TRANSITION,
                refused(() -> decide(scene.recipient, referral, 1, TraffickingStatus.ACTUAL, Ground.REVIEW)));
        assertEquals(ProblemCode.ILLEGAL_TRANSITION, refused(() -> read(referral)));
    }

    @Test
    void goesOnThroughALaterReferralWithTheVersionThatStands() throws Exception {
        ReferralId referral = referred();
        first(referral);
        node.referrals().move(scene.recipient, referral, Optional.empty(), Move.proceed(Step.ARRIVED));
        node.referrals().move(scene.recipient, referral, Optional.empty(), Move.complete(Outcome.NEEDS_MET, List.of()));
        ReferralId later = scene.accepted();

        assertEquals(ProblemCode.STALE_VERSION, refused(() -> first(later)));
        assertEquals(2, decide(scene.recipient, later, 1, TraffickingStatus.ACTUAL, Ground.APPEAL));
    }

    @Test
    void replacesNoVersionThatDoesNotStandAndTellsNoGroundThatDoesNotFit() throws Exception {
        ReferralId referral = referred();

        assertEquals(ProblemCode.NOT_FOUND, refused(() -> read(referral)));
        assertEquals(
                ProblemCode.STALE_VERSION,
                refused(() -> decide(scene.recipient, referral, 1, TraffickingStatus.NOT, Ground.REVIEW)));
        assertEquals(
                ProblemCode.INVALID_REQUEST,
                refused(() -> decide(scene.recipient, referral, 0, TraffickingStatus.NOT, Ground.APPEAL)));
        first(referral);
        assertEquals(ProblemCode.STALE_VERSION, refused(() -> first(referral)));
        assertEquals(
                ProblemCode.INVALID_REQUEST,
                refused(() -> decide(scene.recipient, referral, 1, TraffickingStatus.NOT, Ground.FIRST_DECISION)));
        assertEquals(1, kept());
        assertEquals(1, events(StatusDecided.class).size(), "what didn't happen is no entry");
    }

    /** Sent on by somebody who may pass on what happened, and doesn't hold it: then nobody may decide on that either. */
    @Test
    void restsOnNothingThatWhoSentThePersonOnCouldNotPassOn() throws Exception {
        Scene lawyers = scene.towards("tj-ngo-legal-aid", Purpose.LEGAL_AID);
        scene.consent(
                passing(lawyers.grant(Category.SERVICE_REQUEST, Category.EXPERIENCE), Action.SHARE, Action.ONWARD),
                passing(scene.grant(Category.SERVICE_REQUEST, Category.EXPERIENCE), Action.ONWARD));
        ReferralId parent = lawyers.accepted();
        lawyers.pull(parent, Category.SERVICE_REQUEST);
        ReferralId child = sentOn(lawyers.recipient, parent);

        assertEquals(ProblemCode.RELEASE_REFUSED, refused(() -> first(child)));
        assertEquals(0, kept());

        lawyers.pull(parent, Category.EXPERIENCE);

        assertEquals(1, first(child));
    }

    private static Grant passing(Grant grant, Action... actions) {
        return new Grant(
                grant.id(),
                grant.effect(),
                grant.purpose(),
                grant.categories(),
                grant.recipient(),
                Set.of(actions),
                grant.notBefore(),
                grant.notAfter(),
                grant.safetyCritical());
    }

    /** Accepted by the status body, and its worker assigned. */
    private ReferralId sentOn(Caller by, ReferralId parent) throws Exception {
        ReferralId child = node.offers()
                .offerOnward(
                        by,
                        UUID.randomUUID(),
                        TestNode.key(),
                        parent,
                        new Offers.Onward(
                                scene.recipient.agency(),
                                Purpose.STATUTORY_STATUS,
                                Urgency.NORMAL,
                                List.of(ServiceType.RESIDENCE_PERMIT),
                                Optional.empty()))
                .stored()
                .referral()
                .request()
                .id();
        node.referrals().move(scene.recipient, child, Optional.empty(), Move.accept());
        node.referrals()
                .assign(
                        scene.recipient,
                        child,
                        Optional.empty(),
                        scene.recipient.worker().orElseThrow());
        return child;
    }

    @Test
    void goesWithTheCase() throws Exception {
        ReferralId referral = referred();
        first(referral);
        node.referrals().move(scene.recipient, referral, Optional.empty(), Move.proceed(Step.ARRIVED));
        node.referrals().move(scene.recipient, referral, Optional.empty(), Move.complete(Outcome.NEEDS_MET, List.of()));
        UUID approval = node.erasures()
                .propose(scene.controller, UUID.randomUUID(), TestNode.key(), scene.caseId)
                .proposal()
                .id();
        node.erasures()
                .decide(
                        TestNode.caller(Scene.POLICE, "officer-two", Role.REFERRER),
                        UUID.randomUUID(),
                        scene.caseId,
                        approval,
                        Verdict.CONFIRM);

        assertEquals(0, kept());
        assertEquals(ProblemCode.NOT_FOUND, refused(() -> read(referral)));
        assertEquals(
                ProblemCode.NOT_FOUND,
                refused(() -> decide(scene.recipient, referral, 1, TraffickingStatus.ACTUAL, Ground.REVIEW)));
    }

    /** Whatever was decided, and whether anything was, the shelter gets the same bytes and the case looks the same. */
    @ParameterizedTest
    @EnumSource(TraffickingStatus.class)
    void changesNothingForThoseWhoHelpOrRefer(TraffickingStatus status) throws Exception {
        Scene shelter = scene.towards("tj-ngo-legal-aid");
        scene.consent(shelter.grant(Category.values()));
        ReferralId helping = shelter.accepted();
        byte[] before = shelter.pull(helping, Category.SERVICE_REQUEST, Category.EXPERIENCE)
                .sections();
        ReferralId referral = referred();
        String seen = node.cases().read(scene.controller, scene.caseId).sections() + " " + view(referral);

        decide(scene.recipient, referral, 0, status, Ground.FIRST_DECISION);

        byte[] after = shelter.pull(helping, Category.SERVICE_REQUEST, Category.EXPERIENCE)
                .sections();
        assertArrayEquals(before, after);
        assertFalse(new String(after, StandardCharsets.UTF_8).contains("VictimOfTrafficking"));
        assertEquals(seen, node.cases().read(scene.controller, scene.caseId).sections() + " " + view(referral));
    }

    private String view(ReferralId referral) {
        return node.referrals().find(scene.controller, referral) + " "
                + node.referrals().history(scene.controller, referral, Optional.empty(), 50);
    }

    @Test
    void tellsThePersonThatThereIsAnAnswerAndNotWhich() throws Exception {
        ReferralId referral = referred();
        IssuedCodes codes = node.receipts()
                .issue(scene.controller, UUID.randomUUID(), scene.caseId, Holder.SUBJECT)
                .codes()
                .orElseThrow();
        assertEquals(0, answers(codes));

        first(referral);
        decide(scene.recipient, referral, 1, TraffickingStatus.NOT, Ground.REVIEW);

        assertEquals(1, answers(codes));
    }

    private static int answers(IssuedCodes codes) throws Exception {
        Visit visit = node.persons()
                .enter(UUID.randomUUID(), codes.status().inGroups())
                .orElseThrow();
        assertTrue(visit instanceof Visit.Status);
        return ((Visit.Status) visit).overview().answers().size();
    }
}
