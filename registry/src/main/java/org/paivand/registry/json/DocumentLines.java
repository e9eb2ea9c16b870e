package org.paivand.registry.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A document of ours as lines, each with its JSON pointer (RFC 6901), so that two can be compared. */
public final class DocumentLines {

    private DocumentLines() {}

    /** In the order of the document. A list of texts is one line; of objects, each has lines of its own. */
    public static Map<String, String> of(byte[] document) {
        Map<String, String> lines = new LinkedHashMap<>();
        collect("", Json.tree(document), lines);
        return lines;
    }

    private static void collect(String pointer, JsonNode node, Map<String, String> lines) {
        if (node.isObject()) {
            node.properties().forEach(member -> collect(pointer + "/" + member.getKey(), member.getValue(), lines));
        } else if (node.isArray()) {
            list(pointer, node, lines);
        } else {
            lines.put(pointer, node.asText());
        }
    }

    private static void list(String pointer, JsonNode items, Map<String, String> lines) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).isObject()) {
                collect(pointer + "/" + i, items.get(i), lines);
            } else {
                texts.add(items.get(i).asText());
            }
        }
        if (texts.size() == items.size()) {
            lines.put(pointer, String.join(", ", texts));
        }
    }
}
