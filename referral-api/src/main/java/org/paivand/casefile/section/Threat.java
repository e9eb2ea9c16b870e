package org.paivand.casefile.section;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A threat to the person, as far as it is known.
 */
public record Threat(ThreatSource source, ThreatKind kind, Optional<LocalDate> lastKnown) {

    @Override
    public String toString() {
        return Checks.redacted(this);
    }
}
