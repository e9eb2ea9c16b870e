package org.paivand.disclosure.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.disclosure.Coded;
import org.paivand.disclosure.Sha256;

/**
 * The members of one JSON object, each of known name and type; one that was not asked for is refused at the end. Null is
 * refused everywhere: what is absent is left out.
 */
public final class Members {
    private final JsonNode object;
    private final String pointer;
    private final Set<String> taken = new HashSet<>();

    private Members(JsonNode object, String pointer) {
        this.object = object;
        this.pointer = pointer;
    }

    static Members of(JsonNode node, String pointer) throws InvalidDocumentException {
        if (!node.isObject()) {
            throw new InvalidDocumentException(pointer, "not an object");
        }
        return new Members(node, pointer);
    }

    private void end() throws InvalidDocumentException {
        if (taken.size() != object.size()) {
            throw new InvalidDocumentException(pointer, "an unknown member");
        }
    }

    public boolean has(String name) {
        return object.has(name);
    }

    /** The first member of every document says which format it has. */
    void format(String expected) throws InvalidDocumentException {
        if (!text("format").equals(expected)) {
            throw new InvalidDocumentException(at("format"), "another format");
        }
    }

    /** One of the versions of a format; that it is the right one is seen when the document is written again. */
    void format(Set<String> expected) throws InvalidDocumentException {
        if (!expected.contains(text("format"))) {
            throw new InvalidDocumentException(at("format"), "another format");
        }
    }

    public String text(String name) throws InvalidDocumentException {
        return take(name, JsonNodeType.STRING).textValue();
    }

    public boolean flag(String name) throws InvalidDocumentException {
        return take(name, JsonNodeType.BOOLEAN).booleanValue();
    }

    public int number(String name) throws InvalidDocumentException {
        JsonNode node = take(name, JsonNodeType.NUMBER);
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            throw new InvalidDocumentException(at(name), "not a 32-bit integer");
        }
        return node.intValue();
    }

    public long bigNumber(String name) throws InvalidDocumentException {
        JsonNode node = take(name, JsonNodeType.NUMBER);
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw new InvalidDocumentException(at(name), "not a 64-bit integer");
        }
        return node.longValue();
    }

    public <T> T value(String name, Function<String, T> parser) throws InvalidDocumentException {
        return parse(text(name), at(name), parser);
    }

    public <E extends Enum<E> & Coded> E code(String name, Class<E> list) throws InvalidDocumentException {
        return value(name, text -> Coded.of(list, text));
    }

    public UUID uuid(String name) throws InvalidDocumentException {
        return value(name, Members::parsedUuid);
    }

    public Instant instant(String name) throws InvalidDocumentException {
        return value(name, Members::parsedInstant);
    }

    public Sha256 sha256(String name) throws InvalidDocumentException {
        return value(name, Sha256::of);
    }

    public <T> T object(String name, StrictJson.Reader<T> reader) throws InvalidDocumentException {
        return whole(take(name, JsonNodeType.OBJECT), at(name), reader);
    }

    public <T> Optional<T> optional(String name, StrictJson.Reader<T> reader) throws InvalidDocumentException {
        return has(name) ? Optional.of(reader.read(this)) : Optional.empty();
    }

    public <T> List<T> objects(String name, StrictJson.Reader<T> reader) throws InvalidDocumentException {
        List<T> values = new ArrayList<>();
        for (JsonNode item : take(name, JsonNodeType.ARRAY)) {
            values.add(whole(item, at(name) + "/" + values.size(), reader));
        }
        return values;
    }

    /** A list of texts, in their order. */
    public <T> List<T> list(String name, Function<String, T> parser) throws InvalidDocumentException {
        List<T> values = new ArrayList<>();
        for (JsonNode item : take(name, JsonNodeType.ARRAY)) {
            String place = at(name) + "/" + values.size();
            if (!item.isTextual()) {
                throw new InvalidDocumentException(place, "not a text");
            }
            values.add(parse(item.textValue(), place, parser));
        }
        return values;
    }

    /** A list of distinct texts; whether their order is the right one is seen when the document is written again. */
    public <T> Set<T> set(String name, Function<String, T> parser) throws InvalidDocumentException {
        Set<T> values = new HashSet<>();
        List<T> listed = list(name, parser);
        for (int position = 0; position < listed.size(); position++) {
            if (!values.add(listed.get(position))) {
                throw new InvalidDocumentException(at(name) + "/" + position, "a repeated value");
            }
        }
        return values;
    }

    public <E extends Enum<E> & Coded> Set<E> codes(String name, Class<E> list) throws InvalidDocumentException {
        return set(name, text -> Coded.of(list, text));
    }

    /** An object whose member names are codes, each with a value taken from that member. */
    <K extends Enum<K> & Coded, V> Map<K, V> map(String name, Class<K> keys, ValueReader<V> reader)
            throws InvalidDocumentException {
        Members inner = Members.of(take(name, JsonNodeType.OBJECT), at(name));
        Map<K, V> values = new LinkedHashMap<>();
        for (Iterator<String> names = inner.object.fieldNames(); names.hasNext(); ) {
            String key = names.next();
            K code = parse(key, at(name), text -> Coded.of(keys, text));
            values.put(code, reader.read(inner, key));
        }
        return values;
    }

    static UUID parsedUuid(String text) {
        UUID parsed = UUID.fromString(text);
        if (!parsed.toString().equals(text)) {
            throw new IllegalArgumentException("not a UUID in its one form");
        }
        return parsed;
    }

    static Instant parsedInstant(String text) {
        Instant parsed = Instant.parse(text);
        if (!parsed.toString().equals(text)) {
            throw new IllegalArgumentException("not an instant in its one form");
        }
        return parsed;
    }

    /** Reads an object to its end. */
    static <T> T whole(JsonNode node, String place, StrictJson.Reader<T> reader) throws InvalidDocumentException {
        Members members = Members.of(node, place);
        try {
            T value = reader.read(members);
            members.end();
            return value;
        } catch (IllegalArgumentException broken) {
            throw new InvalidDocumentException(place, "a value breaks a rule of the format");
        }
    }

    private static <T> T parse(String text, String place, Function<String, T> parser) throws InvalidDocumentException {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException | DateTimeException wrong) {
            throw new InvalidDocumentException(place, "not a value that can stand here");
        }
    }

    private JsonNode take(String name, JsonNodeType type) throws InvalidDocumentException {
        JsonNode node = object.path(name);
        if (node.isMissingNode()) {
            throw new InvalidDocumentException(at(name), "a missing member");
        }
        taken.add(name);
        if (node.getNodeType() != type) {
            throw new InvalidDocumentException(at(name), "not of the right type");
        }
        return node;
    }

    private String at(String name) {
        return pointer + "/" + name;
    }

    /** Takes the value of one member. */
    public interface ValueReader<V> {
        V read(Members members, String name) throws InvalidDocumentException;
    }
}
