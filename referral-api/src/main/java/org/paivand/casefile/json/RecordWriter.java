package org.paivand.casefile.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes a record as the object {@link RecordReader} reads: members in the order of its components, sets sorted,
 * nothing empty.
 */
final class RecordWriter {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private RecordWriter() {}

    static ObjectNode write(Object record) {
        ObjectNode object = NODES.objectNode();
        for (RecordComponent component : Shape.of(record.getClass()).components()) {
            member(Shape.valueOf(component, record)).ifPresent(node -> object.set(component.getName(), node));
        }
        return object;
    }

    private static Optional<JsonNode> member(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(RecordWriter::node);
        }
        if (value instanceof Collection<?> items) {
            ArrayNode array = NODES.arrayNode(items.size());
            Stream<JsonNode> nodes = items.stream().map(RecordWriter::node);
            (value instanceof Set<?> ? nodes.sorted(Comparator.comparing(JsonNode::toString)) : nodes)
                    .forEach(array::add);
            return array.isEmpty() ? Optional.empty() : Optional.of(array);
        }
        return Optional.of(node(value));
    }

    private static JsonNode node(Object value) {
        return Scalars.isScalar(value.getClass()) ? Scalars.write(value) : write(value);
    }
}
