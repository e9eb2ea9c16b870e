package org.paivand.registry.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The members of one JSON object, each taken once; {@link #end} refuses those nobody took. Faults are thrown as
 * {@link MalformedFile} with the JSON pointer of the place.
 */
final class Members {

    private final JsonNode object;
    private final String pointer;
    private final Set<String> taken = new HashSet<>();

    Members(JsonNode object, String pointer) {
        if (!object.isObject()) {
            throw new MalformedFile(pointer, "is not an object");
        }
        this.object = object;
        this.pointer = pointer;
    }

    <T> T text(String name, Function<String, T> reader) {
        return textOf(require(name), at(name), reader);
    }

    <T> Optional<T> optionalText(String name, Function<String, T> reader) {
        return take(name).map(node -> textOf(node, at(name), reader));
    }

    boolean truth(String name) {
        JsonNode node = require(name);
        if (!node.isBoolean()) {
            throw new MalformedFile(at(name), "is not true or false");
        }
        return node.booleanValue();
    }

    int number(String name) {
        JsonNode node = require(name);
        if (!node.isInt()) {
            throw new MalformedFile(at(name), "is not a whole number");
        }
        return node.intValue();
    }

    <T> T object(String name, Function<Members, T> reader) {
        return objectOf(require(name), at(name), reader);
    }

    <T> Optional<T> optionalObject(String name, Function<Members, T> reader) {
        return take(name).map(node -> objectOf(node, at(name), reader));
    }

    <T> List<T> objects(String name, Function<Members, T> reader) {
        List<T> items = new ArrayList<>();
        JsonNode array = array(name);
        for (int i = 0; i < array.size(); i++) {
            items.add(objectOf(array.get(i), at(name) + "/" + i, reader));
        }
        return items;
    }

    <T> Set<T> texts(String name, Function<String, T> reader) {
        Set<T> items = new HashSet<>();
        JsonNode array = array(name);
        for (int i = 0; i < array.size(); i++) {
            if (!items.add(textOf(array.get(i), at(name) + "/" + i, reader))) {
                throw new MalformedFile(at(name) + "/" + i, "is there twice");
            }
        }
        return items;
    }

    <T> Optional<Set<T>> optionalTexts(String name, Function<String, T> reader) {
        return has(name) ? Optional.of(texts(name, reader)) : Optional.empty();
    }

    boolean has(String name) {
        return object.has(name);
    }

    /** Call after the last member was taken. */
    void end() {
        for (String name : (Iterable<String>) object::fieldNames) {
            if (!taken.contains(name)) {
                throw new MalformedFile(at(name), "is not a known member");
            }
        }
    }

    private static <T> T textOf(JsonNode node, String at, Function<String, T> reader) {
        if (!node.isTextual()) {
            throw new MalformedFile(at, "is not a text");
        }
        return checked(at, () -> reader.apply(node.textValue()));
    }

    private static <T> T objectOf(JsonNode node, String at, Function<Members, T> reader) {
        Members members = new Members(node, at);
        T value = checked(at, () -> reader.apply(members));
        members.end();
        return value;
    }

    private static <T> T checked(String at, Supplier<T> value) {
        try {
            return value.get();
        } catch (MalformedFile e) {
            throw e;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new MalformedFile(at, "is refused: " + e.getMessage());
        }
    }

    private JsonNode array(String name) {
        JsonNode node = require(name);
        if (!node.isArray()) {
            throw new MalformedFile(at(name), "is not an array");
        }
        return node;
    }

    private JsonNode require(String name) {
        return take(name).orElseThrow(() -> new MalformedFile(at(name), "is missing"));
    }

    private Optional<JsonNode> take(String name) {
        taken.add(name);
        return Optional.ofNullable(object.get(name));
    }

    private String at(String name) {
        return pointer + "/" + name;
    }
}
