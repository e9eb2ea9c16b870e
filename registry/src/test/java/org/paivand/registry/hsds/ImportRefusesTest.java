package org.paivand.registry.hsds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.paivand.registry.directory.Directory;

/** Tables that can't be imported, each told with table, row and column. */
class ImportRefusesTest {
    private static final Directory SAMPLE = SomeDirectories.sampleWithPlaces();
    private static final Tables TABLES = WholeDirectory.tables(SAMPLE);

    @Test
    void anIdThatIsThereTwice() {
        String first = TABLES.rows(Table.PHONE).get(0).text("id");

        assertFault("/phones.csv/3/id duplicate", change(Table.PHONE, 1, cells -> cells.put("id", first)));
    }

    @Test
    void anIdThatIsNoUuid() {
        assertFault("/services.csv/2/id bad-pattern", change(Table.SERVICE, 0, cells -> cells.put("id", "1")));
    }

    @Test
    void ourOwnIdTwice() {
        String first = TABLES.rows(Table.ORGANIZATION_IDENTIFIER).get(0).text("identifier");
        Tables twice = change(Table.ORGANIZATION_IDENTIFIER, 1, cells -> cells.put("identifier", first));

        assertTrue(
                faults(twice).stream().anyMatch(fault -> fault.endsWith("duplicate")),
                () -> faults(twice).toString());
    }

    @Test
    void aReferenceToNothing() {
        assertFault(
                "/services.csv/2/organization_id dangling",
                change(
                        Table.SERVICE,
                        0,
                        cells -> cells.put("organization_id", "00000000-0000-8000-8000-000000000000")));
    }

    @Test
    void aTermThatNoTaxonomyHas() {
        assertFault(
                "/taxonomy_terms.csv/2/code not-in-list",
                change(Table.TAXONOMY_TERM, 0, cells -> cells.put("code", "x")));
    }

    @Test
    void aTaxonomyOfSomebodyElse() {
        assertFault("/taxonomies.csv/2/name not-in-list", change(Table.TAXONOMY, 0, cells -> cells.put("name", "LGA")));
    }

    @Test
    void aTimeZoneThatThereIsNot() {
        int zone = find(
                Table.ATTRIBUTE,
                row -> row.cell("value").filter("Asia/Dushanbe"::equals).isPresent()
                        && row.text("link_entity").equals("location"));

        assertFault(
                "/attributes.csv/" + (zone + 2) + "/value bad-pattern",
                change(Table.ATTRIBUTE, zone, cells -> cells.put("value", "Asia/Nowhere")));
    }

    @Test
    void aTextThatTheRegistryHasNoRoomFor() {
        assertFault(
                "/services.csv/2/email not-kept",
                change(Table.SERVICE, 0, cells -> cells.put("email", "help@shelter.example")));
        assertFault(
                "/organizations.csv/2/description not-kept",
                change(Table.ORGANIZATION, 0, cells -> cells.put("description", "Our words")));
    }

    @Test
    void anAddressOfAConfidentialPlace() {
        int hidden = find(Table.LOCATION, row -> row.cell("name").isEmpty());

        assertFault(
                "/locations.csv/" + (hidden + 2) + "/name contradiction",
                change(Table.LOCATION, hidden, cells -> cells.put("name", "The house by the river")));
    }

    @Test
    void whatIsMissing() {
        assertFault("/services.csv/2/status required", change(Table.SERVICE, 0, cells -> cells.remove("status")));
        assertFault("/services.csv/2/name required", change(Table.SERVICE, 0, cells -> cells.remove("name")));
    }

    @Test
    void aStatusThatIsNotInTheList() {
        assertFault(
                "/services.csv/2/status bad-pattern", change(Table.SERVICE, 0, cells -> cells.put("status", "open")));
    }

    @Test
    void aCircleOfOrganizations() {
        String first = TABLES.rows(Table.ORGANIZATION).get(0).text("id");
        String second = TABLES.rows(Table.ORGANIZATION).get(1).text("id");
        Tables circle = change(
                change(TABLES, Table.ORGANIZATION, 0, cells -> cells.put("parent_organization_id", second)),
                Table.ORGANIZATION,
                1,
                cells -> cells.put("parent_organization_id", first));

        assertFault("/organizations.csv/2 contradiction", circle);
        assertFault("/organizations.csv/3 contradiction", circle);
    }

    @Test
    void allAtOnce() {
        Tables tables = change(
                change(TABLES, Table.SERVICE, 0, cells -> cells.remove("status")),
                Table.PHONE,
                0,
                cells -> cells.put("number", "911 ext"));

        assertFault("/services.csv/2/status required", tables);
        assertFault("/phones.csv/2 contradiction", tables);
    }

    @Test
    void aRowThatAnotherCountsFromNought() {
        UnreadableImportException refused = assertThrows(
                UnreadableImportException.class,
                () -> HsdsImport.read(
                        change(Table.SERVICE, 0, cells -> cells.remove("status")), Source.DOCUMENT, SAMPLE));

        assertEquals("/service/0/status", refused.faults().get(0).pointer());
    }

    private static int find(Table table, Predicate<Row> row) {
        List<Row> rows = TABLES.rows(table);
        for (int i = 0; i < rows.size(); i++) {
            if (row.test(rows.get(i))) {
                return i;
            }
        }
        throw new AssertionError("the sample has no such row of " + table);
    }

    private static Tables change(Table table, int index, Consumer<Map<String, String>> change) {
        return change(TABLES, table, index, change);
    }

    private static Tables change(Tables tables, Table table, int index, Consumer<Map<String, String>> change) {
        Tables.Builder changed = new Tables.Builder();
        for (Table each : Table.values()) {
            List<Row> rows = tables.rows(each);
            for (int i = 0; i < rows.size(); i++) {
                Map<String, String> cells = new LinkedHashMap<>(rows.get(i).cells());
                if (each == table && i == index) {
                    change.accept(cells);
                }
                changed.add(each, new Row(cells));
            }
        }
        return changed.tables();
    }

    private static void assertFault(String expected, Tables tables) {
        List<String> faults = faults(tables);
        assertTrue(faults.contains(expected), () -> expected + " isn't in " + faults);
    }

    private static List<String> faults(Tables tables) {
        UnreadableImportException refused =
                assertThrows(UnreadableImportException.class, () -> HsdsImport.read(tables, Source.PACKAGE, SAMPLE));
        List<String> faults = new ArrayList<>();
        refused.faults()
                .forEach(
                        fault -> faults.add(fault.pointer() + " " + fault.code().code()));
        return faults;
    }
}
