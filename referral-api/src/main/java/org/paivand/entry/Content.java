package org.paivand.entry;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.audit.log.Opening;

/** What can be shown of an entry. */
public sealed interface Content {
    <T> T fold(Function<Opening, T> opened, Function<Shredded, T> shredded);

    /** What the entry commits to. */
    record Opened(Opening opening) implements Content {
        @Override
        public <T> T fold(Function<Opening, T> opened, Function<Shredded, T> shredded) {
            return opened.apply(opening);
        }
    }

    /**
     * Nobody can open it any more: its key was destroyed when its retention ended.
     *
     * @param certificate the event that certifies it
     * @param at where that stands; empty until it has an index
     */
    record Shredded(UUID certificate, Optional<FoundEntry.At> at) implements Content {
        @Override
        public <T> T fold(Function<Opening, T> opened, Function<Shredded, T> shredded) {
            return shredded.apply(this);
        }
    }
}
