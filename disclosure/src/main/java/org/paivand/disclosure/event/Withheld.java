package org.paivand.disclosure.event;

import static org.paivand.disclosure.Canonical.require;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.decision.ReasonCode;

/** One category that stayed, and why. */
public record Withheld(Category category, ReasonCode reason) {
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
