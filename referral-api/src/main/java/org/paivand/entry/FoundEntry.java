package org.paivand.entry;

import java.util.Optional;
import java.util.OptionalLong;
import org.paivand.audit.log.Entry;

/**
 * One row of a search.
 *
 * @param index empty until the sequencer has integrated it
 * @param log the origin of the log that it stands in; there if an index is
 */
public record FoundEntry(Entry entry, SearchColumns columns, OptionalLong index, Optional<String> log) {
    public FoundEntry {
        if (index.isPresent() != log.isPresent()) {
            throw new IllegalArgumentException("an index is an index of a log");
        }
    }

    public EntryCursor cursor() {
        return new EntryCursor(columns.occurredAt(), columns.eventId());
    }
}
