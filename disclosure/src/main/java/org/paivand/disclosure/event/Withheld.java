package org.paivand.disclosure.event;

import static org.paivand.disclosure.Canonical.require;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.decision.Decision;
import org.paivand.disclosure.decision.ReasonCode;
import org.paivand.disclosure.policy.AgreementReference;

/**
 * One category that stayed, and why.
 *
 * @param agreement the one that kept it back, where one did; entries from before name none
 */
public record Withheld(Category category, ReasonCode reason, Optional<AgreementReference> agreement) {
    public Withheld(Category category, ReasonCode reason) {
        this(category, reason, Optional.empty());
    }

    /** All that a decision keeps back. */
    public static List<Withheld> of(Decision decision) {
        return decision.withheld().entrySet().stream()
                .map(kept -> new Withheld(kept.getKey(), kept.getValue(), decision.agreement(kept.getKey())))
                .toList();
    }

    /** Whether it tells why it was kept back. */
    boolean tells(Decision decision) {
        return reason == decision.withheld().get(category)
                && (agreement.isEmpty() || agreement.equals(decision.agreement(category)));
    }

    static void requireEachOnce(List<Released> released, List<Withheld> withheld) {
        Set<Category> seen = EnumSet.noneOf(Category.class);
        for (Released part : released) {
            require(seen.add(part.category()), "a category is named once");
        }
        for (Withheld part : withheld) {
            require(seen.add(part.category()), "a category is named once");
        }
    }
}
