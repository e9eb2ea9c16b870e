package org.paivand.verifier;

import java.util.Optional;
import org.paivand.audit.checkpoint.VerifiedCheckpoint;
import org.paivand.audit.merkle.ConsistencyProof;
import org.paivand.audit.merkle.InvalidProofException;
import org.paivand.audit.merkle.TreeHead;

/** Whether a log continues an earlier checkpoint of it: told by whatever of the evidence reaches that size. */
final class Continuity {
    private final Optional<TreeHead> earlier;
    private final TreeHead now;
    private final Findings findings;
    private boolean settled;

    Continuity(Authenticated log, Findings findings) {
        this.earlier = log.since().map(VerifiedCheckpoint::treeHead);
        this.now = log.checkpoint().treeHead();
        this.findings = findings;
        if (earlier.isPresent() && earlier.get().size() > now.size()) {
            settle(false, "the log was larger in the earlier checkpoint: this evidence is older, or the log was cut");
        }
        reached(TreeHead.EMPTY);
        reached(now);
    }

    /** The size of the earlier checkpoint as long as nothing has told yet. */
    Optional<Long> open() {
        return settled ? Optional.empty() : earlier.map(TreeHead::size);
    }

    /** The tree as the evidence shows it at one size. */
    void reached(TreeHead head) {
        if (!settled && earlier.isPresent() && earlier.get().size() == head.size()) {
            settle(earlier.get().equals(head), "the log does not continue the earlier checkpoint");
        }
    }

    /** A consistency proof to the evidence's checkpoint from a size that should be the earlier one. */
    void proven(ConsistencyProof proof) {
        if (!settled && earlier.isPresent()) {
            try {
                proof.verify(earlier.get(), now);
                settle(true, "");
            } catch (InvalidProofException e) {
                settle(false, "the log does not continue the earlier checkpoint: " + e.reason());
            }
        }
    }

    void end() {
        open().ifPresent(size -> findings.add(
                Fault.CONSISTENCY_NOT_SHOWN,
                "nothing here leads from " + size + " to " + now.size()
                        + " entries: ask for a bundle, or a consistency proof, since " + size));
    }

    private void settle(boolean continued, String otherwise) {
        settled = true;
        if (!continued) {
            findings.add(Fault.NOT_CONSISTENT, otherwise);
        }
    }
}
