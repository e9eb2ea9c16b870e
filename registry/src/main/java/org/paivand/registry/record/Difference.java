package org.paivand.registry.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.paivand.disclosure.Coded;
import org.paivand.registry.directory.Directory;
import org.paivand.registry.json.DocumentLines;

/** In what two registries differ, item by item and line by line. */
public record Difference(List<Item> items) {

    public Difference {
        items = List.copyOf(items);
    }

    /** What became of an item. */
    public enum Sort implements Coded {
        ADDED("added"),
        CHANGED("changed"),
        REMOVED("removed");

        private final String code;

        Sort(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /**
     * One item that isn't the same in both.
     *
     * @param lines of its document, those that differ
     * @param secondPerson whether such a change needs one
     */
    public record Item(RegistryKind kind, String id, Sort sort, List<Line> lines, boolean secondPerson) {

        public Item {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One line that isn't the same in both.
     *
     * @param pointer into the item's document (RFC 6901)
     * @param before absent if the line is new
     * @param after absent if the line is gone
     */
    public record Line(String pointer, Optional<String> before, Optional<String> after) {}

    /** What is added or changed in the order of the newer registry, and what it lacks behind. Empty if they are the same. */
    public static Difference between(Directory before, Directory after) {
        Map<String, RegistryItem> were = byName(before);
        Map<String, RegistryItem> are = byName(after);
        List<Item> items = new ArrayList<>();
        are.forEach((name, item) -> {
            Optional<RegistryItem> was = Optional.ofNullable(were.get(name));
            if (was.filter(item::equals).isEmpty()) {
                Sort sort = was.isPresent() ? Sort.CHANGED : Sort.ADDED;
                items.add(of(item, sort, lines(was, Optional.of(item)), Widening.widens(was, item)));
            }
        });
        were.forEach((name, item) -> {
            if (!are.containsKey(name)) {
                items.add(of(item, Sort.REMOVED, lines(Optional.of(item), Optional.empty()), false));
            }
        });
        return new Difference(items);
    }

    public boolean secondPerson() {
        return items.stream().anyMatch(Item::secondPerson);
    }

    private static Item of(RegistryItem item, Sort sort, List<Line> lines, boolean secondPerson) {
        return new Item(item.kind(), item.id(), sort, lines, secondPerson);
    }

    /** All versions of an agreement have its id. */
    private static Map<String, RegistryItem> byName(Directory directory) {
        Map<String, RegistryItem> items = new LinkedHashMap<>();
        for (RegistryItem item : RegistryItems.of(directory.contents())) {
            String version = item instanceof RegistryItem.AgreementItem one
                    ? " " + one.agreement().version()
                    : "";
            items.put(item.kind().code() + " " + item.id() + version, item);
        }
        return items;
    }

    private static List<Line> lines(Optional<RegistryItem> was, Optional<RegistryItem> is) {
        Map<String, String> before =
                was.map(RegistryItem::document).map(DocumentLines::of).orElse(Map.of());
        Map<String, String> after =
                is.map(RegistryItem::document).map(DocumentLines::of).orElse(Map.of());
        Set<String> pointers = new LinkedHashSet<>(after.keySet());
        pointers.addAll(before.keySet());
        return pointers.stream()
                .map(pointer -> new Line(
                        pointer, Optional.ofNullable(before.get(pointer)), Optional.ofNullable(after.get(pointer))))
                .filter(line -> !line.before().equals(line.after()))
                .toList();
    }
}
