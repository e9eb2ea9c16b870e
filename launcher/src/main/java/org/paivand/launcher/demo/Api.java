package org.paivand.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The node as one account sees it. Tries nothing twice: each answer is the one that was given. */
public final class Api {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1) // an offer of HTTP/2 makes Payara warn in its log
            .connectTimeout(LIMIT)
            .build();

    private final URI node;
    private final Token token;
    private final List<String> headers;

    public Api(URI node, Token token) {
        this(node, token, List.of());
    }

    private Api(URI node, Token token, List<String> headers) {
        this.node = node;
        this.token = token;
        this.headers = headers;
    }

    Token token() {
        return token;
    }

    /** The same account, with one more header on each request. */
    Api with(String header, String value) {
        List<String> more = new ArrayList<>(headers);
        more.addAll(List.of(header, value));
        return new Api(node, token, more);
    }

    public Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    Answer delete(String path) throws IOException, InterruptedException {
        return send(request(path).DELETE());
    }

    public Answer post(String path, JsonNode body) throws IOException, InterruptedException {
        return send(request(path).POST(BodyPublishers.ofString(body.toString())));
    }

    /** Under a key that was never used before. */
    public Answer create(String path, JsonNode body) throws IOException, InterruptedException {
        return create(path, "demo-" + UUID.randomUUID(), body);
    }

    Answer create(String path, String key, JsonNode body) throws IOException, InterruptedException {
        return send(request(path).header("Idempotency-Key", key).POST(BodyPublishers.ofString(body.toString())));
    }

    /** Only if there is nothing yet. */
    Answer put(String path, JsonNode body) throws IOException, InterruptedException {
        return send(request(path).header("If-None-Match", "*").PUT(BodyPublishers.ofString(body.toString())));
    }

    /** Only over the version of that tag. */
    Answer replace(String path, String tag, JsonNode body) throws IOException, InterruptedException {
        return send(request(path).header("If-Match", tag).PUT(BodyPublishers.ofString(body.toString())));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(node + path))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + token.bearer())
                .header("Content-Type", "application/json")
                .header("Accept-Language", "en");
        for (int i = 0; i < headers.size(); i += 2) {
            request.header(headers.get(i), headers.get(i + 1));
        }
        return request;
    }

    private static Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        return new Answer(
                answer.statusCode(),
                answer.headers().firstValue("Paivand-Exchange").orElse(""),
                answer.headers().firstValue("ETag").orElse(""),
                answer.body());
    }
}
