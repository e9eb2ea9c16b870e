package org.paivand.disclosure.decision;

import java.time.Instant;
import java.util.function.Function;

/** What step 3 or 4 found for a category: a basis, or why there is none. */
sealed interface Ground {
    <T> T fold(Function<Found, T> found, Function<Lacking, T> lacking);

    /** A basis that holds until the instant, exclusive. */
    record Found(Basis basis, Rule rule, Instant validUntil, boolean onward) implements Ground {
        @Override
        public <T> T fold(Function<Found, T> found, Function<Lacking, T> lacking) {
            return found.apply(this);
        }
    }

    /** No basis, and the reason. */
    record Lacking(ReasonCode reason) implements Ground {
        @Override
        public <T> T fold(Function<Found, T> found, Function<Lacking, T> lacking) {
            return lacking.apply(this);
        }
    }
}
