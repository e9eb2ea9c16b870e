package org.paivand.agreement.rest;

import java.util.List;
import java.util.Optional;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.policy.Parties;

/** The contract's Parties: exactly one of the two is there. */
public record PartiesMember(Optional<List<String>> countries, Optional<List<String>> agencies) {
    static PartiesMember of(Parties parties) {
        return parties.fold(
                bound -> new PartiesMember(
                        Optional.of(bound.jurisdictions().stream()
                                .map(Jurisdiction::code)
                                .toList()),
                        Optional.empty()),
                bound -> new PartiesMember(
                        Optional.empty(),
                        Optional.of(bound.ids().stream().map(AgencyId::value).toList())));
    }
}
