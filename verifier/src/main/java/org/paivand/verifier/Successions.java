package org.paivand.verifier;

import java.util.List;
import java.util.Optional;
import org.paivand.audit.MalformedException;
import org.paivand.audit.checkpoint.VerifiedCheckpoint;
import org.paivand.audit.merkle.ConsistencyProof;
import org.paivand.audit.merkle.Hash;
import org.paivand.audit.merkle.InvalidProofException;
import org.paivand.audit.merkle.TreeHead;
import org.paivand.disclosure.event.DisclosureEvent;
import org.paivand.disclosure.event.LogChanged;
import org.paivand.disclosure.event.LogPlace;

/** One log ends, another begins; the auditor's earlier checkpoint may be that of the one before. */
final class Successions implements Rule {
    private static final ConsistencyProof SAME = new ConsistencyProof(List.of());

    private final String origin;
    private final Optional<VerifiedCheckpoint> predecessor;
    private final Optional<ConsistencyProof> consistency;
    private final Extent extent;
    private final Findings findings;
    private boolean begun;

    Successions(Authenticated log, Held held, Extent extent, Findings findings) {
        this.origin = log.checkpoint().origin();
        this.predecessor = log.predecessor();
        this.consistency = held.consistency();
        this.extent = extent;
        this.findings = findings;
    }

    @Override
    public void see(long index, DisclosureEvent event) {
        if (!(event instanceof LogChanged change)) {
            return;
        }
        if (!change.log().equals(origin)) {
            findings.note(
                    index,
                    "this log is succeeded (" + change.reason().code() + ") by one with the key " + change.key()
                            + ": compare it with the line in your policy");
        } else if (index > 0) {
            findings.add(index, Fault.EVENT_INVALID, "a log begins with its first entry, not with a later one");
        } else {
            change.previous()
                    .ifPresent(place -> findings.note(
                            index, "this log succeeds (" + change.reason().code() + ") " + place.log()));
            predecessor.ifPresent(last -> succeeds(change.previous(), last));
            begun = true;
        }
    }

    private void succeeds(Optional<LogPlace> previous, VerifiedCheckpoint last) {
        if (previous.isEmpty() || !previous.get().log().equals(last.origin())) {
            findings.add(0, Fault.NOT_CONSISTENT, "the log succeeds another than that of the earlier checkpoint");
        } else if (previous.get().size() < last.treeHead().size()) {
            findings.add(0, Fault.NOT_CONSISTENT, "the log before it was larger in the earlier checkpoint");
        } else {
            continues(last.treeHead(), head(previous.get()));
        }
    }

    private void continues(TreeHead earlier, TreeHead end) {
        boolean grew = earlier.size() > 0 && earlier.size() < end.size();
        if (grew && consistency.isEmpty()) {
            findings.add(
                    0,
                    Fault.CONSISTENCY_NOT_SHOWN,
                    "it begins where the log before it had " + end.size() + " entries: check that one up to there, or"
                            + " bring a consistency proof");
            return;
        }
        try {
            (grew ? consistency.orElseThrow() : SAME).verify(earlier, end);
        } catch (InvalidProofException e) {
            findings.add(0, Fault.NOT_CONSISTENT, "the log before it, as it names it: " + e.reason());
        }
    }

    private static TreeHead head(LogPlace place) {
        try {
            return new TreeHead(place.size(), Hash.fromHex(place.root().hex()));
        } catch (MalformedException impossible) {
            throw new IllegalStateException("64 lower-case digits are a hash", impossible);
        }
    }

    @Override
    public void end() {
        if (predecessor.isPresent() && !begun) {
            boolean told = extent.fromFirst();
            findings.add(
                    told ? Fault.NOT_CONSISTENT : Fault.CONSISTENCY_NOT_SHOWN,
                    "the earlier checkpoint is that of another log, "
                            + (told
                                    ? "which this one does not succeed"
                                    : "and the first entry of this one is not here"));
        }
    }
}
