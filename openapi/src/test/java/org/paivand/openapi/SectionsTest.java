package org.paivand.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SectionsTest {

    private static final Contract CONTRACT = Contract.load();
    private static final Document DOCUMENT = Document.load();

    /** What a stage-1 text may be: a day, or a language that names no country. */
    private static final Set<String> PATTERNS = Set.of(
            DOCUMENT.root().at("/components/schemas/CalendarDate/pattern").asText(),
            DOCUMENT.root().at("/components/schemas/PlainLanguage/pattern").asText());

    @Test
    void fitTheFormOfTheirOwnCategoryAndNoOther() {
        Map<String, String> sections = sections();
        List<String> wrong = new ArrayList<>();
        sections.forEach((category, body) -> sections.keySet().forEach(form -> {
            boolean fits = CONTRACT.validateSection(form, body).isEmpty();
            if (fits != form.equals(category)) {
                wrong.add(category + " as " + form);
            }
        }));

        assertEquals(11, sections.size());
        assertEquals(List.of(), wrong);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ServiceRequestSection", "ReleasedServiceRequest"})
    void holdNothingButListsBandsDaysAndALanguageAtStageOne(String schema) {
        List<String> free = new ArrayList<>();

        collectFreeTexts("", DOCUMENT.root().at("/components/schemas/" + schema), free);

        assertEquals(List.of(), free);
    }

    @Test
    void wouldBeCaughtHoldingAName() {
        List<String> free = new ArrayList<>();

        collectFreeTexts("", DOCUMENT.root().at("/components/schemas/ViaPerson"), free);

        assertEquals(List.of("/name"), free);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"givenName\":\"A\"",
                "\"birthDate\":\"1998-04-01\"",
                "\"telephone\":\"1\"",
                "\"address\":\"A\"",
                "\"town\":\"A\"",
                "\"photo\":\"A\"",
                "\"note\":\"A\"",
                "\"citizenships\":[\"TJ\"]",
                "\"exploitationTypes\":[\"ForcedLabour\"]",
                "\"cooperatesWithPolice\":true",
                "\"servicesRequested\":[\"shelter\"]",
                "\"urgency\":\"urgent\"",
                "\"passport\":\"A\""
            })
    void refuseWhatIsForbiddenAtStageOne(String member) {
        String body = sections().getOrDefault("service-request", "");

        assertEquals(List.of(), CONTRACT.validateSection("service-request", body));
        assertNotEquals(
                List.of(), CONTRACT.validateSection("service-request", body.replaceFirst("\\{", "{" + member + ",")));
    }

    @Test
    void letNobodyWriteChildProtectionsFinding() {
        String body = sections().getOrDefault("guardian", "");

        assertNotEquals(
                List.of(),
                CONTRACT.validateSection("guardian", body.replaceFirst("\\{", "{\"conflictFinding\":\"none\",")));
    }

    @Test
    void neverReleaseTheFearToReturn() {
        JsonNode released = DOCUMENT.root().at("/components/schemas/ReleasedTravel/properties");

        assertTrue(DOCUMENT.root()
                .at("/components/schemas/TravelSection/properties")
                .has("protectionFear"));
        assertEquals(false, released.has("protectionFear"));
    }

    private static Map<String, String> sections() {
        Map<String, String> sections = new TreeMap<>();
        CONTRACT.examples().stream()
                .filter(example -> example.operationId().equals("writeSection"))
                .forEach(example ->
                        sections.put(example.name(), example.sent().body().orElseThrow()));
        return sections;
    }

    private static void collectFreeTexts(String pointer, JsonNode schema, List<String> free) {
        JsonNode resolved = DOCUMENT.resolve(schema);
        boolean text = resolved.path("type").asText().equals("string");
        if (text
                && !resolved.has("enum")
                && !PATTERNS.contains(resolved.path("pattern").asText())) {
            free.add(pointer);
        }
        Document.fields(
                resolved.path("properties"), (name, member) -> collectFreeTexts(pointer + "/" + name, member, free));
        if (resolved.has("items")) {
            collectFreeTexts(pointer + "/*", resolved.path("items"), free);
        }
    }
}
