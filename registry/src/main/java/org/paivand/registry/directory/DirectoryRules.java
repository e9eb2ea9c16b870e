package org.paivand.registry.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.policy.Agreement;
import org.paivand.registry.agency.Accreditation;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.agency.ReportingDuty;
import org.paivand.registry.agreement.AgreementParties;
import org.paivand.registry.agreement.Agreements;
import org.paivand.registry.node.PeerNode;
import org.paivand.registry.place.Location;
import org.paivand.registry.place.LocationId;
import org.paivand.registry.service.Service;

/** What must hold between the parts of a directory; what holds within one part, its record checks. */
final class DirectoryRules {

    private static final int MAX_LEVELS = 8;

    private final Map<AgencyId, Agency> agencies;
    private final Map<LocationId, Location> locations;
    private final List<Fault> problems = new ArrayList<>();

    private DirectoryRules(Contents contents) {
        this.agencies = Index.byId(contents.agencies(), Agency::id);
        this.locations = Index.byId(contents.locations(), Location::id);
    }

    static List<Fault> problems(Contents contents, Agreements agreements) {
        DirectoryRules rules = new DirectoryRules(contents);
        rules.unique("agency", contents.agencies(), a -> a.id().value());
        rules.unique("location", contents.locations(), l -> l.id().value());
        rules.unique("service", contents.services(), s -> s.id().value());
        rules.unique("node", contents.nodes(), n -> n.id().value());
        contents.agencies().forEach(rules::agency);
        contents.locations().forEach(rules::location);
        contents.services().forEach(rules::service);
        rules.problems.addAll(HostRules.problems(contents));
        rules.nodes(contents.nodes());
        agreements.all().forEach(rules::parties);
        agreements
                .conflicts()
                .forEach(text -> rules.problems.add(new Fault("agreement", "", Fault.Sort.CONTRADICTION, text)));
        return List.copyOf(rules.problems);
    }

    private <T> void unique(String what, List<T> items, Function<T, String> id) {
        Set<String> seen = new HashSet<>();
        for (T item : items) {
            if (!seen.add(id.apply(item))) {
                add(what + " " + id.apply(item), "/id", Fault.Sort.TWICE, " is there twice");
            }
        }
    }

    private void agency(Agency agency) {
        String what = "agency " + agency.id();
        agency.reportingDuty().map(ReportingDuty::to).ifPresent(to -> duty(what, agency, to));
        agency.parent().ifPresent(parent -> parent(what, agency, parent));
        agency.accreditations().stream()
                .map(Accreditation::issuer)
                .distinct()
                .filter(issuer -> !agencies.containsKey(issuer))
                .forEach(issuer -> add(
                        what,
                        "/accreditations",
                        Fault.Sort.UNKNOWN,
                        " has an accreditation of an agency that doesn't exist: " + issuer));
    }

    private void duty(String what, Agency agency, AgencyId to) {
        Optional<Agency> recipient = Optional.ofNullable(agencies.get(to));
        if (recipient.isEmpty()) {
            add(what, "/reportingDuty/to", Fault.Sort.UNKNOWN, " reports to an agency that doesn't exist: " + to);
        } else if (!recipient.get().jurisdiction().equals(agency.jurisdiction())) {
            add(what, "/reportingDuty/to", Fault.Sort.CONTRADICTION, " reports abroad: " + to);
        }
    }

    private void parent(String what, Agency agency, AgencyId parent) {
        if (!agencies.containsKey(parent)) {
            add(what, "/parent", Fault.Sort.UNKNOWN, " is a part of an agency that doesn't exist: " + parent);
            return;
        }
        Optional<AgencyId> above = agency.parent();
        for (int level = 0; above.isPresent(); level++) {
            if (above.get().equals(agency.id())) {
                add(what, "/parent", Fault.Sort.CONTRADICTION, " is a part of itself, by way of " + parent);
                return;
            }
            if (level == MAX_LEVELS) {
                add(
                        what,
                        "/parent",
                        Fault.Sort.CONTRADICTION,
                        " is below more than " + MAX_LEVELS + " others, or below a circle");
                return;
            }
            above = Optional.ofNullable(agencies.get(above.get())).flatMap(Agency::parent);
        }
    }

    private void location(Location location) {
        String what = "location " + location.id();
        Optional<Agency> owner = owner(what, location.agency());
        if (owner.isEmpty()) {
            return;
        }
        boolean abroad =
                !location.region().country().equals(owner.get().jurisdiction().code());
        if (abroad && owner.get().kind() != AgencyKind.CONSULATE) {
            add(
                    what,
                    "/place/region",
                    Fault.Sort.CONTRADICTION,
                    " lies outside the jurisdiction of " + owner.get().id());
        }
        if (owner.get().confidentialLocation() && location.place().fold(open -> true, confidential -> false)) {
            add(
                    what,
                    "/place/confidential",
                    Fault.Sort.CONTRADICTION,
                    " would tell where " + owner.get().id() + " is, which is confidential");
        }
    }

    private void service(Service service) {
        String what = "service " + service.id();
        owner(what, service.agency());
        for (LocationId id : service.locations()) {
            Optional<Location> location = Optional.ofNullable(locations.get(id));
            if (location.isEmpty()) {
                add(what, "/locations", Fault.Sort.UNKNOWN, " is at a location that doesn't exist: " + id);
            } else if (!location.get().agency().equals(service.agency())) {
                add(what, "/locations", Fault.Sort.CONTRADICTION, " is at a location of another agency: " + id);
            }
        }
    }

    private Optional<Agency> owner(String what, AgencyId agency) {
        Optional<Agency> owner = Optional.ofNullable(agencies.get(agency));
        if (owner.isEmpty()) {
            add(what, "/agency", Fault.Sort.UNKNOWN, " is of an agency that doesn't exist: " + agency);
        }
        return owner;
    }

    private void nodes(List<PeerNode> nodes) {
        Map<AgencyId, PeerNode> hosts = new HashMap<>();
        Map<String, PeerNode> origins = new HashMap<>();
        for (PeerNode node : nodes) {
            String what = "node " + node.id();
            node.agencies().forEach(agency -> hosted(what, node, agency, hosts));
            PeerNode other = origins.putIfAbsent(node.logOrigin(), node);
            if (other != null) {
                add(what, "/logOrigin", Fault.Sort.TWICE, " has the log origin of node " + other.id());
            }
        }
    }

    private void hosted(String what, PeerNode node, AgencyId id, Map<AgencyId, PeerNode> hosts) {
        Optional<Agency> agency = Optional.ofNullable(agencies.get(id));
        if (agency.isEmpty()) {
            add(what, "/agencies", Fault.Sort.UNKNOWN, " hosts an agency that doesn't exist: " + id);
        } else if (!agency.get().jurisdiction().equals(node.jurisdiction())) {
            add(what, "/agencies", Fault.Sort.CONTRADICTION, " hosts an agency of another jurisdiction: " + id);
        }
        PeerNode other = hosts.putIfAbsent(id, node);
        if (other != null) {
            add(what, "/agencies", Fault.Sort.CONTRADICTION, " hosts an agency of node " + other.id() + ": " + id);
        }
    }

    private void parties(Agreement agreement) {
        AgreementParties parties = new AgreementParties(agencies.values());
        String what = "agreement " + agreement.id();
        parties.unknown(agreement.parties())
                .forEach(party ->
                        add(what, "/parties", Fault.Sort.UNKNOWN, " binds a party that doesn't exist: " + party));
        parties.kindsOfNobody(agreement)
                .forEach(kind ->
                        add(what, "", Fault.Sort.CONTRADICTION, " names a kind that no party has: " + kind.code()));
    }

    private void add(String what, String pointer, Fault.Sort sort, String text) {
        problems.add(new Fault(what, pointer, sort, what + text));
    }
}
