package org.paivand.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Answers what it was told to, one after another, and remembers what it was asked. */
final class TestServer implements AutoCloseable {
    private final HttpServer server;
    private final Iterator<Prepared> answers;
    private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());

    private TestServer(List<Prepared> answers) throws IOException {
        this.answers = answers.iterator();
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    static TestServer answering(Prepared... answers) throws IOException {
        return new TestServer(List.of(answers));
    }

    Paivand client() {
        return Paivand.at(URI.create("http://127.0.0.1:" + server.getAddress().getPort()), () -> "a-token");
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(new Asked(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            Prepared prepared = answers.next();
            prepared.headers().forEach(exchange.getResponseHeaders()::add);
            byte[] body = prepared.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(prepared.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** What is to be answered. */
    record Prepared(int status, Map<String, String> headers, String body) {
        static Prepared json(String body) {
            return new Prepared(200, Map.of("Content-Type", "application/json"), body);
        }

        static Prepared problem(int status, String code, Map<String, String> headers) {
            return new Prepared(
                    status,
                    headers,
                    "{\"type\":\"https://paivand.org/problems/" + code + "\",\"title\":\"No\",\"status\":" + status
                            + ",\"code\":\"" + code
                            + "\",\"instance\":\"urn:uuid:00000000-0000-0000-0000-000000000000\"}");
        }
    }

    /** What was asked. */
    record Asked(String method, String path, Map<String, List<String>> headers, String body) {
        String header(String name) {
            return Objects.requireNonNullElse(headers.get(name), List.of("")).get(0);
        }
    }
}
