package org.paivand.holding;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.paivand.disclosure.Category;

/**
 * A journey that is under way goes on after a withdrawal: who accompanies the person keeps what it takes to reach them, if they choose
 * so, until the leg ends.
 *
 * @param longest for which that can be said at once
 */
public record Journeys(Duration longest) {
    static final Set<Category> NEEDED = Set.of(Category.CONTACT, Category.TRAVEL);

    /** Whether a leg may end then. */
    boolean mayLastUntil(Instant until, Instant now) {
        return !until.isAfter(now.plus(longest));
    }
}
