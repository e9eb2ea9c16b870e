package org.paivand.registry.directory;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.policy.Agreement;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.agreement.Agreements;
import org.paivand.registry.service.Service;
import org.paivand.registry.service.ServiceId;
import org.paivand.registry.service.ServiceType;

/** Who exists, what they offer and what binds them, as one consistent and unchanging whole. */
public final class Directory {

    private final Map<AgencyId, Agency> agencies;
    private final List<Service> services;
    private final Agreements agreements;

    private Directory(Map<AgencyId, Agency> agencies, List<Service> services, Agreements agreements) {
        this.agencies = Collections.unmodifiableMap(agencies);
        this.services = List.copyOf(services);
        this.agreements = agreements;
    }

    /** Builds a directory in which ids are unique and every reference resolves, or names all that is wrong. */
    public static Directory of(List<Agency> agencies, List<Service> services, List<Agreement> agreements)
            throws InvalidRegistryException {
        Map<AgencyId, Agency> byId = new TreeMap<>();
        agencies.forEach(agency -> byId.putIfAbsent(agency.id(), agency));
        Agreements lookup = new Agreements(agreements);
        List<String> problems = DirectoryRules.problems(agencies, byId, services, lookup);
        if (!problems.isEmpty()) {
            throw new InvalidRegistryException(problems);
        }
        return new Directory(byId, services, lookup);
    }

    /** Suspended agencies too: past entries name them. */
    public Optional<Agency> agency(AgencyId id) {
        return Optional.ofNullable(agencies.get(id));
    }

    /** All agencies, suspended ones too, by id. */
    public Collection<Agency> agencies() {
        return agencies.values();
    }

    /** The active agencies that fit every criterion given, by id. */
    public List<Agency> find(
            Optional<AgencyKind> kind, Optional<Jurisdiction> jurisdiction, Optional<ServiceType> service) {
        return agencies.values().stream()
                .filter(Agency::isActive)
                .filter(a -> kind.isEmpty() || kind.get() == a.kind())
                .filter(a -> jurisdiction.isEmpty() || jurisdiction.get().equals(a.jurisdiction()))
                .filter(a -> service.isEmpty() || offers(a.id(), service.get()))
                .toList();
    }

    public Optional<Service> service(ServiceId id) {
        return services.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    public List<Service> servicesOf(AgencyId agency) {
        return offeredBy(agency).toList();
    }

    public boolean offers(AgencyId agency, ServiceType type) {
        return offeredBy(agency).anyMatch(s -> s.types().contains(type));
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

    private Stream<Service> offeredBy(AgencyId agency) {
        return services.stream().filter(s -> s.agency().equals(agency));
    }
}
