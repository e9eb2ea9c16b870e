package org.paivand.registry.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.paivand.registry.Items.END;
import static org.paivand.registry.Items.START;

import java.net.URI;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paivand.audit.note.SignatureType;
import org.paivand.audit.note.VerifierKey;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.registry.Items;

class PeerNodeTest {

    private static final String P_256 = Items.p256();

    @Test
    void findsKeysOfOneUseWhileTheyAreValid() {
        NodeKey old = key("old-key", START, END);
        NodeKey next = key("next-key", END.minusSeconds(60), END.plusSeconds(60));
        PeerNode node = node(List.of(old, next), "https://node.example/fed/v1", "node.example/log");

        assertEquals(List.of(old), node.keys(KeyUse.ENVELOPE_SIGNING, START));
        assertEquals(List.of(old, next), node.keys(KeyUse.ENVELOPE_SIGNING, END.minusSeconds(1)));
        assertEquals(List.of(next), node.keys(KeyUse.ENVELOPE_SIGNING, END));
        assertEquals(List.of(), node.keys(KeyUse.ENVELOPE_SIGNING, END.plusSeconds(60)));
        assertEquals(List.of(), node.keys(KeyUse.ENVELOPE_ENCRYPTION, START));
        assertEquals(List.of(), node.keys(KeyUse.LOG, START));
    }

    @Test
    void takesAVerifierKeyForTheLogAndNothingElse() throws Exception {
        String verifier = VerifierKey.of(
                        "node.example/log",
                        SignatureType.ED25519,
                        KeyPairGenerator.getInstance("Ed25519")
                                .generateKeyPair()
                                .getPublic())
                .text();

        assertEquals(KeyUse.LOG, new NodeKey("log-key", KeyUse.LOG, verifier, START, END).use());
        refused(KeyUse.LOG, P_256);
        refused(KeyUse.ENVELOPE_SIGNING, verifier);
    }

    @ParameterizedTest
    @EnumSource(names = {"ENVELOPE_SIGNING", "ENVELOPE_ENCRYPTION"})
    void refusesKeysOfAnotherCurveOrKindAndPrivateOnes(KeyUse use) throws Exception {
        KeyPairGenerator p384 = KeyPairGenerator.getInstance("EC");
        p384.initialize(new ECGenParameterSpec("secp384r1"));
        KeyPairGenerator p256 = KeyPairGenerator.getInstance("EC");
        p256.initialize(new ECGenParameterSpec("secp256r1"));

        refused(use, base64(p384.generateKeyPair().getPublic().getEncoded()));
        refused(use, base64(p256.generateKeyPair().getPrivate().getEncoded()));
        refused(
                use,
                base64(KeyPairGenerator.getInstance("Ed25519")
                        .generateKeyPair()
                        .getPublic()
                        .getEncoded()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "AAAA", "not base64", "-----BEGIN PUBLIC KEY-----"})
    void refusesWhatIsNoKey(String text) {
        refused(KeyUse.ENVELOPE_SIGNING, text);
        refused(KeyUse.LOG, text);
    }

    @Test
    void refusesAKeyInAnotherSpelling() {
        refused(KeyUse.ENVELOPE_SIGNING, P_256 + "\n");
        refused(KeyUse.ENVELOPE_SIGNING, base64(concat(Base64.getDecoder().decode(P_256))));
    }

    @Test
    void refusesAKeyThatEndsBeforeItBeginsOrHasNoUsableId() {
        assertThrows(IllegalArgumentException.class, () -> key("key-id", END, START));
        assertThrows(IllegalArgumentException.class, () -> key("key-id", START, START));
        assertThrows(IllegalArgumentException.class, () -> key("key id", START, END));
        assertThrows(IllegalArgumentException.class, () -> key("", START, END));
    }

    @Test
    void refusesAKeyIdThatIsThereTwice() {
        NodeKey key = key("key-id", START, END);

        assertThrows(
                IllegalArgumentException.class,
                () -> node(List.of(key, key), "https://node.example/fed/v1", "node.example/log"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://node.example/",
                "https:///fed",
                "https://user@node.example/",
                "https://node.example/?a=b",
                "https://node.example/#a",
                "/fed/v1"
            })
    void refusesAnEndpointThatIsNotPlainHttps(String endpoint) {
        assertThrows(IllegalArgumentException.class, () -> node(List.of(), endpoint, "node.example/log"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "Node.example", "node example", "node+log", "-node"})
    void refusesALogOriginThatCouldNotBeOne(String origin) {
        assertThrows(IllegalArgumentException.class, () -> node(List.of(), "https://node.example/", origin));
    }

    @Test
    void refusesANodeThatHostsNobody() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new PeerNode(
                        new NodeId("kz-node"),
                        Jurisdiction.of("KZ"),
                        Set.of(),
                        URI.create("https://node.example/"),
                        "node.example/log",
                        List.of()));
    }

    private static void refused(KeyUse use, String publicKey) {
        assertThrows(IllegalArgumentException.class, () -> new NodeKey("key-id", use, publicKey, START, END));
    }

    private static NodeKey key(String id, Instant from, Instant until) {
        return new NodeKey(id, KeyUse.ENVELOPE_SIGNING, P_256, from, until);
    }

    private static PeerNode node(List<NodeKey> keys, String endpoint, String origin) {
        return new PeerNode(
                new NodeId("kz-node"),
                Jurisdiction.of("KZ"),
                Set.of(AgencyId.of("kz-ngo")),
                URI.create(endpoint),
                origin,
                keys);
    }

    private static byte[] concat(byte[] key) {
        byte[] longer = new byte[key.length + 1];
        System.arraycopy(key, 0, longer, 0, key.length);
        return longer;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
