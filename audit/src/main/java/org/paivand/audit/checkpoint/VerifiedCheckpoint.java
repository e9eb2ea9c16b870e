package org.paivand.audit.checkpoint;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.paivand.audit.merkle.TreeHead;

/** A checkpoint that carries the signature of a trusted log and enough cosignatures; only a policy makes one. */
public final class VerifiedCheckpoint {
    private final Checkpoint checkpoint;
    private final Map<String, Instant> cosignedAt;

    VerifiedCheckpoint(Checkpoint checkpoint, Map<String, Instant> cosignedAt) {
        this.checkpoint = checkpoint;
        this.cosignedAt = Map.copyOf(cosignedAt);
    }

    public String origin() {
        return checkpoint.origin();
    }

    public TreeHead treeHead() {
        return checkpoint.treeHead();
    }

    /** By the policy's names of the witnesses; also those that the quorum did not need. Times are the witnesses'. */
    public Map<String, Instant> cosignedAt() {
        return new TreeMap<>(cosignedAt);
    }

    @Override
    public String toString() {
        return origin() + " at size " + treeHead().size();
    }
}
