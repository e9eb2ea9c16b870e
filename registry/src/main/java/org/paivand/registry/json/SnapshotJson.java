package org.paivand.registry.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.paivand.registry.directory.Contents;
import org.paivand.registry.directory.Directory;
import org.paivand.registry.directory.Fault;
import org.paivand.registry.directory.InvalidRegistryException;
import org.paivand.registry.directory.PublicPart;

/**
 * The {@linkplain PublicPart public part} of a directory as one document. Format
 * {@code paivand-directory/v1}; members stand in one order, items in the order of their ids, without insignificant space.
 */
public final class SnapshotJson {

    private static final String FORMAT = "paivand-directory/v1";

    private SnapshotJson() {}

    /** Equal directories give equal bytes, whatever was agreed. */
    public static byte[] write(Directory directory) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = Json.generator(bytes)) {
            Contents contents = PublicPart.of(directory);
            out.writeStartObject();
            out.writeStringField("format", FORMAT);
            write(out, "agencies", contents.agencies(), AgencyJson::node);
            write(out, "locations", contents.locations(), LocationJson::node);
            write(out, "services", contents.services(), ServiceJson::node);
            write(out, "nodes", contents.nodes(), NodeJson::node);
            out.writeEndObject();
        } catch (IOException impossible) {
            throw new IllegalStateException("bytes in memory can always be written", impossible);
        }
        return bytes.toByteArray();
    }

    /** A directory without agreements; what {@link #write} wouldn't have written is refused, but for its spacing. */
    public static Directory read(byte[] document) throws InvalidRegistryException {
        List<Fault> problems = new ArrayList<>();
        try (JsonParser in = Json.parser(new ByteArrayInputStream(document))) {
            expect(in.nextToken() == JsonToken.START_OBJECT, "is not an object");
            member(in, "format");
            expect(in.nextToken() == JsonToken.VALUE_STRING && FORMAT.equals(in.getText()), "is not " + FORMAT);
            Contents contents = new Contents(
                    items(in, "agencies", AgencyJson::read, problems),
                    items(in, "locations", LocationJson::read, problems),
                    items(in, "services", ServiceJson::read, problems),
                    items(in, "nodes", NodeJson::read, problems),
                    List.of());
            expect(in.nextToken() == JsonToken.END_OBJECT && in.nextToken() == null, "goes on after its end");
            if (!problems.isEmpty()) {
                throw new InvalidRegistryException(problems);
            }
            return Directory.of(contents);
        } catch (IOException e) {
            throw new InvalidRegistryException(List.of(Json.malformed(e).fault()));
        } catch (MalformedFile e) {
            problems.add(e.fault());
            throw new InvalidRegistryException(problems);
        }
    }

    private static <T> void write(JsonGenerator out, String name, Collection<T> items, Function<T, ObjectNode> node)
            throws IOException {
        out.writeArrayFieldStart(name);
        for (T item : items) {
            out.writeTree(node.apply(item));
        }
        out.writeEndArray();
    }

    private static <T> List<T> items(JsonParser in, String name, Function<Members, T> reader, List<Fault> problems)
            throws IOException {
        member(in, name);
        expect(in.nextToken() == JsonToken.START_ARRAY, "has no array of " + name);
        return ItemFile.array(in, name, reader, problems);
    }

    private static void member(JsonParser in, String name) throws IOException {
        expect(
                in.nextToken() == JsonToken.FIELD_NAME && name.equals(in.currentName()),
                "has no " + name + " in its place");
    }

    private static void expect(boolean condition, String fault) {
        if (!condition) {
            throw new MalformedFile("", Fault.Sort.REFUSED, fault);
        }
    }
}
