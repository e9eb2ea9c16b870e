package org.paivand.casefile.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.paivand.casefile.json.SectionError.Code;
import org.paivand.disclosure.Category;

/** Mass assignment: a member that belongs elsewhere, put into each object of each section. */
class ForbiddenMembersTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What only the node says, of a case, a referral or a release. */
    private static final List<String> OF_THE_NODE = List.of(
            "caseId",
            "controller",
            "version",
            "contributedBy",
            "updatedAt",
            "conflictFinding",
            "findingBy",
            "urgency",
            "servicesRequested",
            "birthYear",
            "masked",
            "withheld",
            "obligations",
            "consentOverridden",
            "handling");

    /** A free text that the sample of a section could have and hasn't. */
    private static final String LEFT_OUT = "/itinerary/0/to/place";

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"MESSAGE", "FEEDBACK"})
    void refusesAMemberOfAnotherObjectWhereverItStands(Category category) throws Exception {
        Set<String> members = new TreeSet<>(OF_THE_NODE);
        for (String sample : Samples.SECTIONS.values()) {
            members.addAll(names(JSON.readTree(sample)));
        }
        JsonNode section = JSON.readTree(sample(category));
        int refused = 0;

        for (String pointer : objects("", section)) {
            for (String member : members) {
                ObjectNode altered = section.deepCopy();
                ObjectNode at = (ObjectNode) altered.at(pointer);
                if (!at.has(member) && !pointer.concat("/" + member).equals(LEFT_OUT)) {
                    at.put(member, "x");
                    requireRefused(category, altered, pointer, member);
                    refused++;
                }
            }
        }

        assertTrue(refused > members.size() / 2, "objects were found");
    }

    /** Of a member that this object may have and the sample leaves out, it is the value that is refused, under the member's own pointer. */
    private static void requireRefused(Category category, JsonNode altered, String pointer, String member) {
        byte[] sent = altered.toString().getBytes(StandardCharsets.UTF_8);
        InvalidSection invalid =
                assertThrows(InvalidSection.class, () -> Sections.parse(category, sent), pointer + "/" + member);
        List<SectionError> errors = invalid.errors();
        assertTrue(
                errors.stream()
                        .allMatch(error -> error.pointer().equals(pointer + "/" + member)
                                || error.equals(new SectionError(pointer, Code.UNKNOWN_MEMBER))),
                () -> pointer + "/" + member + ": " + errors);
        assertEquals(1, errors.size());
    }

    private static Set<String> names(JsonNode node) {
        Set<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        node.forEach(child -> names.addAll(names(child)));
        return names;
    }

    private static List<String> objects(String pointer, JsonNode node) {
        List<String> objects = new java.util.ArrayList<>();
        if (node.isObject()) {
            objects.add(pointer);
            node.properties()
                    .forEach(member -> objects.addAll(objects(pointer + "/" + member.getKey(), member.getValue())));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            objects.addAll(objects(pointer + "/" + i, node.get(i)));
        }
        return objects;
    }

    private static String sample(Category category) {
        return Objects.requireNonNull(Samples.SECTIONS.get(category));
    }
}
