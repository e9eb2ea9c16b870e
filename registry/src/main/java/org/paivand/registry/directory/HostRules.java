package org.paivand.registry.directory;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.AgencyKind;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.node.PeerNode;

/**
 * Who may answer for whom. A host learns who is referred to another, so it is one that helps, as the other is: nobody who
 * investigates, guards, registers, decides about somebody, or must report what it learns.
 */
final class HostRules {
    private static final Set<AgencyKind> HELPING = EnumSet.of(
            AgencyKind.SHELTER,
            AgencyKind.NGO,
            AgencyKind.HOTLINE,
            AgencyKind.HEALTH,
            AgencyKind.LEGAL_AID,
            AgencyKind.INTERNATIONAL_ORGANISATION);

    private final Map<AgencyId, Agency> agencies;
    private final Set<AgencyId> elsewhere = new HashSet<>();
    private final List<Fault> problems = new ArrayList<>();

    private HostRules(Contents contents) {
        this.agencies = Index.byId(contents.agencies(), Agency::id);
        contents.nodes().stream().map(PeerNode::agencies).forEach(elsewhere::addAll);
    }

    static List<Fault> problems(Contents contents) {
        HostRules rules = new HostRules(contents);
        contents.agencies().forEach(agency -> agency.host().ifPresent(host -> rules.host(agency, host)));
        return List.copyOf(rules.problems);
    }

    private void host(Agency agency, AgencyId id) {
        Optional<Agency> host = Optional.ofNullable(agencies.get(id));
        if (host.isEmpty()) {
            add(agency, Fault.Sort.UNKNOWN, "is hosted by an agency that doesn't exist: " + id);
        } else {
            between(agency, host.get());
        }
    }

    private void between(Agency agency, Agency host) {
        if (host.host().isPresent()) {
            contradiction(agency, "is hosted by an agency that has a host itself: " + host.id());
        }
        if (elsewhere.contains(agency.id()) || elsewhere.contains(host.id())) {
            contradiction(agency, "and its host aren't both of this node: " + host.id());
        }
        if (!host.jurisdiction().equals(agency.jurisdiction())) {
            contradiction(agency, "is hosted abroad: " + host.id());
        }
        if (!HELPING.contains(agency.kind()) || !HELPING.contains(host.kind())) {
            contradiction(
                    agency,
                    "can't be hosted, since of " + agency.kind().code() + " and "
                            + host.kind().code() + " not both help: " + host.id());
        }
        if (host.reportingDuty().isPresent()) {
            contradiction(agency, "is hosted by an agency that must report what it learns: " + host.id());
        }
    }

    private void contradiction(Agency agency, String text) {
        add(agency, Fault.Sort.CONTRADICTION, text);
    }

    private void add(Agency agency, Fault.Sort sort, String text) {
        String what = "agency " + agency.id();
        problems.add(new Fault(what, "/host", sort, what + " " + text));
    }
}
