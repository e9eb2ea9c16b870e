package org.paivand.export.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Parts that many elements are made of. */
final class Nodes {
    private Nodes() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array(List<ObjectNode> parts) {
        return JsonNodeFactory.instance.arrayNode().addAll(parts);
    }

    /** A reference that nobody can follow, by an identifier of ours. */
    static ObjectNode logical(String type, Sid system, String value) {
        ObjectNode reference = object().put("type", type);
        return reference.set("identifier", identifier(system, value));
    }

    static ObjectNode logical(Sid system, String value) {
        return object().set("identifier", identifier(system, value));
    }

    private static ObjectNode identifier(Sid system, String value) {
        return object().put("system", system.uri()).put("value", value);
    }
}
