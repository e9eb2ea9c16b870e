package org.paivand.verifier;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.paivand.audit.bundle.Manifest;
import org.paivand.audit.checkpoint.Checkpoint;
import org.paivand.audit.log.EntryType;

/**
 * What was checked, and what came of it.
 *
 * @param checkpoint absent if the file could not be read that far
 * @param manifest of a bundle that could be read that far
 * @param proven of a proof file whose proof leads to its checkpoint
 * @param cosignedAt the policy's witnesses and the times they state
 * @param notes the first hundred
 * @param notesTotal how many there were
 * @param findings the first hundred
 * @param findingsTotal how many there were
 */
public record Report(
        Subject subject,
        Verdict verdict,
        Optional<Checkpoint> checkpoint,
        Optional<Manifest> manifest,
        Optional<Proven> proven,
        Counts counts,
        Map<String, Instant> cosignedAt,
        List<Note> notes,
        long notesTotal,
        List<Finding> findings,
        long findingsTotal) {
    public Report {
        cosignedAt = Collections.unmodifiableMap(new TreeMap<>(cosignedAt));
        notes = List.copyOf(notes);
        findings = List.copyOf(findings);
        if (verdict != Verdict.REFUSED && findingsTotal > 0) {
            throw new IllegalArgumentException("evidence with findings is refused");
        }
    }

    /** The entry that a proof file shows. */
    public record Proven(long index, EntryType type) {}
}
