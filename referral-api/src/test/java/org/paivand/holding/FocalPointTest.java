package org.paivand.holding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.paivand.approval.Approval;
import org.paivand.approval.Verdict;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.disclosure.Action;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.ConflictFinding;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.WorkerId;
import org.paivand.disclosure.consent.ChildAssent;
import org.paivand.disclosure.consent.Effect;
import org.paivand.disclosure.consent.GivenBy;
import org.paivand.disclosure.consent.Grant;
import org.paivand.disclosure.consent.Recipient;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.referral.Move;
import org.paivand.referral.ReferralId;
import org.paivand.registry.ItemName;
import org.paivand.registry.RegistryDesk;
import org.paivand.registry.directory.FocalPoints;
import org.paivand.registry.record.RegistryKind;
import org.paivand.registry.service.ServiceType;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** Who hears of an offer that nobody answered, when the person refused state bodies. */
@Timeout(60)
class FocalPointTest {
    @AutoClose
    private static final TestNode node = TestNode.running();

    private static final String HELPLINE = "tj-hotline-national";
    private static final String WOMEN = "tj-hotline-women";

    private static final Caller COMMISSION = TestNode.caller("tj-commission", "secretary", Role.COMMISSION);
    private static final Caller AUDITOR = TestNode.caller("tj-ombudsman", "auditor", Role.AUDITOR);
    private static final Caller FOCAL = TestNode.caller(HELPLINE, "coordinator", Role.FOCAL_POINT);
    private static final Caller OTHER = TestNode.caller(WOMEN, "coordinator", Role.FOCAL_POINT);
    private static final Caller ANORA = TestNode.caller("tj-commission", "u-anora", Role.REGISTRAR);
    private static final Caller BAHROM = TestNode.caller("tj-commission", "u-bahrom", Role.REGISTRAR);

    private Scene scene;
    private UUID consent;
    private ReferralId offered;

    @BeforeEach
    void anOfferToAShelter() throws Exception {
        certify(HELPLINE, true);
        certify(WOMEN, false);
        scene = Scene.policeAndShelter(node);
        consent = scene.consent(scene.grant(Category.SERVICE_REQUEST, Category.IDENTITY));
        offered = scene.offer(ServiceType.SHELTER);
    }

    @Test
    void hearsInsteadOfTheCommissionWhereThePersonRefusedIt() throws Exception {
        scene.consent(refusal(exactly("tj-commission"), false, Category.SERVICE_REQUEST));

        lateAndLookedAt();

        assertEquals(1, seen(FOCAL).size());
        assertEquals(List.of(), seen(COMMISSION));
        assertEquals(1, seen(AUDITOR).size());
        assertEquals(new AgencyId(Scene.SHELTER), seen(FOCAL).get(0).agency());
    }

    @Test
    void hearsNothingWhereThePersonRefusedNoStateBody() throws Exception {
        scene.consent(
                refusal(exactly("tj-ngo-legal-aid"), false, Category.SERVICE_REQUEST),
                // Not even the state of this country is meant by that.
                refusal(kind(AgencyKind.CONSULATE, "UZ"), false, Category.SERVICE_REQUEST),
                // Police may not know the state of health; that somebody asks for help they may.
                refusal(kind(AgencyKind.POLICE, "TJ"), false, Category.HEALTH));
        scene.consent(refusal(
                new Recipient.OneWorker(new AgencyId("tj-police-sughd"), new WorkerId("w-brother")),
                true,
                Category.IDENTITY));

        lateAndLookedAt();

        assertEquals(List.of(), seen(FOCAL));
        assertEquals(1, seen(COMMISSION).size());
    }

    @Test
    void hearsWhereAKindOfStateBodiesIsRefusedOrOneIsBarred() throws Exception {
        scene.consent(refusal(kind(AgencyKind.PROSECUTOR, "TJ"), false, Category.SERVICE_REQUEST));
        Scene another = Scene.policeAndShelter(node);
        another.consent(another.grant(Category.SERVICE_REQUEST));
        ReferralId second = another.offer(ServiceType.SHELTER);
        another.consent(refusal(exactly("tj-migration-service"), true, Category.IDENTITY));

        lateAndLookedAt();

        assertEquals(1, seen(FOCAL).size());
        assertEquals(1, seen(FOCAL, second.value()).size());
        assertEquals(List.of(), seen(COMMISSION));
        assertEquals(List.of(), seen(COMMISSION, second.value()));
    }

    @Test
    void movesWithARefusalAndBackWhenItIsTakenBack() throws Exception {
        lateAndLookedAt();
        assertEquals(1, seen(COMMISSION).size());

        UUID refused = scene.consent(refusal(exactly("tj-commission"), false, Category.SERVICE_REQUEST));
        node.noteOverdue();
        assertEquals(List.of(), seen(COMMISSION));
        assertEquals(1, seen(FOCAL).size());

        scene.withdraw(
                refused,
                Optional.of(node.consents().read(scene.controller, scene.caseId).grantsOf(refused)));
        node.noteOverdue();
        assertEquals(1, seen(COMMISSION).size());
        assertEquals(List.of(), seen(FOCAL));
    }

    @Test
    void isNobodyWhereNoneIsNamedAndTheOperatorIsTold() throws Exception {
        certify(HELPLINE, false);
        scene.consent(refusal(exactly("tj-commission"), false, Category.SERVICE_REQUEST));

        lateAndLookedAt();

        assertEquals(List.of(), seen(COMMISSION));
        assertEquals(1, seen(AUDITOR).size());
        forbidden(FOCAL);
        assertTrue(FocalPoints.trouble(node.directory(), node.clock.instant()).isPresent());
        certify(HELPLINE, true);
        assertTrue(FocalPoints.trouble(node.directory(), node.clock.instant()).isEmpty());
        node.noteOverdue();
        assertEquals(1, seen(FOCAL).size());
    }

    @Test
    void isAnotherWhereThePersonRefusedTheFirstToo() throws Exception {
        scene.consent(
                refusal(exactly("tj-commission"), false, Category.SERVICE_REQUEST),
                refusal(exactly(HELPLINE), false, Category.SERVICE_REQUEST));

        lateAndLookedAt();
        assertEquals(List.of(), seen(FOCAL));
        assertEquals(List.of(), seen(COMMISSION));

        certify(WOMEN, true);
        node.noteOverdue();
        assertEquals(1, seen(OTHER).size());
        assertEquals(List.of(), seen(FOCAL));
        assertEquals(List.of(), seen(COMMISSION));
    }

    @Test
    void looksAfterNothingThatItIsLateWithItself() throws Exception {
        Scene toItself = scene.towards(HELPLINE);
        toItself.consent(toItself.grant(Category.SERVICE_REQUEST));
        ReferralId own = toItself.offer(ServiceType.SHELTER);
        scene.consent(refusal(exactly("tj-commission"), false, Category.SERVICE_REQUEST));

        lateAndLookedAt();

        assertEquals(List.of(), seen(FOCAL, own.value()));
        assertEquals(List.of(), seen(COMMISSION, own.value()));
        assertEquals(1, seen(FOCAL).size());
    }

    @Test
    void isNoAgencyOfTheStateWhateverItsCertificate() throws Exception {
        for (String agency : List.of("tj-police-sughd", "tj-ombudsman", "tj-victim-support-unit")) {
            ProblemException refused =
                    assertThrows(ProblemException.class, () -> changed(agency, certified(document(agency))));
            assertEquals(ProblemCode.INVALID_REQUEST, refused.code());
        }
        assertEquals(
                List.of(new AgencyId(HELPLINE)),
                FocalPoints.of(node.directory(), node.clock.instant()).stream()
                        .map(party -> party.agency())
                        .toList());
    }

    @Test
    void isNamedByTwoRegistrarsAndByNoneAlone() throws Exception {
        RegistryDesk.Result result = changed(WOMEN, certified(document(WOMEN)));

        Approval waits = result.fold(made -> null, RegistryDesk.Waiting::approval);
        forbidden(OTHER);
        assertThrows(
                ProblemException.class,
                () -> node.approvals()
                        .decide(ANORA, UUID.randomUUID(), waits.proposal().id(), Verdict.CONFIRM));
        forbidden(OTHER);
    }

    @Test
    void readsWithItsRoleAndForItsOwnAgencyAlone() throws Exception {
        scene.consent(refusal(exactly("tj-commission"), false, Category.SERVICE_REQUEST));
        lateAndLookedAt();

        forbidden(TestNode.caller(HELPLINE, "worker", Role.PROVIDER, Role.REFERRER));
        forbidden(TestNode.caller(WOMEN, "coordinator", Role.FOCAL_POINT));
        forbidden(TestNode.caller("tj-police-sughd", "officer", Role.FOCAL_POINT));
        assertThrows(
                RuntimeException.class,
                () -> TestNode.caller("tj-commission", "secretary", Role.COMMISSION, Role.FOCAL_POINT));
    }

    @Test
    void showsInThePagesOfTheCommissionNoGapWhereItIs() throws Exception {
        Scene another = Scene.policeAndShelter(node);
        another.consent(another.grant(Category.SERVICE_REQUEST));
        ReferralId second = another.offer(ServiceType.SHELTER);
        scene.consent(refusal(exactly("tj-commission"), false, Category.SERVICE_REQUEST));
        lateAndLookedAt();
        Optional<Holdings.Place> after = Optional.empty();
        int pages = 0;
        boolean found = false;
        List<Missed> page;
        do {
            page = node.missed().list(COMMISSION, UUID.randomUUID(), after, 1);
            for (Missed missed : page) {
                pages++;
                found |= missed.subject().equals(second.value());
                after = Optional.of(new Holdings.Place(missed.due(), missed.subject()));
            }
        } while (!page.isEmpty());

        assertTrue(found);
        assertEquals(
                node.missed()
                        .list(COMMISSION, UUID.randomUUID(), Optional.empty(), 10_000)
                        .size(),
                pages);
        assertEquals(List.of(), seen(COMMISSION));
    }

    @Test
    void hearsOfNoticesAndRetentionOfThatPersonToo() throws Exception {
        ReferralId referral = scene.accepted();
        UUID disclosure = scene.pull(referral, Category.SERVICE_REQUEST, Category.IDENTITY)
                .eventId();
        scene.consent(refusal(exactly("tj-commission"), false, Category.SERVICE_REQUEST));
        scene.withdraw(consent);
        UUID notice = node.notices()
                .about(scene.controller, scene.caseId, Optional.empty(), 1)
                .get(0)
                .id();
        node.clock.move(Duration.ofDays(200));
        node.noteOverdue();

        assertEquals(Missed.Kind.STOP_USE, seen(FOCAL, notice).get(0).kind());
        assertEquals(List.of(), seen(COMMISSION, notice));
        assertEquals(Missed.Kind.RETENTION, seen(FOCAL, disclosure).get(0).kind());
        assertEquals(List.of(), seen(COMMISSION, disclosure));
    }

    @Test
    void isNotCalledForByAGuardianWhoMayNotSpeak() throws Exception {
        GivenBy guardian = new GivenBy(
                org.paivand.disclosure.consent.Role.GUARDIAN,
                Optional.of("parent"),
                Optional.of(node.clock.instant().plus(Duration.ofDays(365))),
                ChildAssent.GIVEN);
        scene.recorded(guardian, refusal(exactly("tj-commission"), false, Category.SERVICE_REQUEST));
        lateAndLookedAt();
        assertEquals(1, seen(COMMISSION).size());

        Scene protection = scene.towards("tj-child-protection-dushanbe", Purpose.PROTECTION);
        protection.consent(protection.grant(Category.SERVICE_REQUEST));
        ReferralId referral = protection.offer(ServiceType.PROTECTION);
        node.referrals().move(protection.recipient, referral, Optional.empty(), Move.accept());
        Caller protector = TestNode.caller("tj-child-protection-dushanbe", "protector", Role.CHILD_PROTECTION);
        node.protection().find(protector, UUID.randomUUID(), referral.value(), ConflictFinding.NONE);
        node.noteOverdue();
        assertEquals(List.of(), seen(COMMISSION));
        assertEquals(1, seen(FOCAL).size());
    }

    private void lateAndLookedAt() throws Exception {
        node.clock.move(Duration.ofDays(2));
        node.noteOverdue();
    }

    private List<Missed> seen(Caller caller) throws Exception {
        return seen(caller, offered.value());
    }

    private static List<Missed> seen(Caller caller, UUID subject) throws Exception {
        return node.missed().list(caller, UUID.randomUUID(), Optional.empty(), 10_000).stream()
                .filter(missed -> missed.subject().equals(subject))
                .toList();
    }

    private static void forbidden(Caller caller) {
        assertEquals(
                ProblemCode.FORBIDDEN,
                assertThrows(
                                ProblemException.class,
                                () -> node.missed().list(caller, UUID.randomUUID(), Optional.empty(), 10))
                        .code());
    }

    private static Recipient exactly(String agency) {
        return new Recipient.ExactAgency(new AgencyId(agency));
    }

    private static Recipient kind(AgencyKind kind, String country) {
        return new Recipient.KindWithin(kind, new Jurisdiction(country), Set.of());
    }

    private static Grant refusal(Recipient recipient, boolean bar, Category... categories) {
        return new Grant(
                UUID.randomUUID(),
                Effect.REFUSE,
                Purpose.ASSISTANCE,
                bar ? EnumSet.allOf(Category.class) : Set.of(categories),
                recipient,
                Set.of(Action.SHARE),
                node.clock.instant().minusSeconds(1),
                node.clock.instant().plus(Duration.ofDays(1)),
                bar);
    }

    /** Two registrars make the agency a focal point, or one has it be none any more. */
    private static void certify(String agency, boolean named) throws Exception {
        boolean is = document(agency).contains("\"certificate\":\"" + FocalPoints.CERTIFICATE + "\"");
        if (named == is) {
            return;
        }
        String document = document(agency);
        RegistryDesk.Result result = changed(agency, named ? certified(document) : document.replace(certificate(), ""));
        Optional<Approval> waits = result.fold(made -> Optional.empty(), waiting -> Optional.of(waiting.approval()));
        if (waits.isPresent()) {
            node.approvals()
                    .decide(BAHROM, UUID.randomUUID(), waits.get().proposal().id(), Verdict.CONFIRM);
        }
        assertTrue(node.atTheNextRequest().agency(new AgencyId(agency)).isPresent());
        assertEquals(named, document(agency).contains("\"" + FocalPoints.CERTIFICATE + "\""));
    }

    private static String certificate() {
        return "{\"certificate\":\"focal-point\",\"issuer\":\"tj-ombudsman\",\"validFrom\":\"2020-01-01T00:00:00Z\","
                + "\"validUntil\":\"2100-01-01T00:00:00Z\"},";
    }

    private static String certified(String document) {
        return document.contains("\"accreditations\":[")
                ? document.replace("\"accreditations\":[", "\"accreditations\":[" + certificate())
                : document.replace(
                        "\"standing\"",
                        "\"accreditations\":["
                                + certificate().substring(0, certificate().length() - 1) + "],\"standing\"");
    }

    private static String document(String agency) {
        return node.registry()
                .read(new ItemName(RegistryKind.AGENCY, agency), Optional.empty())
                .document();
    }

    private static RegistryDesk.Result changed(String agency, String document) throws Exception {
        ItemName name = new ItemName(RegistryKind.AGENCY, agency);
        int version = node.registry().read(name, Optional.empty()).version();
        return node.registry()
                .change(ANORA, UUID.randomUUID(), name, version, document.getBytes(StandardCharsets.UTF_8));
    }
}
