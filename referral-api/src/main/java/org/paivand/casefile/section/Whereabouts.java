package org.paivand.casefile.section;

import java.time.LocalDate;
import java.util.Optional;
import org.paivand.disclosure.Category;

/**
 * Where the person stays.
 *
 * @param confidential nobody outside the release may learn of it
 */
public record Whereabouts(Place place, Optional<LocalDate> since, boolean confidential) implements Section, Releasable {

    @Override
    public Category category() {
        return Category.WHEREABOUTS;
    }

    @Override
    public String toString() {
        return Checks.redacted(this);
    }
}
