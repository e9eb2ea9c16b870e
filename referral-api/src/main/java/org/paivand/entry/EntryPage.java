package org.paivand.entry;

import java.util.List;
import java.util.Optional;

/**
 * Rows by the log's order, newest first; an entry is found once it has its index.
 *
 * @param next empty on the last page
 */
public record EntryPage(List<FoundEntry> rows, Optional<EntryCursor> next) {
    public EntryPage {
        rows = List.copyOf(rows);
    }
}
