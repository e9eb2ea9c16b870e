package org.paivand.peer;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.paivand.audit.checkpoint.WitnessPolicy;
import org.paivand.federation.envelope.Content;
import org.paivand.federation.envelope.Envelope;
import org.paivand.federation.envelope.MessageId;
import org.paivand.federation.envelope.MessageType;
import org.paivand.federation.envelope.Place;
import org.paivand.federation.envelope.SignedEnvelope;
import org.paivand.federation.jose.NodePrivateKey;
import org.paivand.federation.jose.NodePublicKey;
import org.paivand.federation.payload.Payload;
import org.paivand.federation.payload.SealedPayload;
import org.paivand.federation.peer.PeerKey;
import org.paivand.federation.peer.Peers;
import org.paivand.registry.node.NodeId;

/** A node that sends one message after the other to a recipient, each as bytes on the way. */
final class Sender {
    private static final Duration YEAR = Duration.ofDays(365);

    final NodeId id;
    final NodePrivateKey signing = key();
    private final NodeId recipient;
    private final NodePublicKey opener;
    private final SecureRandom random = new SecureRandom();
    private Place next = new Place(1, 1, Optional.empty());

    /** A message as it travels. */
    record Sent(SignedEnvelope signed, String payload) {
        String envelope() {
            return signed.compact();
        }
    }

    Sender(NodeId id, NodeKeys recipient) {
        this.id = id;
        this.recipient = recipient.id();
        this.opener = recipient.opening().publicKey();
    }

    static NodePrivateKey key() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            return new NodePrivateKey(pair.getPrivate(), (ECPublicKey) pair.getPublic());
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Who believes this node alone, and nothing about its log. */
    static Peers believing(NodeId id, NodePublicKey key, Instant around) {
        PeerKey known = new PeerKey(id, key, around.minus(YEAR), around.plus(YEAR), Optional.empty());
        return new Peers() {
            @Override
            public Optional<PeerKey> key(String kid) {
                return kid.equals(key.kid()) ? Optional.of(known) : Optional.empty();
            }

            @Override
            public Optional<WitnessPolicy> log(NodeId peer) {
                return Optional.empty();
            }
        };
    }

    Sent echo(Instant now) {
        return send(MessageType.ECHO, now, opener);
    }

    Sent of(MessageType type, Instant now) {
        return send(type, now, opener);
    }

    /** With a payload that the recipient can't open. */
    Sent unreadable(Instant now) {
        return send(MessageType.ECHO, now, key().publicKey());
    }

    /** Goes back to where another message has been: what it sends next tells another history. */
    void goBackTo(Sent sent) {
        next = sent.signed().envelope().place();
    }

    void beginEpoch(int epoch) {
        next = new Place(epoch, 1, Optional.empty());
    }

    /** Something else under the id, and at the place, of an earlier message. */
    Sent pretending(Sent earlier, Instant now) {
        Envelope old = earlier.signed().envelope();
        return signed(MessageType.ECHO, old.id(), old.place(), now, opener);
    }

    private Sent send(MessageType type, Instant now, NodePublicKey to) {
        Sent sent = signed(type, MessageId.at(now, random), next, now, to);
        next = new Place(next.epoch(), next.seq() + 1, Optional.of(sent.signed().hash()));
        return sent;
    }

    private Sent signed(MessageType type, MessageId messageId, Place place, Instant now, NodePublicKey to) {
        byte[] text = "{}".getBytes(StandardCharsets.UTF_8);
        SealedPayload sealed = SealedPayload.seal(Payload.of(text, random), "echo-1", to, id, recipient);
        Content content = sealed.content();
        Envelope envelope = new Envelope(
                messageId,
                id,
                recipient,
                place,
                UUID.randomUUID(),
                now,
                Optional.of(now.plus(Duration.ofDays(1))),
                type,
                Optional.empty(),
                content);
        return new Sent(SignedEnvelope.sign(envelope, signing), sealed.jwe());
    }
}
