package org.paivand.verifier;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.paivand.audit.bundle.Manifest;
import org.paivand.audit.checkpoint.Checkpoint;

/**
 * What was checked, and what came of it.
 *
 * @param checkpoint absent if the file could not be read that far
 * @param manifest absent if the file could not be read that far
 * @param opened covered entries whose opening is theirs
 * @param replayed decisions that were made again with the same outcome
 * @param cosignedAt the policy's witnesses and the times they state
 * @param findings the first hundred
 * @param findingsTotal how many there were
 */
public record Report(
        Verdict verdict,
        Optional<Checkpoint> checkpoint,
        Optional<Manifest> manifest,
        long opened,
        long replayed,
        Map<String, Instant> cosignedAt,
        List<Finding> findings,
        long findingsTotal) {
    public Report {
        cosignedAt = java.util.Collections.unmodifiableMap(new TreeMap<>(cosignedAt));
        findings = List.copyOf(findings);
        if (verdict != Verdict.REFUSED && findingsTotal > 0) {
            throw new IllegalArgumentException("a bundle with findings is refused");
        }
    }
}
