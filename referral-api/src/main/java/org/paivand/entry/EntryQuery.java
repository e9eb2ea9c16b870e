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
 * @param category with an outcome, the category of which that is so; without one, a category that was released or withheld
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
        Optional<Outcome> outcome,
        Optional<Hash> caseToken,
        Optional<EntryCursor> after,
        int limit) {
    public static final int MAX_LIMIT = 100;

    public EntryQuery {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("a page has 1 to 100 rows");
        }
    }

    /** The same about one case. */
    public EntryQuery ofCase(Hash token) {
        return new EntryQuery(
                from,
                to,
                type,
                agency,
                recipient,
                user,
                purpose,
                basis,
                category,
                outcome,
                Optional.of(token),
                after,
                limit);
    }

    /** Whether a category counts where it was released. */
    public boolean asksForReleased() {
        return outcome.map(wanted -> wanted == Outcome.RELEASED || wanted == Outcome.BREAK_GLASS)
                .orElse(true);
    }

    /** Whether a category counts where it was withheld. */
    public boolean asksForWithheld() {
        return outcome.map(wanted -> wanted == Outcome.WITHHELD || wanted == Outcome.DENIED)
                .orElse(true);
    }
}
