package org.paivand.registry.hsds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.paivand.disclosure.AgencyId;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.directory.Directory;
import org.paivand.registry.place.Location;
import org.paivand.registry.place.Phone;
import org.paivand.registry.place.Region;
import org.paivand.registry.service.Service;
import org.paivand.registry.service.ServiceStatus;

/**
 * What everybody may see of a directory: active agencies, what they offer, and where, but for places that are confidential. All
 * such places of an agency in a region are one here, without their own ids, so that neither an id nor a count tells of them.
 * Whatever is asked of the directory in public is answered from this alone.
 */
public final class PublicDirectory {
    private final Directory directory;
    private final NavigableMap<String, Agency> agencies;
    private final NavigableMap<String, Service> services;
    private final NavigableMap<String, PublishedPlace> places;
    private final NavigableMap<String, ServiceAt> servicesAt;

    /** A place as it is published. */
    private record PublishedPlace(String id, AgencyId agency, Function<Audience, Tables> rows) {}

    /** A service at a published place. */
    private record ServiceAt(Service service, PublishedPlace place) {}

    private PublicDirectory(Directory directory) {
        this.directory = directory;
        List<Agency> active =
                directory.agencies().stream().filter(Agency::isActive).toList();
        this.agencies = byId(active.stream(), agency -> AgencyRows.id(agency.id()));
        this.services = byId(
                active.stream()
                        .flatMap(agency -> directory.servicesOf(agency.id()).stream())
                        .filter(service -> service.status() != ServiceStatus.INACTIVE),
                service -> ServiceRows.id(service.id()));
        this.places = byId(
                active.stream().flatMap(agency -> places(agency, directory.locationsOf(agency.id())).stream()),
                PublishedPlace::id);
        this.servicesAt = new TreeMap<>();
        services.forEach((id, service) -> placesOf(service)
                .forEach(place -> servicesAt.put(
                        ServiceRows.atLocationId(id, place),
                        new ServiceAt(
                                service, Optional.ofNullable(places.get(place)).orElseThrow()))));
    }

    public static PublicDirectory of(Directory directory) {
        return new PublicDirectory(directory);
    }

    /** Ids of what is found, in the order in which it is listed; that order is the ids' own and tells nothing. */
    public List<String> organizations(PublicFilter filter) {
        return found(agencies, filter::finds);
    }

    public List<String> services(PublicFilter filter) {
        return found(services, filter::finds);
    }

    public List<String> servicesAtLocations(PublicFilter filter) {
        return found(servicesAt, at -> filter.finds(at.service()));
    }

    public List<String> locations() {
        return found(places, place -> true);
    }

    /** The rows of one agency, or none. */
    public Optional<Tables> organization(String id, Tongue tongue) {
        return Optional.ofNullable(agencies.get(id))
                .map(agency -> AgencyRows.of(agency, parent(agency), Audience.everybody(tongue)));
    }

    public Optional<Tables> service(String id, Tongue tongue) {
        return Optional.ofNullable(services.get(id))
                .map(service -> ServiceRows.of(service, placesOf(service), Audience.everybody(tongue)));
    }

    public Optional<Tables> location(String id, Tongue tongue) {
        return Optional.ofNullable(places.get(id)).map(place -> place.rows().apply(Audience.everybody(tongue)));
    }

    public Optional<Tables> serviceAtLocation(String id) {
        return Optional.ofNullable(servicesAt.get(id))
                .map(at -> new Tables.Builder()
                        .add(
                                Table.SERVICE_AT_LOCATION,
                                ServiceRows.atLocation(
                                        ServiceRows.id(at.service().id()),
                                        at.place().id()))
                        .tables());
    }

    /** The ids of an agency's services. */
    public List<String> servicesOf(String organization) {
        return Optional.ofNullable(agencies.get(organization)).stream()
                .flatMap(agency -> directory.servicesOf(agency.id()).stream())
                .map(service -> ServiceRows.id(service.id()))
                .filter(services::containsKey)
                .sorted()
                .toList();
    }

    /** The ids of an agency's places. */
    public List<String> locationsOf(String organization) {
        return Optional.ofNullable(agencies.get(organization)).stream()
                .flatMap(agency -> places(agency, directory.locationsOf(agency.id())).stream())
                .map(PublishedPlace::id)
                .sorted()
                .toList();
    }

    /** The rows of a taxonomy and all its terms. */
    public static Tables vocabulary(Vocabulary vocabulary) {
        Tables.Builder tables = new Tables.Builder().add(Table.TAXONOMY, vocabulary.row());
        vocabulary.terms().forEach(term -> tables.add(Table.TAXONOMY_TERM, term.row()));
        return tables.tables();
    }

    private static <T> List<String> found(NavigableMap<String, T> all, Predicate<T> fits) {
        return all.entrySet().stream()
                .filter(one -> fits.test(one.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Optional<AgencyId> parent(Agency agency) {
        return agency.parent().filter(above -> agencies.containsKey(AgencyRows.id(above)));
    }

    /** In the order of their ids. */
    private Set<String> placesOf(Service service) {
        Set<String> found = new LinkedHashSet<>();
        Agency owner = directory.agency(service.agency()).orElseThrow();
        service.locations().stream()
                .flatMap(id -> directory.location(id).stream())
                .map(location -> isMasked(owner, location)
                        ? LocationRows.maskedId(owner.id(), location.region())
                        : LocationRows.id(location.id()))
                .sorted()
                .forEach(found::add);
        return found;
    }

    private static List<PublishedPlace> places(Agency owner, List<Location> locations) {
        List<PublishedPlace> found = new ArrayList<>();
        NavigableMap<Region, Set<Phone>> masked = new TreeMap<>();
        for (Location location : locations) {
            if (isMasked(owner, location)) {
                masked.computeIfAbsent(location.region(), none -> new LinkedHashSet<>())
                        .addAll(frontGate(location).stream().toList());
            } else {
                found.add(new PublishedPlace(
                        LocationRows.id(location.id()), owner.id(), audience -> LocationRows.of(location, audience)));
            }
        }
        masked.forEach((region, gates) -> {
            List<Phone> sorted =
                    gates.stream().sorted(Comparator.comparing(Phone::number)).toList();
            MaskedPlace place = new MaskedPlace(owner.id(), region, sorted);
            found.add(new PublishedPlace(place.id(), owner.id(), audience -> LocationRows.masked(place, audience)));
        });
        return found;
    }

    /** An agency that says it is confidential is so at all its places, whatever else the registry lets through. */
    private static boolean isMasked(Agency owner, Location location) {
        return owner.confidentialLocation() || location.place().fold(open -> false, confidential -> true);
    }

    private static Optional<Phone> frontGate(Location location) {
        return location.place().fold(open -> Optional.empty(), confidential -> confidential.frontGate());
    }

    private static <T> NavigableMap<String, T> byId(Stream<T> items, Function<T, String> id) {
        NavigableMap<String, T> found = new TreeMap<>();
        items.forEach(item -> found.put(id.apply(item), item));
        return found;
    }
}
