package org.paivand.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AsyncApiTest {
    private static final JsonNode ROOT = read();

    private static JsonNode read() {
        try (InputStream in =
                Objects.requireNonNull(AsyncApiTest.class.getResourceAsStream("/META-INF/resources/asyncapi.yaml"))) {
            return new YAMLMapper().readTree(in);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Test
    void sendsTheKindsThatTheFeedHas() {
        List<String> kinds = new ArrayList<>();
        Document.load()
                .root()
                .at("/components/schemas/NotificationKind/enum")
                .forEach(kind -> kinds.add("org.paivand." + kind.asText()));
        List<String> types = new ArrayList<>();
        payload().at("/properties/type/enum").forEach(type -> types.add(type.asText()));

        assertEquals(kinds, types);
    }

    @Test
    void showsAnExampleWithEveryMemberAndNoOther() {
        JsonNode example = ROOT.at("/components/messages/Notification/examples/0/payload");
        TreeSet<String> required = new TreeSet<>();
        payload().path("required").forEach(member -> required.add(member.asText()));
        TreeSet<String> shown = new TreeSet<>();
        example.fieldNames().forEachRemaining(shown::add);
        TreeSet<String> described = new TreeSet<>();
        payload().path("properties").fieldNames().forEachRemaining(described::add);

        assertEquals(required, shown);
        assertEquals(required, described);
        assertFalse(payload().path("additionalProperties").asBoolean(true));
    }

    @Test
    void refersToWhatIsThere() {
        List<JsonNode> references = ROOT.findValues("$ref");

        assertFalse(references.isEmpty());
        for (JsonNode reference : references) {
            assertTrue(
                    ROOT.at(reference.asText().substring(1)).isObject()
                            || ROOT.at(reference.asText().substring(1)).has("$ref"),
                    reference.asText());
        }
    }

    private static JsonNode payload() {
        return ROOT.at("/components/messages/Notification/payload");
    }
}
