package org.paivand.disclosure.event;

import java.util.Optional;
import java.util.UUID;
import org.paivand.disclosure.Canonical;
import org.paivand.disclosure.Sha256;

/**
 * Another node's message came, and was taken in or refused for good. The exchange of the head is the one that the message names.
 *
 * @param node that wrote it
 * @param message its id
 * @param messageType code of what it is for
 * @param envelopeSha256 by which its receipts name it
 * @param refused code of why it has no effect
 */
public record PeerMessageReceived(
        EventHead head, String node, UUID message, String messageType, Sha256 envelopeSha256, Optional<String> refused)
        implements DisclosureEvent {
    public PeerMessageReceived {
        Canonical.pseudonym(node, "node");
        Canonical.pseudonym(messageType, "message type");
        refused.ifPresent(code -> Canonical.code(code, "refused"));
    }

    @Override
    public EventType type() {
        return EventType.PEER_MESSAGE;
    }

    @Override
    public <T> T fold(Cases<T> cases) {
        return cases.peerMessage(this);
    }
}
