package org.paivand.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvTableTest {
    private static List<String> lines(Exported... entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EntryWriter table = ExportFormat.CSV.on(out);
        table.begin();
        for (Exported entry : entries) {
            entry.writeTo(table);
        }
        String text = out.toString(StandardCharsets.UTF_8);
        assertTrue(text.endsWith("\r\n"));
        return List.of(text.split("\r\n"));
    }

    @Test
    void theHeaderNeverChanges() throws IOException {
        assertEquals(
                List.of("log,index,occurredAt,type,outcome,code,subject,caseAlias,agency,user,role,client,authoriser,"
                        + "recipientAgency,recipientJurisdiction,recipientNode,recipientWorker,purpose,released,withheld,basis,"
                        + "handling,onward,retainUntil,breakGlassReason,reviewDue,notAfter,decisionId,policyVersion,policySha256,"
                        + "inputSha256,payloadBytes,payloadSaltedSha256,documentSha256,eventId,exchangeId,tokenId,releasedPaths,"
                        + "shreddedBy"),
                lines());
    }

    @Test
    void anEntryIsOneRowWithWhatWasReleasedAndWithheld() throws IOException {
        List<String> lines = lines(new ExportedEntry(Samples.LOG, 17, Samples.disclosure()));

        assertEquals(2, lines.size());
        assertTrue(lines.get(1).startsWith("paivand.example/tj/2026,17,2026-11-22T10:00:00.120Z,disclosure,released,"));
        assertTrue(lines.get(1).contains(",medical-care,contact service-request,identity:no-grant,contact:consent:"));
        assertTrue(lines.get(1).endsWith(",/contact/channel /contact/value /urgency,"));
    }

    @Test
    void ofAnEntryThatWasShreddedTheRowTellsWhatIsLeft() throws IOException {
        List<String> lines = lines(Samples.shredded());

        assertEquals(
                "paivand.example/tj/2026,3,2026-11-22T10:00:00.120Z,disclosure,released withheld,,,,tj-police-dushanbe,u-1,,,,"
                        + "tj-shelter-north,,,,shelter-placement,identity,health,,,,,,,,,,,,,,,"
                        + "00000000-0000-0007-0000-000000000007,,,,paivand.example/tj/2037 9",
                lines.get(1));
    }

    @Test
    void everyKindOfEntryFillsTheSameColumns() throws IOException {
        List<String> lines = lines(Samples.all().toArray(ExportedEntry[]::new));

        assertEquals(Samples.all().size() + 1, lines.size());
        lines.forEach(line -> assertEquals(Column.values().length, line.split(",", -1).length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "=HYPERLINK(\"//x\",\"y\")"})
    void whatASpreadsheetWouldRunIsText(String formula) {
        String cell = CsvTable.cell(formula);

        assertTrue(cell.startsWith("'") || cell.startsWith("\"'"));
        assertFalse(cell.startsWith(formula.substring(0, 1)));
    }

    @Test
    void quotesCommasAndLineBreaksStayInTheirCell() {
        assertEquals("\"a,b\"", CsvTable.cell("a,b"));
        assertEquals("\"a\"\"b\"", CsvTable.cell("a\"b"));
        assertEquals("\"a\r\nb\"", CsvTable.cell("a\r\nb"));
        assertEquals("a b", CsvTable.cell("a b"));
        assertEquals("", CsvTable.cell(""));
    }
}
