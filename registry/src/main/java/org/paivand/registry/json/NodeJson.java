package org.paivand.registry.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.function.Function;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.registry.directory.InvalidRegistryException;
import org.paivand.registry.node.KeyUse;
import org.paivand.registry.node.NodeId;
import org.paivand.registry.node.NodeKey;
import org.paivand.registry.node.PeerNode;

/** One item of {@code nodes.json}. */
public final class NodeJson {

    private NodeJson() {}

    public static PeerNode read(byte[] document) throws InvalidRegistryException {
        return Json.item(document, NodeJson::read);
    }

    public static byte[] write(PeerNode node) {
        return Json.compact(node(node));
    }

    static PeerNode read(Members node) {
        return new PeerNode(
                node.text("id", NodeId::new),
                node.text("jurisdiction", Jurisdiction::of),
                node.texts("agencies", AgencyId::of),
                node.text("endpoint", URI::create),
                node.text("logOrigin", Function.identity()),
                node.objects("keys", NodeJson::key));
    }

    static ObjectNode node(PeerNode peer) {
        ObjectNode node = Nodes.object()
                .put("id", peer.id().value())
                .put("jurisdiction", peer.jurisdiction().code());
        node.set("agencies", Nodes.texts(peer.agencies(), AgencyId::value));
        node.put("endpoint", peer.endpoint().toString()).put("logOrigin", peer.logOrigin());
        return node.set("keys", Nodes.objects(peer.keys(), NodeJson::key));
    }

    private static NodeKey key(Members key) {
        return new NodeKey(
                key.text("keyId", Function.identity()),
                key.text("use", KeyUse::of),
                key.text("publicKey", Function.identity()),
                key.text("validFrom", Instant::parse),
                key.text("validUntil", Instant::parse));
    }

    private static ObjectNode key(NodeKey key) {
        return Nodes.object()
                .put("keyId", key.keyId())
                .put("use", key.use().code())
                .put("publicKey", key.publicKey())
                .put("validFrom", key.validFrom().toString())
                .put("validUntil", key.validUntil().toString());
    }
}
