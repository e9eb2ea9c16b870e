package org.paivand.disclosure.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.BasisType;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Coded;
import org.paivand.disclosure.Mask;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.Stage;
import org.paivand.disclosure.json.PolicyDocument;

/**
 * The JSON Schema (2020-12) that helps people edit a policy, made from the closed lists; it is published beside the contract.
 * What is in force is decided by the strict reader: the schema doesn't know the order of members.
 */
final class PolicySchemaTest {
    private static final Path FILE = Path.of(
            "..", "openapi", "src", "main", "resources", "META-INF", "resources", "schemas", "policy.schema.json");
    private static final String COMMAND = "mvn test -pl disclosure -am -Dtest=PolicySchemaTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dpaivand.page=write";
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Test
    void theSchemaPublishedSaysWhatTheListsSay() throws IOException {
        String schema = JSON.writeValueAsString(schema()) + "\n";
        if ("write".equals(System.getProperty("paivand.page"))) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, schema, StandardCharsets.UTF_8);
        }

        assertEquals(schema, Files.readString(FILE, StandardCharsets.UTF_8), "write it anew: " + COMMAND);
    }

    @Test
    void everyPolicyShippedFitsIt() throws IOException {
        for (int number = 1; number <= 2; number++) {
            JsonNode policy = JSON.readTree(PolicyDocument.tajikistan(number).bytes());

            assertEquals(List.of(), faults(schema(), policy));
        }
    }

    @Test
    void itSeesWhatAnEditorGetsWrong() throws IOException {
        String text = new String(PolicyDocument.tajikistan().bytes(), StandardCharsets.UTF_8);
        for (String wrong : List.of(
                text.replace("\"police\" : ", "\"polise\" : "),
                text.replace("\"days\" : 30", "\"days\" : 29"),
                text.replace("\"days\" : 30", "\"days\" : \"30\""),
                text.replaceFirst("    \"safety\" : \"release\",\n", ""),
                text.replaceFirst("\"contact\"", "\"kontact\""),
                text.replace("\"identityNamedByLaw\"", "\"identityNamed\""),
                text.replace("paivand-policy/v2", "paivand-policy/v1"),
                text.replace("\"acceptance\" : true", "\"acceptance\" : 1"))) {
            assertNotEquals(text, wrong);
            assertNotEquals(List.of(), faults(schema(), JSON.readTree(wrong)), wrong);
        }
    }

    private static ObjectNode schema() {
        ObjectNode schema = JSON.createObjectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("title", "A policy of Paivand")
                .put(
                        "description",
                        "One country's rules. Complete: every purpose, kind, category and basis has its line. The node reads one"
                                + " form only: members in this order, one key on a line, lists on the line of their key, lists in the"
                                + " order of their code list.");
        ObjectNode members = object();
        member(members, "format", text().put("const", "paivand-policy/v2"));
        member(members, "version", code());
        member(members, "jurisdiction", text().put("pattern", "^[A-Z]{2}$"));
        member(members, "stages", each(Category.class, () -> one(Stage.class)));
        member(members, "handling", each(Category.class, () -> one(HandlingCode.class)));
        member(members, "retentionDays", each(HandlingCode.class, () -> number(1)));
        member(members, "consent", consent());
        member(members, "reflection", reflection());
        member(members, "breakGlass", breakGlass());
        member(members, "duties", array(duty()));
        member(members, "bases", each(BasisType.class, PolicySchemaTest::basis));
        member(members, "writeCeilings", each(AgencyKind.class, () -> several(Category.class)));
        member(members, "ceilings", each(Purpose.class, () -> each(AgencyKind.class, () -> several(Category.class))));
        ObjectNode masks = object();
        for (Mask mask : Mask.values()) {
            ((ObjectNode) masks.get("properties"))
                    .set(mask.code(), each(Purpose.class, () -> several(AgencyKind.class)));
        }
        member(members, "masks", masks.put("minProperties", 1));
        // The first form of a policy: the same without masks.
        ObjectNode unmasked = members.deepCopy();
        ((ObjectNode) unmasked.get("properties")).set("format", text().put("const", "paivand-policy/v1"));
        ((ObjectNode) unmasked.get("properties")).remove("masks");
        unmasked.withArray("required").remove(unmasked.get("required").size() - 1);
        schema.putArray("oneOf").add(members).add(unmasked);
        return schema;
    }

    private static ObjectNode consent() {
        ObjectNode rules = object();
        member(rules, "oralPhoneHours", number(1));
        member(rules, "oralPhoneCategories", several(Category.class));
        member(rules, "guardedPurposes", several(Purpose.class));
        for (String kinds : List.of("guardedKinds", "namedOnlyKinds", "witnessedRecorders", "nonStateKinds")) {
            member(rules, kinds, several(AgencyKind.class));
        }
        return rules;
    }

    private static ObjectNode reflection() {
        ObjectNode rules = object();
        member(rules, "days", number(30));
        member(rules, "investigators", several(AgencyKind.class));
        member(rules, "purposes", several(Purpose.class));
        return rules;
    }

    private static ObjectNode breakGlass() {
        ObjectNode rules = object();
        member(rules, "categories", several(Category.class));
        member(rules, "purposes", several(Purpose.class));
        member(rules, "maximumMinutes", number(1).put("maximum", 1440));
        member(rules, "reviewHours", number(1).put("maximum", 72));
        return rules;
    }

    private static ObjectNode duty() {
        ObjectNode duty = object();
        member(duty, "code", code());
        member(duty, "law", text().put("minLength", 1).put("maxLength", 200));
        member(duty, "to", one(AgencyKind.class));
        member(duty, "purposes", several(Purpose.class));
        member(duty, "categories", several(Category.class));
        member(duty, "identityNamedByLaw", flag());
        return duty;
    }

    private static ObjectNode basis() {
        ObjectNode basis = object();
        member(basis, "worker", one(WorkerRule.class));
        member(basis, "agreement", one(AgreementRule.class));
        for (String flag : List.of("acceptance", "reflection", "protectionFear", "consulates")) {
            member(basis, flag, flag());
        }
        return basis;
    }

    private static ObjectNode object() {
        ObjectNode object = JSON.createObjectNode().put("type", "object").put("additionalProperties", false);
        object.putArray("required");
        object.putObject("properties");
        return object;
    }

    private static void member(ObjectNode object, String name, JsonNode schema) {
        object.withArray("required").add(name);
        ((ObjectNode) object.get("properties")).set(name, schema);
    }

    private static <E extends Enum<E> & Coded> ObjectNode each(Class<E> list, Supplier<ObjectNode> value) {
        ObjectNode object = object();
        for (E code : list.getEnumConstants()) {
            member(object, code.code(), value.get());
        }
        return object;
    }

    private static <E extends Enum<E> & Coded> ObjectNode one(Class<E> list) {
        ObjectNode one = JSON.createObjectNode();
        for (E code : list.getEnumConstants()) {
            one.withArray("enum").add(code.code());
        }
        return one;
    }

    private static <E extends Enum<E> & Coded> ObjectNode several(Class<E> list) {
        return array(one(list)).put("uniqueItems", true);
    }

    private static ObjectNode array(ObjectNode items) {
        ObjectNode array = JSON.createObjectNode().put("type", "array");
        array.set("items", items);
        return array;
    }

    private static ObjectNode text() {
        return JSON.createObjectNode().put("type", "string");
    }

    private static ObjectNode code() {
        return text().put("pattern", "^[a-z][a-z0-9-]{1,62}$");
    }

    private static ObjectNode number(int least) {
        return JSON.createObjectNode().put("type", "integer").put("minimum", least);
    }

    private static ObjectNode flag() {
        return JSON.createObjectNode().put("type", "boolean");
    }

    /** As much of JSON Schema as this schema uses. */
    private static List<String> faults(JsonNode schema, JsonNode value) {
        List<String> faults = new ArrayList<>();
        if (schema.has("oneOf")) {
            long fitting = StreamSupport.stream(schema.get("oneOf").spliterator(), false)
                    .filter(one -> faults(one, value).isEmpty())
                    .count();
            return fitting == 1 ? List.of() : List.of("fits " + fitting);
        }
        if (schema.has("enum")
                && StreamSupport.stream(schema.get("enum").spliterator(), false).noneMatch(value::equals)) {
            faults.add("not in list");
        }
        if (schema.has("const") && !schema.get("const").equals(value)) {
            faults.add("another constant");
        }
        switch (schema.path("type").asText()) {
            case "object" -> members(schema, value, faults);
            case "array" -> value.forEach(item -> faults.addAll(faults(schema.get("items"), item)));
            case "integer" -> {
                boolean within = value.isInt()
                        && value.asInt() >= schema.path("minimum").asInt()
                        && value.asInt() <= schema.path("maximum").asInt(Integer.MAX_VALUE);
                if (!within) {
                    faults.add("not such a number");
                }
            }
            case "boolean" -> {
                if (!value.isBoolean()) {
                    faults.add("no flag");
                }
            }
            case "string" -> {
                boolean fits = value.isTextual()
                        && value.asText().matches(schema.path("pattern").asText(".*"));
                if (!fits) {
                    faults.add("not such a text");
                }
            }
            default -> {}
        }
        return faults;
    }

    private static void members(JsonNode schema, JsonNode value, List<String> faults) {
        schema.get("required").forEach(name -> {
            if (!value.has(name.asText())) {
                faults.add("lacks " + name.asText());
            }
        });
        value.properties().forEach(member -> {
            JsonNode known = schema.get("properties").path(member.getKey());
            if (known.isMissingNode()) {
                faults.add("unknown " + member.getKey());
            } else {
                faults.addAll(faults(known, member.getValue()));
            }
        });
    }
}
