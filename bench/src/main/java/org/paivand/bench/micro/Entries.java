package org.paivand.bench.micro;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.paivand.audit.log.Entry;
import org.paivand.audit.log.EntryType;
import org.paivand.audit.merkle.Hash;

/** Entries that differ, the same ones in each run. */
final class Entries {
    private Entries() {}

    static List<Entry> first(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new Entry(
                        EntryType.DISCLOSURE, Hash.sha256(("entry " + number).getBytes(StandardCharsets.US_ASCII))))
                .toList();
    }
}
