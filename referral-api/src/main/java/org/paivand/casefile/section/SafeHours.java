package org.paivand.casefile.section;

import java.util.Set;

/**
 * When it is safe to reach the person; hours that pass midnight end on the next day.
 */
public record SafeHours(Set<Weekday> days, TimeOfDay from, TimeOfDay to) {

    public SafeHours {
        days = Checks.items("days", days, 1, 7);
        Checks.consistent(!from.equals(to), "to");
    }

    @Override
    public String toString() {
        return Checks.redacted(this);
    }
}
