package org.paivand.disclosure.decision;

import java.util.EnumMap;
import java.util.Map;
import org.paivand.disclosure.Canonical;
import org.paivand.disclosure.Category;

/**
 * The answer to a request: one decision for each category asked for, in the order of {@link Category}.
 *
 * @param policyVersion of the policy that was applied
 */
public record Decision(String policyVersion, Map<Category, CategoryDecision> categories) {
    public Decision {
        categories = Canonical.map(Category.class, categories);
    }

    public Map<Category, CategoryDecision.Permit> permitted() {
        Map<Category, CategoryDecision.Permit> found = new EnumMap<>(Category.class);
        categories.forEach((category, decision) -> {
            if (decision instanceof CategoryDecision.Permit permit) {
                found.put(category, permit);
            }
        });
        return Canonical.map(Category.class, found);
    }

    public Map<Category, ReasonCode> withheld() {
        Map<Category, ReasonCode> found = new EnumMap<>(Category.class);
        categories.forEach((category, decision) -> {
            if (decision instanceof CategoryDecision.Withhold withhold) {
                found.put(category, withhold.reason());
            }
        });
        return Canonical.map(Category.class, found);
    }

    public boolean permitsNothing() {
        return permitted().isEmpty();
    }
}
