package org.paivand.federation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.paivand.federation.Two.NOW;
import static org.paivand.federation.Two.TJ;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.paivand.audit.note.VerifierKey;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.federation.envelope.SignedEnvelope;
import org.paivand.federation.peer.PeerKey;
import org.paivand.federation.peer.RegistryPeers;
import org.paivand.registry.node.KeyUse;
import org.paivand.registry.node.NodeKey;
import org.paivand.registry.node.PeerNode;

class RegistryPeersTest {
    private static final Duration MONTH = Duration.ofDays(30);

    private final Two two = new Two();

    RegistryPeersTest() throws Exception {}

    @Test
    void knowASigningKeyByItsThumbprintWithItsTime() {
        RegistryPeers peers = RegistryPeers.of(List.of(node(signing(NOW.minus(MONTH), NOW))), NOW);

        PeerKey known = peers.key(two.signer.kid()).orElseThrow();

        assertEquals(TJ, known.owner());
        assertEquals(NOW, known.validUntil());
    }

    @Test
    void refuseWhatARetiredKeySignsNow() {
        RegistryPeers peers = RegistryPeers.of(List.of(node(signing(NOW.minus(MONTH), NOW))), NOW);

        RefusedException refused = assertThrows(
                RefusedException.class, () -> SignedEnvelope.accept(two.signed().compact(), Two.KZ, peers, NOW));
        assertEquals(Refusal.KEY_NOT_VALID, refused.refusal());
    }

    @Test
    void doNotVerifyWithAKeyThatEncrypts() {
        NodeKey encrypting = key(KeyUse.ENVELOPE_ENCRYPTION, NOW.minus(MONTH), NOW.plus(MONTH));

        assertEquals(
                Optional.empty(),
                RegistryPeers.of(List.of(node(encrypting)), NOW).key(two.signer.kid()));
    }

    @Test
    void believeALogByTheKeysOfItsThatAreValidNow() {
        NodeKey log = log(two.logKey(), NOW.minus(MONTH), NOW.plus(MONTH));
        List<VerifierKey> believed =
                RegistryPeers.of(List.of(node(log)), NOW).log(TJ).orElseThrow().logs();

        assertEquals(
                List.of(two.logKey().text()),
                believed.stream().map(VerifierKey::text).toList());
        assertEquals(
                Optional.empty(),
                RegistryPeers.of(List.of(node(log)), NOW.plus(MONTH)).log(TJ));
    }

    @Test
    void takeAMessageOfAPeerAsTheRegistryHasIt() throws Exception {
        RegistryPeers peers = RegistryPeers.of(
                List.of(node(
                        signing(NOW.minus(MONTH), NOW.plus(MONTH)),
                        log(two.logKey(), NOW.minus(MONTH), NOW.plus(MONTH)))),
                NOW);

        assertEquals(
                two.offer().type(),
                SignedEnvelope.accept(two.signed().compact(), Two.KZ, peers, NOW)
                        .envelope()
                        .type());
    }

    private NodeKey signing(Instant from, Instant until) {
        return key(KeyUse.ENVELOPE_SIGNING, from, until);
    }

    private NodeKey key(KeyUse use, Instant from, Instant until) {
        String info = Base64.getEncoder().encodeToString(two.signing.getPublic().getEncoded());
        return new NodeKey("key-1", use, info, from, until);
    }

    private static NodeKey log(VerifierKey key, Instant from, Instant until) {
        return new NodeKey("log-1", KeyUse.LOG, key.text(), from, until);
    }

    private static PeerNode node(NodeKey... keys) {
        return new PeerNode(
                TJ,
                Jurisdiction.of("TJ"),
                Set.of(AgencyId.of("tj-consulate-dubai")),
                URI.create("https://node.example/"),
                "log.example/tj",
                List.of(keys));
    }
}
