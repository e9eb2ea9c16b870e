package org.paivand.disclosure.decision;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.paivand.disclosure.Canonical;
import org.paivand.disclosure.Mask;
import org.paivand.disclosure.policy.AgreementReference;

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
     * @param agreement the narrowest of those that bind it; none where the basis asks for none
     */
    record Permit(
            Basis basis,
            Rule rule,
            Set<Mask> masks,
            Instant validUntil,
            Obligations obligations,
            Optional<AgreementReference> agreement)
            implements CategoryDecision {
        public Permit {
            masks = masks.isEmpty() ? Set.of() : Canonical.enums(Mask.class, masks);
        }

        /** A permit that needs no agreement. */
        public Permit(Basis basis, Rule rule, Set<Mask> masks, Instant validUntil, Obligations obligations) {
            this(basis, rule, masks, validUntil, obligations, Optional.empty());
        }

        @Override
        public <T> T fold(Function<Permit, T> permit, Function<Withhold, T> withhold) {
            return permit.apply(this);
        }
    }

    /**
     * The category stays.
     *
     * @param agreement the one that keeps it back, where one does
     */
    record Withhold(ReasonCode reason, Optional<AgreementReference> agreement) implements CategoryDecision {
        /** For a reason that no agreement gives. */
        public Withhold(ReasonCode reason) {
            this(reason, Optional.empty());
        }

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
