package org.paivand.disclosure.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;

/**
 * JSON (RFC 8259) in one form only: UTF-8 without a byte order mark, members in the order of the format, no
 * insignificant space ("compact") or one key per line ("lined"). A document that would not be written just so is refused.
 */
public final class StrictJson {
    private static final int MAX_BYTES = 4 << 20;
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(20)
                            .maxStringLength(10_000)
                            .maxNumberLength(20)
                            .maxNameLength(100)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private StrictJson() {}

    /** Reads one document, checks every member, and refuses bytes that its writer would not have written. */
    static <T> T read(byte[] bytes, Reader<T> reader, Function<T, byte[]> writer) throws InvalidDocumentException {
        T value = Members.whole(tree(bytes), "", reader);
        if (!Arrays.equals(bytes, writer.apply(value))) {
            throw new InvalidDocumentException("", "not in the one form in which it is written");
        }
        return value;
    }

    /** Reads one document and checks every member, in whatever order they stand; for documents that others write. */
    public static <T> T read(byte[] bytes, Reader<T> reader) throws InvalidDocumentException {
        return Members.whole(tree(bytes), "", reader);
    }

    public static byte[] compact(ObjectNode document) {
        try {
            return MAPPER.writeValueAsBytes(document);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of nodes can always be written", impossible);
        }
    }

    /** One key per line, lists on the line of their key, a newline at the end: made to be reviewed by people. */
    static byte[] lined(ObjectNode document) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        try {
            String text = MAPPER.writer(new DefaultPrettyPrinter().withObjectIndenter(lines))
                    .writeValueAsString(document);
            return (text + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of nodes can always be written", impossible);
        }
    }

    static JsonNode tree(byte[] bytes) throws InvalidDocumentException {
        if (bytes.length > MAX_BYTES) {
            throw new InvalidDocumentException("", "larger than " + MAX_BYTES + " bytes");
        }
        try {
            return MAPPER.readTree(utf8(bytes));
        } catch (CharacterCodingException notText) {
            throw new InvalidDocumentException("", "not UTF-8");
        } catch (IOException notJson) {
            throw new InvalidDocumentException("", "not one JSON document with distinct members");
        }
    }

    /** Decodes first, since a JSON parser would guess at UTF-16 and UTF-32. */
    private static String utf8(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    /** Takes a value out of the members of an object. */
    public interface Reader<T> {
        T read(Members members) throws InvalidDocumentException;
    }
}
