package org.paivand.disclosure.event;

import static org.paivand.disclosure.Canonical.require;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.paivand.disclosure.Canonical;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.decision.Basis;
import org.paivand.disclosure.decision.Decision;
import org.paivand.disclosure.decision.ReasonCode;

/**
 * What would have been decided about something that went out unasked, had the recipient accepted: for information, and never the
 * ground on which it went.
 */
public record Hindsight(
        DecisionReference decision, Map<Category, Basis> permitted, Map<Category, ReasonCode> withheld) {
    public Hindsight {
        permitted = Canonical.map(Category.class, permitted);
        withheld = Canonical.map(Category.class, withheld);
        require(Collections.disjoint(permitted.keySet(), withheld.keySet()), "a category is named once");
    }

    public static Hindsight of(DecisionReference reference, Decision decision) {
        return new Hindsight(reference, bases(decision), decision.withheld());
    }

    boolean tells(Decision made) {
        return permitted.equals(bases(made)) && withheld.equals(made.withheld());
    }

    private static Map<Category, Basis> bases(Decision decision) {
        Map<Category, Basis> bases = new EnumMap<>(Category.class);
        decision.permitted().forEach((category, permit) -> bases.put(category, permit.basis()));
        return bases;
    }
}
