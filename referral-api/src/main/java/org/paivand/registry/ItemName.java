package org.paivand.registry;

import java.util.Comparator;
import org.paivand.registry.record.RegistryItem;
import org.paivand.registry.record.RegistryKind;

/** What names one item of the registry: an id is unique among the items of its kind. */
public record ItemName(RegistryKind kind, String id) implements Comparable<ItemName> {
    private static final Comparator<ItemName> ORDER =
            Comparator.comparing((ItemName name) -> name.kind().code()).thenComparing(ItemName::id);

    /** By the kind's code, then by id. */
    @Override
    public int compareTo(ItemName other) {
        return ORDER.compare(this, other);
    }

    public static ItemName of(RegistryItem item) {
        return new ItemName(item.kind(), item.id());
    }
}
