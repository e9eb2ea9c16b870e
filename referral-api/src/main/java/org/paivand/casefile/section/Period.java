package org.paivand.casefile.section;

import java.time.YearMonth;
import java.util.Optional;

/**
 * From the first to the last month, as far as they are known.
 */
public record Period(Optional<YearMonth> from, Optional<YearMonth> to) {

    public Period {
        Checks.notEmpty(from.isPresent() || to.isPresent());
        Checks.consistent(from.isEmpty() || to.isEmpty() || !to.get().isBefore(from.get()), "to");
    }

    @Override
    public String toString() {
        return Checks.redacted(this);
    }
}
