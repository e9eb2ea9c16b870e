package org.paivand.launcher.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** What the node answered. */
public final class Answer {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final int status;
    private final String exchange;
    private final String tag;
    private final byte[] body;

    /**
     * @param exchange the id under which log and operator know this exchange; empty if the node gave none
     * @param tag the version as a tag; empty if it has none
     */
    Answer(int status, String exchange, String tag, byte[] body) {
        this.status = status;
        this.exchange = exchange;
        this.tag = tag;
        this.body = body;
    }

    public int status() {
        return status;
    }

    String exchange() {
        return exchange;
    }

    String tag() {
        return tag;
    }

    byte[] bytes() {
        return body;
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Missing if the body isn't JSON. */
    public JsonNode json() {
        try {
            return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A text of the body by JSON Pointer (RFC 6901); empty if there is none. */
    public String text(String pointer) {
        return json().at(pointer).asText();
    }

    List<String> texts(String pointer) {
        return elements(json().at(pointer)).stream().map(JsonNode::asText).toList();
    }

    /** The categories whose values came with this answer. */
    Set<String> released() {
        return names(json().path("sections"));
    }

    /** Why a category was withheld, as a code; empty if it wasn't. */
    String withheld(String category) {
        return elements(json().path("withheld")).stream()
                .filter(part -> part.path("category").asText().equals(category))
                .map(part -> part.path("reasonCode").asText())
                .findFirst()
                .orElse("");
    }

    /** In one line: the status, the problem's code, and each withheld category with its reason. */
    public String summary() {
        StringBuilder summary = new StringBuilder(Integer.toString(status));
        String code = text("/code");
        if (!code.isEmpty()) {
            summary.append(' ').append(code);
        }
        for (JsonNode part : json().path("withheld")) {
            summary.append(", ").append(part.path("category").asText()).append(": ");
            summary.append(part.path("reasonCode").asText());
        }
        return summary.toString();
    }

    static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
