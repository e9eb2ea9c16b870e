package org.paivand.federation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.paivand.audit.note.VerifierKey;
import org.paivand.federation.envelope.MessageType;
import org.paivand.federation.envelope.SignedEnvelope;
import org.paivand.federation.jose.NodePrivateKey;
import org.paivand.federation.payload.Payload;
import org.paivand.federation.payload.SealedPayload;

/** docs/federation-protocol.md says what the code does. */
class ProtocolPageTest {
    private static final Path PAGE = Path.of("..", "docs", "federation-protocol.md");
    private static final String COMMAND = "mvn test -pl federation -am -Dtest=ProtocolPageTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dpaivand.page=write";
    private static final ObjectMapper JSON = new ObjectMapper();

    @BeforeAll
    static void writeIfAsked() throws Exception {
        if ("write".equals(System.getProperty("paivand.page"))) {
            String page = with(with(Files.readString(PAGE), "types", types()), "refusals", refusals());
            Files.writeString(PAGE, with(page, "example", example()));
        }
    }

    @Test
    void namesEveryTypeAndEveryRefusal() throws Exception {
        String page = Files.readString(PAGE);

        assertEquals(with(with(page, "types", types()), "refusals", refusals()), page, "write it anew: " + COMMAND);
    }

    @Test
    void hasAnExampleThatVerifiesAndOpens() throws Exception {
        JsonNode example = JSON.readTree(part(Files.readString(PAGE), "example").replaceAll("```(json)?", ""));
        Two two = new Two();
        two.know(Two.TJ, key(example.get("signingKey")), Optional.empty());
        two.believe(Two.TJ, VerifierKey.parse(example.get("logKey").textValue()));

        SignedEnvelope envelope =
                SignedEnvelope.accept(example.get("envelope").textValue(), Two.KZ, two.keys(), Two.NOW);
        Payload payload = SealedPayload.open(
                example.get("payload").textValue(), envelope.envelope(), key(example.get("encryptionKey")));

        assertEquals(example.get("hash").textValue(), envelope.hash().hex());
        assertEquals(example.get("plaintext").textValue(), new String(payload.plaintext(), StandardCharsets.UTF_8));
    }

    private static String types() {
        return "| `type` | about a person | expires |\n|---|---|---|\n"
                + Arrays.stream(MessageType.values())
                        .map(type -> "| `" + type.code() + "` | " + yes(type.aboutAPerson()) + " | "
                                + yes(type.expires()) + " |\n")
                        .collect(Collectors.joining());
    }

    private static String refusals() {
        return "| code | why | may hold later |\n|---|---|---|\n"
                + Arrays.stream(Refusal.values())
                        .map(refusal -> "| `" + refusal.code() + "` | " + refusal.meaning() + " | "
                                + yes(refusal.retryable()) + " |\n")
                        .collect(Collectors.joining());
    }

    private static String yes(boolean holds) {
        return holds ? "yes" : "no";
    }

    private static String example() throws Exception {
        Two two = new Two();
        String plaintext = "{\"language\":\"tg\"}";
        SealedPayload sealed = two.sealed(plaintext);
        SignedEnvelope envelope = SignedEnvelope.sign(two.offer(sealed.content()), two.signer);
        ObjectNode example = JSON.createObjectNode();
        example.set("signingKey", jwk(two.signing));
        example.set("encryptionKey", jwk(two.opening));
        example.put("logKey", two.logKey().text())
                .put("envelope", envelope.compact())
                .put("hash", envelope.hash().hex())
                .put("payload", sealed.jwe())
                .put("plaintext", plaintext);
        return "```json\n" + JSON.writerWithDefaultPrettyPrinter().writeValueAsString(example) + "\n```\n";
    }

    private static JsonNode jwk(KeyPair pair) throws IOException {
        return JSON.readTree(new ECKey.Builder(Curve.P_256, (ECPublicKey) pair.getPublic())
                .privateKey(pair.getPrivate())
                .build()
                .toJSONString());
    }

    private static NodePrivateKey key(JsonNode jwk) throws Exception {
        ECKey key = ECKey.parse(jwk.toString());
        return new NodePrivateKey(key.toECPrivateKey(), key.toECPublicKey());
    }

    private static String with(String page, String part, String text) {
        return place(part).matcher(page).replaceFirst(Matcher.quoteReplacement(text));
    }

    private static String part(String page, String part) {
        Matcher found = place(part).matcher(page);
        assertTrue(found.find(), part);
        return found.group();
    }

    private static Pattern place(String part) {
        return Pattern.compile("(?<=<!-- " + part + " -->\n).*?(?=<!-- end -->)", Pattern.DOTALL);
    }
}
