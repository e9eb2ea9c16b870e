package org.paivand.disclosure.policy;

import static org.paivand.disclosure.Canonical.require;

import java.util.Set;
import java.util.function.Function;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Canonical;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.Party;

/** Who is bound by an agreement. */
public sealed interface Parties {
    boolean between(Party discloser, Party recipient);

    /** Whether agencies of each of these kinds can be bound, as far as the parties themselves say it. */
    boolean admits(Set<AgencyKind> kinds);

    <T> T fold(Function<Countries, T> countries, Function<Kinds, T> kinds, Function<Agencies, T> agencies);

    /** Countries; a single one makes an agreement for exchanges within it, several one for exchanges between them. */
    record Countries(Set<Jurisdiction> jurisdictions) implements Parties {
        public Countries {
            jurisdictions = Canonical.sorted(jurisdictions);
            require(!jurisdictions.isEmpty(), "an agreement of countries names at least one");
        }

        @Override
        public boolean between(Party discloser, Party recipient) {
            return between(discloser.jurisdiction(), recipient.jurisdiction());
        }

        /** Whether it is for exchanges between agencies of these two, which may be one and the same. */
        public boolean between(Jurisdiction one, Jurisdiction other) {
            boolean within = one.equals(other);
            return within == (jurisdictions.size() == 1)
                    && jurisdictions.contains(one)
                    && jurisdictions.contains(other);
        }

        @Override
        public boolean admits(Set<AgencyKind> kinds) {
            return true;
        }

        @Override
        public <T> T fold(Function<Countries, T> countries, Function<Kinds, T> kinds, Function<Agencies, T> agencies) {
            return countries.apply(this);
        }
    }

    /** Those agencies of countries that are of certain kinds; both sides are of one of them. */
    record Kinds(Countries countries, Set<AgencyKind> kinds) implements Parties {
        public Kinds {
            kinds = Canonical.enums(AgencyKind.class, kinds);
            require(!kinds.isEmpty(), "an agreement of kinds names at least one");
        }

        @Override
        public boolean between(Party discloser, Party recipient) {
            return countries.between(discloser, recipient)
                    && kinds.contains(discloser.kind())
                    && kinds.contains(recipient.kind());
        }

        @Override
        public boolean admits(Set<AgencyKind> some) {
            return kinds.containsAll(some);
        }

        @Override
        public <T> T fold(Function<Countries, T> all, Function<Kinds, T> some, Function<Agencies, T> agencies) {
            return some.apply(this);
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
        public boolean admits(Set<AgencyKind> kinds) {
            return true;
        }

        @Override
        public <T> T fold(Function<Countries, T> countries, Function<Kinds, T> kinds, Function<Agencies, T> agencies) {
            return agencies.apply(this);
        }
    }
}
