package org.paivand.entry;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.paivand.audit.merkle.Hash;

/**
 * What an auditor asks for; every filter must match.
 *
 * @param filters in the order of {@link EntryFilter}, so that the same question has the same text
 * @param from inclusive
 * @param to exclusive
 * @param after the last row of the page before
 * @param limit 1 to 100
 */
public record EntryQuery(
        Map<EntryFilter, String> filters,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<EntryCursor> after,
        int limit) {
    public static final int MAX_LIMIT = 100;

    public EntryQuery {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("a page has 1 to 100 rows");
        }
        Map<EntryFilter, String> ordered = new EnumMap<>(EntryFilter.class);
        ordered.putAll(filters);
        filters = Collections.unmodifiableMap(ordered);
    }

    /** The newest entries, whatever they are. */
    public static EntryQuery newest(int limit) {
        return new EntryQuery(Map.of(), Optional.empty(), Optional.empty(), Optional.empty(), limit);
    }

    /** The same with one filter more, or another code of it. */
    public EntryQuery with(EntryFilter filter, String code) {
        Map<EntryFilter, String> more = new EnumMap<>(EntryFilter.class);
        more.putAll(filters);
        more.put(filter, code);
        return new EntryQuery(more, from, to, after, limit);
    }

    public EntryQuery ofCase(Hash token) {
        return with(EntryFilter.CASE, token.hex());
    }

    public EntryQuery within(Optional<Instant> begin, Optional<Instant> end) {
        return new EntryQuery(filters, begin, end, after, limit);
    }

    public EntryQuery after(Optional<EntryCursor> last) {
        return new EntryQuery(filters, from, to, last, limit);
    }
}
