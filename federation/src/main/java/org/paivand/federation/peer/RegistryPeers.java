package org.paivand.federation.peer;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.paivand.audit.MalformedException;
import org.paivand.audit.checkpoint.WitnessPolicy;
import org.paivand.federation.jose.NodePublicKey;
import org.paivand.registry.node.KeyUse;
import org.paivand.registry.node.NodeId;
import org.paivand.registry.node.NodeKey;
import org.paivand.registry.node.PeerNode;

/**
 * Peers as the registry has them at one instant. A key that was retired stands there with its end; one that was taken out, because it
 * is in wrong hands, is unknown.
 */
public final class RegistryPeers implements Peers {
    private final Map<String, PeerKey> keys;
    private final Map<NodeId, WitnessPolicy> logs;

    private RegistryPeers(Map<String, PeerKey> keys, Map<NodeId, WitnessPolicy> logs) {
        this.keys = keys;
        this.logs = logs;
    }

    public static RegistryPeers of(Collection<PeerNode> nodes, Instant now) {
        Map<String, PeerKey> keys = new HashMap<>();
        Map<NodeId, WitnessPolicy> logs = new HashMap<>();
        for (PeerNode node : nodes) {
            for (NodeKey key : node.keys()) {
                if (key.use() == KeyUse.ENVELOPE_SIGNING) {
                    PeerKey signing = signing(node.id(), key);
                    keys.putIfAbsent(signing.key().kid(), signing);
                }
            }
            List<NodeKey> log = node.keys(KeyUse.LOG, now);
            if (!log.isEmpty()) {
                logs.put(node.id(), policy(log));
            }
        }
        return new RegistryPeers(keys, logs);
    }

    @Override
    public Optional<PeerKey> key(String kid) {
        return Optional.ofNullable(keys.get(kid));
    }

    @Override
    public Optional<WitnessPolicy> log(NodeId peer) {
        return Optional.ofNullable(logs.get(peer));
    }

    private static PeerKey signing(NodeId owner, NodeKey key) {
        return new PeerKey(owner, publicKey(key), key.validFrom(), key.validUntil(), Optional.empty());
    }

    private static NodePublicKey publicKey(NodeKey key) {
        try {
            byte[] info = Base64.getDecoder().decode(key.publicKey());
            return new NodePublicKey(
                    (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(info)));
        } catch (GeneralSecurityException unread) {
            throw new IllegalStateException("the registry admits no other keys", unread);
        }
    }

    /** Any of the log's keys, as one follows the other. */
    private static WitnessPolicy policy(List<NodeKey> keys) {
        String text = keys.stream()
                .map(key -> "log " + key.publicKey() + '\n')
                .collect(Collectors.joining("", "", "quorum none\n"));
        try {
            return WitnessPolicy.parse(text.getBytes(StandardCharsets.UTF_8));
        } catch (MalformedException unread) {
            throw new IllegalStateException("the registry admits no other keys", unread);
        }
    }
}
