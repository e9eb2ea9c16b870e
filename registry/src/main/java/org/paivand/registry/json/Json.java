package org.paivand.registry.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.paivand.registry.directory.Fault;
import org.paivand.registry.directory.InvalidRegistryException;

/** JSON (RFC 8259) in UTF-8 without a byte order mark; a member that is there twice is refused. */
final class Json {

    /** Of a whole file; one item takes a kilobyte. */
    private static final long MAX_CHARACTERS = 256L << 20;

    private static final int MAX_ITEM_BYTES = 256 << 10;

    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(MAX_CHARACTERS)
                    .maxNestingDepth(20)
                    .maxStringLength(10_000)
                    .maxNumberLength(20)
                    .maxNameLength(100)
                    .build())
            .build());

    private Json() {}

    /** Decodes first, since a JSON parser would guess at UTF-16 and UTF-32; closing it closes the stream. */
    static JsonParser parser(InputStream in) throws IOException {
        return MAPPER.createParser(new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    static JsonGenerator generator(OutputStream out) throws IOException {
        return MAPPER.createGenerator(out);
    }

    /** The value that begins with the token the parser stands at. */
    static JsonNode value(JsonParser parser) throws IOException {
        return MAPPER.readTree(parser);
    }

    /** Reads one item that is a document of its own. */
    static <T> T item(byte[] document, Function<Members, T> reader) throws InvalidRegistryException {
        try {
            if (document.length > MAX_ITEM_BYTES) {
                throw new MalformedFile("", Fault.Sort.REFUSED, "is larger than " + MAX_ITEM_BYTES + " bytes");
            }
            return Members.objectOf(tree(document), "", reader);
        } catch (MalformedFile e) {
            throw new InvalidRegistryException(List.of(e.fault()));
        }
    }

    /** Without insignificant space, members in the order in which they were put. */
    static byte[] compact(JsonNode item) {
        try {
            return MAPPER.writeValueAsBytes(item);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of nodes can always be written", impossible);
        }
    }

    /** One key per line, lists of texts on the line of their key, a newline at the end: made to be edited by people. */
    static byte[] lined(JsonNode document) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        try {
            String text = MAPPER.writer(new DefaultPrettyPrinter().withObjectIndenter(lines))
                    .writeValueAsString(document);
            return (text + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of nodes can always be written", impossible);
        }
    }

    static MalformedFile malformed(IOException e) {
        if (e instanceof JsonProcessingException json && json.getLocation() != null) {
            return new MalformedFile(
                    "",
                    Fault.Sort.NOT_JSON,
                    "isn't JSON, line " + json.getLocation().getLineNr());
        }
        return new MalformedFile(
                "", Fault.Sort.NOT_JSON, e instanceof CharacterCodingException ? "isn't UTF-8" : "isn't JSON");
    }

    static JsonNode tree(byte[] document) {
        try (JsonParser parser = parser(new ByteArrayInputStream(document))) {
            if (parser.nextToken() == null) {
                throw new MalformedFile("", Fault.Sort.NOT_JSON, "is empty");
            }
            JsonNode tree = value(parser);
            if (parser.nextToken() != null) {
                throw new MalformedFile("", Fault.Sort.NOT_JSON, "goes on after its end");
            }
            return tree;
        } catch (IOException e) {
            throw malformed(e);
        }
    }
}
