package org.paivand.casefile.section;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

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

    /** The same, in which an item names the referral by which it is asked for. */
    public ServicePlan asked(int item, UUID referralId) {
        return new ServicePlan(items.stream()
                .map(one -> one.number() == item ? one.asked(referralId) : one)
                .toList());
    }

    @Override
    public String toString() {
        return Checks.redacted(this);
    }
}
