package org.paivand.registry.hsds.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paivand.registry.hsds.Row;
import org.paivand.registry.hsds.Table;
import org.paivand.registry.hsds.Tables;
import org.paivand.registry.hsds.UnreadableImportException;
import org.paivand.registry.hsds.WholeDirectory;
import org.paivand.registry.json.SampleDirectory;

/** Packages as others send them, and as an attacker would. */
class DataPackageTest {
    private static final String HEADER = "id,name,description\r\n";
    private static final String ROW = "00000000-0000-4000-8000-000000000001,Help,\"Help, and \"\"more\"\"\"\r\n";

    @Test
    void readsQuotedCellsByteOrderMarksAndBareLineFeeds() throws Exception {
        Tables plain = DataPackage.read(zip(HEADER + ROW));
        Tables marked = DataPackage.read(zip("\uFEFF" + HEADER + ROW));
        Tables bare = DataPackage.read(zip((HEADER + ROW).replace("\r\n", "\n")));

        assertEquals("Help, and \"more\"", plain.rows(Table.ORGANIZATION).get(0).text("description"));
        assertEquals(plain, marked);
        assertEquals(plain, bare);
    }

    @Test
    void refusesOtherEncodings() throws IOException {
        for (Charset other : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, Charset.forName("UTF-32"))) {
            assertEquals(
                    List.of("/organizations.csv bad-encoding"),
                    faults(zip("organizations.csv", (HEADER + ROW).getBytes(other))));
        }
        byte[] latin = (HEADER + ROW.replace("Help", "Hilfe f\u00FCr")).getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(List.of("/organizations.csv bad-encoding"), faults(zip("organizations.csv", latin)));
    }

    @Test
    void refusesColumnsItDoesNotKnowWithoutRepeatingThem() throws IOException {
        assertEquals(
                List.of("/organizations.csv/1/4 unknown-member"),
                faults(zip("id,name,description,secret\r\n" + ROW.replace("\r\n", ",x\r\n"))));
        assertEquals(
                List.of("/organizations.csv/1/4 duplicate"),
                faults(zip("id,name,description,name\r\n" + ROW.replace("\r\n", ",x\r\n"))));
        assertEquals(
                List.of("/organizations.csv/1/name required"),
                faults(zip("id,description\r\n" + ROW.replace("Help,\"", "\""))));
    }

    @Test
    void refusesRowsOfAnotherLength() throws IOException {
        assertEquals(List.of("/organizations.csv/2 required"), faults(zip(HEADER + "a,b\r\n")));
        assertEquals(List.of("/organizations.csv/2 too-many"), faults(zip(HEADER + "a,b,c,d\r\n")));
    }

    @Test
    void refusesAQuoteThatNeverEnds() throws IOException {
        assertEquals(List.of("/organizations.csv/2 damaged"), faults(zip(HEADER + "a,\"b,c\r\n")));
        assertEquals(List.of("/organizations.csv/2 damaged"), faults(zip(HEADER + "a,\"b\"x,c\r\n")));
    }

    @Test
    void refusesACellOfAMillionCharacters() throws IOException {
        assertEquals(
                List.of("/organizations.csv/2/name too-long"),
                faults(zip(HEADER + "a," + "x".repeat(1_000_000) + ",c\r\n")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\uFF1D1"})
    void refusesWhatASpreadsheetWouldCompute(String formula) throws IOException {
        assertEquals(List.of("/organizations.csv/2/name formula"), faults(zip(HEADER + "a,\"" + formula + "\",c\r\n")));
    }

    @Test
    void writesNoCellThatASpreadsheetWouldCompute() throws IOException {
        Tables formulas = new Tables.Builder()
                .add(Table.ORGANIZATION, new Row(cells("=1+1", "\tx")))
                .add(Table.ORGANIZATION, new Row(cells("@SUM(A1)", "'-1")))
                .tables();
        Map<String, String> files = new LinkedHashMap<>(files(DataPackage.write(formulas)));
        files.putAll(Map.of(
                "sample.csv",
                String.join(
                        "\n",
                        files(DataPackage.write(WholeDirectory.tables(SampleDirectory.load())))
                                .values())));

        assertTrue(files.getOrDefault("organizations.csv", "").contains("\"'=1+1\""));
        files.forEach((name, text) -> {
            if (name.equals("organizations.csv")) {
                assertFalse(text.contains("\"=") || text.contains("\"@") || text.contains("\"\t"), text);
            }
        });
    }

    @Property
    void escapesEachTextInItsOwnWay(@ForAll String text) {
        String escaped = Formulas.escaped(text);

        assertFalse(Formulas.begins(escaped));
        assertEquals(text, Formulas.unescaped(escaped));
    }

    @Property(tries = 300)
    void readsWhatItWrites(@ForAll String one, @ForAll String other) throws UnreadableImportException {
        Tables tables = new Tables.Builder()
                .add(Table.ORGANIZATION, new Row(cells(one, other)))
                .add(Table.ORGANIZATION, new Row(cells(other, one)))
                .tables();

        assertEquals(tables, DataPackage.read(DataPackage.write(tables)));
    }

    @Test
    void refusesAFileThatIsNoneOfOurs() throws IOException {
        for (String name : List.of(
                "../organizations.csv",
                "/organizations.csv",
                "a/organizations.csv",
                "C:x.csv",
                "organizations.CSV",
                "..\\organizations.csv",
                "",
                ".",
                "organizations.csv ",
                "directory/")) {
            byte[] bad =
                    name.isEmpty() ? zip("x.exe", new byte[0]) : zip(name, HEADER.getBytes(StandardCharsets.UTF_8));
            assertEquals(List.of(" unknown-member"), faults(bad), name);
        }
        assertEquals(
                List.of(" unknown-member", "/organizations.csv required"),
                faults(zip("programs.csv", HEADER.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void refusesAZipThatUnpacksToGigabytes() throws IOException {
        byte[] bomb = zip("organizations.csv", new byte[ZipFiles.MAX_UNPACKED + 1]);

        assertTrue(bomb.length < 200_000);
        assertEquals(List.of(" too-long"), faults(bomb));
    }

    @Test
    void refusesAZipThatEndsTooSoonWhereverItEnds() throws IOException {
        byte[] whole = zip(HEADER + ROW);

        for (int length = 0; length < whole.length; length++) {
            assertEquals(List.of(" damaged"), faults(Arrays.copyOf(whole, length)), "cut at " + length);
        }
    }

    @Test
    void refusesWhatIsNoZip() {
        assertEquals(List.of(" damaged"), faults("id,name".getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<String, String> cells(String one, String other) {
        Map<String, String> cells = new LinkedHashMap<>();
        String name = sound(one);
        String description = sound(other);
        cells.put("id", "00000000-0000-4000-8000-000000000001");
        cells.put("name", name.isEmpty() ? "x" : name);
        cells.put("description", description.isEmpty() ? "y" : description);
        return cells;
    }

    /** What UTF-8 can hold, and no more than a cell may. */
    private static String sound(String text) {
        String whole = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace("\0", "");
        String cut = whole.substring(0, Math.min(200, whole.length()));
        return new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static List<String> faults(byte[] zip) {
        UnreadableImportException refused = assertThrows(UnreadableImportException.class, () -> DataPackage.read(zip));
        return refused.faults().stream()
                .map(fault -> fault.pointer() + " " + fault.code().code())
                .toList();
    }

    private static byte[] zip(String organizations) throws IOException {
        return zip("organizations.csv", organizations.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] zip(String name, byte[] file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(file);
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    private static Map<String, String> files(byte[] zip) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                files.put(entry.getName(), new String(entries.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
