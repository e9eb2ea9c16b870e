package org.paivand.registry.directory;

import java.util.List;
import org.paivand.disclosure.policy.Agreement;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.node.PeerNode;
import org.paivand.registry.place.Location;
import org.paivand.registry.service.Service;

/** The items of a registry, not yet held against each other; {@link Directory#of} does that. */
public record Contents(
        List<Agency> agencies,
        List<Location> locations,
        List<Service> services,
        List<PeerNode> nodes,
        List<Agreement> agreements) {

    public Contents {
        agencies = List.copyOf(agencies);
        locations = List.copyOf(locations);
        services = List.copyOf(services);
        nodes = List.copyOf(nodes);
        agreements = List.copyOf(agreements);
    }
}
