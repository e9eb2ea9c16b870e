package org.paivand.consent;

import java.util.Set;
import java.util.UUID;
import org.paivand.disclosure.consent.ConsentEvent;
import org.paivand.disclosure.consent.ConsentRecord;
import org.paivand.disclosure.consent.Grant;
import org.paivand.disclosure.event.ConsentChange;

/** What the log tells of an event: the kind of change, and the grants concerned if not all. */
record Told(ConsentChange change, Set<UUID> grantIds) {
    static final ConsentEvent.Cases<Told> OF = new ConsentEvent.Cases<>() {
        @Override
        public Told given(ConsentEvent.Given event) {
            return all(given(event.consent()));
        }

        private static ConsentChange given(ConsentRecord consent) {
            if (consent.version() > 1) {
                return ConsentChange.NARROWED;
            }
            return consent.grants().stream().allMatch(Grant::isRefusal) ? ConsentChange.REFUSED : ConsentChange.GIVEN;
        }

        @Override
        public Told withdrawn(ConsentEvent.Withdrawn event) {
            return new Told(ConsentChange.WITHDRAWN, event.grantIds().orElse(Set.of()));
        }

        @Override
        public Told invalidated(ConsentEvent.Invalidated event) {
            return all(ConsentChange.INVALIDATED);
        }

        @Override
        public Told superseded(ConsentEvent.Superseded event) {
            return all(ConsentChange.SUPERSEDED);
        }

        @Override
        public Told disputed(ConsentEvent.Disputed event) {
            return all(ConsentChange.DISPUTED);
        }

        @Override
        public Told reconfirmed(ConsentEvent.Reconfirmed event) {
            return all(ConsentChange.RECONFIRMED);
        }

        @Override
        public Told restored(ConsentEvent.Restored event) {
            return new Told(ConsentChange.RESTORED, event.grantIds());
        }

        @Override
        public Told confirmed(ConsentEvent.Confirmed event) {
            return all(ConsentChange.CONFIRMED);
        }
    };

    private static Told all(ConsentChange change) {
        return new Told(change, Set.of());
    }
}
