package org.paivand.disclosure.event;

import java.time.Instant;
import java.util.function.Function;

/** What a holder did with what it had received. */
public sealed interface HolderAnswer {
    <T> T fold(Function<Erased, T> erased, Function<Retained, T> retained);

    /** It holds nothing of it any more. */
    record Erased() implements HolderAnswer {
        @Override
        public <T> T fold(Function<Erased, T> erased, Function<Retained, T> retained) {
            return erased.apply(this);
        }
    }

    /**
     * It keeps some of it, and says on what ground.
     *
     * @param until exclusive
     */
    record Retained(RetentionBasis basis, Instant until) implements HolderAnswer {
        @Override
        public <T> T fold(Function<Erased, T> erased, Function<Retained, T> retained) {
            return retained.apply(this);
        }
    }
}
