package org.paivand.suite;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;

/** What the node answered. */
final class Reply {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final int status;
    private final HttpHeaders headers;
    private final byte[] bytes;

    Reply(int status, HttpHeaders headers, byte[] bytes) {
        this.status = status;
        this.headers = headers;
        this.bytes = bytes.clone();
    }

    int status() {
        return status;
    }

    HttpHeaders headers() {
        return headers;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    JsonNode json() {
        try {
            return JSON.readTree(bytes);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError("not JSON: " + text(), notJson);
        } catch (java.io.IOException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    String at(String pointer) {
        return json().at(pointer).asText();
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** This reply, which must have the status. */
    Reply is(int expected) {
        assertEquals(expected, status, this::text);
        return this;
    }

    /** This reply, which must be the problem. */
    Reply refused(int expected, String code) {
        assertAll(
                () -> assertEquals(expected, status, this::text),
                () -> assertEquals(code, at("/code")),
                () -> assertEquals("application/problem+json", header("Content-Type")));
        return this;
    }

    /** The first fault of an invalid request, as {@code pointer code}. */
    String fault() {
        return at("/errors/0/pointer") + " " + at("/errors/0/code");
    }

    @Override
    public String toString() {
        return status + " " + text();
    }
}
