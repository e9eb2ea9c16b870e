package org.paivand.registry.directory;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.policy.Agreement;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.agreement.Agreements;
import org.paivand.registry.node.NodeId;
import org.paivand.registry.node.PeerNode;
import org.paivand.registry.place.Location;
import org.paivand.registry.place.LocationId;
import org.paivand.registry.service.Service;
import org.paivand.registry.service.ServiceId;
import org.paivand.registry.service.ServiceStatus;
import org.paivand.registry.service.ServiceType;

/**
 * Who exists, where, what they offer and what binds them, as one consistent and unchanging whole. Lists are in the order of
 * the ids.
 */
public final class Directory {

    private final SortedMap<AgencyId, Agency> agencies;
    private final SortedMap<LocationId, Location> locations;
    private final SortedMap<ServiceId, Service> services;
    private final SortedMap<NodeId, PeerNode> nodes;
    private final Agreements agreements;
    private final Index<AgencyId, Service> servicesByAgency;
    private final Index<ServiceType, Service> offeredByType;
    private final Index<AgencyId, Location> locationsByAgency;
    private final Index<AgencyId, PeerNode> nodesByAgency;

    private Directory(Contents contents, Agreements agreements) {
        this.agencies = Index.byId(contents.agencies(), Agency::id);
        this.locations = Index.byId(contents.locations(), Location::id);
        this.services = Index.byId(contents.services(), Service::id);
        this.nodes = Index.byId(contents.nodes(), PeerNode::id);
        this.agreements = agreements;
        this.servicesByAgency = Index.of(services.values(), service -> List.of(service.agency()));
        this.offeredByType =
                Index.of(services.values().stream().filter(this::isOffered).toList(), Service::types);
        this.locationsByAgency = Index.of(locations.values(), location -> List.of(location.agency()));
        this.nodesByAgency = Index.of(nodes.values(), PeerNode::agencies);
    }

    /** Builds a directory in which ids are unique and every reference resolves, or names all that is wrong. */
    public static Directory of(Contents contents) throws InvalidRegistryException {
        Agreements agreements = new Agreements(contents.agreements());
        List<Fault> problems = DirectoryRules.problems(contents, agreements);
        if (!problems.isEmpty()) {
            throw new InvalidRegistryException(problems);
        }
        return new Directory(contents, agreements);
    }

    /** All that {@link #of} needs to make the same again, agreements in the order in which they were given. */
    public Contents contents() {
        return new Contents(
                List.copyOf(agencies.values()),
                List.copyOf(locations.values()),
                List.copyOf(services.values()),
                List.copyOf(nodes.values()),
                agreements.all());
    }

    /** Suspended agencies too: past entries name them. */
    public Optional<Agency> agency(AgencyId id) {
        return Optional.ofNullable(agencies.get(id));
    }

    /** All agencies, suspended ones too. */
    public Collection<Agency> agencies() {
        return agencies.values();
    }

    /** The active agencies that fit every criterion given. */
    public List<Agency> find(
            Optional<AgencyKind> kind, Optional<Jurisdiction> jurisdiction, Optional<ServiceType> service) {
        return agencies.values().stream()
                .filter(Agency::isActive)
                .filter(a -> kind.isEmpty() || kind.get() == a.kind())
                .filter(a -> jurisdiction.isEmpty() || jurisdiction.get().equals(a.jurisdiction()))
                .filter(a -> service.isEmpty() || offers(a.id(), service.get()))
                .toList();
    }

    public Optional<Location> location(LocationId id) {
        return Optional.ofNullable(locations.get(id));
    }

    public Collection<Location> locations() {
        return locations.values();
    }

    public List<Location> locationsOf(AgencyId agency) {
        return locationsByAgency.at(agency);
    }

    public Optional<Service> service(ServiceId id) {
        return Optional.ofNullable(services.get(id));
    }

    /** All services, inactive ones and those of suspended agencies too. */
    public Collection<Service> services() {
        return services.values();
    }

    public List<Service> servicesOf(AgencyId agency) {
        return servicesByAgency.at(agency);
    }

    /** What active agencies offer of that type; also what is closed for a time, but nothing inactive. */
    public List<Service> offered(ServiceType type) {
        return offeredByType.at(type);
    }

    /** Whether an active service of the agency is of that type. */
    public boolean offers(AgencyId agency, ServiceType type) {
        return servicesOf(agency).stream()
                .anyMatch(s -> s.isActive() && s.types().contains(type));
    }

    public Optional<PeerNode> node(NodeId id) {
        return Optional.ofNullable(nodes.get(id));
    }

    public Collection<PeerNode> nodes() {
        return nodes.values();
    }

    /** The other node that hosts the agency; none if it is hosted here. */
    public Optional<PeerNode> nodeOf(AgencyId agency) {
        return nodesByAgency.at(agency).stream().findFirst();
    }

    /** Who answers for that agency now; none while either of them is suspended. */
    public Optional<Agency> hostOf(AgencyId hosted) {
        return agency(hosted)
                .filter(Agency::isActive)
                .flatMap(Agency::host)
                .flatMap(this::agency)
                .filter(Agency::isActive);
    }

    /** Whether that agency answers for the other one now. */
    public boolean hosts(AgencyId host, AgencyId hosted) {
        return hostOf(hosted).filter(named -> named.id().equals(host)).isPresent();
    }

    public List<Agreement> agreements() {
        return agreements.all();
    }

    /** The agreement that binds two agencies at that instant; none if either is unknown or suspended. */
    public Optional<Agreement> agreementBetween(AgencyId discloser, AgencyId recipient, Instant now) {
        return agency(discloser)
                .filter(Agency::isActive)
                .flatMap(from -> agency(recipient)
                        .filter(Agency::isActive)
                        .flatMap(to -> agreements.binding(from.party(), to.party(), now)));
    }

    private boolean isOffered(Service service) {
        return service.status() != ServiceStatus.INACTIVE
                && agency(service.agency()).filter(Agency::isActive).isPresent();
    }
}
