package org.paivand.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** The document as a tree, exactly as it is written. */
final class Document {

    private static final String RESOURCE = "/META-INF/resources/openapi.yaml";
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private final String text;
    private final JsonNode root;

    private Document(String text, JsonNode root) {
        this.text = text;
        this.root = root;
    }

    static Document load() {
        try (InputStream in = Document.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the contract is not on the class path");
            }
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Document of(String text) {
        try {
            return new Document(text, YAML.readTree(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        return text;
    }

    JsonNode root() {
        return root;
    }

    /** Each operation with its node. */
    Map<Operation, JsonNode> operations() {
        Map<Operation, JsonNode> operations = new LinkedHashMap<>();
        fields(
                root.path("paths"),
                (path, item) -> fields(item, (method, operation) -> {
                    if (METHODS.contains(method)) {
                        operations.put(new Operation(method.toUpperCase(Locale.ROOT), path), operation);
                    }
                }));
        return operations;
    }

    /** The parameters of an operation, those of its path first. */
    Iterable<JsonNode> parameters(Operation operation) {
        JsonNode item = root.path("paths").path(operation.path());
        Map<String, JsonNode> parameters = new LinkedHashMap<>();
        for (JsonNode list : List.of(
                item.path("parameters"),
                item.path(operation.method().toLowerCase(Locale.ROOT)).path("parameters"))) {
            for (JsonNode parameter : list) {
                JsonNode resolved = resolve(parameter);
                parameters.put(
                        resolved.path("in").asText() + " "
                                + resolved.path("name").asText(),
                        resolved);
            }
        }
        return parameters.values();
    }

    /** The node itself, or what its {@code $ref} points at. Throws {@link IllegalStateException} if that isn't there. */
    JsonNode resolve(JsonNode node) {
        if (!node.has("$ref")) {
            return node;
        }
        String reference = node.path("$ref").asText();
        JsonNode target = reference.startsWith("#/") ? root.at(reference.substring(1)) : root.path("");
        if (target.isMissingNode()) {
            throw new IllegalStateException("nothing at " + reference);
        }
        return resolve(target);
    }

    /** Calls back for every object in the document, with its JSON Pointer. */
    void walk(BiConsumer<String, JsonNode> visitor) {
        walk("", root, visitor);
    }

    private static void walk(String pointer, JsonNode node, BiConsumer<String, JsonNode> visitor) {
        if (node.isObject()) {
            visitor.accept(pointer, node);
            fields(node, (name, child) -> walk(pointer + "/" + name.replace("/", "~1"), child, visitor));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            walk(pointer + "/" + i, node.get(i), visitor);
        }
    }

    static void fields(JsonNode node, BiConsumer<String, JsonNode> visitor) {
        node.properties().forEach(field -> visitor.accept(field.getKey(), field.getValue()));
    }

    /** A document with one PUT for each category, whose body is the form of that category and nothing else. */
    String sectionForms() {
        ObjectNode forms = root.deepCopy();
        forms.remove("security");
        ObjectNode paths = forms.putObject("paths");
        forms(root).forEach((category, form) -> {
            ObjectNode put = paths.putObject("/" + category).putObject("put");
            put.putObject("requestBody")
                    .put("required", true)
                    .putObject("content")
                    .putObject("application/json")
                    .putObject("schema")
                    .put("$ref", "#/components/schemas/" + form);
            put.putObject("responses").putObject("204").put("description", "Well-formed.");
        });
        return forms.toString();
    }

    private static Map<String, String> forms(JsonNode root) {
        Map<String, String> forms = new TreeMap<>();
        for (JsonNode category : root.at("/components/schemas/SectionCategory/enum")) {
            StringBuilder name = new StringBuilder();
            for (String word : category.asText().split("-", -1)) {
                name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
            }
            forms.put(category.asText(), name + "Section");
        }
        return forms;
    }
}
