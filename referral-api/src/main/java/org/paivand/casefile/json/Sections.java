package org.paivand.casefile.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.paivand.casefile.json.SectionError.Code;
import org.paivand.casefile.section.Message;
import org.paivand.casefile.section.PersonsAnswer;
import org.paivand.casefile.section.Releasable;
import org.paivand.casefile.section.Section;
import org.paivand.casefile.section.ServicePlan;
import org.paivand.disclosure.Category;

/** Sections as the JSON of the contract, read strictly: what isn't in the contract is refused, never dropped. */
public final class Sections {

    private static final int MAX_DEPTH = 8;
    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Sections() {}

    /** Reads a section of that category; every fault is named by pointer and code, none by its value. */
    public static Section parse(Category category, byte[] json) throws InvalidSection {
        Class<? extends Section> type = SectionTypes.of(category)
                .orElseThrow(() -> new InvalidSection(List.of(new SectionError("", Code.NOT_IN_LIST))));
        return read(type, json);
    }

    /** What the person said of the help, as strictly. */
    public static PersonsAnswer personsAnswer(byte[] json) throws InvalidSection {
        return read(PersonsAnswer.class, json);
    }

    /** What one agency writes to another, as strictly. */
    public static Message message(byte[] json) throws InvalidSection {
        return read(Message.class, json);
    }

    /** What a controller plans, as strictly. */
    public static ServicePlan plan(byte[] json) throws InvalidSection {
        return read(ServicePlan.class, json);
    }

    private static <T> T read(Class<T> type, byte[] json) throws InvalidSection {
        RecordReader reader = new RecordReader();
        Optional<T> read = reader.read(type, tree(json), "");
        if (read.isEmpty()) {
            throw new InvalidSection(reader.errors());
        }
        return read.get();
    }

    /** What is sealed: UTF-8, members in the contract's order, nothing empty; equal sections give equal bytes. */
    public static byte[] write(Section section) {
        return bytes(section);
    }

    public static byte[] write(PersonsAnswer answer) {
        return bytes(answer);
    }

    public static byte[] write(Message message) {
        return bytes(message);
    }

    public static byte[] write(ServicePlan plan) {
        return bytes(plan);
    }

    private static byte[] bytes(Object record) {
        try {
            return JSON.writeValueAsBytes(RecordWriter.write(record));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a section can always be written", e);
        }
    }

    /** What leaves, as the member of {@code sections} that carries its category's name. */
    public static ObjectNode released(Releasable category) {
        return RecordWriter.write(category);
    }

    private static JsonNode tree(byte[] json) throws InvalidSection {
        try {
            JsonNode tree = JSON.readTree(json);
            if (!tree.isMissingNode()) {
                return tree;
            }
        } catch (IOException e) {
            // Jackson's message repeats what was sent, so the exception ends here
        }
        throw new InvalidSection(List.of(new SectionError("", Code.MALFORMED_JSON)));
    }
}
