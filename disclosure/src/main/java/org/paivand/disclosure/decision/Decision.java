package org.paivand.disclosure.decision;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.paivand.disclosure.Canonical;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.decision.CategoryDecision.Permit;
import org.paivand.disclosure.decision.CategoryDecision.Withhold;
import org.paivand.disclosure.policy.AgreementReference;

/**
 * The answer to a request: one decision for each category asked for, in the order of {@link Category}.
 *
 * @param policyVersion of the policy that was applied
 */
public record Decision(String policyVersion, Map<Category, CategoryDecision> categories) {
    public Decision {
        categories = Canonical.map(Category.class, categories);
    }

    public Map<Category, Permit> permitted() {
        Map<Category, Permit> found = new EnumMap<>(Category.class);
        categories.forEach((category, decision) -> {
            if (decision instanceof Permit permit) {
                found.put(category, permit);
            }
        });
        return Canonical.map(Category.class, found);
    }

    public Map<Category, ReasonCode> withheld() {
        Map<Category, ReasonCode> found = new EnumMap<>(Category.class);
        categories.forEach((category, decision) -> {
            if (decision instanceof Withhold withhold) {
                found.put(category, withhold.reason());
            }
        });
        return Canonical.map(Category.class, found);
    }

    /** The agreement that bound the answer for that category: the narrowest, or the one that keeps it back. */
    public Optional<AgreementReference> agreement(Category category) {
        return Optional.ofNullable(categories.get(category))
                .flatMap(decided -> decided.fold(Permit::agreement, Withhold::agreement));
    }

    public boolean permitsNothing() {
        return permitted().isEmpty();
    }
}
