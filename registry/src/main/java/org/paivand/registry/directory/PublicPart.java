package org.paivand.registry.directory;

import static java.util.stream.Collectors.toSet;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.paivand.disclosure.Sha256;
import org.paivand.registry.place.ConfidentialPlace;
import org.paivand.registry.place.Location;
import org.paivand.registry.place.LocationId;
import org.paivand.registry.place.Phone;

/**
 * What leaves the node of a directory: everything but the agreements, which are their parties', and of all confidential places of
 * an agency in a region one. An id can be a street, and a number of ids is a number of houses.
 */
public final class PublicPart {
    private static final int ID_DIGITS = 16;

    private PublicPart() {}

    /** In the order of ids; what is public already comes back as it is. */
    public static Contents of(Directory directory) {
        Contents whole = directory.contents();
        SortedMap<LocationId, Location> shown = new TreeMap<>();
        Map<LocationId, LocationId> names = new HashMap<>();
        for (Location location : whole.locations()) {
            Location masked = masked(location);
            names.put(location.id(), masked.id());
            shown.merge(masked.id(), masked, PublicPart::both);
        }
        return new Contents(
                whole.agencies(),
                List.copyOf(shown.values()),
                whole.services().stream()
                        .map(service -> service.at(service.locations().stream()
                                .map(id -> Optional.ofNullable(names.get(id)).orElseThrow())
                                .collect(toSet())))
                        .toList(),
                whole.nodes(),
                List.of());
    }

    private static Location masked(Location location) {
        return location.place()
                .fold(
                        open -> location,
                        confidential ->
                                new Location(maskedId(location), location.agency(), confidential, location.zone()));
    }

    /** Of what is public about it. */
    private static LocationId maskedId(Location location) {
        String known = location.agency().value() + "\n" + location.region().code();
        String hash = Sha256.digest(known.getBytes(StandardCharsets.UTF_8)).hex();
        return new LocationId("place-" + hash.substring(0, ID_DIGITS));
    }

    /** Two confidential places of one agency in one region. */
    private static Location both(Location one, Location other) {
        Optional<Phone> gate = Stream.of(one, other)
                .flatMap(location -> gate(location).stream())
                .min(Comparator.comparing(Phone::number));
        ZoneId zone = one.zone().getId().compareTo(other.zone().getId()) <= 0 ? one.zone() : other.zone();
        return new Location(one.id(), one.agency(), new ConfidentialPlace(one.region(), gate), zone);
    }

    private static Optional<Phone> gate(Location location) {
        return location.place().fold(open -> Optional.empty(), ConfidentialPlace::frontGate);
    }
}
