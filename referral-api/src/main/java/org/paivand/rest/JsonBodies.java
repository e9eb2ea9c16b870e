package org.paivand.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;

/** Reads and writes wire records as JSON. A fault is named by the pointer of a member of the contract, never by what was sent. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, "application/problem+json"})
public class JsonBodies implements MessageBodyReader<Record>, MessageBodyWriter<Record> {
    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type.isRecord();
    }

    @Override
    public Record readFrom(
            Class<Record> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return read(type, body.readAllBytes());
    }

    /** Reads one body strictly, as every body is read. */
    public static <T extends Record> T read(Class<T> type, byte[] bytes) throws IOException {
        try {
            T read = StrictJson.MAPPER.readerFor(type).readValue(bytes);
            if (read == null) {
                throw ProblemException.of(ProblemCode.MALFORMED_JSON);
            }
            Complete.require(read);
            refuseNull(bytes);
            return read;
        } catch (UnrecognizedPropertyException unknown) {
            throw ProblemException.invalid(parent(unknown), "unknown-member");
        } catch (JsonMappingException mismatch) {
            if (mismatch.getPath().isEmpty() && !(mismatch.getCause() instanceof IllegalArgumentException)) {
                throw ProblemException.of(ProblemCode.MALFORMED_JSON);
            }
            throw ProblemException.invalid(pointer(mismatch.getPath()), wrong(mismatch));
        } catch (StreamReadException malformed) {
            throw ProblemException.of(ProblemCode.MALFORMED_JSON);
        } catch (JsonProcessingException other) {
            throw ProblemException.of(ProblemCode.MALFORMED_JSON);
        }
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type.isRecord();
    }

    @Override
    public void writeTo(
            Record answer,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        body.write(bytes(answer));
    }

    public static byte[] bytes(Record answer) throws IOException {
        return StrictJson.MAPPER.writeValueAsBytes(answer);
    }

    /** What a constructor refuses has the right type and a wrong value. */
    private static String wrong(JsonMappingException mismatch) {
        return mismatch instanceof ValueInstantiationException || mismatch instanceof InvalidFormatException
                ? "bad-pattern"
                : "wrong-type";
    }

    /** Jackson takes null for a member that may be missing; the contract has no null. By now every name is known to be ours. */
    private static void refuseNull(byte[] bytes) throws IOException {
        try (JsonParser tokens = StrictJson.MAPPER.createParser(bytes)) {
            for (JsonToken token = tokens.nextToken(); token != null; token = tokens.nextToken()) {
                if (token == JsonToken.VALUE_NULL) {
                    String pointer = tokens.getParsingContext().pathAsPointer().toString();
                    throw ProblemException.invalid(pointer, "wrong-type");
                }
            }
        }
    }

    private static String parent(JsonMappingException failure) {
        List<JsonMappingException.Reference> path = failure.getPath();
        return pointer(path.subList(0, Math.max(0, path.size() - 1)));
    }

    private static String pointer(List<JsonMappingException.Reference> path) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : path) {
            pointer.append('/')
                    .append(step.getFieldName() != null ? step.getFieldName() : String.valueOf(step.getIndex()));
        }
        return pointer.toString();
    }
}
