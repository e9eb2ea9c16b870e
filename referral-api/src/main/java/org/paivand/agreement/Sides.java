package org.paivand.agreement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.policy.Agreement;
import org.paivand.disclosure.policy.Parties;
import org.paivand.problem.ProblemException;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.agreement.Matrix;

/** Between which two it is asked what may flow. */
public sealed interface Sides {
    /** @throws ProblemException {@code invalid-request} if the directory doesn't know one of the two */
    Matrix matrix(AgreementStore store, List<Agreement> agreements, Set<Purpose> purposes, Instant at);

    /** Any agencies of two countries, or of one. */
    record Countries(Jurisdiction from, Jurisdiction to) implements Sides {
        @Override
        public Matrix matrix(AgreementStore store, List<Agreement> agreements, Set<Purpose> purposes, Instant at) {
            requireKnown(store, "from", from);
            requireKnown(store, "to", to);
            return Matrix.betweenCountries(
                    agreements, id -> store.agency(id).map(Agency::jurisdiction), from, to, purposes, at);
        }

        private static void requireKnown(AgreementStore store, String parameter, Jurisdiction country) {
            if (!store.knows(new Parties.Countries(Set.of(country)))) {
                throw ProblemException.invalid(parameter, "not-in-list");
            }
        }
    }

    /** Two agencies. Nothing binds one that is suspended. */
    record Agencies(AgencyId from, AgencyId to) implements Sides {
        @Override
        public Matrix matrix(AgreementStore store, List<Agreement> agreements, Set<Purpose> purposes, Instant at) {
            Agency discloser = known(store, "fromAgency", from);
            Agency recipient = known(store, "toAgency", to);
            boolean active = discloser.isActive() && recipient.isActive();
            return Matrix.betweenAgencies(
                    active ? agreements : List.of(), discloser.party(), recipient.party(), purposes, at);
        }

        private static Agency known(AgreementStore store, String parameter, AgencyId id) {
            Optional<Agency> agency = store.agency(id);
            return agency.orElseThrow(() -> ProblemException.invalid(parameter, "not-in-list"));
        }
    }
}
