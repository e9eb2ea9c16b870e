package org.paivand.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.paivand.registry.RegistryScene.ANORA;
import static org.paivand.registry.RegistryScene.BAHROM;
import static org.paivand.registry.RegistryScene.NORTH;
import static org.paivand.registry.RegistryScene.PLACEMENT;
import static org.paivand.registry.RegistryScene.SHELTER;
import static org.paivand.registry.RegistryScene.faults;
import static org.paivand.registry.RegistryScene.refused;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.paivand.approval.Approval;
import org.paivand.approval.Verdict;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.event.RegistryChange;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.registry.hsds.Fault;
import org.paivand.registry.hsds.Source;
import org.paivand.registry.hsds.UnreadableImportException;
import org.paivand.registry.hsds.WholeDirectory;
import org.paivand.registry.hsds.csv.DataPackage;
import org.paivand.registry.jdbc.JdbcRegistryRecords;
import org.paivand.registry.record.RegistryItem;
import org.paivand.registry.record.RegistryItems;
import org.paivand.registry.record.RegistryKind;
import org.paivand.wiring.TestNode;

@Timeout(120)
class ImportDeskTest {
    private static final ItemName COMMISSION = new ItemName(RegistryKind.AGENCY, "tj-commission");
    private static final ItemName NEW = new ItemName(RegistryKind.AGENCY, "tj-ngo-new");
    private static final String NEW_AGENCY = """
            {"id":"tj-ngo-new","kind":"ngo","jurisdiction":"TJ","name":{"tg":"Намуна","ru":"Пример","en":"Example"},
             "sector":"non-state","confidentialLocation":false,"standing":"active"}""";

    private TestNode node;
    private RegistryScene scene;
    private final Map<ItemName, RegistryItem> items = new TreeMap<>();

    @BeforeEach
    void open() throws Exception {
        node = new TestNode();
        scene = new RegistryScene(node);
        for (RegistryItem item : RegistryItems.of(node.directory().contents())) {
            if (item.kind() != RegistryKind.AGREEMENT) {
                items.put(ItemName.of(item), item);
            }
        }
    }

    @AfterEach
    void close() throws Exception {
        node.close();
    }

    @Test
    void makesAllOfItOneChangeWhereNobodyIsTrustedMore() throws Exception {
        website(NORTH);
        closed(PLACEMENT);

        ImportDesk.Made made = made(make(ANORA));

        assertEquals(2, made.preview().changed().size());
        assertEquals(List.of(2, 2), List.of(scene.version(NORTH), scene.version(PLACEMENT)));
        assertTrue(scene.document(PLACEMENT).contains("temporarily-closed"));
        RecordedChange north = node.registry().read(NORTH, Optional.empty());
        RecordedChange placement = node.registry().read(PLACEMENT, Optional.empty());
        assertEquals(north.authors(), placement.authors());
        assertEquals(made.edition(), Math.max(north.number(), placement.number()));
        assertEquals(List.of(RegistryChange.BEGUN, RegistryChange.CHANGED), scene.logged("registry"));
        assertEquals(
                Sha256.digest(("agency tj-shelter-north " + north.sha256().hex() + "\nservice north-placement "
                                + placement.sha256().hex() + "\n")
                        .getBytes(StandardCharsets.UTF_8)),
                scene.entries("registry").get(1).documentSha256());
    }

    @Test
    void changesNothingWhenItIsOnlyShown() throws Exception {
        String before = counts();
        closed(PLACEMENT);
        added();

        ImportPreview preview = preview(ANORA);

        assertTrue(preview.difference().secondPerson());
        assertEquals(2, preview.changed().size());
        assertEquals(before, counts());
    }

    @Test
    void changesNothingForWhatStandsThereAlready() throws Exception {
        String before = counts();

        assertEquals(List.of(), made(make(ANORA)).preview().changed());

        assertEquals(before, counts());
    }

    @Test
    void letsAllOfItWaitWhereAPartMakesSomebodyTrustedMore() throws Exception {
        closed(PLACEMENT);
        added();

        Approval approval = waiting(make(ANORA));

        assertEquals(1, scene.version(PLACEMENT), "no part of it counts");
        refused(ProblemCode.OWN_CHANGE, () -> scene.decide(ANORA, approval, Verdict.CONFIRM));
        assertEquals(1, scene.version(PLACEMENT));
        refused(ProblemCode.NOT_FOUND, () -> scene.document(NEW));
        scene.decide(BAHROM, approval, Verdict.CONFIRM);

        assertEquals(2, scene.version(PLACEMENT));
        RecordedChange recorded = node.registry().read(NEW, Optional.empty());
        assertEquals("u-anora", recorded.authors().changedBy());
        assertEquals(Optional.of("u-bahrom"), recorded.authors().confirmedBy());
        assertEquals(
                List.of(RegistryChange.BEGUN, RegistryChange.PROPOSED, RegistryChange.CONFIRMED),
                scene.logged("registry"));
        assertEquals(
                scene.entries("registry").get(1).documentSha256(),
                scene.entries("registry").get(2).documentSha256());
    }

    @Test
    void changesNothingWhenTheSecondPersonRejects() throws Exception {
        closed(PLACEMENT);
        added();

        scene.decide(BAHROM, waiting(make(ANORA)), Verdict.REJECT);

        assertEquals(1, scene.version(PLACEMENT));
        refused(ProblemCode.NOT_FOUND, () -> scene.document(NEW));
    }

    @Test
    void asksOnceHoweverOftenItIsSent() throws Exception {
        added();

        assertEquals(waiting(make(ANORA)), waiting(make(ANORA)));
    }

    @Test
    void refusesADifferenceThatNobodySaw() throws Exception {
        long shown = preview(ANORA).edition();
        ImportFile file = file();
        RegistryScene.made(scene.edit(
                BAHROM,
                NORTH,
                "\"sector\":\"non-state\"",
                "\"sector\":\"non-state\",\"website\":\"https://a.example\""));
        String before = counts();

        refused(ProblemCode.STALE_VERSION, () -> node.imports().make(ANORA, UUID.randomUUID(), shown, file));
        refused(ProblemCode.STALE_VERSION, () -> node.imports().make(ANORA, UUID.randomUUID(), shown + 2, file));
        refused(ProblemCode.STALE_VERSION, () -> node.imports().make(ANORA, UUID.randomUUID(), 0, file));

        assertEquals(before, counts());
        assertTrue(scene.document(NORTH).contains("https://a.example"));
    }

    @Test
    void isNotMadeASecondTime() throws Exception {
        closed(PLACEMENT);
        long shown = preview(ANORA).edition();
        made(make(ANORA));

        refused(ProblemCode.STALE_VERSION, () -> node.imports().make(ANORA, UUID.randomUUID(), shown, file()));

        assertEquals(2, scene.version(PLACEMENT));
    }

    @Test
    void makesExactlyOneOfManyThatComeAtOnce() throws Exception {
        closed(PLACEMENT);
        website(NORTH);
        ImportFile file = file();
        long shown = preview(ANORA).edition();
        ExecutorService registrars = Executors.newFixedThreadPool(4);
        List<Callable<Boolean>> attempts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            attempts.add(() -> {
                try {
                    made(node.imports().make(ANORA, UUID.randomUUID(), shown, file));
                    return true;
                } catch (ProblemException stale) {
                    assertEquals(ProblemCode.STALE_VERSION, stale.code());
                    return false;
                }
            });
        }

        int made = 0;
        for (Future<Boolean> attempt : registrars.invokeAll(attempts)) {
            made += attempt.get() ? 1 : 0;
        }
        registrars.shutdown();

        assertEquals(1, made);
        assertEquals(List.of(2, 2), List.of(scene.version(NORTH), scene.version(PLACEMENT)));
        assertEquals(2, scene.logged("registry").size());
    }

    @Test
    void refusesAConfirmationAfterOneOfItsItemsHasChanged() throws Exception {
        closed(PLACEMENT);
        added();
        Approval approval = waiting(make(ANORA));
        RegistryScene.made(scene.edit(BAHROM, PLACEMENT, "\"active\"", "\"inactive\""));
        String before = counts();

        refused(ProblemCode.CONFLICT, () -> scene.decide(BAHROM, approval, Verdict.CONFIRM));

        assertEquals(before, counts());
        refused(ProblemCode.NOT_FOUND, () -> scene.document(NEW));
        scene.decide(BAHROM, approval, Verdict.REJECT);
    }

    @Test
    void refusesAConfirmationAfterWhichTheRegistryWouldHaveAFault() throws Exception {
        put(NORTH, document(NORTH).replace("\"sector\"", "\"parent\":\"tj-shelter-south-minors\",\"sector\""));
        added();
        Approval circle = waiting(make(ANORA));
        RegistryScene.made(scene.edit(
                BAHROM,
                new ItemName(RegistryKind.AGENCY, "tj-shelter-south-minors"),
                "\"sector\"",
                "\"parent\":\"tj-shelter-north\",\"sector\""));

        refused(ProblemCode.CONFLICT, () -> scene.decide(BAHROM, circle, Verdict.CONFIRM));

        assertEquals(1, scene.version(NORTH));
        refused(ProblemCode.NOT_FOUND, () -> scene.document(NEW));
    }

    @Test
    void letsNobodySuspendTheOperatorAmongOtherChanges() throws Exception {
        closed(PLACEMENT);
        put(COMMISSION, document(COMMISSION).replace("\"standing\":\"active\"", "\"standing\":\"suspended\""));
        String before = counts();

        List<String> place = List.of("/agency/tj-commission/standing contradiction");
        assertEquals(place, faults(() -> preview(ANORA)));
        assertEquals(place, faults(() -> node.imports().make(ANORA, UUID.randomUUID(), edition(), file())));

        assertEquals(before, counts());
    }

    @Test
    void isForRegistrarsAlone() throws Exception {
        closed(PLACEMENT);
        String before = counts();

        for (Caller caller : List.of(
                SHELTER,
                TestNode.caller("tj-commission", "u-officer", Role.REFERRER),
                TestNode.caller("tj-commission", "u-machine", Role.REGISTRAR, Role.MACHINE))) {
            refused(ProblemCode.FORBIDDEN, () -> node.imports().make(caller, UUID.randomUUID(), edition(), file()));
        }

        assertEquals(before, counts());
    }

    @Test
    void refusesMoreThanASecondPersonCouldRead() throws Exception {
        IntStream.range(0, 1_001)
                .forEach(i -> put(
                        new ItemName(RegistryKind.AGENCY, "tj-ngo-" + i),
                        NEW_AGENCY.replace("tj-ngo-new", "tj-ngo-" + i)));
        String before = counts();

        assertEquals(List.of(" too-many"), faults(() -> make(ANORA)));

        assertEquals(before, counts());
    }

    @Test
    void takesAByteOrderMarkAndRefusesWhatElseASpreadsheetDoes() throws Exception {
        closed(PLACEMENT);
        byte[] zip = DataPackage.write(file().tables());
        String before = counts();

        assertEquals(
                List.of("/services.csv/2/name formula"),
                broken(zip, "services.csv", text -> text.replaceFirst("(\r\n[^,]*,[^,]*,)[^,]*", "$1=HYPERLINK(0)")));
        assertTrue(broken(zip, "services.csv", text -> text.replace("temporarily closed", "open"))
                .get(0)
                .startsWith("/services.csv/"));
        assertTrue(broken(zip, "taxonomy_terms.csv", text -> text.replace("shelter", "lodging")).stream()
                .anyMatch(fault -> fault.endsWith("/code not-in-list")));
        assertTrue(
                broken(zip, "organization_identifiers.csv", text -> text.replace("tj-shelter-north", "tj-commission"))
                        .stream()
                        .anyMatch(fault -> fault.endsWith("duplicate")));
        assertEquals(before, counts());

        byte[] marked = edited(zip, "services.csv", text -> "\uFEFF" + text);
        made(node.imports()
                .make(ANORA, UUID.randomUUID(), edition(), new ImportFile(DataPackage.read(marked), Source.PACKAGE)));
        assertEquals(2, scene.version(PLACEMENT));
    }

    private List<String> broken(byte[] zip, String name, UnaryOperator<String> edit) throws Exception {
        byte[] edited = edited(zip, name, edit);
        UnreadableImportException refused = assertThrows(
                UnreadableImportException.class,
                () -> node.imports()
                        .make(
                                ANORA,
                                UUID.randomUUID(),
                                edition(),
                                new ImportFile(DataPackage.read(edited), Source.PACKAGE)));
        return refused.faults().stream()
                .map((Fault fault) -> fault.pointer() + " " + fault.code().code())
                .toList();
    }

    private static byte[] edited(byte[] zip, String name, UnaryOperator<String> edit) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write((entry.getName().equals(name) ? edit.apply(text) : text).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private void closed(ItemName service) {
        put(service, document(service).replace("\"active\"", "\"temporarily-closed\""));
    }

    private void website(ItemName agency) {
        put(agency, document(agency).replace("\"sector\"", "\"website\":\"https://north.example\",\"sector\""));
    }

    private void added() {
        put(NEW, NEW_AGENCY);
    }

    private String document(ItemName name) {
        return Documents.text(Objects.requireNonNull(items.get(name)));
    }

    private void put(ItemName name, String document) {
        items.put(name, Documents.recorded(name, document));
    }

    private ImportFile file() throws Exception {
        return new ImportFile(WholeDirectory.tables(Documents.directory(items.values())), Source.DOCUMENT);
    }

    private long edition() {
        return node.database()
                .<Long, RuntimeException>commit(transaction -> new JdbcRegistryRecords(transaction).head());
    }

    private ImportPreview preview(Caller caller) throws Exception {
        return node.imports().preview(caller, file());
    }

    private ImportDesk.Result make(Caller caller) throws Exception {
        return node.imports().make(caller, UUID.randomUUID(), preview(caller).edition(), file());
    }

    private static ImportDesk.Made made(ImportDesk.Result result) {
        return result.fold(made -> made, waiting -> {
            throw new AssertionError("it waits");
        });
    }

    private static Approval waiting(ImportDesk.Result result) {
        return result.fold(
                made -> {
                    throw new AssertionError("it was made");
                },
                ImportDesk.Waiting::approval);
    }

    private static String counts() throws Exception {
        return TestNode.number("SELECT COUNT(*) FROM paivand_log.registry_change") + " "
                + TestNode.number("SELECT COUNT(*) FROM paivand_log.event") + " "
                + TestNode.number("SELECT COUNT(*) FROM paivand.approval");
    }
}
