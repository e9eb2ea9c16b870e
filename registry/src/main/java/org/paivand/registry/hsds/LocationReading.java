package org.paivand.registry.hsds;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.paivand.disclosure.AgencyId;
import org.paivand.registry.language.Trilingual;
import org.paivand.registry.place.ConfidentialPlace;
import org.paivand.registry.place.Location;
import org.paivand.registry.place.LocationId;
import org.paivand.registry.place.Phone;
import org.paivand.registry.place.Place;
import org.paivand.registry.place.PublicPlace;
import org.paivand.registry.place.Region;

/** Reads locations. */
final class LocationReading {
    private final Sheets sheets;
    private final AgencyReading agencies;

    /** Our ids by those of the file. */
    private final Map<String, LocationId> ids = new HashMap<>();

    LocationReading(Sheets sheets, AgencyReading agencies) {
        this.sheets = sheets;
        this.agencies = agencies;
    }

    Optional<LocationId> location(String fileId) {
        return Optional.ofNullable(ids.get(fileId));
    }

    List<Location> read(Map<String, Cells> rows) {
        return sheets.all(Table.LOCATION).stream()
                .flatMap(row -> {
                    Optional<Location> location = location(row);
                    location.ifPresent(read -> {
                        row.requireDerived(LocationRows.main(read, Tongue.EN));
                        rows.putIfAbsent("location " + read.id().value(), row);
                    });
                    return location.stream();
                })
                .toList();
    }

    private Optional<Location> location(Cells row) {
        Facts facts = sheets.facts(Table.LOCATION, row);
        Optional<AgencyId> agency = agencies.owner(row);
        Optional<LocationId> id = row.required("external_identifier", LocationId::new);
        id.ifPresent(ours -> ids.put(row.id(), ours));
        Optional<Region> region = facts.required(Member.REGION, Region::new);
        Optional<ZoneId> zone = facts.required(Member.TIME_ZONE, ZoneId::of);
        Optional<Place> place = region.flatMap(
                known -> facts.flag(Member.CONFIDENTIAL) ? confidential(row, known) : open(row, facts, known));
        facts.end();
        return agency.flatMap(owner -> place.flatMap(
                known -> row.made(() -> new Location(id.orElseThrow(), owner, known, zone.orElseThrow()))));
    }

    /** Whatever would tell where such a place is has no room in the registry. */
    private Optional<Place> confidential(Cells row, Region region) {
        row.optional("name", Function.identity()).ifPresent(name -> row.fault("name", Fault.Code.CONTRADICTION));
        sheets.of(Table.ADDRESS, Table.LOCATION, row.id())
                .forEach(address -> address.fault("", Fault.Code.CONTRADICTION));
        List<Phone> gates = PhoneReading.of(sheets, Table.LOCATION, row.id());
        if (gates.size() > 1) {
            row.fault("phones", Fault.Code.TOO_MANY);
        }
        return Optional.of(new ConfidentialPlace(region, gates.stream().findFirst()));
    }

    private Optional<Place> open(Cells row, Facts facts, Region region) {
        Optional<Trilingual> name = Naming.read(row, "name", facts);
        sheets.of(Table.PHONE, Table.LOCATION, row.id()).forEach(phone -> phone.fault("", Fault.Code.NOT_KEPT));
        List<Cells> addresses = sheets.of(Table.ADDRESS, Table.LOCATION, row.id());
        if (addresses.size() != 1) {
            row.fault("addresses", addresses.isEmpty() ? Fault.Code.REQUIRED : Fault.Code.TOO_MANY);
            return Optional.empty();
        }
        Cells address = addresses.get(0);
        address.required("state_province", Region::new)
                .filter(other -> !other.equals(region))
                .ifPresent(other -> address.fault("state_province", Fault.Code.CONTRADICTION));
        Optional<String> locality = address.required("city", Function.identity());
        List<String> lines = lines(address, facts);
        Optional<Place> place =
                address.made(() -> new PublicPlace(name.orElseThrow(), locality.orElseThrow(), lines, region));
        place.ifPresent(made -> made.fold(
                open -> {
                    address.requireDerived(LocationRows.address(open, row.id()));
                    return open;
                },
                none -> none));
        return place;
    }

    private static List<String> lines(Cells address, Facts facts) {
        List<String> lines = new ArrayList<>();
        Optional<String> first = address.required("address_1", Function.identity());
        Optional<String> second = address.optional("address_2", Function.identity());
        List<String> more = facts.members(Member.ADDRESS_LINE, Function.identity());
        if (facts.flag(Member.ADDRESS_UNKNOWN)) {
            boolean none = first.equals(Optional.of(LocationRows.NONE)) && second.isEmpty() && more.isEmpty();
            if (!none) {
                address.fault("address_1", Fault.Code.CONTRADICTION);
            }
            return List.of();
        }
        first.ifPresent(lines::add);
        second.ifPresent(lines::add);
        if (second.isEmpty() && !more.isEmpty()) {
            address.fault("address_2", Fault.Code.REQUIRED);
        }
        lines.addAll(more);
        return lines;
    }
}
