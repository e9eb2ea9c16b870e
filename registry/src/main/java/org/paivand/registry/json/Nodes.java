package org.paivand.registry.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import org.paivand.disclosure.Coded;

/** Builds the members of an item in the order in which they are put; what may be absent is left out when it is empty. */
final class Nodes {

    private Nodes() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static <T> ArrayNode texts(Collection<T> values, Function<T, String> text) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        values.forEach(value -> array.add(text.apply(value)));
        return array;
    }

    static ArrayNode codes(Collection<? extends Coded> values) {
        return texts(values, Coded::code);
    }

    static <T> ArrayNode objects(Collection<T> values, Function<T, ObjectNode> node) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        values.forEach(value -> array.add(node.apply(value)));
        return array;
    }

    static <T> void optionalText(ObjectNode object, String name, Optional<T> value, Function<T, String> text) {
        value.ifPresent(present -> object.put(name, text.apply(present)));
    }

    static <T> void optionalObject(ObjectNode object, String name, Optional<T> value, Function<T, ObjectNode> node) {
        value.ifPresent(present -> object.set(name, node.apply(present)));
    }

    static void optionalArray(ObjectNode object, String name, ArrayNode values) {
        if (!values.isEmpty()) {
            object.set(name, values);
        }
    }
}
