package org.paivand.disclosure.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.paivand.disclosure.Coded;
import org.paivand.disclosure.Party;

/** Builds the members of a document in the order in which they are put. */
public final class Nodes {
    private Nodes() {}

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode document(String format) {
        return object().put("format", format);
    }

    public static <T> ArrayNode texts(Collection<T> values, Function<T, String> text) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        values.forEach(value -> array.add(text.apply(value)));
        return array;
    }

    public static ArrayNode codes(Collection<? extends Coded> values) {
        return texts(values, Coded::code);
    }

    static <T> ArrayNode objects(Collection<T> values, Function<T, ObjectNode> node) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        values.forEach(value -> array.add(node.apply(value)));
        return array;
    }

    public static <T> void optional(ObjectNode object, String name, Optional<T> value, Function<T, String> text) {
        value.ifPresent(present -> object.put(name, text.apply(present)));
    }

    static <K extends Coded> ObjectNode codeMap(Map<K, ? extends Coded> values) {
        ObjectNode object = object();
        values.forEach((key, value) -> object.put(key.code(), value.code()));
        return object;
    }

    static <K extends Coded> ObjectNode codeSets(Map<K, ? extends Collection<? extends Coded>> values) {
        ObjectNode object = object();
        values.forEach((key, value) -> object.set(key.code(), codes(value)));
        return object;
    }

    static ObjectNode party(Party party) {
        return object().put("agency", party.agency().value())
                .put("kind", party.kind().code())
                .put("jurisdiction", party.jurisdiction().code());
    }
}
