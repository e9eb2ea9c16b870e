package org.paivand.peer;

import org.paivand.federation.jose.NodePrivateKey;
import org.paivand.registry.node.NodeId;

/** This node, among nodes: its name, the key that signs, and the one that opens what is for it. */
public record NodeKeys(NodeId id, NodePrivateKey signing, NodePrivateKey opening) {}
