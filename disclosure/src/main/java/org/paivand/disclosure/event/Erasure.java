package org.paivand.disclosure.event;

import static org.paivand.disclosure.Canonical.require;

import java.util.List;
import java.util.function.Function;

/** What was made unreadable for ever by destroying its key. */
public sealed interface Erasure {
    <T> T fold(Function<OfCase, T> ofCase, Function<OfOpenings, T> ofOpenings);

    /** The sections of the case that the event's head names; what agencies did with it stays in the log. */
    record OfCase() implements Erasure {
        @Override
        public <T> T fold(Function<OfCase, T> ofCase, Function<OfOpenings, T> ofOpenings) {
            return ofCase.apply(this);
        }
    }

    /**
     * Openings of a log, because the log's own retention ended.
     *
     * @param ranges ascending, apart from each other, at least one
     */
    record OfOpenings(String log, List<IndexRange> ranges) implements Erasure {
        public OfOpenings {
            LogPlace.requireOrigin(log);
            ranges = List.copyOf(ranges);
            require(!ranges.isEmpty(), "an erasure of openings names them");
            for (int i = 1; i < ranges.size(); i++) {
                require(ranges.get(i - 1).to() < ranges.get(i).from(), "ranges ascend and don't touch");
            }
        }

        public boolean covers(long index) {
            return ranges.stream().anyMatch(range -> range.from() <= index && index < range.to());
        }

        @Override
        public <T> T fold(Function<OfCase, T> ofCase, Function<OfOpenings, T> ofOpenings) {
            return ofOpenings.apply(this);
        }
    }

    /** Indexes from the first to the last but one. */
    record IndexRange(long from, long to) {
        public IndexRange {
            require(0 <= from && from < to, "a range begins before it ends");
        }
    }
}
