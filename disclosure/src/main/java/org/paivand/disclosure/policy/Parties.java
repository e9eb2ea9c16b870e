package org.paivand.disclosure.policy;

import static org.paivand.disclosure.Canonical.require;

import java.util.Set;
import java.util.function.Function;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Canonical;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.Party;

/** Who is bound by an agreement. */
public sealed interface Parties {
    boolean between(Party discloser, Party recipient);

    <T> T fold(Function<Countries, T> countries, Function<Agencies, T> agencies);

    /** Countries; a single one makes an agreement for exchanges within it, several one for exchanges between them. */
    record Countries(Set<Jurisdiction> jurisdictions) implements Parties {
        public Countries {
            jurisdictions = Canonical.sorted(jurisdictions);
            require(!jurisdictions.isEmpty(), "an agreement of countries names at least one");
        }

        @Override
        public boolean between(Party discloser, Party recipient) {
            boolean within = discloser.jurisdiction().equals(recipient.jurisdiction());
            return within == (jurisdictions.size() == 1)
                    && jurisdictions.contains(discloser.jurisdiction())
                    && jurisdictions.contains(recipient.jurisdiction());
        }

        @Override
        public <T> T fold(Function<Countries, T> countries, Function<Agencies, T> agencies) {
            return countries.apply(this);
        }
    }

    /** Two agencies or more, each with each other. */
    record Agencies(Set<AgencyId> ids) implements Parties {
        public Agencies {
            ids = Canonical.sorted(ids);
            require(ids.size() >= 2, "an agreement of agencies names at least two");
        }

        @Override
        public boolean between(Party discloser, Party recipient) {
            return !discloser.agency().equals(recipient.agency())
                    && ids.contains(discloser.agency())
                    && ids.contains(recipient.agency());
        }

        @Override
        public <T> T fold(Function<Countries, T> countries, Function<Agencies, T> agencies) {
            return agencies.apply(this);
        }
    }
}
