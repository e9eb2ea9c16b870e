package org.paivand.entry;

import java.util.Optional;
import java.util.OptionalLong;
import org.paivand.audit.log.Entry;

/**
 * One row of a search.
 *
 * @param at empty until the sequencer has integrated it
 */
public record FoundEntry(Entry entry, SearchColumns columns, Optional<At> at) {
    /**
     * Where it stands.
     *
     * @param log the origin of its log
     * @param place how many entries had an index before it, in all logs of this database
     */
    public record At(String log, long index, long place) {}

    public OptionalLong index() {
        return at.map(known -> OptionalLong.of(known.index())).orElse(OptionalLong.empty());
    }

    public Optional<String> log() {
        return at.map(At::log);
    }
}
