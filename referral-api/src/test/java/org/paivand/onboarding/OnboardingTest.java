package org.paivand.onboarding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.paivand.onboarding.OnboardingScene.ANORA;
import static org.paivand.onboarding.OnboardingScene.BAHROM;
import static org.paivand.onboarding.OnboardingScene.CLIENT;
import static org.paivand.onboarding.OnboardingScene.COMMISSION;
import static org.paivand.onboarding.OnboardingScene.CYRUS;
import static org.paivand.onboarding.OnboardingScene.NEW;
import static org.paivand.onboarding.OnboardingScene.agency;
import static org.paivand.onboarding.OnboardingScene.faults;
import static org.paivand.onboarding.OnboardingScene.refused;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.paivand.approval.Verdict;
import org.paivand.audit.TestLog;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.event.RegistryChange;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.problem.ProblemCode;
import org.paivand.realm.ClientSecret;
import org.paivand.realm.RealmFault;
import org.paivand.registry.agency.Standing;
import org.paivand.wiring.TestNode;

@Timeout(120)
class OnboardingTest {
    private OnboardingScene scene;

    @BeforeEach
    void open() throws Exception {
        scene = new OnboardingScene();
    }

    @AfterEach
    void close() throws Exception {
        scene.close();
    }

    @Test
    void takesAnAgencyInByTwoPeopleAndShowsItsSecretOnce() throws Exception {
        UUID id = scene.applied(Optional.of(COMMISSION));

        assertEquals(
                ApplicationState.SECONDED,
                scene.approve(ANORA, id).application().state());
        assertTrue(scene.registered().isEmpty());
        assertEquals(
                ApplicationState.APPROVED,
                scene.approve(BAHROM, id).application().state());
        assertTrue(scene.registered().orElseThrow().isActive());
        scene.await(AccessState.READY);
        CredentialDesk.Credential shown = scene.show(BAHROM);

        assertEquals(CLIENT, shown.client());
        assertTrue(scene.realm.works(CLIENT, shown.secret().value()));
        assertEquals(
                EnumSet.of(Role.REFERRER, Role.PROVIDER, Role.MACHINE),
                scene.access().roles());
        assertEquals(
                List.of(
                        RegistryChange.PROPOSED,
                        RegistryChange.CONFIRMED,
                        RegistryChange.APPLIED,
                        RegistryChange.PROVISIONED,
                        RegistryChange.CREDENTIAL_SHOWN),
                scene.logged());
    }

    @Test
    void neverWritesASecretDown() throws Exception {
        scene.ready();
        ClientSecret secret = scene.show(BAHROM).secret();

        assertFalse(secret.toString().contains(secret.value()));
        assertEquals(
                0,
                TestNode.number("SELECT COUNT(*) FROM paivand.agency_access WHERE CONCAT_WS(' ', agency, mark,"
                        + " roles, state, fault, credential_for) LIKE '%secret-%'"));
    }

    @Test
    void refusesASecondApprovalByTheSameAccount() throws Exception {
        UUID id = scene.applied(Optional.of(COMMISSION));
        scene.approve(ANORA, id);

        refused(ProblemCode.OWN_CHANGE, () -> scene.approve(ANORA, id));

        assertEquals(ApplicationState.SECONDED, scene.state(id));
        assertTrue(scene.registered().isEmpty());
    }

    @Test
    void refusesTheApplicantAsFirstAndAsSecond() throws Exception {
        UUID id = scene.applied(Optional.of(ANORA));

        refused(ProblemCode.OWN_CHANGE, () -> scene.approve(ANORA, id));
        scene.approve(BAHROM, id);
        refused(ProblemCode.OWN_CHANGE, () -> scene.approve(ANORA, id));
        refused(ProblemCode.OWN_CHANGE, () -> scene.reject(ANORA, id));

        assertTrue(scene.registered().isEmpty());
        scene.approve(CYRUS, id);
        assertTrue(scene.registered().isPresent());
    }

    @Test
    void refusesTheApplicantAlsoAtTheDeskForAllApprovals() throws Exception {
        UUID id = scene.applied(Optional.of(ANORA));
        Application.Seconded seconded =
                (Application.Seconded) scene.approve(BAHROM, id).application();

        refused(
                ProblemCode.OWN_CHANGE,
                () -> scene.node.approvals().decide(ANORA, UUID.randomUUID(), seconded.approval(), Verdict.CONFIRM));

        assertTrue(scene.registered().isEmpty());
        assertEquals(ApplicationState.SECONDED, scene.state(id));
    }

    @Test
    void refusesProgramsAndEveryOtherRole() throws Exception {
        UUID id = scene.applied(Optional.of(COMMISSION));
        Caller program = TestNode.caller("tj-commission", "u-program", Role.REGISTRAR, Role.MACHINE);

        refused(ProblemCode.FORBIDDEN, () -> scene.approve(program, id));
        refused(ProblemCode.FORBIDDEN, () -> scene.approve(COMMISSION, id));
        refused(ProblemCode.FORBIDDEN, () -> scene.reject(program, id));
        refused(ProblemCode.FORBIDDEN, () -> scene.node.offBoarding().offBoard(program, UUID.randomUUID(), NEW));
        assertEquals(ApplicationState.PENDING, scene.state(id));
    }

    @ParameterizedTest
    @EnumSource(
            value = AgencyKind.class,
            names = {"COMMISSION", "OMBUDSMAN", "DATA_PROTECTION"})
    void refusesKindsThatGovernOrWatch(AgencyKind kind) {
        assertEquals(
                List.of("/agency/kind not-in-list"),
                faults(() -> scene.applied(Optional.of(COMMISSION), agency("tj-new-watch", kind))));
    }

    @Test
    void refusesAnIdThatIsTaken() throws Exception {
        assertEquals(
                List.of("/agency/agencyId duplicate"),
                faults(() -> scene.applied(Optional.of(COMMISSION), agency("tj-shelter-north", AgencyKind.SHELTER))));
        assertEquals(0, TestNode.number("SELECT COUNT(*) FROM paivand.agency_application"));
    }

    @Test
    void refusesTheSecondOfTwoApplicationsForOneId() throws Exception {
        UUID one = scene.applied(Optional.of(COMMISSION));
        UUID two = scene.applied(Optional.empty());
        scene.approve(ANORA, one);
        scene.approve(ANORA, two);
        scene.approve(BAHROM, one);

        refused(ProblemCode.CONFLICT, () -> scene.approve(BAHROM, two));

        assertEquals(ApplicationState.SECONDED, scene.state(two));
        refused(ProblemCode.CONFLICT, () -> scene.node.applications().admitted(two));
        assertEquals(
                ApplicationState.REJECTED,
                scene.reject(BAHROM, two).application().state());
    }

    @Test
    void rejectsForGood() throws Exception {
        UUID id = scene.applied(Optional.of(COMMISSION));

        scene.reject(ANORA, id);

        assertEquals(ApplicationState.REJECTED, scene.state(id));
        refused(ProblemCode.CONFLICT, () -> scene.approve(BAHROM, id));
        refused(ProblemCode.CONFLICT, () -> scene.reject(BAHROM, id));
        assertEquals(List.of(RegistryChange.REJECTED, RegistryChange.APPLIED), scene.logged());
    }

    @Test
    void repeatsAnApplicationWithoutMakingASecond() throws Exception {
        IdempotencyKey key = TestNode.key();
        var first = scene.node
                .applications()
                .apply(
                        Optional.empty(),
                        UUID.randomUUID(),
                        key,
                        agency(NEW.value(), AgencyKind.NGO),
                        OnboardingScene.CONTACT);
        var again = scene.node
                .applications()
                .apply(
                        Optional.empty(),
                        UUID.randomUUID(),
                        key,
                        agency(NEW.value(), AgencyKind.NGO),
                        OnboardingScene.CONTACT);

        assertEquals(first.submission().id(), again.submission().id());
        assertEquals(List.of(RegistryChange.APPLIED), scene.logged());
    }

    @Test
    void lessApplicationsWithoutAnAccountWaitThanPeopleCanLookAt() throws Exception {
        for (int i = 0; i < ApplicationDesk.MOST_WAITING; i++) {
            scene.applied(Optional.empty(), agency("tj-ngo-n" + i, AgencyKind.NGO));
        }

        refused(ProblemCode.TOO_MANY_REQUESTS, () -> scene.applied(Optional.empty()));
        UUID id = scene.applied(Optional.of(COMMISSION));

        assertEquals(ApplicationState.PENDING, scene.state(id));
        assertEquals(
                10,
                scene.node
                        .applications()
                        .list(Optional.of(ApplicationState.PENDING), Optional.empty(), 10)
                        .size());
        assertEquals(
                0,
                scene.node
                        .applications()
                        .list(Optional.of(ApplicationState.SECONDED), Optional.empty(), 10)
                        .size());
    }

    @Test
    void keepsTryingWhileTheRealmIsDownAndShowsWhy() throws Exception {
        scene.realm.fault = Optional.of(RealmFault.REALM_UNREACHABLE);
        scene.approved();
        TestLog.await("a try has failed", () -> scene.access().attempts() > 0);

        assertEquals(AccessState.PROVISIONING, scene.access().state());
        assertEquals(Optional.of(RealmFault.REALM_UNREACHABLE), scene.access().fault());
        refused(ProblemCode.CONFLICT, () -> scene.show(BAHROM));
        scene.realm.fault = Optional.empty();
        scene.node.credentials().again(ANORA, NEW);

        scene.await(AccessState.READY);
        assertEquals(Optional.empty(), scene.access().fault());
        assertTrue(scene.realm.works(CLIENT, scene.show(BAHROM).secret().value()));
    }

    @Test
    void refusesToTakeOverAClientOfThatNameUntilSomebodySeesToIt() throws Exception {
        scene.realm.occupy(CLIENT);
        scene.approved();

        scene.await(AccessState.FAILED);

        assertEquals(Optional.of(RealmFault.CLIENT_TAKEN), scene.access().fault());
        refused(ProblemCode.CONFLICT, () -> scene.show(BAHROM));
        assertEquals(0, scene.realm.renewals());
    }

    @Test
    void showsTheSecretToNobodyElseAndNeverTwice() throws Exception {
        scene.ready();

        refused(ProblemCode.FORBIDDEN, () -> scene.show(ANORA));
        refused(ProblemCode.FORBIDDEN, () -> scene.show(CYRUS));
        CredentialDesk.Credential shown = scene.show(BAHROM);
        refused(ProblemCode.CREDENTIAL_SHOWN, () -> scene.show(BAHROM));
        refused(ProblemCode.CREDENTIAL_SHOWN, () -> scene.show(ANORA));

        assertEquals(1, scene.realm.renewals());
        assertTrue(scene.realm.works(CLIENT, shown.secret().value()));
    }

    @Test
    void showsNothingWhileTheRealmIsDownAndCanBeAskedAgain() throws Exception {
        scene.ready();
        scene.realm.fault = Optional.of(RealmFault.REALM_UNREACHABLE);

        refused(ProblemCode.ONBOARDING_UNAVAILABLE, () -> scene.show(BAHROM));

        scene.realm.fault = Optional.empty();
        assertFalse(scene.logged().contains(RegistryChange.CREDENTIAL_SHOWN));
        assertTrue(scene.realm.works(CLIENT, scene.show(BAHROM).secret().value()));
    }

    @Test
    void letsNobodyAskTwiceAtOnce() throws Exception {
        scene.ready();
        scene.realm.meanwhile = () -> {
            scene.realm.meanwhile = () -> {};
            refused(ProblemCode.CONFLICT, () -> scene.show(BAHROM));
        };

        CredentialDesk.Credential shown = scene.show(BAHROM);

        assertEquals(1, scene.realm.renewals());
        assertTrue(scene.realm.works(CLIENT, shown.secret().value()));
    }

    @Test
    void showsNothingOfAnAgencyThatIsLetGoMeanwhile() throws Exception {
        scene.ready();
        scene.realm.meanwhile = () -> {
            scene.realm.meanwhile = () -> {};
            try {
                scene.letGo(ANORA);
            } catch (Exception failed) {
                throw new AssertionError(failed);
            }
        };

        refused(ProblemCode.CONFLICT, () -> scene.show(BAHROM));

        scene.await(AccessState.REVOKED);
        assertFalse(scene.logged().contains(RegistryChange.CREDENTIAL_SHOWN));
    }

    @Test
    void needsTwoPeopleForAnotherSecret() throws Exception {
        scene.ready();
        CredentialDesk.Credential old = scene.show(BAHROM);

        scene.renew(BAHROM);
        refused(ProblemCode.OWN_CHANGE, () -> scene.renew(BAHROM));
        refused(ProblemCode.CREDENTIAL_SHOWN, () -> scene.show(BAHROM));
        assertTrue(scene.realm.works(CLIENT, old.secret().value()));
        scene.renew(CYRUS);
        refused(ProblemCode.FORBIDDEN, () -> scene.show(BAHROM));
        CredentialDesk.Credential fresh = scene.show(CYRUS);

        assertFalse(scene.realm.works(CLIENT, old.secret().value()));
        assertTrue(scene.realm.works(CLIENT, fresh.secret().value()));
    }

    @Test
    void suspendsAtOnceAlsoWhileTheRealmIsDownAndRevokesLater() throws Exception {
        scene.ready();
        scene.realm.fault = Optional.of(RealmFault.REALM_UNREACHABLE);

        assertEquals(AccessState.REVOKING, scene.letGo(ANORA).state());

        assertEquals(Standing.SUSPENDED, scene.registered().orElseThrow().standing());
        TestLog.await("a try has failed", () -> scene.access().attempts() > 0);
        assertFalse(scene.realm.isDisabled(CLIENT));
        refused(ProblemCode.CONFLICT, () -> scene.show(BAHROM));
        scene.realm.fault = Optional.empty();
        scene.node.credentials().again(ANORA, NEW);
        scene.await(AccessState.REVOKED);
        assertTrue(scene.realm.isDisabled(CLIENT));
        assertTrue(scene.logged().contains(RegistryChange.ACCESS_REVOKED));
    }

    @Test
    void changesNothingWhenAnAgencyIsLetGoAgain() throws Exception {
        scene.ready();
        scene.letGo(ANORA);
        scene.await(AccessState.REVOKED);
        List<RegistryChange> before = scene.logged();

        assertEquals(AccessState.REVOKED, scene.letGo(BAHROM).state());

        assertEquals(before, scene.logged());
        refused(ProblemCode.CONFLICT, () -> {
            scene.renew(ANORA);
            scene.renew(BAHROM);
        });
    }

    @Test
    void revokesAnewWhenAnAgencyThatCameBackIsLetGoAgain() throws Exception {
        scene.ready();
        scene.letGo(ANORA);
        scene.await(AccessState.REVOKED);
        int revocations = scene.realm.revocations();
        scene.takeBack(ANORA, BAHROM);

        assertEquals(AccessState.REVOKING, scene.letGo(ANORA).state());

        scene.await(AccessState.REVOKED);
        assertEquals(revocations + 1, scene.realm.revocations());
        assertFalse(scene.registered().orElseThrow().isActive());
    }

    @Test
    void neverLetsGoWhoeverRunsTheNodeOrOnesOwn() {
        assertEquals(
                ProblemCode.CONFLICT,
                assertThrows(
                                org.paivand.problem.ProblemException.class,
                                () -> scene.node.offBoarding().offBoard(ANORA, UUID.randomUUID(), ANORA.agency()))
                        .code());
        refused(ProblemCode.NOT_FOUND, () -> scene.node.offBoarding().offBoard(ANORA, UUID.randomUUID(), NEW));
    }

    @Test
    void doesNothingWithoutARealmButSuspending() throws Exception {
        scene.ready();
        scene.node.restart();

        refused(ProblemCode.ONBOARDING_UNAVAILABLE, () -> scene.applied(Optional.of(COMMISSION)));
        refused(ProblemCode.ONBOARDING_UNAVAILABLE, () -> scene.show(BAHROM));
        refused(ProblemCode.ONBOARDING_UNAVAILABLE, () -> scene.renew(BAHROM));
        scene.letGo(ANORA);

        assertFalse(scene.registered().orElseThrow().isActive());
        assertEquals(AccessState.REVOKING, scene.access().state());
    }
}
