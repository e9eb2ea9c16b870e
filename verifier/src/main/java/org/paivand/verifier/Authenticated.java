package org.paivand.verifier;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.paivand.audit.MalformedException;
import org.paivand.audit.bundle.Manifest;
import org.paivand.audit.checkpoint.Checkpoint;
import org.paivand.audit.checkpoint.UntrustedCheckpointException;
import org.paivand.audit.checkpoint.VerifiedCheckpoint;
import org.paivand.audit.checkpoint.WitnessPolicy;
import org.paivand.audit.note.SignedNote;

/** The evidence's checkpoint and the auditor's earlier one, both looked at with the auditor's own trust. */
final class Authenticated {
    private final Held held;
    private final Findings findings;
    private final Checkpoint checkpoint;
    private final Map<String, Instant> cosignedAt;
    private final Optional<VerifiedCheckpoint> since;

    /** Finds what is untrusted; a note that is no checkpoint at all is {@link MalformedException}. */
    Authenticated(SignedNote note, Held held, Findings findings) throws MalformedException {
        this.held = held;
        this.findings = findings;
        this.checkpoint = Checkpoint.parse(note.text());
        this.cosignedAt = held.trust().map(policy -> cosigned(policy, note)).orElse(Map.of());
        this.since = held.trust().flatMap(policy -> held.since().flatMap(earlier -> earlier(policy, earlier)));
    }

    private Map<String, Instant> cosigned(WitnessPolicy policy, SignedNote note) {
        try {
            return policy.verify(note).cosignedAt();
        } catch (UntrustedCheckpointException e) {
            findings.add(Fault.UNTRUSTED, e.reason());
            return Map.of();
        }
    }

    private Optional<VerifiedCheckpoint> earlier(WitnessPolicy policy, SignedNote note) {
        try {
            return Optional.of(policy.verify(note));
        } catch (UntrustedCheckpointException e) {
            findings.add(Fault.NOT_CONSISTENT, "the earlier checkpoint itself: " + e.reason());
            return Optional.empty();
        }
    }

    Checkpoint checkpoint() {
        return checkpoint;
    }

    /** The earliest time at which a witness of the policy states to have seen this tree: nothing in it is younger. */
    Optional<Instant> witnessed() {
        return cosignedAt.values().stream().min(Instant::compareTo);
    }

    /** The auditor's earlier checkpoint, where it is of this log. */
    Optional<VerifiedCheckpoint> since() {
        return since.filter(earlier -> earlier.origin().equals(checkpoint.origin()));
    }

    /** The auditor's earlier checkpoint, where it is of another log, which this one would have to succeed. */
    Optional<VerifiedCheckpoint> predecessor() {
        return since.filter(earlier -> !earlier.origin().equals(checkpoint.origin()));
    }

    Report report(Subject subject, Optional<Manifest> manifest, Optional<Report.Proven> proven, Counts counts) {
        Verdict unless = held.trust().isPresent() ? Verdict.VALID : Verdict.NOT_AUTHENTICATED;
        return new Report(
                subject,
                findings.total() > 0 ? Verdict.REFUSED : unless,
                Optional.of(checkpoint),
                manifest,
                proven,
                counts,
                cosignedAt,
                findings.notes(),
                findings.notesTotal(),
                findings.listed(),
                findings.total());
    }
}
