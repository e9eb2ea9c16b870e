package org.paivand.registry.hsds;

import java.util.List;
import java.util.Optional;
import org.paivand.disclosure.AgencyId;
import org.paivand.registry.place.ConfidentialPlace;
import org.paivand.registry.place.Location;
import org.paivand.registry.place.LocationId;
import org.paivand.registry.place.PublicPlace;
import org.paivand.registry.place.Region;

/** A location as rows. */
final class LocationRows {
    static final String IDENTIFIER_TYPE = "Paivand location id";

    /** HSDS demands what these places don't have; people there write the town alone. */
    static final String NONE = "n/a";

    private static final String PHYSICAL = "physical";

    private LocationRows() {}

    static String id(LocationId location) {
        return Uuids.of(Table.LOCATION, "id", location.value());
    }

    /** The id under which everybody sees all confidential places of an agency in a region: it tells nothing else. */
    static String maskedId(AgencyId agency, Region region) {
        return Uuids.of(Table.LOCATION, "masked", agency.value(), region.code());
    }

    static Tables of(Location location, Audience audience) {
        Tables.Builder tables = new Tables.Builder();
        String id = id(location.id());
        tables.add(Table.LOCATION, main(location, audience.tongue()));
        Attributes attributes = new Attributes(tables, Table.LOCATION, id)
                .member(Member.REGION, location.region().code())
                .member(Member.TIME_ZONE, location.zone().getId());
        location.place()
                .fold(
                        open -> open(tables, attributes, open, id, audience),
                        confidential -> confidential(tables, attributes, confidential, id, audience));
        return tables.tables();
    }

    static Row main(Location location, Tongue tongue) {
        Optional<String> name =
                location.place().fold(open -> Optional.of(tongue.of(open.name())), none -> Optional.empty());
        return Row.with("id", id(location.id()))
                .and("location_type", PHYSICAL)
                .and("organization_id", AgencyRows.id(location.agency()))
                .and("name", name)
                .and("external_identifier", location.id().value())
                .and("external_identifier_type", IDENTIFIER_TYPE)
                .row();
    }

    /** A confidential place as everybody sees it. */
    static Tables masked(MaskedPlace place, Audience audience) {
        Tables.Builder tables = new Tables.Builder();
        tables.add(
                Table.LOCATION,
                Row.with("id", place.id())
                        .and("location_type", PHYSICAL)
                        .and("organization_id", AgencyRows.id(place.agency()))
                        .row());
        PhoneRows.add(tables, place.frontGates(), Table.LOCATION, place.id(), audience);
        new Attributes(tables, Table.LOCATION, place.id())
                .member(Member.REGION, place.region().code());
        return tables.tables();
    }

    static Row address(PublicPlace place, String locationId) {
        List<String> lines = place.addressLines();
        return Row.with("id", Uuids.of(Table.ADDRESS, locationId))
                .and("location_id", locationId)
                .and("address_1", lines.isEmpty() ? NONE : lines.get(0))
                .and("address_2", lines.size() < 2 ? "" : lines.get(1))
                .and("city", place.locality())
                .and("state_province", place.region().code())
                .and("postal_code", NONE)
                .and("country", place.region().country())
                .and("address_type", PHYSICAL)
                .row();
    }

    private static Attributes open(
            Tables.Builder tables, Attributes attributes, PublicPlace place, String id, Audience audience) {
        tables.add(Table.ADDRESS, address(place, id));
        List<String> lines = place.addressLines();
        attributes.flag(Member.ADDRESS_UNKNOWN, lines.isEmpty());
        lines.stream().skip(2).forEach(line -> attributes.member(Member.ADDRESS_LINE, line));
        return audience.whole()
                ? attributes
                        .member(Member.NAME_TG, place.name().tg())
                        .member(Member.NAME_RU, place.name().ru())
                : attributes;
    }

    private static Attributes confidential(
            Tables.Builder tables, Attributes attributes, ConfidentialPlace place, String id, Audience audience) {
        if (!audience.whole()) {
            throw new IllegalStateException("a confidential place is masked for everybody");
        }
        PhoneRows.add(tables, place.frontGate().stream().toList(), Table.LOCATION, id, audience);
        return attributes.flag(Member.CONFIDENTIAL, true);
    }
}
