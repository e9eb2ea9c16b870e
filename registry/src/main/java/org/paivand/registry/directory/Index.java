package org.paivand.registry.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Lookups over items that never change; what isn't there is an empty list. */
final class Index<K, T> {

    private final Map<K, List<T>> items;

    private Index(Map<K, List<T>> items) {
        this.items = items;
    }

    /** Keeps the order of the items under each key. */
    static <K, T> Index<K, T> of(Collection<T> items, Function<T, ? extends Collection<K>> keys) {
        Map<K, List<T>> lists = new HashMap<>();
        for (T item : items) {
            for (K key : keys.apply(item)) {
                lists.computeIfAbsent(key, none -> new ArrayList<>()).add(item);
            }
        }
        lists.replaceAll((key, list) -> List.copyOf(list));
        return new Index<>(lists);
    }

    /** By id in its order; of two with one id the first, which the rules refuse. */
    static <K extends Comparable<K>, T> SortedMap<K, T> byId(Collection<T> items, Function<T, K> id) {
        SortedMap<K, T> byId = new TreeMap<>();
        items.forEach(item -> byId.putIfAbsent(id.apply(item), item));
        return Collections.unmodifiableSortedMap(byId);
    }

    List<T> at(K key) {
        return items.getOrDefault(key, List.of());
    }
}
