package org.paivand.audit.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.paivand.audit.TestLog;
import org.paivand.audit.desk.ExportDesk.Wanted;
import org.paivand.audit.log.EntryType;
import org.paivand.audit.log.LogUnavailableException;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.event.Export;
import org.paivand.disclosure.event.ExportScope;
import org.paivand.export.ExportFormat;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

@Timeout(60)
class ExportDeskTest {
    @AutoClose
    private final TestNode node = new TestNode();

    private final Caller auditor = TestNode.caller("tj-ombudsman", "auditor-one", Role.AUDITOR);
    private Instant before = Instant.EPOCH;
    private Scene scene = Scene.between(node, Scene.POLICE, Scene.SHELTER, Purpose.SHELTER_PLACEMENT);

    ExportDeskTest() throws Exception {}

    @BeforeEach
    void release() throws Exception {
        before = node.clock.instant();
        scene = Scene.policeAndShelter(node);
        scene.consent(scene.grant(Category.SERVICE_REQUEST, Category.IDENTITY));
        scene.pull(scene.accepted(), Category.IDENTITY);
    }

    private Optional<LoggedExport> export(ExportFormat format, EntryType... types) throws Exception {
        Instant until = node.clock.instant().plus(Duration.ofDays(1));
        return node.exports().export(auditor, UUID.randomUUID(), new Wanted(format, before, until, Set.of(types)));
    }

    private static String written(LoggedExport export) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        export.write(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void writesEachEntryOfThePeriodOnceInTheOrderOfTheLog() throws Exception {
        for (ExportFormat format : List.of(ExportFormat.JSONL, ExportFormat.FHIR)) {
            String lines = written(export(format).orElseThrow());

            List<TestNode.Logged> logged = node.sequenced(scene.alias);
            int at = 0;
            for (TestNode.Logged entry : logged) {
                at = lines.indexOf(entry.eventId().toString(), at);
                assertTrue(at >= 0, "in its order");
            }
            assertTrue(lines.endsWith("}\n"));
        }
    }

    @Test
    void writesTheTypesThatWereAskedForAlone() throws Exception {
        String table = written(export(ExportFormat.CSV, EntryType.DISCLOSURE).orElseThrow());

        List<String> lines = table.lines().toList();
        assertEquals(1 + disclosures(), lines.size());
        assertTrue(lines.get(1).contains(",disclosure,released,"));
        assertFalse(table.contains("consent-event"));
    }

    @Test
    void holdsNoValueOfAnySection() throws Exception {
        for (ExportFormat format : ExportFormat.values()) {
            String text = written(export(format).orElseThrow());

            for (String secret : List.of("givenName\":", scene.caseId.toString())) {
                assertFalse(text.contains(secret));
            }
        }
    }

    @Test
    void isAnEntryBeforeItsFirstByte() throws Exception {
        LoggedExport export = export(ExportFormat.CSV).orElseThrow();

        assertEquals(1, exports());
        export.write(OutputStream.nullOutputStream());
        assertEquals(1, exports());
    }

    @Test
    void saysThatItIsASelectionAndHowManyLeftWhereTypesWereAskedFor() throws Exception {
        LoggedExport export = export(ExportFormat.JSONL, EntryType.DISCLOSURE).orElseThrow();

        Export logged = logged();
        assertEquals(ExportScope.SELECTION, logged.scope());
        assertEquals(written(export).lines().count(), logged.entries());
        assertTrue(logged.entries() > 0);
    }

    @Test
    void saysThatItIsAWholePeriodWhereAllLeft() throws Exception {
        LoggedExport export = export(ExportFormat.JSONL).orElseThrow();

        Export logged = logged();
        assertEquals(ExportScope.PERIOD, logged.scope());
        assertEquals(written(export).lines().count(), logged.entries());
    }

    private Export logged() throws Exception {
        return node.entries().stream()
                .map(TestNode.Logged::event)
                .filter(Export.class::isInstance)
                .map(Export.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void isNoEntryWhereThereIsNothingToExport() throws Exception {
        Instant early = Instant.parse("2001-01-01T00:00:00Z");
        Wanted nothing = new Wanted(ExportFormat.CSV, early, early.plusSeconds(1), Set.of());

        assertEquals(Optional.empty(), node.exports().export(auditor, UUID.randomUUID(), nothing));
        assertEquals(0, exports());
    }

    @Test
    void stopsAtAnEntryWithoutItsOpening() throws Exception {
        LoggedExport export = export(ExportFormat.JSONL).orElseThrow();
        TestNode.sql("TRUNCATE paivand_log.event");

        assertThrows(LogUnavailableException.class, () -> export.write(OutputStream.nullOutputStream()));
    }

    @Test
    void passesOnThatTheReaderIsGone() throws Exception {
        LoggedExport export = export(ExportFormat.JSONL).orElseThrow();

        assertThrows(
                IOException.class,
                () -> export.write(new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("gone");
                    }
                }));
    }

    private long disclosures() throws Exception {
        TestLog.await(
                "all entries have an index", () -> TestNode.number("SELECT COUNT(*) FROM paivand.log_pending") == 0);
        return node.entries().stream()
                .filter(entry -> entry.event().type().code().equals("disclosure"))
                .count();
    }

    private long exports() throws Exception {
        return node.entries().stream()
                .filter(entry -> entry.event() instanceof Export)
                .count();
    }
}
