package org.paivand.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.function.Consumer;
import org.paivand.disclosure.Sha256;
import org.paivand.registry.directory.Directory;
import org.paivand.registry.directory.InvalidRegistryException;
import org.paivand.registry.record.RegistryItem;

/** The registry as it stood after one of its changes. */
public final class Edition {
    /** Before the first change. */
    static final Edition EMPTY = new Edition(0, new TreeMap<>(), directory(List.of()));

    private final long number;
    private final SortedMap<ItemName, Standing> items;
    private final Directory directory;

    private Edition(long number, SortedMap<ItemName, Standing> items, Directory directory) {
        this.number = number;
        this.items = items;
        this.directory = directory;
    }

    /** An item in the version that counts. */
    public record Standing(int version, Sha256 sha256, RegistryItem item) {}

    /** The number of its last change. */
    public long number() {
        return number;
    }

    public Directory directory() {
        return directory;
    }

    public Optional<Standing> find(ItemName name) {
        return Optional.ofNullable(items.get(name));
    }

    /** 0 for what isn't there. */
    int version(ItemName name) {
        return find(name).map(Standing::version).orElse(0);
    }

    Map<ItemName, Sha256> hashes() {
        Map<ItemName, Sha256> hashes = new HashMap<>();
        items.forEach((name, standing) -> hashes.put(name, standing.sha256()));
        return hashes;
    }

    /** Gives changes to a reader one by one: all their documents at once can be more than there is room for. */
    @FunctionalInterface
    interface Changes {
        void read(Consumer<RecordedChange> reader);
    }

    /**
     * The edition after these changes, which were committed.
     *
     * @throws IllegalStateException if they don't make a directory: they were altered where they are kept
     */
    Edition then(Changes changes) {
        SortedMap<ItemName, Standing> after = new TreeMap<>(items);
        LongAccumulator last = new LongAccumulator(Math::max, number);
        changes.read(change -> {
            RegistryItem item = Documents.recorded(change.name(), change.document());
            after.put(change.name(), new Standing(change.version(), change.sha256(), item));
            last.accumulate(change.number());
        });
        return last.get() == number
                ? this
                : new Edition(
                        last.get(),
                        after,
                        directory(after.values().stream().map(Standing::item).toList()));
    }

    /**
     * The directory as it would be with these items, each new or in the place of the one of its name.
     *
     * @throws InvalidRegistryException naming all that would be wrong with it
     */
    Directory with(Collection<RegistryItem> changed) throws InvalidRegistryException {
        SortedMap<ItemName, RegistryItem> after = new TreeMap<>();
        items.forEach((name, standing) -> after.put(name, standing.item()));
        changed.forEach(item -> after.put(ItemName.of(item), item));
        return Documents.directory(new ArrayList<>(after.values()));
    }

    private static Directory directory(List<RegistryItem> items) {
        try {
            return Documents.directory(items);
        } catch (InvalidRegistryException altered) {
            throw new IllegalStateException("the registry book is not as it was written", altered);
        }
    }
}
