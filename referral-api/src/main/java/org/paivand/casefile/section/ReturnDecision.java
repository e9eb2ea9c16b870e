package org.paivand.casefile.section;

import java.time.LocalDate;
import java.util.Optional;
import org.paivand.disclosure.AgencyId;

/**
 * The person's decision to go back, and who looked at its risks.
 */
public record ReturnDecision(boolean voluntary, Optional<AgencyId> riskAssessedBy, LocalDate date) {

    @Override
    public String toString() {
        return Checks.redacted(this);
    }
}
