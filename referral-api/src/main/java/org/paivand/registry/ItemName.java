package org.paivand.registry;

import org.paivand.registry.record.RegistryItem;
import org.paivand.registry.record.RegistryKind;

/** What names one item of the registry: an id is unique among the items of its kind. */
public record ItemName(RegistryKind kind, String id) {
    public static ItemName of(RegistryItem item) {
        return new ItemName(item.kind(), item.id());
    }
}
