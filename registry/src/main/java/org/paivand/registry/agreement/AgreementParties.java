package org.paivand.registry.agreement;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.policy.Agreement;
import org.paivand.disclosure.policy.Parties;
import org.paivand.registry.agency.Agency;

/** Whether the parties of an agreement exist, among these agencies. */
public final class AgreementParties {

    private final Collection<Agency> agencies;

    public AgreementParties(Collection<Agency> agencies) {
        this.agencies = agencies;
    }

    /** Ids of agencies that don't exist, and codes of countries by whose law no agency is bound. */
    public List<String> unknown(Parties parties) {
        return parties.fold(
                this::unknown,
                kinds -> unknown(kinds.countries()),
                named -> named.ids().stream()
                        .filter(id -> agencies.stream()
                                .noneMatch(agency -> agency.id().equals(id)))
                        .map(AgencyId::value)
                        .toList());
    }

    private List<String> unknown(Parties.Countries countries) {
        return countries.jurisdictions().stream()
                .filter(country -> agencies.stream().noneMatch(isBoundBy(country)))
                .map(Jurisdiction::code)
                .toList();
    }

    /** Kinds that the agreement binds, or lets receive, though no agency among its parties is one. */
    public Set<AgencyKind> kindsOfNobody(Agreement agreement) {
        Set<AgencyKind> named = EnumSet.noneOf(AgencyKind.class);
        agreement.terms().recipientKinds().ifPresent(named::addAll);
        named.addAll(agreement.parties().fold(countries -> Set.of(), Parties.Kinds::kinds, some -> Set.of()));
        named.removeAll(kinds(agreement.parties()));
        return named;
    }

    private Set<AgencyKind> kinds(Parties parties) {
        Predicate<Agency> isParty = parties.fold(
                this::anyOf,
                kinds -> anyOf(kinds.countries()),
                named -> agency -> named.ids().contains(agency.id()));
        return agencies.stream().filter(isParty).map(Agency::kind).collect(Collectors.toSet());
    }

    private Predicate<Agency> anyOf(Parties.Countries countries) {
        return agency -> countries.jurisdictions().contains(agency.jurisdiction());
    }

    private static Predicate<Agency> isBoundBy(Jurisdiction country) {
        return agency -> agency.jurisdiction().equals(country);
    }
}
