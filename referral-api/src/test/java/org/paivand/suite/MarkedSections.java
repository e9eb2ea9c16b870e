package org.paivand.suite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.paivand.casefile.json.InvalidSection;
import org.paivand.casefile.json.Samples;
import org.paivand.casefile.json.Sections;
import org.paivand.casefile.section.Section;
import org.paivand.disclosure.Category;

/** A full section of each category; whatever the contract lets somebody type freely is a marker of its own. */
final class MarkedSections {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int EDGE = 40;

    private static final Map<Category, String> SECTIONS = new EnumMap<>(Category.class);
    private static final List<String> FIELDS = new ArrayList<>();

    static {
        Samples.SECTIONS.forEach((category, sample) -> SECTIONS.put(category, marked(category, sample)));
    }

    private MarkedSections() {}

    static String of(Category category) {
        return Objects.requireNonNull(SECTIONS.get(category));
    }

    /** Where the markers are, as {@code category/pointer}. */
    static List<String> fields() {
        return List.copyOf(FIELDS);
    }

    /** How what is sealed begins and ends: a section of nothing but codes is found by these. */
    static List<String> edges() {
        List<String> edges = new ArrayList<>();
        SECTIONS.forEach((category, json) -> {
            String sealed = new String(Sections.write(parsed(category, json)), StandardCharsets.UTF_8);
            edges.add(sealed.substring(0, Math.min(EDGE, sealed.length())));
            edges.add(sealed.substring(Math.max(0, sealed.length() - EDGE)));
        });
        return edges;
    }

    private static String marked(Category category, String sample) {
        try {
            JsonNode section = JSON.readTree(sample);
            mark(category, section, section, category.code());
            return section.toString();
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void mark(Category category, JsonNode section, JsonNode at, String pointer) {
        if (at instanceof ObjectNode object) {
            for (String name : names(object)) {
                next(category, section, object.path(name), pointer + "/" + name, value -> object.set(name, value));
            }
        } else if (at instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int index = i;
                next(category, section, array.path(i), pointer + "/" + i, value -> array.set(index, value));
            }
        }
    }

    /** Sets a marker there if a section may hold it. */
    private static void next(
            Category category, JsonNode section, JsonNode old, String pointer, Consumer<JsonNode> put) {
        if (!old.isTextual()) {
            mark(category, section, old, pointer);
            return;
        }
        put.accept(TextNode.valueOf("%sN%02d".formatted(Markers.RUN, FIELDS.size())));
        if (isTaken(category, section.toString())) {
            FIELDS.add(pointer);
        } else {
            put.accept(old);
        }
    }

    private static boolean isTaken(Category category, String json) {
        try {
            Sections.parse(category, json.getBytes(StandardCharsets.UTF_8));
            return true;
        } catch (InvalidSection refused) {
            return false;
        }
    }

    private static Section parsed(Category category, String json) {
        try {
            return Sections.parse(category, json.getBytes(StandardCharsets.UTF_8));
        } catch (InvalidSection refused) {
            throw new IllegalStateException(refused);
        }
    }

    private static List<String> names(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
