package org.paivand.federation.receipt;

import java.time.Instant;
import org.paivand.audit.merkle.Hash;
import org.paivand.disclosure.Canonical;
import org.paivand.federation.envelope.MessageId;
import org.paivand.federation.envelope.Seconds;
import org.paivand.registry.node.NodeId;

/**
 * What a node says of an envelope.
 *
 * @param iss who says it: the recipient, but for a non-delivery
 * @param aud to whom
 * @param envelope hash of the envelope
 * @param at whole seconds
 * @param stage how far it has come, and what shows it
 */
public record Receipt(
        NodeId iss, NodeId aud, MessageId id, Hash envelope, int epoch, long seq, Instant at, Stage stage) {
    public Receipt {
        Seconds.require(at);
        Canonical.require(!iss.equals(aud), "a node gives no receipt to itself");
    }
}
