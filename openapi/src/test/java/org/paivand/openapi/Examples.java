package org.paivand.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Makes exchanges of the contract's examples. */
final class Examples {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Document document;

    Examples(Document document) {
        this.document = document;
    }

    List<Example> exchanges() {
        List<Example> exchanges = new ArrayList<>();
        document.operations().forEach((operation, node) -> {
            Optional<Answered> answered = successes(node).values().stream().findFirst();
            Map<String, JsonNode> bodies = named(bodyOf(node.path("requestBody")));
            bodies.forEach((name, body) -> exchanges.add(new Example(
                    node.path("operationId").asText(), name, sent(operation, body, value(body)), answered)));
            if (bodies.isEmpty()) {
                exchanges.add(new Example(
                        node.path("operationId").asText(),
                        "",
                        sent(operation, node.path("x-parameters"), Optional.empty()),
                        answered));
            }
        });
        return exchanges;
    }

    List<Example> answers() {
        List<Example> answers = new ArrayList<>();
        document.operations().forEach((operation, node) -> {
            Map<String, JsonNode> bodies = named(bodyOf(node.path("requestBody")));
            JsonNode first = bodies.values().stream().findFirst().orElse(node.path("x-parameters"));
            Sent sent = sent(operation, first, value(first));
            Map<String, Answered> all = new LinkedHashMap<>();
            Document.fields(
                    node.path("responses"),
                    (status, response) -> all.putAll(answered(Integer.parseInt(status), document.resolve(response))));
            all.forEach((name, answered) ->
                    answers.add(new Example(node.path("operationId").asText(), name, sent, Optional.of(answered))));
        });
        return answers;
    }

    private Map<String, Answered> successes(JsonNode operation) {
        Map<String, Answered> successes = new LinkedHashMap<>();
        Document.fields(operation.path("responses"), (status, response) -> {
            if (status.startsWith("2")) {
                successes.putAll(answered(Integer.parseInt(status), document.resolve(response)));
            }
        });
        return successes;
    }

    private Map<String, Answered> answered(int status, JsonNode response) {
        Map<String, String> headers = new LinkedHashMap<>();
        Document.fields(
                response.path("headers"),
                (name, header) -> headers.put(
                        name, document.resolve(header).path("example").asText()));
        Map<String, Answered> answers = new LinkedHashMap<>();
        if (!response.has("content")) {
            answers.put(status + "", new Answered(status, headers, Optional.empty()));
        }
        Document.fields(
                response.path("content"),
                (type, content) -> named(content).forEach((name, example) -> {
                    Map<String, String> typed = new LinkedHashMap<>(headers);
                    typed.put("Content-Type", type);
                    answers.put((status + " " + name).strip(), new Answered(status, typed, value(example)));
                }));
        return answers;
    }

    private Sent sent(Operation operation, JsonNode example, Optional<String> body) {
        JsonNode chosen = example.path("x-parameters");
        Map<String, String> query = new LinkedHashMap<>();
        Map<String, String> headers = new LinkedHashMap<>(Map.of("Authorization", "Bearer example"));
        JsonNode requestBody =
                Objects.requireNonNull(document.operations().get(operation)).path("requestBody");
        body.ifPresent(any -> headers.put("Content-Type", typeOf(requestBody)));
        String path = operation.path();
        boolean chooses = !chosen.isMissingNode();
        for (JsonNode parameter : document.parameters(operation)) {
            String name = parameter.path("name").asText();
            String value = chosen.has(name) ? chosen.path(name).asText() : simple(parameter.path("example"));
            switch (parameter.path("in").asText()) {
                case "path" -> path = path.replace("{" + name + "}", value);
                case "query" -> {
                    // One that stands in place of others has no example.
                    if (!value.isEmpty()) {
                        query.put(name, value);
                    }
                }
                default -> {
                    if (!chooses || chosen.has(name) || !name.startsWith("If-")) {
                        headers.put(name, value);
                    }
                }
            }
        }
        Optional<String> written =
                typeOf(requestBody).equals(FORM) ? body.map(any -> form(example.path("value"))) : body;
        return new Sent(operation.method(), path, query, headers, written);
    }

    /** A list goes with commas between. */
    private static String simple(JsonNode value) {
        List<String> items = new ArrayList<>();
        value.elements().forEachRemaining(item -> items.add(item.asText()));
        return value.isArray() ? String.join(",", items) : value.asText();
    }

    private static String form(JsonNode value) {
        List<String> fields = new ArrayList<>();
        Document.fields(
                value,
                (name, field) -> fields.add(name + "=" + URLEncoder.encode(field.asText(), StandardCharsets.UTF_8)));
        return String.join("&", fields);
    }

    /** JSON, but for the one operation that speaks another protocol and the one that takes a form. */
    private static JsonNode bodyOf(JsonNode requestBody) {
        return requestBody.path("content").path(typeOf(requestBody));
    }

    private static String typeOf(JsonNode requestBody) {
        return List.of("text/plain", FORM).stream()
                .filter(type -> requestBody.path("content").has(type))
                .findFirst()
                .orElse("application/json");
    }

    /** The examples of a media type by name, each as an Example Object; the name of a lone one is empty. */
    Map<String, JsonNode> named(JsonNode content) {
        Map<String, JsonNode> named = new LinkedHashMap<>();
        if (content.has("example")) {
            named.put("", ((ObjectNode) content.deepCopy()).set("value", content.path("example")));
        }
        Document.fields(content.path("examples"), (name, example) -> named.put(name, document.resolve(example)));
        return named;
    }

    private static Optional<String> value(JsonNode example) {
        JsonNode value = example.path("value");
        return value.isMissingNode()
                ? Optional.empty()
                : Optional.of(value.isTextual() ? value.asText() : value.toString());
    }
}
