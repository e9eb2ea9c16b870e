package org.paivand.disclosure.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One line in which two policies differ.
 *
 * @param path a JSON pointer (RFC 6901); a duty is named by its code, not by its place
 * @param before absent if the line is new; a list as its codes, separated by commas
 * @param after absent if the line is gone
 */
public record PolicyDifference(String path, Optional<String> before, Optional<String> after) {
    /** In the order of the newer document, with what is gone behind. Empty for the same policy, and for no other. */
    public static List<PolicyDifference> between(PolicyDocument older, PolicyDocument newer) {
        Map<String, String> before = lines(older);
        Map<String, String> after = lines(newer);
        Set<String> paths = new LinkedHashSet<>(after.keySet());
        paths.addAll(before.keySet());
        List<PolicyDifference> differences = new ArrayList<>();
        for (String path : paths) {
            Optional<String> was = Optional.ofNullable(before.get(path));
            Optional<String> is = Optional.ofNullable(after.get(path));
            if (!was.equals(is)) {
                differences.add(new PolicyDifference(path, was, is));
            }
        }
        return differences;
    }

    private static Map<String, String> lines(PolicyDocument document) {
        Map<String, String> lines = new LinkedHashMap<>();
        try {
            collect("", StrictJson.tree(document.bytes()), lines);
        } catch (InvalidDocumentException impossible) {
            throw new IllegalStateException("a policy was read before", impossible);
        }
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

    /** Duties are the one list of objects; all others are lists of codes. */
    private static void list(String pointer, JsonNode items, Map<String, String> lines) {
        List<String> codes = new ArrayList<>();
        for (JsonNode item : items) {
            if (item.isObject()) {
                collect(pointer + "/" + item.path("code").asText(), item, lines);
            } else {
                codes.add(item.asText());
            }
        }
        if (codes.size() == items.size()) {
            lines.put(pointer, String.join(", ", codes));
        }
    }
}
