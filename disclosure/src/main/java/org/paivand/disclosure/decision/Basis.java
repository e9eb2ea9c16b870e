package org.paivand.disclosure.decision;

import static org.paivand.disclosure.Canonical.require;

import java.util.UUID;
import java.util.function.Function;
import org.paivand.disclosure.BasisType;

/** What one disclosed category rests on. */
public sealed interface Basis {
    BasisType type();

    <T> T fold(Function<ByConsent, T> byConsent, Function<Standalone, T> standalone);

    /** A live grant. */
    record ByConsent(UUID consentId, int version, UUID grantId) implements Basis {
        @Override
        public BasisType type() {
            return BasisType.CONSENT;
        }

        @Override
        public <T> T fold(Function<ByConsent, T> byConsent, Function<Standalone, T> standalone) {
            return byConsent.apply(this);
        }
    }

    /** A basis that needs no consent, by the id of its own record. */
    record Standalone(BasisType type, UUID reference) implements Basis {
        public Standalone {
            require(type != BasisType.CONSENT, "consent is a basis with a grant");
        }

        @Override
        public <T> T fold(Function<ByConsent, T> byConsent, Function<Standalone, T> standalone) {
            return standalone.apply(this);
        }
    }
}
