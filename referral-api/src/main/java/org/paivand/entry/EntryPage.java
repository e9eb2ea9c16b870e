package org.paivand.entry;

import java.util.List;
import java.util.Optional;

/**
 * Rows in the log's order, newest first; on the first page, before them, entries that wait for their index.
 *
 * @param next empty on the last page
 */
public record EntryPage(List<FoundEntry> rows, Optional<EntryCursor> next) {
    public EntryPage {
        rows = List.copyOf(rows);
    }
}
