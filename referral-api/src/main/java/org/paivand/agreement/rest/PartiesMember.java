package org.paivand.agreement.rest;

import java.util.List;
import java.util.Optional;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.policy.Parties;

/** The contract's Parties: countries, perhaps only certain kinds of their agencies; or agencies by name. */
public record PartiesMember(
        Optional<List<String>> countries, Optional<List<String>> kinds, Optional<List<String>> agencies) {
    static PartiesMember of(Parties parties) {
        return parties.fold(
                bound -> new PartiesMember(Optional.of(codes(bound)), Optional.empty(), Optional.empty()),
                bound -> new PartiesMember(
                        Optional.of(codes(bound.countries())),
                        Optional.of(bound.kinds().stream().map(AgencyKind::code).toList()),
                        Optional.empty()),
                bound -> new PartiesMember(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(bound.ids().stream().map(AgencyId::value).toList())));
    }

    private static List<String> codes(Parties.Countries countries) {
        return countries.jurisdictions().stream().map(Jurisdiction::code).toList();
    }
}
