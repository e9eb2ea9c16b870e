package org.paivand.onboarding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.function.Executable;
import org.paivand.approval.Verdict;
import org.paivand.audit.TestLog;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.event.RegistryChange;
import org.paivand.disclosure.event.RegistryChanged;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.registry.ItemName;
import org.paivand.registry.RecordedChange;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.agency.Sector;
import org.paivand.registry.agency.Standing;
import org.paivand.registry.language.Trilingual;
import org.paivand.registry.record.RegistryKind;
import org.paivand.wiring.TestNode;

/** A node with a realm, the people who take agencies in, and an agency that wants to be. */
final class OnboardingScene implements AutoCloseable {
    static final Caller COMMISSION = TestNode.caller("tj-commission", "u-chair", Role.COMMISSION);
    static final Caller ANORA = TestNode.caller("tj-commission", "u-anora", Role.REGISTRAR);
    static final Caller BAHROM = TestNode.caller("tj-commission", "u-bahrom", Role.REGISTRAR);
    static final Caller CYRUS = TestNode.caller("tj-commission", "u-cyrus", Role.REGISTRAR);
    static final Contact CONTACT = new Contact(Office.IT_SERVICE, "+999000000");
    static final AgencyId NEW = new AgencyId("tj-ngo-new");
    static final String CLIENT = "tj-ngo-new-system";

    final RealmInMemory realm = new RealmInMemory();
    final TestNode node = new TestNode();

    OnboardingScene() throws Exception {
        node.restartWith(realm);
    }

    static Agency agency(String id, AgencyKind kind) {
        return new Agency(
                new AgencyId(id),
                kind,
                new Jurisdiction("TJ"),
                new Trilingual("Намуна", "Пример", "Example"),
                Sector.NON_STATE,
                false,
                Optional.empty(),
                Optional.empty(),
                Standing.ACTIVE,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of());
    }

    UUID applied(Optional<Caller> by) throws Exception {
        return applied(by, agency(NEW.value(), AgencyKind.NGO));
    }

    UUID applied(Optional<Caller> by, Agency agency) throws Exception {
        return node.applications()
                .apply(by, UUID.randomUUID(), TestNode.key(), agency, CONTACT)
                .submission()
                .id();
    }

    ApplicationDesk.File approve(Caller caller, UUID id) throws Exception {
        return node.applications().approve(caller, UUID.randomUUID(), id);
    }

    ApplicationDesk.File reject(Caller caller, UUID id) throws Exception {
        return node.applications().reject(caller, UUID.randomUUID(), id);
    }

    /** Applied for by the commission, approved by Anora and then by Bahrom. */
    UUID approved() throws Exception {
        UUID id = applied(Optional.of(COMMISSION));
        approve(ANORA, id);
        approve(BAHROM, id);
        return id;
    }

    UUID ready() throws Exception {
        UUID id = approved();
        await(AccessState.READY);
        return id;
    }

    void await(AccessState state) throws Exception {
        TestLog.await("the account is " + state.code(), () -> access().state() == state);
    }

    AgencyAccess access() {
        return node.offBoarding().read(NEW);
    }

    CredentialDesk.Credential show(Caller caller) throws Exception {
        return node.credentials().show(caller, UUID.randomUUID(), NEW);
    }

    AgencyAccess renew(Caller caller) throws Exception {
        return node.credentials().renew(caller, UUID.randomUUID(), NEW);
    }

    AgencyAccess letGo(Caller caller) throws Exception {
        return node.offBoarding().offBoard(caller, UUID.randomUUID(), NEW);
    }

    /** As registrars take a suspended agency back: by a change of the registry. Its account is another matter. */
    void takeBack(Caller first, Caller second) throws Exception {
        ItemName name = new ItemName(RegistryKind.AGENCY, NEW.value());
        RecordedChange suspended = node.registry().read(name, Optional.empty());
        byte[] active =
                suspended.document().replace("\"suspended\"", "\"active\"").getBytes(StandardCharsets.UTF_8);
        UUID approval = node.registry()
                .change(first, UUID.randomUUID(), name, suspended.version(), active)
                .fold(
                        made -> {
                            throw new AssertionError("one person took it back");
                        },
                        waiting -> waiting.approval().proposal().id());
        node.approvals().decide(second, UUID.randomUUID(), approval, Verdict.CONFIRM);
    }

    Optional<Agency> registered() {
        return node.atTheNextRequest().agency(NEW);
    }

    ApplicationState state(UUID id) {
        return node.applications().read(id).application().state();
    }

    /** The steps that the log tells about the agency, sorted. */
    List<RegistryChange> logged() throws Exception {
        return node.entries().stream()
                .map(TestNode.Logged::event)
                .filter(RegistryChanged.class::isInstance)
                .map(RegistryChanged.class::cast)
                .filter(event -> event.subject().equals(NEW.value()))
                .map(RegistryChanged::change)
                .sorted()
                .toList();
    }

    static void refused(ProblemCode code, Executable attempt) {
        assertEquals(code, assertThrows(ProblemException.class, attempt).code());
    }

    static List<String> faults(Executable attempt) {
        ProblemException problem = assertThrows(ProblemException.class, attempt);
        return problem.extensions().errors().stream()
                .map(error -> error.pointer() + " " + error.code())
                .toList();
    }

    @Override
    public void close() throws IOException {
        node.close();
    }
}
