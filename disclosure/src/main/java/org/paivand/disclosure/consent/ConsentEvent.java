package org.paivand.disclosure.consent;

import static org.paivand.disclosure.Canonical.require;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Canonical;

/** What happened to a consent. Expiry is no event: it follows from the grants' own bounds. */
public sealed interface ConsentEvent {
    /** When it took effect; at this very instant it is already in effect. */
    Instant at();

    UUID consentId();

    <T> T fold(Cases<T> cases);

    /** One answer for each kind of event. */
    interface Cases<T> {
        T given(Given event);

        T withdrawn(Withdrawn event);

        T invalidated(Invalidated event);

        T superseded(Superseded event);

        T disputed(Disputed event);

        T reconfirmed(Reconfirmed event);

        T restored(Restored event);

        T confirmed(Confirmed event);
    }

    /** A consent was given and recorded; a higher version of the same id ends the permits of the lower one. */
    record Given(Instant at, ConsentRecord consent) implements ConsentEvent {
        @Override
        public UUID consentId() {
            return consent.id();
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.given(this);
        }
    }

    /**
     * The person took it back.
     *
     * @param grantIds absent: every permit of the consent, while its refusals stay; present: exactly these grants,
     *     and the only way in which a refusal ends
     */
    record Withdrawn(Instant at, UUID consentId, Optional<Set<UUID>> grantIds) implements ConsentEvent {
        public Withdrawn {
            grantIds = grantIds.map(Canonical::sorted);
            require(grantIds.map(ids -> !ids.isEmpty()).orElse(true), "a withdrawal of some grants names them");
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.withdrawn(this);
        }
    }

    /** It turned out never to have been a free and informed consent: its permits end, its refusals stay. */
    record Invalidated(Instant at, UUID consentId) implements ConsentEvent {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.invalidated(this);
        }
    }

    /** Another consent took its place: its permits end, its refusals stay. */
    record Superseded(Instant at, UUID consentId, UUID by) implements ConsentEvent {
        public Superseded {
            require(!consentId.equals(by), "a consent is superseded by another one");
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.superseded(this);
        }
    }

    /** Somebody contests it: its permits rest until it is reconfirmed. */
    record Disputed(Instant at, UUID consentId) implements ConsentEvent {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.disputed(this);
        }
    }

    /** The person stood by it: ends a dispute, and revives nothing else. */
    record Reconfirmed(Instant at, UUID consentId) implements ConsentEvent {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.reconfirmed(this);
        }
    }

    /**
     * The person undid a withdrawal: these grants stand again as if it had not been made. What expired, or was superseded,
     * invalidated or disputed, stays so.
     *
     * @param grantIds at least one; refusals that were withdrawn are restored in the same way
     */
    record Restored(Instant at, UUID consentId, Set<UUID> grantIds) implements ConsentEvent {
        public Restored {
            grantIds = Canonical.sorted(grantIds);
            require(!grantIds.isEmpty(), "a restoration names the grants");
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.restored(this);
        }
    }

    /** A recipient found, at first contact, that the person did agree: it changes nothing, and revives nothing. */
    record Confirmed(Instant at, UUID consentId, AgencyId by) implements ConsentEvent {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.confirmed(this);
        }
    }
}
