package org.paivand.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * An access token, read without checking its signature: good for showing what it says, never for trusting it.
 *
 * @param bearer what goes after {@code Authorization: Bearer}
 */
public record Token(String bearer, JsonNode claims) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Token of(String bearer) throws IOException {
        String[] parts = bearer.split("\\.", -1);
        if (parts.length != 3) {
            throw new IOException("that isn't a signed token");
        }
        return new Token(bearer, JSON.readTree(Base64.getUrlDecoder().decode(parts[1])));
    }

    public String agency() {
        return claims.path("agency").asText();
    }

    public String subject() {
        return claims.path("sub").asText();
    }

    public List<String> groups() {
        return StreamSupport.stream(claims.path("groups").spliterator(), false)
                .map(JsonNode::asText)
                .sorted()
                .toList();
    }

    @Override
    public String toString() {
        return "Token[of " + agency() + "]";
    }
}
