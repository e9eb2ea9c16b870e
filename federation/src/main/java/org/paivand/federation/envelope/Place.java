package org.paivand.federation.envelope;

import java.util.Optional;
import org.paivand.audit.merkle.Hash;

/**
 * Where a message stands among all that one node sends to one other.
 *
 * @param epoch from 1; raised by a node that was restored, which never uses a pair of epoch and seq twice
 * @param seq from 1 in each epoch, without gaps
 * @param prev hash of the envelope before; none of the first of an epoch
 */
public record Place(int epoch, long seq, Optional<Hash> prev) {
    public Place {
        if (epoch < 1 || seq < 1 || prev.isPresent() != seq > 1) {
            throw new IllegalArgumentException("epoch and seq count from 1, and all but the first name the one before");
        }
    }
}
