package org.paivand.disclosure.event;

import java.util.Optional;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Canonical;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.WorkerId;

/**
 * Who received, or asked and did not.
 *
 * @param node the peer that hosts it, absent within this node
 */
public record Counterpart(
        AgencyId agency, Jurisdiction jurisdiction, Optional<String> node, Optional<WorkerId> worker) {
    public Counterpart {
        node.ifPresent(name -> Canonical.pseudonym(name, "node"));
    }
}
