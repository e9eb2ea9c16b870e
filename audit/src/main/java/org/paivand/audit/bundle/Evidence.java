package org.paivand.audit.bundle;

import java.util.Optional;
import org.paivand.audit.log.Opening;

/**
 * What an auditor may see of one entry.
 *
 * @param decisionInput the exact bytes whose hash the event records, where it records a decision
 */
public record Evidence(Opening opening, Optional<byte[]> decisionInput) {
    public static final int MAX_INPUT_BYTES = 1 << 20;

    public Evidence {
        if (decisionInput.isPresent() && decisionInput.get().length > MAX_INPUT_BYTES) {
            throw new IllegalArgumentException("a decision's input has at most 1 MiB");
        }
    }
}
