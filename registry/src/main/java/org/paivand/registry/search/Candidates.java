package org.paivand.registry.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.directory.Directory;
import org.paivand.registry.place.Location;
import org.paivand.registry.place.Region;
import org.paivand.registry.service.Service;
import org.paivand.registry.service.ServiceId;
import org.paivand.registry.service.ServiceStatus;
import org.paivand.registry.service.ServiceType;

/** The services of a directory by type and by country that they reach; suspended agencies' too, inactive ones not. */
final class Candidates {
    private final Map<ServiceType, Map<Jurisdiction, List<Candidate>>> byType = new EnumMap<>(ServiceType.class);

    /**
     * A service with its agency.
     *
     * @param together what all active services of the agency offer
     * @param regions where the service or else its agency is
     */
    record Candidate(Service service, Agency agency, Set<ServiceType> together, Set<Region> regions) {}

    Candidates(Directory directory) {
        for (Agency agency : directory.agencies()) {
            List<Service> services = directory.servicesOf(agency.id());
            Set<ServiceType> together = services.stream()
                    .filter(Service::isActive)
                    .flatMap(service -> service.types().stream())
                    .collect(Collectors.toUnmodifiableSet());
            services.stream()
                    .filter(service -> service.status() != ServiceStatus.INACTIVE)
                    .forEach(service ->
                            add(new Candidate(service, agency, together, regions(directory, service, agency))));
        }
    }

    private static Set<Region> regions(Directory directory, Service service, Agency agency) {
        return service.locations().isEmpty()
                ? agency.region().map(Set::of).orElse(Set.of())
                : service.locations().stream()
                        .flatMap(id -> directory.location(id).stream())
                        .map(Location::region)
                        .collect(Collectors.toUnmodifiableSet());
    }

    private void add(Candidate candidate) {
        Set<Jurisdiction> countries = Stream.concat(
                        candidate.service().coverage().countries().stream(),
                        candidate.service().coverage().regions().stream()
                                .map(region -> Jurisdiction.of(region.country())))
                .collect(Collectors.toSet());
        for (ServiceType type : candidate.service().types()) {
            Map<Jurisdiction, List<Candidate>> byCountry = byType.computeIfAbsent(type, none -> new HashMap<>());
            countries.forEach(country -> byCountry
                    .computeIfAbsent(country, none -> new ArrayList<>())
                    .add(candidate));
        }
    }

    /** Those that offer any of the types and reach the country, each once. */
    Collection<Candidate> of(Set<ServiceType> types, Jurisdiction country) {
        List<List<Candidate>> lists = types.stream()
                .map(type -> byType.getOrDefault(type, Map.of()).getOrDefault(country, List.of()))
                .toList();
        if (lists.size() == 1) {
            return lists.get(0);
        }
        Map<ServiceId, Candidate> found = new LinkedHashMap<>();
        lists.forEach(list ->
                list.forEach(candidate -> found.putIfAbsent(candidate.service().id(), candidate)));
        return found.values();
    }
}
