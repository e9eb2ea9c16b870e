package org.paivand.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.paivand.launcher.demo.Token;

/** Requests to the node, each with an Idempotency-Key of its own; HTTP/1.1 over connections that are kept. */
final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI node;

    Api(URI node) {
        this.node = node;
    }

    HttpRequest get(Token caller, String path) {
        return request(caller, path).GET().build();
    }

    HttpRequest post(Token caller, String path, String body) {
        return request(caller, path)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    HttpRequest create(Token caller, String path, String body) {
        return request(caller, path)
                .header("If-None-Match", "*")
                .PUT(BodyPublishers.ofString(body))
                .build();
    }

    /** Reads the answer to its end and returns its status. */
    int send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode();
    }

    /** @throws IOException if the answer isn't of class 2xx */
    JsonNode must(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(request.method() + " " + request.uri().getPath() + " answered " + answer.statusCode()
                    + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    private HttpRequest.Builder request(Token caller, String path) {
        return HttpRequest.newBuilder(URI.create(node + path))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + caller.bearer())
                .header("Content-Type", "application/json")
                .header("Accept-Language", "en");
    }
}
