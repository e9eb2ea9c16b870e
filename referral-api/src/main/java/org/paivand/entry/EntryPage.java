package org.paivand.entry;

import java.util.List;
import java.util.Optional;

/**
 * Rows, newest first.
 *
 * @param next empty on the last page
 */
public record EntryPage(List<FoundEntry> rows, Optional<EntryCursor> next) {
    public EntryPage {
        rows = List.copyOf(rows);
    }
}
