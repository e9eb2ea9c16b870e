package org.paivand.entry;

import java.time.Instant;
import java.util.Optional;
import org.paivand.audit.log.EntryType;
import org.paivand.audit.merkle.Hash;

/**
 * What an auditor asks for; every filter that is present must match.
 *
 * @param from inclusive
 * @param to exclusive
 * @param after the last row of the page before
 * @param limit 1 to 100
 */
public record EntryQuery(
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<EntryType> type,
        Optional<String> agency,
        Optional<String> recipient,
        Optional<String> user,
        Optional<String> purpose,
        Optional<String> basis,
        Optional<String> category,
        Optional<String> outcome,
        Optional<Hash> caseToken,
        Optional<EntryCursor> after,
        int limit) {
    public static final int MAX_LIMIT = 100;

    public EntryQuery {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("a page has 1 to 100 rows");
        }
    }
}
