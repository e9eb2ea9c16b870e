package org.paivand.suite;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.paivand.openapi.BrunoRequest;
import org.paivand.openapi.Sent;

/** The requests of the Bruno collection, one after the other, as somebody would send them. The tokens are this suite's. */
interface BrunoCollection {
    Path FOLDER = Path.of("..", "docs", "bruno");

    @Test
    default void isAnsweredAsItExpects() throws IOException {
        Map<String, Account> tokens = Map.of("officerToken", Account.OFFICER, "systemToken", Account.system("w-anora"));
        Map<String, String> values = new TreeMap<>(Map.of("node", "", "worker", "w-anora"));
        // What its scripts compute.
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        values.put("consentEnds", now.plus(30, ChronoUnit.DAYS).toString());
        values.put("began", now.minus(1, ChronoUnit.HOURS).toString());

        for (BrunoRequest request : requests()) {
            values.put("$guid", UUID.randomUUID().toString());
            Sent sent = request.sent(values);
            Call call = Call.of(sent.method(), request.address(values));
            for (Map.Entry<String, String> header : sent.headers().entrySet()) {
                call = call.header(header.getKey(), header.getValue());
            }
            Account account = Objects.requireNonNull(tokens.get(request.token()));
            call = call.bearer(TestNode.prepared().tokens().of(account));
            Call whole = call;
            Reply reply = sent.body().map(whole::body).orElse(whole).send().is(request.expected());
            request.taken().forEach((name, part) -> values.put(name, taken(part, reply)));
        }
    }

    private static List<BrunoRequest> requests() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<BrunoRequest> requests = files.filter(file -> file.toString().endsWith(".bru"))
                    .sorted()
                    .map(BrunoCollection::read)
                    .filter(BrunoRequest::isOfTheNode)
                    .toList();
            assertFalse(requests.isEmpty());
            return requests;
        }
    }

    private static BrunoRequest read(Path file) {
        try {
            return new BrunoRequest(Files.readString(file));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    /** Bruno has an engine for this; the collection needs a header, a member, and once the notice that is to be shown. */
    private static String taken(String part, Reply reply) {
        if (part.equals("res.headers.etag")) {
            return reply.header("ETag");
        }
        if (part.matches("res\\.body\\.\\w+")) {
            return reply.at("/" + part.substring("res.body.".length()));
        }
        if (part.startsWith("res.body.items.find(") && part.endsWith(").sha256")) {
            for (JsonNode notice : reply.json().path("items")) {
                if (part.contains('"' + notice.path("id").asText() + '"')
                        && part.contains('"' + notice.path("language").asText() + '"')) {
                    return notice.path("sha256").asText();
                }
            }
        }
        throw new AssertionError("a part of an answer in a form that isn't known here: " + part);
    }
}
