package org.paivand.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.paivand.registry.RegistryScene.ANORA;
import static org.paivand.registry.RegistryScene.BAHROM;
import static org.paivand.registry.RegistryScene.NORTH;
import static org.paivand.registry.RegistryScene.PLACEMENT;
import static org.paivand.registry.RegistryScene.SHELTER;
import static org.paivand.registry.RegistryScene.faults;
import static org.paivand.registry.RegistryScene.made;
import static org.paivand.registry.RegistryScene.refused;
import static org.paivand.registry.RegistryScene.waiting;

import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paivand.approval.Approval;
import org.paivand.approval.Verdict;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.event.RegistryChange;
import org.paivand.disclosure.event.RegistryChanged;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.registry.directory.Directory;
import org.paivand.registry.record.RegistryKind;
import org.paivand.registry.service.ServiceId;
import org.paivand.registry.service.ServiceStatus;
import org.paivand.wiring.TestNode;

@Timeout(120)
class RegistryDeskTest {
    private static final ItemName NEW = new ItemName(RegistryKind.AGENCY, "tj-ngo-new");
    private static final String NEW_AGENCY = """
            {"id":"tj-ngo-new","kind":"ngo","jurisdiction":"TJ","name":{"tg":"Намуна","ru":"Пример","en":"Example"},
             "sector":"non-state","confidentialLocation":false,"standing":"active"}""";

    private TestNode node;
    private RegistryScene scene;

    @BeforeEach
    void open() throws Exception {
        node = new TestNode();
        scene = new RegistryScene(node);
    }

    @AfterEach
    void close() throws Exception {
        node.close();
    }

    @Test
    void changesAtOnceWhatMakesNobodyTrustedMore() throws Exception {
        int version = made(scene.edit(ANORA, PLACEMENT, "\"active\"", "\"temporarily-closed\""));

        assertEquals(2, version);
        assertEquals(
                ServiceStatus.TEMPORARILY_CLOSED,
                node.directory()
                        .service(new ServiceId("north-placement"))
                        .orElseThrow()
                        .status());
        List<RegistryChanged> entries = scene.entries("north-placement");
        assertEquals(RegistryChange.CHANGED, entries.get(0).change());
        assertEquals(
                Sha256.digest(scene.document(PLACEMENT).getBytes(StandardCharsets.UTF_8)),
                entries.get(0).documentSha256());
        assertEquals("u-anora", entries.get(0).head().discloser().user());
        assertEquals(1, entries.size());
    }

    @Test
    void bindsEveryInstanceAtItsNextRequest() throws Exception {
        LiveDirectories one = node.anotherInstance();
        LiveDirectories other = node.anotherInstance();
        one.refresh();
        other.refresh();
        AgencyId north = new AgencyId("tj-shelter-north");
        assertTrue(other.current().agency(north).orElseThrow().isActive());

        scene.suspend("tj-shelter-north");
        assertTrue(other.current().agency(north).orElseThrow().isActive(), "nobody asked yet");
        one.refresh();
        other.refresh();

        assertFalse(one.current().agency(north).orElseThrow().isActive());
        assertFalse(other.current().agency(north).orElseThrow().isActive());
        assertFalse(node.directory().agency(north).orElseThrow().isActive());
    }

    @Test
    void makesTheDirectoryAnewOnlyAfterAChange() throws Exception {
        LiveDirectories instance = node.anotherInstance();
        instance.refresh();
        Directory before = instance.current();
        instance.refresh();
        assertSame(before, instance.current());

        scene.edit(ANORA, PLACEMENT, "\"active\"", "\"inactive\"");
        instance.refresh();

        assertNotSame(before, instance.current());
    }

    @Test
    void waitsForAnotherRegistrarWhereSomebodyIsTrustedMore() throws Exception {
        Approval approval = waiting(scene.put(ANORA, NEW, 0, NEW_AGENCY));

        assertTrue(node.atTheNextRequest().agency(new AgencyId("tj-ngo-new")).isEmpty());
        refused(ProblemCode.OWN_CHANGE, () -> scene.decide(ANORA, approval, Verdict.CONFIRM));
        assertTrue(node.atTheNextRequest().agency(new AgencyId("tj-ngo-new")).isEmpty());
        scene.decide(BAHROM, approval, Verdict.CONFIRM);

        assertTrue(node.atTheNextRequest().agency(new AgencyId("tj-ngo-new")).isPresent());
        RecordedChange recorded = node.registry().read(NEW, Optional.empty());
        assertEquals("u-anora", recorded.authors().changedBy());
        assertEquals(Optional.of("u-bahrom"), recorded.authors().confirmedBy());
        assertEquals(List.of(RegistryChange.PROPOSED, RegistryChange.CONFIRMED), scene.logged("tj-ngo-new"));
        assertEquals(recorded.sha256(), scene.entries("tj-ngo-new").get(1).documentSha256());
    }

    @Test
    void changesNothingWhenTheSecondPersonRejects() throws Exception {
        Approval approval = waiting(scene.put(ANORA, NEW, 0, NEW_AGENCY));

        scene.decide(BAHROM, approval, Verdict.REJECT);

        assertTrue(node.atTheNextRequest().agency(new AgencyId("tj-ngo-new")).isEmpty());
        refused(ProblemCode.NOT_FOUND, () -> scene.document(NEW));
        assertEquals(List.of(RegistryChange.PROPOSED, RegistryChange.REJECTED), scene.logged("tj-ngo-new"));
    }

    @Test
    void asksForTheSameChangeOnceHoweverOftenItIsSent() throws Exception {
        Approval first = waiting(scene.put(ANORA, NEW, 0, NEW_AGENCY));
        Approval again = waiting(scene.put(ANORA, NEW, 0, NEW_AGENCY.replace("\n", "  ")));
        Approval another = waiting(scene.put(ANORA, NEW, 0, NEW_AGENCY.replace("Example", "Exemplary")));

        assertEquals(first, again);
        assertFalse(first.equals(another));
    }

    @Test
    void changesNothingForADocumentThatStandsThereAlready() throws Exception {
        int version = made(scene.put(ANORA, NORTH, 1, "  " + scene.document(NORTH)));

        assertEquals(1, version);
        assertEquals(List.of(), scene.logged("tj-shelter-north"));
    }

    @Test
    void letsOneOfTwoRegistrarsWinAndTellsTheOther() throws Exception {
        scene.edit(ANORA, PLACEMENT, 1, "\"active\"", "\"inactive\"");

        refused(
                ProblemCode.STALE_VERSION,
                () -> scene.edit(BAHROM, PLACEMENT, 1, "\"inactive\"", "\"temporarily-closed\""));
        refused(ProblemCode.STALE_VERSION, () -> scene.put(BAHROM, NORTH, 0, scene.document(NORTH)));

        assertEquals(2, scene.version(PLACEMENT));
    }

    @Test
    void makesExactlyOneOfManyChangesThatComeAtOnce() throws Exception {
        String document = scene.document(PLACEMENT);
        ExecutorService registrars = Executors.newFixedThreadPool(8);
        List<Callable<Boolean>> attempts = IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(i -> () -> {
                    try {
                        String hours = "{\"zone\":\"Asia/Dushanbe\",\"openings\":[{\"days\":[\"monday\"],\"opens\":\"0"
                                + i + ":00\",\"closes\":\"17:00\"}]}";
                        made(scene.put(ANORA, PLACEMENT, 1, document.replace("{\"aroundTheClock\":true}", hours)));
                        return true;
                    } catch (ProblemException stale) {
                        assertEquals(ProblemCode.STALE_VERSION, stale.code());
                        return false;
                    }
                })
                .toList();

        int made = 0;
        for (Future<Boolean> attempt : registrars.invokeAll(attempts)) {
            made += attempt.get() ? 1 : 0;
        }
        registrars.shutdown();

        assertEquals(1, made);
        assertEquals(2, scene.version(PLACEMENT));
        assertEquals(1, scene.logged("north-placement").size());
    }

    @Test
    void refusesAConfirmationThatAnotherChangeHasOvertaken() throws Exception {
        scene.suspend("tj-shelter-north");
        Approval approval = waiting(scene.edit(ANORA, NORTH, "\"standing\":\"suspended\"", "\"standing\":\"active\""));
        scene.edit(
                ANORA,
                NORTH,
                "\"sector\":\"non-state\"",
                "\"sector\":\"non-state\",\"website\":\"https://example.org\"");

        refused(ProblemCode.CONFLICT, () -> scene.decide(BAHROM, approval, Verdict.CONFIRM));

        assertFalse(node.atTheNextRequest()
                .agency(new AgencyId("tj-shelter-north"))
                .orElseThrow()
                .isActive());
        scene.decide(BAHROM, approval, Verdict.REJECT);
    }

    @Test
    void refusesAConfirmationAfterWhichTheRegistryWouldHaveAFault() throws Exception {
        scene.decide(BAHROM, waiting(scene.put(ANORA, NEW, 0, NEW_AGENCY)), Verdict.CONFIRM);

        Approval circle = waiting(
                scene.edit(ANORA, NORTH, "\"sector\":\"non-state\"", "\"sector\":\"state\",\"parent\":\"tj-ngo-new\""));
        scene.edit(ANORA, NEW, "\"standing\"", "\"parent\":\"tj-shelter-north\",\"standing\"");
        refused(ProblemCode.CONFLICT, () -> scene.decide(BAHROM, circle, Verdict.CONFIRM));

        assertEquals(1, scene.version(NORTH));
    }

    @Test
    void namesEachFaultByItsPlaceAndChangesNothing() throws Exception {
        String before = TestNode.number("SELECT COUNT(*) FROM paivand_log.registry_change") + " "
                + TestNode.number("SELECT COUNT(*) FROM paivand_log.event");
        String service = scene.document(PLACEMENT);

        assertEquals(
                List.of("/types/0 not-in-list"),
                faults(() -> scene.put(ANORA, PLACEMENT, 1, service.replace("[\"shelter\"", "[\"lodging\""))));
        assertEquals(
                List.of("/agency not-in-list", "/locations contradiction"),
                faults(() -> scene.put(ANORA, PLACEMENT, 1, service.replace("tj-shelter-north", "tj-nobody"))));
        assertEquals(
                List.of(" unknown-member"),
                faults(() ->
                        scene.put(ANORA, PLACEMENT, 1, service.replace("\"status\"", "\"Nilufar\":1,\"status\""))));
        assertEquals(
                List.of("/coverage required"),
                faults(() ->
                        scene.put(ANORA, PLACEMENT, 1, service.replace("\"coverage\":{\"countries\":[\"TJ\"]},", ""))));
        assertEquals(
                List.of("/status wrong-type"),
                faults(() -> scene.put(ANORA, PLACEMENT, 1, service.replace("\"active\"", "7"))));
        assertEquals(
                List.of("/languages/1 duplicate"),
                faults(() -> scene.put(ANORA, PLACEMENT, 1, service.replace("[\"ru\",", "[\"ru\",\"ru\","))));
        assertEquals(
                List.of("/id contradiction"),
                faults(() -> scene.put(ANORA, new ItemName(RegistryKind.SERVICE, "another-service"), 0, service)));
        refused(ProblemCode.MALFORMED_JSON, () -> scene.put(ANORA, PLACEMENT, 1, service + "x"));
        refused(ProblemCode.MALFORMED_JSON, () -> scene.put(ANORA, PLACEMENT, 1, ""));
        refused(
                ProblemCode.MALFORMED_JSON,
                () -> scene.put(ANORA, PLACEMENT, 1, service.replace("{\"id\"", "{\"id\":\"x\",\"id\"")));

        assertEquals(
                before,
                TestNode.number("SELECT COUNT(*) FROM paivand_log.registry_change") + " "
                        + TestNode.number("SELECT COUNT(*) FROM paivand_log.event"));
    }

    @Test
    void refusesOrganisationsThatAreAPartOfThemselves() throws Exception {
        String north =
                scene.document(NORTH).replace("\"standing\"", "\"parent\":\"tj-shelter-south-minors\",\"standing\"");
        made(scene.put(ANORA, NORTH, 1, north));
        ItemName south = new ItemName(RegistryKind.AGENCY, "tj-shelter-south-minors");

        assertTrue(
                faults(() -> scene.edit(ANORA, south, "\"standing\"", "\"parent\":\"tj-shelter-north\",\"standing\""))
                        .contains("/parent contradiction"));
        assertEquals(
                List.of(" contradiction"),
                faults(() -> scene.edit(
                        ANORA, south, "\"standing\"", "\"parent\":\"tj-shelter-south-minors\",\"standing\"")));
        assertEquals(
                List.of("/parent not-in-list"),
                faults(() -> scene.edit(ANORA, south, "\"standing\"", "\"parent\":\"tj-nobody\",\"standing\"")));
    }

    @Test
    void namesAFaultOfAnotherItemByThePointerOfTheWhole() throws Exception {
        String abroad = scene.document(new ItemName(RegistryKind.AGENCY, "tj-child-protection-dushanbe"))
                .replace("\"jurisdiction\":\"TJ\"", "\"jurisdiction\":\"KZ\"")
                .replace("\"region\":\"TJ-DU\",", "");

        List<String> faults = faults(
                () -> scene.put(ANORA, new ItemName(RegistryKind.AGENCY, "tj-child-protection-dushanbe"), 1, abroad));

        assertTrue(faults.contains(" contradiction"), faults.toString());
    }

    @Test
    void refusesANodeWhoseKeyIsOverBeforeAnybodyTrustsIt() throws Exception {
        ItemName name = new ItemName(RegistryKind.NODE, "kz-node");
        Instant now = node.clock.instant().truncatedTo(ChronoUnit.SECONDS);

        assertEquals(
                List.of("/keys/0/validUntil in-the-past"),
                faults(() -> scene.put(ANORA, name, 0, peer(now.minusSeconds(7200), now.minusSeconds(3600)))));
        Approval trusted = waiting(scene.put(ANORA, name, 0, peer(now.minusSeconds(7200), now.plusSeconds(3600))));
        scene.decide(BAHROM, trusted, Verdict.CONFIRM);
        String document = scene.document(name);
        node.clock.move(Duration.ofHours(2));

        assertEquals(
                2,
                made(scene.put(
                        ANORA, name, 1, document.replace(now.plusSeconds(3600).toString(), now.toString()))),
                "a key that ends earlier is trusted less");
    }

    private static String peer(Instant from, Instant until) throws Exception {
        KeyPairGenerator curve = KeyPairGenerator.getInstance("EC");
        curve.initialize(new ECGenParameterSpec("secp256r1"));
        String key = Base64.getEncoder()
                .encodeToString(curve.generateKeyPair().getPublic().getEncoded());
        return """
                {"id":"kz-node","jurisdiction":"KZ","agencies":["kz-ngo-support"],"endpoint":"https://kz.example/paivand",
                 "logOrigin":"kz.example/log","keys":[{"keyId":"kz-1","use":"envelope-signing","publicKey":"%s",
                 "validFrom":"%s","validUntil":"%s"}]}""".formatted(key, from, until);
    }

    @Test
    void refusesWhoeverMayNotChangeIt() throws Exception {
        Caller program = TestNode.caller("tj-commission", "u-program", Role.REGISTRAR, Role.MACHINE);
        Caller other = TestNode.caller("tj-ngo-psychosocial", "u-other", Role.PROVIDER);
        Caller officer = TestNode.caller("tj-shelter-north", "u-officer", Role.REFERRER);

        for (Caller nobody : List.of(program, other, officer)) {
            refused(ProblemCode.FORBIDDEN, () -> scene.edit(nobody, PLACEMENT, "\"active\"", "\"inactive\""));
        }
        refused(
                ProblemCode.FORBIDDEN,
                () -> scene.edit(SHELTER, NORTH, "\"confidentialLocation\":true", "\"confidentialLocation\":false"));
        refused(ProblemCode.FORBIDDEN, () -> scene.put(SHELTER, NEW, 0, NEW_AGENCY));
        refused(
                ProblemCode.FORBIDDEN,
                () -> scene.decide(SHELTER, waiting(scene.put(ANORA, NEW, 0, NEW_AGENCY)), Verdict.CONFIRM));

        assertEquals(1, scene.version(PLACEMENT));
    }

    @Test
    void letsAProviderSayWhenAndWhomItsOwnServiceTakesAndNoMore() throws Exception {
        made(scene.edit(SHELTER, PLACEMENT, "\"active\"", "\"temporarily-closed\""));
        made(scene.edit(SHELTER, PLACEMENT, "[\"female\",\"male\"]", "[\"female\"]"));

        refused(
                ProblemCode.FORBIDDEN,
                () -> scene.edit(SHELTER, PLACEMENT, "\"shelter\",", "\"shelter\",\"medical\","));
        refused(
                ProblemCode.FORBIDDEN,
                () -> scene.edit(SHELTER, PLACEMENT, "\"countries\":[\"TJ\"]", "\"countries\":[\"KZ\",\"TJ\"]"));
        refused(
                ProblemCode.FORBIDDEN,
                () -> scene.edit(SHELTER, PLACEMENT, "\"tj-shelter-north\"", "\"tj-ngo-psychosocial\""));

        assertEquals(3, scene.version(PLACEMENT));
        assertEquals(
                "provider",
                scene.entries("north-placement").get(0).head().discloser().role());
    }

    @ParameterizedTest
    @CsvSource({"tj-commission", "tj-ngo-psychosocial"})
    void refusesToSuspendTheOperatorAndOnesOwnAgency(String agency) throws Exception {
        Caller registrar = TestNode.caller("tj-ngo-psychosocial", "u-registrar", Role.REGISTRAR);
        ItemName name = new ItemName(RegistryKind.AGENCY, agency);

        assertEquals(
                List.of("/standing contradiction"),
                faults(() -> scene.edit(registrar, name, "\"standing\":\"active\"", "\"standing\":\"suspended\"")));
    }

    @Test
    void knowsNoAgencyToSuspendThatIsNotThere() throws Exception {
        refused(
                ProblemCode.STALE_VERSION,
                () -> scene.put(ANORA, NEW, 1, NEW_AGENCY.replace("\"active\"", "\"suspended\"")));
    }

    @Test
    void reactivatesOnlyByTwoPeople() throws Exception {
        made(scene.suspend("tj-shelter-north"));

        Approval approval = waiting(scene.edit(ANORA, NORTH, "\"standing\":\"suspended\"", "\"standing\":\"active\""));
        assertFalse(node.atTheNextRequest()
                .agency(new AgencyId("tj-shelter-north"))
                .orElseThrow()
                .isActive());
        scene.decide(BAHROM, approval, Verdict.CONFIRM);

        assertTrue(node.atTheNextRequest()
                .agency(new AgencyId("tj-shelter-north"))
                .orElseThrow()
                .isActive());
    }

    @Test
    void showsWhatCountedAtAnyPastInstant() throws Exception {
        Instant beginning = node.clock.instant();
        node.clock.move(Duration.ofHours(1));
        scene.suspend("tj-shelter-north");
        Instant suspended = node.clock.instant();
        node.clock.move(Duration.ofHours(1));
        scene.edit(ANORA, NORTH, "\"standing\"", "\"website\":\"https://example.org\",\"standing\"");

        assertTrue(scene.documentAt(NORTH, beginning).contains("\"active\""));
        assertTrue(scene.documentAt(NORTH, suspended).contains("\"suspended\""));
        assertFalse(scene.documentAt(NORTH, suspended).contains("website"));
        AgencyId north = new AgencyId("tj-shelter-north");
        assertTrue(
                node.registry().directory(beginning).agency(north).orElseThrow().isActive());
        assertFalse(
                node.registry().directory(suspended).agency(north).orElseThrow().isActive());
        assertEquals(
                List.of(),
                List.copyOf(
                        node.registry().directory(beginning.minusSeconds(3600)).agencies()));
        refused(ProblemCode.NOT_FOUND, () -> scene.documentAt(NORTH, beginning.minusSeconds(3600)));
        assertEquals(
                List.of("asOf in-the-future"),
                faults(() -> scene.documentAt(NORTH, node.clock.instant().plusSeconds(60))));
    }

    @Test
    void tellsWhoFollowsTheRegistryWhatChangedAndNothingElse() throws Exception {
        List<ChangeNotice> all = node.registry().changes(0, 100_000);
        long last = all.get(all.size() - 1).number();
        assertEquals(all.size(), last);

        scene.suspend("tj-shelter-north");
        scene.edit(SHELTER, PLACEMENT, "\"active\"", "\"inactive\"");

        List<ChangeNotice> since = node.registry().changes(last, 100);
        assertEquals(
                List.of(last + 1, last + 2),
                since.stream().map(ChangeNotice::number).toList());
        assertEquals(
                List.of(NORTH, PLACEMENT),
                since.stream().map(ChangeNotice::name).toList());
        assertEquals(2, since.get(0).version());
        assertEquals(1, node.registry().changes(last, 1).size());
        assertEquals(List.of(), node.registry().changes(last + 2, 100));
    }

    @Test
    void neverPutsAChangeBeforeTheOneBeforeItWhenTheClockIsSetBack() throws Exception {
        scene.suspend("tj-shelter-north");
        node.clock.move(Duration.ofMinutes(-30));
        scene.edit(ANORA, PLACEMENT, "\"active\"", "\"inactive\"");

        List<ChangeNotice> changes = node.registry().changes(0, 100_000);
        for (int i = 1; i < changes.size(); i++) {
            assertFalse(changes.get(i).at().isBefore(changes.get(i - 1).at()));
        }
    }

    @Test
    void refusesAgreementsWhichHaveADeskOfTheirOwn() {
        assertThrows(
                IllegalArgumentException.class,
                () -> scene.put(ANORA, new ItemName(RegistryKind.AGREEMENT, "tj-domestic"), 0, "{}"));
    }
}
