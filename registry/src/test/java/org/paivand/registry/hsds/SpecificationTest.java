package org.paivand.registry.hsds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.paivand.registry.hsds.json.PublicAnswers;
import org.paivand.registry.hsds.json.PublicAnswers.Detail;
import org.paivand.registry.hsds.json.PublicAnswers.Part;
import org.paivand.registry.hsds.json.WholeJson;

/**
 * The sample against HSDS 3.1, written from the specification and not from the code: its Schema Reference names for each object
 * the members that it must have, the members of the tabular form beside them, and the closed lists.
 */
class SpecificationTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Schema Reference, "required" of each object. */
    private static final Map<String, Set<String>> REQUIRED = Map.ofEntries(
            Map.entry("organization", Set.of("id", "name", "description")),
            Map.entry("organization_identifier", Set.of("id", "identifier_type", "identifier")),
            Map.entry("service", Set.of("id", "name", "status")),
            Map.entry("location", Set.of("id", "location_type")),
            Map.entry("service_at_location", Set.of("id")),
            Map.entry(
                    "address",
                    Set.of("id", "address_1", "city", "state_province", "postal_code", "country", "address_type")),
            Map.entry("phone", Set.of("id", "number")),
            Map.entry("schedule", Set.of("id")),
            Map.entry("service_area", Set.of("id")),
            Map.entry("language", Set.of("id")),
            Map.entry("attribute", Set.of("id")),
            Map.entry("taxonomy", Set.of("id", "name", "description")),
            Map.entry("taxonomy_term", Set.of("id", "name", "description")));

    /** Schema Reference, "tabular required": the keys by which a table's rows find each other. */
    private static final Map<String, Set<String>> TABULAR = Map.of(
            "organization_identifier", Set.of("organization_id"),
            "service", Set.of("organization_id"),
            "service_at_location", Set.of("service_id", "location_id"),
            "attribute", Set.of("link_id", "taxonomy_term_id", "link_entity"));

    /** Schema Reference, "enum". */
    private static final Map<String, Set<String>> LISTS = Map.of(
            "service/status", Set.of("active", "inactive", "defunct", "temporarily closed"),
            "location/location_type", Set.of("physical", "postal", "virtual"),
            "address/address_type", Set.of("physical", "postal", "virtual"),
            "schedule/freq", Set.of("WEEKLY", "MONTHLY"));

    /** API Reference, "Lists". */
    private static final Set<String> PAGE =
            Set.of("total_items", "total_pages", "page_number", "size", "first_page", "last_page", "empty", "contents");

    /** Which object each list within another holds. */
    private static final Map<String, String> NESTED = Map.ofEntries(
            Map.entry("organization", "organization"),
            Map.entry("organization_identifiers", "organization_identifier"),
            Map.entry("services", "-"),
            Map.entry("service", "service"),
            Map.entry("locations", "location"),
            Map.entry("location", "location"),
            Map.entry("service_at_locations", "service_at_location"),
            Map.entry("addresses", "address"),
            Map.entry("phones", "phone"),
            Map.entry("schedules", "schedule"),
            Map.entry("service_areas", "service_area"),
            Map.entry("languages", "language"),
            Map.entry("attributes", "attribute"),
            Map.entry("taxonomy_term", "taxonomy_term"),
            Map.entry("taxonomy_detail", "taxonomy"));

    private static final String UUID_FORM = "[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

    @Test
    void eachRowOfTheExportHasWhatItsTableDemands() throws IOException {
        JsonNode whole = JSON.readTree(WholeJson.write(WholeDirectory.tables(SomeDirectories.sampleWithPlaces())));
        List<String> missing = new ArrayList<>();
        Set<String> ids = new HashSet<>();

        whole.properties()
                .forEach(table -> table.getValue().forEach(row -> {
                    check(table.getKey(), row, missing);
                    TABULAR.getOrDefault(table.getKey(), Set.of()).stream()
                            .filter(key -> !row.has(key))
                            .forEach(key -> missing.add(table.getKey() + " has no " + key));
                    assertTrue(ids.add(row.path("id").asText()), () -> "twice: " + row);
                }));

        assertEquals(List.of(), missing);
        assertEquals(REQUIRED.keySet(), keys(whole));
        assertTrue(
                whole.path("service").size() > 10 && whole.path("organization").size() > 10);
    }

    @Test
    void eachKeyOfTheExportIsTheIdOfARow() throws IOException {
        JsonNode whole = JSON.readTree(WholeJson.write(WholeDirectory.tables(SomeDirectories.sampleWithPlaces())));
        Set<String> ids = new HashSet<>();
        whole.forEach(table -> table.forEach(row -> ids.add(row.path("id").asText())));

        whole.forEach(table -> table.forEach(row -> row.properties().forEach(cell -> {
            if (cell.getKey().endsWith("_id")) {
                assertTrue(ids.contains(cell.getValue().asText()), () -> cell + " of " + row);
            }
        })));
    }

    @Test
    void eachObjectThatEverybodyIsToldHasWhatItsSchemaDemands() throws IOException {
        PublicDirectory seen = PublicDirectory.of(SomeDirectories.sampleWithPlaces());
        PublicAnswers answers = new PublicAnswers(seen, Tongue.RU);
        List<String> missing = new ArrayList<>();

        for (String id : seen.services(PublicFilter.NONE)) {
            nested("service", JSON.readTree(answers.service(id).orElseThrow()), missing);
        }
        for (String id : seen.organizations(PublicFilter.NONE)) {
            nested("organization", JSON.readTree(answers.organization(id, true).orElseThrow()), missing);
        }
        for (String id : seen.servicesAtLocations(PublicFilter.NONE)) {
            nested(
                    "service_at_location",
                    JSON.readTree(answers.serviceAtLocation(id).orElseThrow()),
                    missing);
        }
        for (String id : seen.locations()) {
            nested("location", JSON.readTree(answers.location(id).orElseThrow()), missing);
        }

        assertEquals(List.of(), missing);
    }

    @Test
    void pagesHaveTheEnvelope() throws IOException {
        PublicAnswers answers = new PublicAnswers(PublicDirectory.of(SomeDirectories.sampleWithPlaces()), Tongue.EN);

        JsonNode first = JSON.readTree(answers.services(PublicFilter.NONE, Detail.PLAIN, new Part(1, 7))
                .orElseThrow());
        int pages = first.path("total_pages").asInt();
        JsonNode last = JSON.readTree(answers.services(PublicFilter.NONE, Detail.PLAIN, new Part(pages, 7))
                .orElseThrow());

        assertEquals(PAGE, keys(first));
        assertEquals(7, first.path("size").asInt());
        assertEquals(7, first.path("contents").size());
        assertTrue(
                first.path("first_page").asBoolean() && !first.path("last_page").asBoolean());
        assertTrue(
                last.path("last_page").asBoolean() && !last.path("first_page").asBoolean());
        assertEquals(
                first.path("total_items").asInt(),
                (pages - 1) * 7 + last.path("contents").size());
        assertTrue(answers.services(PublicFilter.NONE, Detail.PLAIN, new Part(pages + 1, 7))
                .isEmpty());
        first.path("contents")
                .forEach(service -> assertTrue(service.path("organization").has("name")));
    }

    private static void nested(String object, JsonNode node, List<String> missing) {
        check(object, node, missing);
        node.properties().forEach(member -> {
            JsonNode value = member.getValue();
            if (value.isContainerNode()) {
                String inside = NESTED.getOrDefault(member.getKey(), "");
                assertTrue(!inside.isEmpty(), () -> object + " has an unknown " + member.getKey());
                if (value.isObject()) {
                    nested(inside, value, missing);
                } else if (!inside.equals("-")) {
                    value.forEach(one -> nested(inside, one, missing));
                }
            }
        });
    }

    private static void check(String object, JsonNode node, List<String> missing) {
        REQUIRED.getOrDefault(object, Set.of("no such object")).stream()
                .filter(member -> node.path(member).asText().isEmpty())
                .forEach(member -> missing.add(object + " has no " + member));
        LISTS.forEach((place, list) -> {
            String member = place.substring(place.indexOf('/') + 1);
            if (place.startsWith(object + "/")
                    && node.has(member)
                    && !list.contains(node.path(member).asText())) {
                missing.add(place + " isn't in its list");
            }
        });
        if (!node.path("id").asText().matches(UUID_FORM)) {
            missing.add(object + " has an id that is no UUID of version 8");
        }
    }

    private static Set<String> keys(JsonNode object) {
        Set<String> keys = new HashSet<>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }
}
