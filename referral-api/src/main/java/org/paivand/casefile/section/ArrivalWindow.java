package org.paivand.casefile.section;

import java.time.LocalDate;

/**
 * The first and the last day on which the person may arrive, both included.
 */
public record ArrivalWindow(LocalDate from, LocalDate to) {

    public ArrivalWindow {
        Checks.consistent(!to.isBefore(from), "to");
    }

    @Override
    public String toString() {
        return Checks.redacted(this);
    }
}
