package org.paivand.registry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.paivand.database.Transaction;
import org.paivand.registry.directory.InvalidRegistryException;
import org.paivand.registry.record.RegistryItem;

/** The registry with its past. Whoever changes it writes an entry of the log in the same transaction. */
public final class RegistryBook {
    private final Function<Transaction, RegistryRecords> records;
    private final LiveDirectories live;
    private final PastEditions past = new PastEditions();

    public RegistryBook(Function<Transaction, RegistryRecords> records, LiveDirectories live) {
        this.records = records;
        this.live = live;
    }

    /** What counts now, with all that was committed before. */
    public Edition current(Transaction transaction) {
        return live.seenBy(transaction);
    }

    /** The same, with every other change held back until the transaction ends. */
    public Edition lock(Transaction transaction) {
        records.apply(transaction).lock();
        return live.seenBy(transaction);
    }

    /** What counted at that instant; empty before the first change. */
    public Edition asOf(Transaction transaction, Instant instant) {
        RegistryRecords bound = records.apply(transaction);
        long number = bound.headAt(instant);
        return number == bound.head() ? live.seenBy(transaction) : past.edition(bound, number);
    }

    /** The item's version that counted at that instant, or that counts now. */
    public Optional<RecordedChange> find(Transaction transaction, ItemName name, Optional<Instant> asOf) {
        RegistryRecords bound = records.apply(transaction);
        return bound.find(name, asOf.map(bound::headAt).orElse(Long.MAX_VALUE));
    }

    /** The changes behind that number, in the order in which they were committed. */
    public List<ChangeNotice> changes(Transaction transaction, long after, int limit) {
        return records.apply(transaction).notices(after, limit);
    }

    /**
     * Puts items in the place of those of their names, or adds them: all, or none if the directory wouldn't be whole.
     *
     * @param before as {@link #lock} returned it in this transaction
     */
    public List<RecordedChange> write(
            Transaction transaction, Edition before, List<RegistryItem> items, Authors authors, Instant now)
            throws InvalidRegistryException {
        RegistryRecords bound = records.apply(transaction);
        List<RecordedChange> changes =
                changes(bound, before, items, authors, now).toList();
        bound.add(changes.stream());
        return changes;
    }

    /** The same for so many items that their documents are not to be held at once. */
    void fill(Transaction transaction, Edition before, List<RegistryItem> items, Authors authors, Instant now)
            throws InvalidRegistryException {
        RegistryRecords bound = records.apply(transaction);
        bound.add(changes(bound, before, items, authors, now));
    }

    private static Stream<RecordedChange> changes(
            RegistryRecords bound, Edition before, List<RegistryItem> items, Authors authors, Instant now)
            throws InvalidRegistryException {
        before.with(items);
        Instant at = bound.last().filter(now::isBefore).orElse(now);
        return IntStream.range(0, items.size()).mapToObj(i -> {
            RegistryItem item = items.get(i);
            ItemName name = ItemName.of(item);
            return new RecordedChange(
                    before.number() + i + 1,
                    at,
                    name,
                    before.version(name) + 1,
                    Documents.sha256(item),
                    Documents.text(item),
                    authors);
        });
    }
}
