package org.paivand.federation;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.paivand.audit.checkpoint.Checkpoint;
import org.paivand.audit.checkpoint.WitnessPolicy;
import org.paivand.audit.merkle.Hash;
import org.paivand.audit.merkle.TreeHead;
import org.paivand.audit.note.PrivateKeySigner;
import org.paivand.audit.note.SignedNote;
import org.paivand.audit.note.VerifierKey;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.BasisType;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.policy.HandlingCode;
import org.paivand.federation.envelope.ConsentReference;
import org.paivand.federation.envelope.Content;
import org.paivand.federation.envelope.Envelope;
import org.paivand.federation.envelope.EvidenceUse;
import org.paivand.federation.envelope.Handling;
import org.paivand.federation.envelope.MessageId;
import org.paivand.federation.envelope.MessageType;
import org.paivand.federation.envelope.Place;
import org.paivand.federation.envelope.SignedEnvelope;
import org.paivand.federation.envelope.Subject;
import org.paivand.federation.jose.NodePrivateKey;
import org.paivand.federation.payload.Payload;
import org.paivand.federation.payload.SealedPayload;
import org.paivand.federation.peer.LogProof;
import org.paivand.federation.peer.PeerKey;
import org.paivand.federation.peer.Peers;
import org.paivand.registry.node.NodeId;

/** A node that writes and one that reads, with keys of their own and the writer's log. */
final class Two {
    static final NodeId TJ = new NodeId("tj-national");
    static final NodeId KZ = new NodeId("kz-national");
    static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");

    final KeyPair signing = pair();
    final NodePrivateKey signer = key(signing);
    final KeyPair recipientSigning = pair();
    final NodePrivateKey recipientSigner = key(recipientSigning);
    final KeyPair opening = pair();
    final NodePrivateKey opener = key(opening);
    private final Map<String, PeerKey> known = new HashMap<>();
    private final Map<NodeId, WitnessPolicy> logs = new HashMap<>();
    private final PrivateKeySigner log;
    private final SecureRandom random = new SecureRandom();

    Two() throws Exception {
        KeyPair logKeys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        this.log = new PrivateKeySigner("log.example/tj", logKeys.getPublic(), logKeys.getPrivate());
        believe(TJ, log.verifierKey());
        believe(KZ, log.verifierKey());
        know(TJ, signer, Optional.empty());
        know(KZ, recipientSigner, Optional.empty());
    }

    static KeyPair pair() {
        return pair("secp256r1");
    }

    static KeyPair pair(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static NodePrivateKey key(KeyPair pair) {
        return new NodePrivateKey(pair.getPrivate(), (ECPublicKey) pair.getPublic());
    }

    /** Both believe this key of that node, for a year, perhaps until it was revoked. */
    void know(NodeId owner, NodePrivateKey key, Optional<Instant> revokedAt) {
        PeerKey unusedBefore = known.put(
                key.kid(),
                new PeerKey(
                        owner,
                        key.publicKey(),
                        NOW.minus(Duration.ofDays(180)),
                        NOW.plus(Duration.ofDays(180)),
                        revokedAt));
    }

    /** Both believe this key about the log of that node. */
    void believe(NodeId owner, VerifierKey key) {
        WitnessPolicy unusedBefore = logs.put(owner, WitnessPolicy.trusting(key));
    }

    VerifierKey logKey() {
        return log.verifierKey();
    }

    Peers keys() {
        return new Peers() {
            @Override
            public Optional<PeerKey> key(String kid) {
                return Optional.ofNullable(known.get(kid));
            }

            @Override
            public Optional<WitnessPolicy> log(NodeId peer) {
                return Optional.ofNullable(logs.get(peer));
            }
        };
    }

    Payload payload(String text) {
        return Payload.of(text.getBytes(StandardCharsets.UTF_8), random);
    }

    SealedPayload sealed(String text) {
        return SealedPayload.seal(payload(text), "referral-offer-1", opener.publicKey(), TJ, KZ);
    }

    Envelope offer(Content content) {
        return new Envelope(
                MessageId.at(NOW, new Random(7)),
                TJ,
                KZ,
                new Place(1, 2, Optional.of(Hash.sha256(new byte[] {1}))),
                new UUID(1, 2),
                NOW,
                Optional.of(NOW.plus(Duration.ofDays(3))),
                MessageType.REFERRAL_OFFER,
                Optional.of(subject(proof())),
                content);
    }

    Envelope offer() {
        return offer(sealed("{}").content());
    }

    SignedEnvelope signed() {
        return SignedEnvelope.sign(offer(), signer);
    }

    static Subject subject(LogProof proof) {
        return new Subject(
                AgencyId.of("tj-consulate-dubai"),
                AgencyId.of("kz-shelter-almaty"),
                new Handling(
                        HandlingCode.PSEUDONYMOUS,
                        Purpose.SHELTER_PLACEMENT,
                        BasisType.CONSENT,
                        false,
                        EvidenceUse.ASK,
                        NOW.plus(Duration.ofDays(90))),
                Optional.of(new ConsentReference(new UUID(3, 4), 2, NOW.plus(Duration.ofDays(60)))),
                Set.of(Category.SERVICE_REQUEST),
                proof);
    }

    /** Of the second of two entries. */
    LogProof proof() {
        Hash first = Hash.leaf(new byte[] {1});
        Hash second = Hash.leaf(new byte[] {2});
        String text = new Checkpoint("log.example/tj", new TreeHead(2, Hash.node(first, second))).text();
        try {
            String note = new String(new SignedNote(text, List.of(log.sign(text))).encode(), StandardCharsets.UTF_8);
            return new LogProof(note, 1, second, List.of(first));
        } catch (Exception unsigned) {
            throw new IllegalStateException(unsigned);
        }
    }

    /** Any header over any content, with a signature by that key in the form of JWS. */
    static String forged(String header, String content, KeyPair by) throws GeneralSecurityException {
        String input = base64(header) + '.' + base64(content);
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(by.getPrivate());
        signature.update(input.getBytes(StandardCharsets.US_ASCII));
        return input + '.' + base64(signature.sign());
    }

    static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String decoded(String compact, int part) {
        return new String(
                Base64.getUrlDecoder().decode(List.of(compact.split("\\.", -1)).get(part)), StandardCharsets.UTF_8);
    }

    /** The compact form with another part in the place of one. */
    static String with(String compact, int part, String other) {
        String[] parts = compact.split("\\.", -1);
        parts[part] = other;
        return String.join(".", parts);
    }
}
