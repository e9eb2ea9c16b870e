package org.paivand.audit.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.paivand.audit.merkle.Hash;
import org.paivand.audit.merkle.TreeHead;

/** A log that ends with the process: for tests, and for whoever checks a copy. Safe for use by many threads. */
public final class InMemoryLogStore implements LogStore {
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Entry, Long> indexes = new HashMap<>();
    private final List<List<Hash>> tileRoots = new ArrayList<>();
    private TreeHead head = TreeHead.EMPTY;
    private long highestFence = Long.MIN_VALUE;

    @Override
    public synchronized TreeHead head() {
        return head;
    }

    @Override
    public synchronized List<Entry> entries(long from, int count) {
        return slice(entries, from, count);
    }

    @Override
    public synchronized List<Hash> tileRoots(int level, long from, int count) {
        return slice(level < tileRoots.size() ? tileRoots.get(level) : List.of(), from, count);
    }

    @Override
    public synchronized OptionalLong indexOf(Entry entry) {
        Long index = indexes.get(entry);
        return index == null ? OptionalLong.empty() : OptionalLong.of(index);
    }

    @Override
    public synchronized void append(LogBatch batch, long fence) throws AppendRefusedException {
        if (fence < highestFence) {
            throw new AppendRefusedException(AppendRefusedException.Reason.FENCED_OFF);
        }
        highestFence = fence;
        if (!batch.before().equals(head)) {
            throw new AppendRefusedException(AppendRefusedException.Reason.HEAD_MOVED);
        }
        Set<Entry> fresh = new HashSet<>(batch.entries());
        if (fresh.size() != batch.entries().size() || fresh.stream().anyMatch(indexes::containsKey)) {
            throw new AppendRefusedException(AppendRefusedException.Reason.DUPLICATE_ENTRY);
        }
        for (Entry entry : batch.entries()) {
            indexes.put(entry, (long) entries.size());
            entries.add(entry);
        }
        for (TileRoot root : batch.tileRoots()) {
            while (tileRoots.size() <= root.level()) {
                tileRoots.add(new ArrayList<>());
            }
            tileRoots.get(root.level()).add(root.root());
        }
        head = batch.after();
    }

    private static <T> List<T> slice(List<T> all, long from, int count) {
        Objects.checkFromIndexSize(from, (long) count, all.size());
        return List.copyOf(all.subList((int) from, (int) from + count));
    }
}
