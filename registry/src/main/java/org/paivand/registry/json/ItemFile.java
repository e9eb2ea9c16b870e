package org.paivand.registry.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A file of items under one name, and perhaps a {@code notice} for the people who read it. Items are read one by one, so
 * that a large file takes no more memory than what is made of it, and one that is wrong doesn't hide the next.
 */
final class ItemFile<T> {

    private static final int MAX_PROBLEMS = 100;

    private final String name;
    private final Function<Members, T> reader;
    private final List<String> problems;
    private final List<T> items = new ArrayList<>();
    private boolean found;

    private ItemFile(String name, Function<Members, T> reader, List<String> problems) {
        this.name = name;
        this.reader = reader;
        this.problems = problems;
    }

    /** Reads to the end and closes; what is wrong is added to the problems. */
    static <T> List<T> read(InputStream in, String name, Function<Members, T> reader, List<String> problems)
            throws IOException {
        ItemFile<T> file = new ItemFile<>(name, reader, problems);
        try (JsonParser parser = Json.parser(in)) {
            file.whole(parser);
        } catch (JsonProcessingException | CharacterCodingException e) {
            file.problem(Json.malformed(e));
        } catch (MalformedFile e) {
            file.problem(e);
        }
        return file.items;
    }

    private void whole(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new MalformedFile("", "is not an object");
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            member(parser);
        }
        if (parser.nextToken() != null) {
            throw new MalformedFile("", "goes on after its end");
        }
        if (!found) {
            throw new MalformedFile("/" + name, "is missing");
        }
    }

    private void member(JsonParser parser) throws IOException {
        String member = parser.currentName();
        JsonToken value = parser.nextToken();
        if (member.equals(name)) {
            if (value != JsonToken.START_ARRAY) {
                throw new MalformedFile("/" + name, "is not an array");
            }
            found = true;
            array(parser);
        } else if (!member.equals("notice")) {
            throw new MalformedFile("/" + member, "is not a known member");
        } else if (value != JsonToken.VALUE_STRING) {
            throw new MalformedFile("/notice", "is not a text");
        }
    }

    private void array(JsonParser parser) throws IOException {
        int faults = 0;
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            JsonNode item = Json.value(parser);
            try {
                items.add(Members.objectOf(item, "/" + name + "/" + i, reader));
            } catch (MalformedFile e) {
                problem(e);
                if (++faults == MAX_PROBLEMS) {
                    throw new MalformedFile("/" + name, "has more than that wrong");
                }
            }
        }
    }

    private void problem(MalformedFile e) {
        problems.add(name + ": " + e.getMessage());
    }
}
