package org.paivand.suite;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.paivand.openapi.Answered;
import org.paivand.openapi.Contract;
import org.paivand.openapi.Sent;

/** The line to the node. Holds every request and every answer against the contract, and every answer against what is never said. */
final class Wire {
    static final Contract CONTRACT = Contract.load();

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Wire() {}

    static Reply send(Call call) {
        Reply reply = exchanged(call);
        if (Stream.of("/api/", "/log/", "/hsds/").anyMatch(call.path()::startsWith)) {
            requireOurManners(call, reply);
            requireTheContract(call, reply);
        }
        return reply;
    }

    private static Reply exchanged(Call call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        TestNode.prepared().base().resolve(call.path()))
                .timeout(PATIENCE);
        call.headers().forEach(request::header);
        request.method(call.method(), body(call));
        try {
            HttpResponse<byte[]> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Reply(response.statusCode(), response.headers(), response.body());
        } catch (IOException broken) {
            throw new AssertionError("no answer to " + call.method() + " " + call.path(), broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private static HttpRequest.BodyPublisher body(Call call) {
        if (call.body().isEmpty()) {
            return HttpRequest.BodyPublishers.noBody();
        }
        byte[] bytes = call.body().get().getBytes(StandardCharsets.UTF_8);
        return call.chunked()
                ? HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes))
                : HttpRequest.BodyPublishers.ofByteArray(bytes);
    }

    private static void requireOurManners(Call call, Reply reply) {
        String text = reply.text();
        assertAll(
                call.method() + " " + call.path() + " was answered " + reply.status(),
                () -> requireCaching(call, reply),
                () -> assertEquals("nosniff", reply.header("X-Content-Type-Options")),
                () -> assertEquals(36, reply.header("Paivand-Exchange").length()),
                () -> assertFalse(text.contains("Exception") || text.contains("\tat "), text),
                () -> assertFalse(text.contains("<html") && !call.path().matches(".*/(receipts|forms/).*"), text),
                () -> assertFalse(reply.status() >= 400 && text.contains(Markers.RUN), text));
        if (reply.status() >= 400 && !reply.header("Content-Type").startsWith("text/")) {
            assertEquals("urn:uuid:" + reply.header("Paivand-Exchange"), reply.at("/instance"));
        }
    }

    /** Nothing is kept but tiles of the log, which never change and tell nothing of anybody, and those by the caller alone; and what everybody may read. */
    private static void requireCaching(Call call, Reply reply) {
        String caching = reply.header("Cache-Control");
        boolean tile = call.path().matches("/log/(numbered/[0-9]+/)?tile/.*") && reply.status() < 400;
        boolean found = reply.status() == 200 || reply.status() == 304;
        if (found && call.path().matches("/hsds/v3/.*|/api/v1/directory/snapshot")) {
            assertEquals("public, max-age=300", caching);
        } else if (found && call.path().startsWith("/api/v1/directory/snapshot/")) {
            assertEquals("public, max-age=86400, immutable", caching);
        } else if (tile) {
            String expected = call.path().contains(".p/") ? "max-age=60" : "max-age=31536000, immutable";
            assertEquals("private, " + expected, caching);
        } else {
            assertEquals("no-store", caching);
        }
    }

    private static void requireTheContract(Call call, Reply reply) {
        String path = call.path().replaceFirst("\\?.*", "");
        Answered answered = answered(reply);
        if (call.proper()) {
            Sent sent = new Sent(call.method(), path, query(call.path()), call.headers(), call.body());
            assertEquals(List.of(), CONTRACT.validateRequest(sent), () -> "request " + call);
        }
        List<String> faults = isRepeatedNowhere(call, reply)
                ? CONTRACT.validateResponse("GET", "/api/v1/agencies/tj-shelter-north", as404(answered))
                : CONTRACT.validateResponse(call.method(), path, answered);
        assertEquals(List.of(), faults, () -> "answer to " + call.method() + " " + path + ": " + reply);
    }

    /** 405, 500 and the 404 of a path that isn't there are no operation's own; they are problems like all others. */
    private static boolean isRepeatedNowhere(Call call, Reply reply) {
        boolean known = CONTRACT.operations().stream()
                .anyMatch(operation -> operation.method().equals(call.method())
                        && call.path()
                                .replaceFirst("\\?.*", "")
                                .matches(operation
                                        .path()
                                        .replaceAll("\\{index}", ".+")
                                        .replaceAll("\\{[^}]*}", "[^/]+")));
        return !known || reply.status() == 405 || reply.status() == 500;
    }

    private static Answered as404(Answered answered) {
        return new Answered(404, answered.headers(), answered.body());
    }

    private static Answered answered(Reply reply) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        reply.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
        boolean bytes = reply.header("Content-Type").matches("application/(zip|octet-stream)");
        return new Answered(
                reply.status(),
                headers,
                reply.bytes().length == 0 ? Optional.empty() : Optional.of(bytes ? "bytes" : reply.text()));
    }

    private static Map<String, String> query(String path) {
        Map<String, String> query = new TreeMap<>();
        int mark = path.indexOf('?');
        if (mark >= 0) {
            for (String pair : path.substring(mark + 1).split("&", -1)) {
                String[] parts = pair.split("=", 2);
                query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return query;
    }
}
