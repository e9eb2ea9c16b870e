package org.paivand.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;

/** The bodies that the demonstration sends. The people in them don't exist. */
final class Sample {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CONSENT_LASTS = Duration.ofDays(90);

    private Sample() {}

    static ObjectNode body() {
        return JSON.createObjectNode();
    }

    static ObjectNode body(String member, String... values) {
        ObjectNode body = body();
        Arrays.stream(values).forEach(body.putArray(member)::add);
        return body;
    }

    static ObjectNode referral(String caseId, String recipient, String purpose, String... services) {
        return body("servicesRequested", services)
                .put("caseId", caseId)
                .put("recipient", recipient)
                .put("purpose", purpose)
                .put("urgency", "urgent");
    }

    static JsonNode of(String name) throws IOException {
        String text = new String(resource(name + ".json"), StandardCharsets.UTF_8);
        return JSON.readTree(text.replace("${until}", until()));
    }

    /** The sample consent, of which one permit is left, for another recipient. */
    static JsonNode consent(String recipient, String purpose, String category) throws IOException {
        JsonNode consent = of("consent");
        ArrayNode grants = (ArrayNode) consent.path("grants");
        while (grants.size() > 1) {
            grants.remove(1);
        }
        ObjectNode grant = (ObjectNode) grants.path(0);
        grant.put("purpose", purpose);
        grant.putArray("categories").add(category);
        grant.putObject("recipient").put("agency", recipient);
        return consent;
    }

    /** An end of consents and decisions. */
    static String until() {
        return Instant.now().plus(CONSENT_LASTS).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** All texts of these bodies that tell something of a person: names, numbers, dates, sentences, but no codes. */
    static Set<String> values(String... names) throws IOException {
        Set<String> values = new TreeSet<>();
        for (String name : names) {
            collect(of(name), values);
        }
        return values;
    }

    private static void collect(JsonNode node, Set<String> values) {
        if (node.isTextual() && !node.asText().matches("[a-z-]+|[A-Z]{2}|[0-9]{4}")) {
            values.add(node.asText());
        }
        node.forEach(child -> collect(child, values));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Sample.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("the sample " + name + " isn't packaged");
            }
            return in.readAllBytes();
        }
    }
}
