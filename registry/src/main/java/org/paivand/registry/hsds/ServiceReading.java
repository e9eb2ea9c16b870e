package org.paivand.registry.hsds;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.paivand.disclosure.AccessNeed;
import org.paivand.disclosure.AgeGroup;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.registry.language.Language;
import org.paivand.registry.language.Trilingual;
import org.paivand.registry.place.Hours;
import org.paivand.registry.place.LocationId;
import org.paivand.registry.place.Opening;
import org.paivand.registry.place.Phone;
import org.paivand.registry.place.Region;
import org.paivand.registry.service.Coverage;
import org.paivand.registry.service.Eligibility;
import org.paivand.registry.service.Service;
import org.paivand.registry.service.ServiceId;
import org.paivand.registry.service.ServiceStatus;
import org.paivand.registry.service.ServiceType;
import org.paivand.registry.service.SexForPlacement;

/** Reads services. */
final class ServiceReading {
    private static final int COUNTRY = 2;

    private final Sheets sheets;
    private final AgencyReading agencies;
    private final Map<String, Set<LocationId>> places = new HashMap<>();

    /** @param locations has read its locations */
    ServiceReading(Sheets sheets, AgencyReading agencies, LocationReading locations) {
        this.sheets = sheets;
        this.agencies = agencies;
        for (Cells row : sheets.all(Table.SERVICE_AT_LOCATION)) {
            Optional<String> service = row.required("service_id", Function.identity());
            Optional<LocationId> location =
                    row.required("location_id", Function.identity()).flatMap(locations::location);
            service.ifPresent(id -> location.ifPresent(place -> {
                if (!places.computeIfAbsent(id, none -> new LinkedHashSet<>()).add(place)) {
                    row.fault("location_id", Fault.Code.DUPLICATE);
                }
            }));
        }
    }

    List<Service> read(Map<String, Cells> rows) {
        return sheets.all(Table.SERVICE).stream()
                .flatMap(row -> {
                    Optional<Service> service = service(row);
                    service.ifPresent(read -> {
                        row.requireDerived(ServiceRows.main(read, Tongue.EN));
                        rows.putIfAbsent("service " + read.id().value(), row);
                    });
                    return service.stream();
                })
                .toList();
    }

    private Optional<Service> service(Cells row) {
        Facts facts = sheets.facts(Table.SERVICE, row);
        Optional<AgencyId> agency = agencies.owner(row);
        Optional<ServiceId> id = facts.required(Member.SERVICE_ID, ServiceId::new);
        Set<ServiceType> types = facts.terms(Vocabulary.SERVICE_TYPE, ServiceType::of);
        Set<Language> languages = PhoneReading.languages(sheets, Table.SERVICE, row.id());
        Optional<Eligibility> eligibility = eligibility(row, facts);
        Optional<Trilingual> name = Naming.read(row, "name", facts);
        Optional<Coverage> coverage = coverage(row);
        Optional<Hours> hours = hours(row, facts);
        List<Phone> phones = PhoneReading.of(sheets, Table.SERVICE, row.id());
        Optional<ServiceStatus> status = row.required("status", ServiceRows::status);
        facts.end();
        if (types.isEmpty()) {
            row.fault(Vocabulary.SERVICE_TYPE.title(), Fault.Code.REQUIRED);
        }
        if (languages.isEmpty()) {
            row.fault(Table.LANGUAGE.plural(), Fault.Code.REQUIRED);
        }
        return agency.flatMap(owner -> row.made(() -> new Service(
                id.orElseThrow(),
                owner,
                types,
                languages,
                eligibility.orElseThrow(),
                name.orElseThrow(),
                places.getOrDefault(row.id(), Set.of()),
                coverage.orElseThrow(),
                hours.orElseThrow(),
                phones,
                status.orElseThrow())));
    }

    private static Optional<Eligibility> eligibility(Cells row, Facts facts) {
        Set<AgeGroup> ages = facts.terms(Vocabulary.AGE_GROUP, AgeGroup::of);
        Set<SexForPlacement> sexes = facts.terms(Vocabulary.SEX_FOR_PLACEMENT, SexForPlacement::of);
        Set<AccessNeed> needs = facts.terms(Vocabulary.ACCESS_NEED, AccessNeed::of);
        boolean children = facts.flag(Member.ACCOMPANYING_CHILDREN);
        if (ages.isEmpty()) {
            row.fault(Vocabulary.AGE_GROUP.title(), Fault.Code.REQUIRED);
            return Optional.empty();
        }
        return Optional.of(new Eligibility(ages, sexes, needs, children));
    }

    private Optional<Coverage> coverage(Cells row) {
        Set<Jurisdiction> countries = new LinkedHashSet<>();
        Set<Region> regions = new LinkedHashSet<>();
        for (Cells area : sheets.of(Table.SERVICE_AREA, Table.SERVICE, row.id())) {
            area.required(
                            "name",
                            name -> name.length() == COUNTRY
                                    ? countries.add(Jurisdiction.of(name))
                                    : regions.add(new Region(name)))
                    .filter(added -> !added)
                    .ifPresent(twice -> area.fault("name", Fault.Code.DUPLICATE));
        }
        return row.made(() -> new Coverage(countries, regions));
    }

    private Optional<Hours> hours(Cells row, Facts facts) {
        List<Cells> schedules = sheets.of(Table.SCHEDULE, Table.SERVICE, row.id());
        Optional<String> said = facts.required(Member.HOURS, Function.identity());
        if (said.equals(Optional.of(HoursText.ALWAYS))) {
            schedules.forEach(ServiceReading::requireAlways);
            return Optional.of(new Hours.AroundTheClock());
        }
        Optional<ZoneId> zone = said.flatMap(text -> zone(text, row));
        if (zone.isEmpty()) {
            return Optional.empty();
        }
        List<Opening> openings = new ArrayList<>();
        schedules.forEach(schedule -> openings.addAll(openings(schedule, zone.get())));
        return row.made(() -> new Hours.Weekly(zone.get(), openings));
    }

    private static Optional<ZoneId> zone(String text, Cells row) {
        try {
            return Optional.of(ZoneId.of(text));
        } catch (java.time.DateTimeException unknown) {
            row.fault(Member.TIME_ZONE.code(), Fault.Code.NOT_IN_LIST);
            return Optional.empty();
        }
    }

    private static void requireAlways(Cells schedule) {
        boolean same = schedule.optional("byday", Function.identity()).equals(Optional.of(ServiceRows.ALWAYS.byDay()))
                && schedule.optional("opens_at", Function.identity())
                        .equals(Optional.of(ServiceRows.ALWAYS.opens().toString()))
                && schedule.optional("closes_at", Function.identity())
                        .equals(Optional.of(ServiceRows.ALWAYS.closes().toString()));
        if (!same) {
            schedule.fault("", Fault.Code.CONTRADICTION);
        }
    }

    private static List<Opening> openings(Cells schedule, ZoneId zone) {
        schedule.requireDerived(Row.with("freq", "WEEKLY").row());
        Optional<List<DayOfWeek>> days = schedule.required("byday", HoursText::days);
        Optional<LocalTime> opens = schedule.required("opens_at", text -> time(text, zone));
        Optional<LocalTime> closes = schedule.required("closes_at", text -> time(text, zone));
        return schedule.made(() ->
                        new HoursText.Group(days.orElseThrow(), opens.orElseThrow(), closes.orElseThrow()).openings())
                .orElse(List.of());
    }

    /** With the offset that the zone has, or without. */
    private static LocalTime time(String text, ZoneId zone) {
        LocalTime time = LocalTime.parse(text.substring(0, Math.min(5, text.length())));
        if (!text.equals(time.toString()) && !text.equals(ServiceRows.time(time, zone))) {
            throw new IllegalArgumentException("a time is hours and minutes, with the offset of its zone");
        }
        return time;
    }
}
