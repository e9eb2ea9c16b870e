package org.paivand.federation.envelope;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.paivand.registry.node.NodeId;

/**
 * One message from node to node. Times are whole seconds.
 *
 * @param iss who writes
 * @param aud who reads
 * @param corr the exchange it belongs to, as both sides log it; fresh for each pair and exchange
 * @param iat when it was written
 * @param exp exclusive; none where the type never expires
 * @param subject of messages about a person, and of no other
 */
public record Envelope(
        MessageId id,
        NodeId iss,
        NodeId aud,
        Place place,
        UUID corr,
        Instant iat,
        Optional<Instant> exp,
        MessageType type,
        Optional<Subject> subject,
        Content content) {
    public Envelope {
        Seconds.require(iat);
        exp.ifPresent(Seconds::require);
        if (iss.equals(aud)) {
            throw new IllegalArgumentException("a node doesn't write to itself");
        }
        if (exp.isPresent() != type.expires()) {
            throw new IllegalArgumentException("a withdrawal never expires, everything else does");
        }
        if (exp.isPresent() && (!iat.isBefore(exp.get()) || exp.get().isAfter(iat.plus(MessageType.LONGEST)))) {
            throw new IllegalArgumentException("a message lives up to 30 days");
        }
        if (subject.isPresent() != type.aboutAPerson()) {
            throw new IllegalArgumentException("who passes something on about a person says on which conditions");
        }
    }
}
