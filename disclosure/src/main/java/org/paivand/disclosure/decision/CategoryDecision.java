package org.paivand.disclosure.decision;

import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import org.paivand.disclosure.Canonical;
import org.paivand.disclosure.Mask;

/** The answer for one category. */
public sealed interface CategoryDecision {
    /** The step that answered: for a permit the one that gave the basis, otherwise the first that failed. */
    Rule rule();

    <T> T fold(Function<Permit, T> permit, Function<Withhold, T> withhold);

    /**
     * The category may go.
     *
     * @param masks what of it stays behind; the rest is what may go
     * @param validUntil exclusive; the same request is decided anew at every pull all the same
     */
    record Permit(Basis basis, Rule rule, Set<Mask> masks, Instant validUntil, Obligations obligations)
            implements CategoryDecision {
        public Permit {
            masks = masks.isEmpty() ? Set.of() : Canonical.enums(Mask.class, masks);
        }

        @Override
        public <T> T fold(Function<Permit, T> permit, Function<Withhold, T> withhold) {
            return permit.apply(this);
        }
    }

    /** The category stays. */
    record Withhold(ReasonCode reason) implements CategoryDecision {
        @Override
        public Rule rule() {
            return reason.rule();
        }

        @Override
        public <T> T fold(Function<Permit, T> permit, Function<Withhold, T> withhold) {
            return withhold.apply(this);
        }
    }
}
