package org.paivand.disclosure.consent;

import java.util.Set;
import java.util.function.Function;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Canonical;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.Party;
import org.paivand.disclosure.WorkerId;

/** Whom a grant names. */
public sealed interface Recipient {
    /** Whether a permit for this recipient reaches the party: by name, or as one of the agencies listed to the person. */
    boolean permits(Party party);

    /** Whether a refusal of this recipient stops the party: a refused kind stops all of that kind, listed or not. */
    boolean refuses(Party party);

    /**
     * Whether whoever is named here is named there, in the same way. An agency by name is not within its kind: a name opens what
     * a kind doesn't.
     */
    boolean isWithin(Recipient other);

    <T> T fold(Function<ExactAgency, T> exact, Function<KindWithin, T> kind, Function<OneWorker, T> worker);

    /** One agency by name. */
    record ExactAgency(AgencyId agency) implements Recipient {
        @Override
        public boolean permits(Party party) {
            return agency.equals(party.agency());
        }

        @Override
        public boolean refuses(Party party) {
            return agency.equals(party.agency());
        }

        @Override
        public boolean isWithin(Recipient other) {
            return equals(other);
        }

        @Override
        public <T> T fold(Function<ExactAgency, T> exact, Function<KindWithin, T> kind, Function<OneWorker, T> worker) {
            return exact.apply(this);
        }
    }

    /**
     * A kind of agency within one country.
     *
     * @param listed the agencies that were listed to the person then; one that joined later is not covered
     */
    record KindWithin(AgencyKind kind, Jurisdiction jurisdiction, Set<AgencyId> listed) implements Recipient {
        public KindWithin {
            listed = Canonical.sorted(listed);
        }

        @Override
        public boolean permits(Party party) {
            return refuses(party) && listed.contains(party.agency());
        }

        @Override
        public boolean refuses(Party party) {
            return kind == party.kind() && jurisdiction.equals(party.jurisdiction());
        }

        @Override
        public boolean isWithin(Recipient other) {
            return other instanceof KindWithin wider
                    && kind == wider.kind
                    && jurisdiction.equals(wider.jurisdiction)
                    && wider.listed.containsAll(listed);
        }

        @Override
        public <T> T fold(
                Function<ExactAgency, T> exact, Function<KindWithin, T> whenKind, Function<OneWorker, T> worker) {
            return whenKind.apply(this);
        }
    }

    /**
     * One worker of an agency, who can only be barred. The agency itself is neither permitted nor refused by that: it may have
     * another worker read.
     */
    record OneWorker(AgencyId agency, WorkerId worker) implements Recipient {
        @Override
        public boolean permits(Party party) {
            return false;
        }

        @Override
        public boolean refuses(Party party) {
            return false;
        }

        @Override
        public boolean isWithin(Recipient other) {
            return equals(other);
        }

        @Override
        public <T> T fold(
                Function<ExactAgency, T> exact, Function<KindWithin, T> kind, Function<OneWorker, T> whenWorker) {
            return whenWorker.apply(this);
        }
    }
}
