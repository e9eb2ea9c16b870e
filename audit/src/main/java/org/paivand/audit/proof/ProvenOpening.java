package org.paivand.audit.proof;

import org.paivand.audit.checkpoint.VerifiedCheckpoint;
import org.paivand.audit.log.Opening;

/** An opening whose entry stands in a log that somebody's policy trusts; only {@link LogProof#verify} makes one. */
public final class ProvenOpening {
    private final Opening opening;
    private final long index;
    private final VerifiedCheckpoint checkpoint;

    ProvenOpening(Opening opening, long index, VerifiedCheckpoint checkpoint) {
        this.opening = opening;
        this.index = index;
        this.checkpoint = checkpoint;
    }

    public Opening opening() {
        return opening;
    }

    /** Where the entry stands in the checkpoint's log. */
    public long index() {
        return index;
    }

    public VerifiedCheckpoint checkpoint() {
        return checkpoint;
    }

    @Override
    public String toString() {
        return opening + " at " + index + " of " + checkpoint;
    }
}
