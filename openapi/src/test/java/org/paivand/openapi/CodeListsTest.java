package org.paivand.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lists under /codes say what the contract says. */
final class CodeListsTest {

    private static final String CODES = "/META-INF/resources/codes/";
    private static final JsonNode ROOT = Document.load().root();
    private static final Set<String> ANYWHERE = Set.of("method-not-allowed", "internal-error");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "access-needs",
                "agency-kinds",
                "basis-types",
                "categories",
                "complaint-outcomes",
                "complaint-topics",
                "contact-by",
                "contact-channels",
                "contact-concerns",
                "contact-results",
                "decline-codes",
                "discard-codes",
                "entry-types",
                "fail-codes",
                "feedback-results",
                "faults",
                "form-types",
                "helped",
                "hold-reasons",
                "indicator-groups",
                "indicators",
                "masks",
                "measures",
                "no-consent-reasons",
                "out-of-band-channels",
                "outcome-codes",
                "outsiders",
                "problems",
                "proxy-channels",
                "proxy-speakers",
                "purposes",
                "reasons",
                "retention-bases",
                "risk-levels",
                "safety-flags",
                "screening-findings",
                "screening-notes",
                "screening-states",
                "service-types",
                "status-grounds",
                "topic-replies",
                "topics",
                "trafficking-statuses",
                "urgencies"
            })
    void areTheEnumOfTheirSchema(String list) throws IOException {
        JsonNode file = read(list);

        assertEquals(
                texts(ROOT.at("/components/schemas/" + file.path("schema").asText() + "/enum")),
                file.path("codes").findValuesAsText("code"));
    }

    @Test
    void holdHtcdsValuesWithTheirAttribution() throws IOException {
        JsonNode file = read("htcds");

        for (JsonNode field : file.path("fields")) {
            String member = "/components/schemas/ExperienceSection/properties/"
                    + field.path("member").asText();
            assertEquals(texts(ROOT.at(member + "/items/enum")), texts(field.path("values")));
        }
        assertEquals(5, file.path("fields").size());
        assertEquals(true, file.path("licence").asText().contains("CC BY 4.0"));
        assertEquals(true, file.path("note").asText().contains("does not suggest"));
    }

    /** Whoever wishes to be told of all kinds has to be able to say so, and to be shown it. */
    @Test
    void leaveRoomForEveryKindOfNotification() {
        assertEquals(
                ROOT.at("/components/schemas/NotificationKind/enum").size(),
                ROOT.at("/components/schemas/NotificationKinds/maxItems").asInt());
    }

    @Test
    void showEachProblemByAnExampleThatAgrees() throws IOException {
        Set<String> seen = new TreeSet<>(ANYWHERE);
        for (JsonNode problem : read("problems").path("codes")) {
            String code = problem.path("code").asText();
            JsonNode example = ROOT.at("/components/examples/" + code + "/value");
            if (!ANYWHERE.contains(code)) {
                assertEquals(problem.path("type"), example.path("type"), code);
                assertEquals(problem.path("status"), example.path("status"), code);
                assertEquals(code, example.path("code").asText());
            }
            seen.add(code);
        }

        assertEquals(seen, new TreeSet<>(texts(ROOT.at("/components/schemas/ProblemCode/enum"))));
    }

    @Test
    void giveEachProblemTheStatusUnderWhichItIsAnswered() {
        Document document = Document.load();
        Examples examples = new Examples(document);
        List<String> wrong = new ArrayList<>();
        document.operations()
                .forEach((operation, node) -> Document.fields(
                        node.path("responses"),
                        (status, response) -> examples.named(
                                        document.resolve(response).at("/content/application~1problem+json"))
                                .forEach((name, example) -> {
                                    if (!example.at("/value/status").asText().equals(status)) {
                                        wrong.add(operation + " " + status + " " + name);
                                    }
                                })));

        assertEquals(List.of(), wrong);
    }

    private static JsonNode read(String list) throws IOException {
        try (InputStream in = CodeListsTest.class.getResourceAsStream(CODES + list + ".json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in, list));
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
