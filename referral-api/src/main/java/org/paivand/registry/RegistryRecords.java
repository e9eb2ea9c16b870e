package org.paivand.registry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Where the changes of the registry are kept. Bound to one transaction. */
public interface RegistryRecords {
    /** The last change's number; 0 before the first. */
    long head();

    /** The last change at that instant or before; 0 if there was none. */
    long headAt(Instant instant);

    /** Reads of each item changed between the two numbers the last change, in their order; the second number included. */
    void newest(long after, long until, Consumer<RecordedChange> reader);

    /** The item's last change up to that number. */
    Optional<RecordedChange> find(ItemName name, long until);

    /** What the first start read from files, in order. */
    List<ChangeNotice> baseline();

    /** The changes behind that number, in order. */
    List<ChangeNotice> notices(long after, int limit);

    /** When the last change was. */
    Optional<Instant> last();

    /** Holds back every other change until the transaction ends. Taken before anything is read that a change rests on. */
    void lock();

    void add(Stream<RecordedChange> changes);
}
