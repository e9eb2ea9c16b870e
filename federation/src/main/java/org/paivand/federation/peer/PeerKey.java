package org.paivand.federation.peer;

import java.time.Instant;
import java.util.Optional;
import org.paivand.federation.jose.NodePublicKey;
import org.paivand.registry.node.NodeId;

/**
 * A key that a peer signs with. It stays known when it is retired, so that what it signed in its time verifies for ever.
 *
 * @param validFrom inclusive
 * @param validUntil exclusive
 * @param revokedAt from when nothing of it is accepted any more, whenever it says it was written
 */
public record PeerKey(
        NodeId owner, NodePublicKey key, Instant validFrom, Instant validUntil, Optional<Instant> revokedAt) {
    /** Whether what it signed then is accepted now. */
    boolean accepted(Instant written, Instant now) {
        boolean inItsTime = !written.isBefore(validFrom) && written.isBefore(validUntil);
        return inItsTime && revokedAt.filter(revoked -> !now.isBefore(revoked)).isEmpty();
    }
}
