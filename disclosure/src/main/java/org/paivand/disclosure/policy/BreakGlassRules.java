package org.paivand.disclosure.policy;

import static org.paivand.disclosure.Canonical.require;

import java.util.Set;
import org.paivand.disclosure.Canonical;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;

/** The limits of break-glass: the minimum set, the purposes that can be a vital interest, the longest life of one use. */
public record BreakGlassRules(Set<Category> categories, Set<Purpose> purposes, int maximumMinutes, int reviewHours) {
    public BreakGlassRules {
        categories = Canonical.enums(Category.class, categories);
        purposes = Canonical.enums(Purpose.class, purposes);
        require(maximumMinutes >= 1 && maximumMinutes <= 24 * 60, "break-glass lives minutes to hours");
        require(reviewHours >= 1 && reviewHours <= 72, "break-glass is reviewed within 72 hours");
    }
}
