package org.paivand.federation.peer;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.paivand.audit.checkpoint.VerifiedCheckpoint;
import org.paivand.audit.checkpoint.WitnessPolicy;
import org.paivand.federation.Refusal;
import org.paivand.federation.RefusedException;
import org.paivand.federation.jose.Jws;
import org.paivand.registry.node.NodeId;

/** Whom this node believes, and about what. */
public interface Peers {
    /** How far a peer's clock may be ahead of ours. */
    Duration AHEAD = Duration.ofMinutes(5);

    /** A signing key of some peer, also a retired one; a thumbprint belongs to one node. */
    Optional<PeerKey> key(String kid);

    /** Whom to believe about the log of that peer; empty if it isn't known. */
    Optional<WitnessPolicy> log(NodeId peer);

    /**
     * The key that a message names.
     *
     * @throws RefusedException {@code unknown-key}
     */
    default PeerKey of(Jws message) throws RefusedException {
        return key(message.kid()).orElseThrow(refused(Refusal.UNKNOWN_KEY));
    }

    /**
     * Requires that the peer's log has the entry.
     *
     * @throws RefusedException {@code log-proof-invalid}
     */
    default void require(LogProof proof, NodeId peer) throws RefusedException {
        WitnessPolicy trusted = log(peer).orElseThrow(refused(Refusal.LOG_PROOF_INVALID));
        VerifiedCheckpoint unusedVerified = proof.verify(trusted);
    }

    /**
     * Requires that this node, with this key, could write to us then.
     *
     * @param written as the message says
     * @throws RefusedException {@code other-issuer}, {@code other-audience}, {@code from-the-future} or {@code key-not-valid}
     */
    static void require(PeerKey key, NodeId iss, NodeId aud, NodeId us, Instant written, Instant now)
            throws RefusedException {
        require(key.owner().equals(iss), Refusal.OTHER_ISSUER);
        require(aud.equals(us), Refusal.OTHER_AUDIENCE);
        require(!written.isAfter(now.plus(AHEAD)), Refusal.FROM_THE_FUTURE);
        require(key.accepted(written, now), Refusal.KEY_NOT_VALID);
    }

    private static void require(boolean holds, Refusal refusal) throws RefusedException {
        if (!holds) {
            throw new RefusedException(refusal);
        }
    }

    private static Supplier<RefusedException> refused(Refusal refusal) {
        return () -> new RefusedException(refusal);
    }
}
