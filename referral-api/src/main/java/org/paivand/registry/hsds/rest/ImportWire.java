package org.paivand.registry.hsds.rest;

import java.util.List;
import java.util.Optional;
import org.paivand.registry.record.Difference;
import org.paivand.registry.record.RegistryItem;

/** What an import would change, on the wire. */
public final class ImportWire {
    private ImportWire() {}

    /** The contract's RegistryDifference. */
    public record RegistryDifference(boolean secondPerson, List<ItemView> items, List<ItemName> absent) {}

    /** The contract's RegistryItemName. */
    public record ItemName(String kind, String id) {}

    /** The contract's RegistryItemDifference. */
    public record ItemView(String kind, String id, String change, boolean secondPerson, List<LineView> lines) {}

    /** The contract's RegistryLine. */
    public record LineView(String pointer, Optional<String> before, Optional<String> after) {}

    static RegistryDifference of(Difference difference, List<RegistryItem> absent) {
        return new RegistryDifference(
                difference.secondPerson(),
                difference.items().stream().map(ImportWire::view).toList(),
                absent.stream()
                        .map(item -> new ItemName(item.kind().code(), item.id()))
                        .toList());
    }

    private static ItemView view(Difference.Item item) {
        return new ItemView(
                item.kind().code(),
                item.id(),
                item.sort().code(),
                item.secondPerson(),
                item.lines().stream()
                        .map(line -> new LineView(line.pointer(), line.before(), line.after()))
                        .toList());
    }
}
