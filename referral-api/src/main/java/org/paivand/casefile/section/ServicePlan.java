package org.paivand.casefile.section;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which services a person is to have, in which order, and when somebody looks again. Its controller keeps it; it is never released. */
public record ServicePlan(List<PlanItem> items) {
    public static final int MOST = 30;

    public ServicePlan {
        items = Checks.items("items", items, 1, MOST);
        Set<Integer> before = new HashSet<>();
        for (PlanItem item : items) {
            Checks.consistent(item.after().map(before::contains).orElse(true), "items");
            Checks.consistent(before.add(item.number()), "items");
        }
    }

    @Override
    public String toString() {
        return Checks.redacted(this);
    }
}
