package org.paivand.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.paivand.launcher.stack.Stack;

/** Signs the demonstration's people and machines in; each call asks Keycloak for a new token, which lives five minutes. */
public final class Tokens {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Stack stack;

    public Tokens(Stack stack) {
        this.stack = stack;
    }

    /** By password: RFC 6749 section 4.3, which the demonstration's realm alone allows. */
    public Token ofUser(String user) throws IOException, InterruptedException {
        return request(Map.of(
                "grant_type",
                "password",
                "client_id",
                Stack.CLIENT,
                "username",
                user,
                "password",
                stack.passwordOf(user)));
    }

    /** By the client's own secret: RFC 6749 section 4.4. */
    public Token ofClient(String client) throws IOException, InterruptedException {
        return ofClient(client, stack.secretOf(client));
    }

    /** The same with a secret that this installation doesn't keep. */
    public Token ofClient(String client, String secret) throws IOException, InterruptedException {
        return request(Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret));
    }

    private Token request(Map<String, String> form) throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(stack.tokenEndpoint())
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        JsonNode json = JSON.readTree(answer.body());
        if (answer.statusCode() != 200) {
            throw new IOException("Keycloak answered " + answer.statusCode() + ": "
                    + json.path("error_description").asText());
        }
        return Token.of(json.path("access_token").asText());
    }
}
