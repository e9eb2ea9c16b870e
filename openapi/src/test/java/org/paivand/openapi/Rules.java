package org.paivand.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What every contract of the house keeps, beyond being valid; each rule answers with the places that break it. */
final class Rules {

    private static final List<String> ALWAYS = List.of("401", "403", "406", "429", "503");
    /** What needs no token speaks another protocol, whose statuses are its own. */
    private static final List<String> OPEN = List.of("400", "503");

    private static final List<String> WITH_BODY = List.of("400", "413", "415");

    private final Document document;

    Rules(Document document) {
        this.document = document;
    }

    List<String> openObjects() {
        return schemas((pointer, schema, found) -> {
            boolean closed = schema.path("additionalProperties").isBoolean()
                    && !schema.path("additionalProperties").asBoolean();
            if ((isType(schema, "object") || schema.has("properties")) && !closed) {
                found.add(pointer);
            }
        });
    }

    /** A generator would have to make a name up, and another one tomorrow. */
    List<String> namelessObjects() {
        return schemas((pointer, schema, found) -> {
            boolean named = pointer.matches("/components/schemas/[^/]+");
            if (isType(schema, "object") && schema.has("properties") && !named) {
                found.add(pointer);
            }
        });
    }

    /** Operations become methods of a client: a verb and what it is done to, each name once. */
    List<String> sharedNames() {
        List<String> found = new ArrayList<>();
        Set<String> names = new TreeSet<>();
        document.operations().forEach((operation, node) -> {
            String name = node.path("operationId").asText();
            if (!name.matches("[a-z]+([A-Z][a-z]*)*") || !names.add(name)) {
                found.add(operation + " is called " + name);
            }
        });
        return found;
    }

    List<String> unboundedStrings() {
        return schemas((pointer, schema, found) -> {
            if (isType(schema, "string") && !schema.has("enum") && !schema.has("maxLength")) {
                found.add(pointer);
            }
        });
    }

    List<String> shapelessStrings() {
        return schemas((pointer, schema, found) -> {
            boolean shaped = schema.has("enum")
                    || schema.has("pattern")
                    || schema.path("format").asText().equals("binary");
            if (isType(schema, "string") && !shaped) {
                found.add(pointer);
            }
        });
    }

    List<String> unboundedArraysAndNumbers() {
        return schemas((pointer, schema, found) -> {
            boolean array = isType(schema, "array") && !schema.has("maxItems");
            boolean number = (isType(schema, "integer") || isType(schema, "number"))
                    && !(schema.has("minimum") && schema.has("maximum"));
            if (array || number) {
                found.add(pointer);
            }
        });
    }

    List<String> danglingReferences() {
        List<String> found = new ArrayList<>();
        document.walk((pointer, node) -> {
            if (node.path("$ref").isTextual()
                    && document.root()
                            .at(node.path("$ref").asText().replaceFirst("^#", ""))
                            .isMissingNode()) {
                found.add(pointer);
            }
        });
        return found;
    }

    List<String> unusedComponents() {
        Set<String> components = new TreeSet<>();
        Document.fields(document.root().path("components"), (kind, all) -> {
            if (!kind.equals("securitySchemes")) {
                Document.fields(all, (name, component) -> components.add("#/components/" + kind + "/" + name));
            }
        });
        document.walk((pointer, node) -> components.remove(node.path("$ref").asText()));
        return List.copyOf(components);
    }

    List<String> missingExamples() {
        List<String> found = new ArrayList<>();
        document.operations().forEach((operation, node) -> {
            requireExample(operation + " asks", node.path("requestBody"), found);
            Document.fields(
                    node.path("responses"),
                    (status, response) ->
                            requireExample(operation + " answers " + status, document.resolve(response), found));
        });
        return found;
    }

    List<String> missingAnswers() {
        List<String> found = new ArrayList<>();
        document.operations().forEach((operation, node) -> {
            boolean open =
                    node.path("security").isArray() && node.path("security").isEmpty();
            List<String> expected = new ArrayList<>(open ? OPEN : ALWAYS);
            if (node.has("requestBody") && !open) {
                expected.addAll(WITH_BODY);
            }
            for (JsonNode parameter : document.parameters(operation)) {
                expected.addAll(expected(parameter.path("name").asText()));
            }
            expected.removeIf(status -> node.path("responses").has(status));
            expected.forEach(status -> found.add(operation + " " + status));
        });
        return found;
    }

    List<String> wordlessOperations() {
        List<String> found = new ArrayList<>();
        document.operations().forEach((operation, node) -> {
            for (String words : List.of("operationId", "summary", "description")) {
                if (node.path(words).asText().isBlank()) {
                    found.add(operation + " has no " + words);
                }
            }
            if (!node.path("description").asText().contains("For ")) {
                found.add(operation + " doesn't say for whom");
            }
        });
        return found;
    }

    private static List<String> expected(String parameter) {
        return switch (parameter) {
            case "Idempotency-Key" -> List.of("400", "422");
            case "If-Match" -> List.of("412");
            case "If-None-Match" -> List.of("428");
            default -> List.of();
        };
    }

    private static void requireExample(String where, JsonNode body, List<String> found) {
        Document.fields(body.path("content"), (type, content) -> {
            boolean bytes = !type.contains("json") && !type.startsWith("text/");
            if (!bytes && !content.has("example") && !content.has("examples")) {
                found.add(where + " in " + type);
            }
        });
    }

    private List<String> schemas(SchemaRule rule) {
        List<String> found = new ArrayList<>();
        document.walk((pointer, node) -> {
            boolean inExample = pointer.contains("/example");
            boolean names = pointer.endsWith("/properties") || pointer.endsWith("/schemas");
            if (!inExample && !names && (node.has("type") || node.has("properties"))) {
                rule.check(pointer, node, found);
            }
        });
        return found;
    }

    private static boolean isType(JsonNode schema, String type) {
        return schema.path("type").asText().equals(type);
    }

    private interface SchemaRule {
        void check(String pointer, JsonNode schema, List<String> found);
    }
}
