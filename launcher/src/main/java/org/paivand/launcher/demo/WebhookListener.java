package org.paivand.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An agency's own system, which takes what the node sends and knows from the signature that it was the node. */
final class WebhookListener implements AutoCloseable {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "whsec_";

    private final HttpServer server;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

    /** What came, as it came. */
    record Event(String id, String timestamp, String signature, String body) {
        JsonNode json() throws IOException {
            return new ObjectMapper().readTree(body);
        }

        boolean isSignedWith(String secret) {
            return MessageDigest.isEqual(
                    ("v1," + hmac(secret, id + "." + timestamp + "." + body)).getBytes(StandardCharsets.US_ASCII),
                    signature.getBytes(StandardCharsets.US_ASCII));
        }

        Event altered() {
            return new Event(id, timestamp, signature, body.replace("referral-", "referrals-"));
        }
    }

    WebhookListener() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/paivand";
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            events.add(new Event(
                    header(exchange, "webhook-id"),
                    header(exchange, "webhook-timestamp"),
                    header(exchange, "webhook-signature"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(204, -1);
        }
    }

    private static String header(HttpExchange exchange, String name) {
        return Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst(name), "");
    }

    /** The next one of that kind, or none within half a minute. */
    Optional<Event> next(String kind) throws IOException, InterruptedException {
        Event event;
        do {
            event = events.poll(30, TimeUnit.SECONDS);
        } while (event != null && !event.json().path("type").asText().equals("org.paivand." + kind));
        return Optional.ofNullable(event);
    }

    private static String hmac(String secret, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(PREFIX.length())), ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
