package org.paivand.casefile.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** What the log says was released: where, by JSON pointer (RFC 6901) into the category, and never what. */
public final class ReleasedPaths {

    private ReleasedPaths() {}

    /**
     * One pointer for each value, in document order, such as {@code /givenName/value}; an array of plain values
     * counts as one value, the members of an array of objects each by their index.
     */
    public static List<String> of(JsonNode section) {
        List<String> pointers = new ArrayList<>();
        collect("", section, pointers);
        return List.copyOf(pointers);
    }

    private static void collect(String pointer, JsonNode node, List<String> pointers) {
        if (node.isObject()) {
            node.properties().forEach(member -> collect(pointer + "/" + member.getKey(), member.getValue(), pointers));
        } else if (node.isArray()
                && StreamSupport.stream(node.spliterator(), false).anyMatch(JsonNode::isContainerNode)) {
            for (int i = 0; i < node.size(); i++) {
                collect(pointer + "/" + i, node.get(i), pointers);
            }
        } else {
            pointers.add(pointer);
        }
    }
}
