package org.paivand.registry.hsds;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.paivand.disclosure.AgeGroup;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.registry.place.Hours;
import org.paivand.registry.place.Region;
import org.paivand.registry.service.Service;
import org.paivand.registry.service.ServiceId;
import org.paivand.registry.service.ServiceStatus;

/** A service as rows. */
final class ServiceRows {
    private static final int AGE_OF_MAJORITY = 18;

    /** HSDS has no other way to say that somebody is always there. */
    static final HoursText.Group ALWAYS =
            new HoursText.Group(List.of(DayOfWeek.values()), LocalTime.MIN, LocalTime.of(23, 59));

    private ServiceRows() {}

    static String id(ServiceId service) {
        return Uuids.of(Table.SERVICE, service.value());
    }

    /** The id of a service at a place, which tells no more of the place than the place's own. */
    static String atLocationId(String serviceId, String locationId) {
        return Uuids.of(Table.SERVICE_AT_LOCATION, serviceId, locationId);
    }

    /** @param locations ids of the places where it is given, as the audience sees them */
    static Tables of(Service service, Set<String> locations, Audience audience) {
        Tables.Builder tables = new Tables.Builder();
        String id = id(service.id());
        tables.add(Table.SERVICE, main(service, audience.tongue()));
        locations.forEach(location -> tables.add(Table.SERVICE_AT_LOCATION, atLocation(id, location)));
        PhoneRows.add(tables, service.phones(), Table.SERVICE, id, audience);
        schedules(tables, service.hours(), id);
        areas(tables, service, id);
        PhoneRows.languages(tables, service.languages(), Table.SERVICE, id);
        Attributes attributes = new Attributes(tables, Table.SERVICE, id)
                .terms(Vocabulary.SERVICE_TYPE, service.types())
                .terms(Vocabulary.AGE_GROUP, service.eligibility().ageGroups())
                .terms(Vocabulary.SEX_FOR_PLACEMENT, service.eligibility().sexForPlacement())
                .terms(Vocabulary.ACCESS_NEED, service.eligibility().accessNeeds())
                .flag(Member.ACCOMPANYING_CHILDREN, service.eligibility().accompanyingChildren())
                .member(Member.SERVICE_ID, service.id().value())
                .member(Member.HOURS, zone(service.hours()));
        if (audience.whole()) {
            attributes
                    .member(Member.NAME_TG, service.name().tg())
                    .member(Member.NAME_RU, service.name().ru());
        }
        return tables.tables();
    }

    static Row main(Service service, Tongue tongue) {
        Set<AgeGroup> ages = service.eligibility().ageGroups();
        boolean adults = ages.contains(AgeGroup.ADULT);
        boolean children = ages.contains(AgeGroup.CHILD);
        return Row.with("id", id(service.id()))
                .and("organization_id", AgencyRows.id(service.agency()))
                .and("name", tongue.of(service.name()))
                .and("description", AgencyRows.description(service.name()))
                .and("status", status(service.status()))
                .and("eligibility_description", EligibilityText.of(service.eligibility(), tongue))
                .and("minimum_age", children ? "" : Integer.toString(AGE_OF_MAJORITY))
                .and("maximum_age", adults ? "" : Integer.toString(AGE_OF_MAJORITY - 1))
                .row();
    }

    static Row atLocation(String serviceId, String locationId) {
        return Row.with("id", atLocationId(serviceId, locationId))
                .and("service_id", serviceId)
                .and("location_id", locationId)
                .row();
    }

    static String status(ServiceStatus status) {
        return status.code().replace('-', ' ');
    }

    static ServiceStatus status(String text) {
        return Arrays.stream(ServiceStatus.values())
                .filter(status -> status(status).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a status"));
    }

    /**
     * A time with its offset, as HSDS wants it, if the zone's clocks don't change any more; else the time alone, for the offset
     * would be wrong half the year.
     */
    static String time(LocalTime time, ZoneId zone) {
        ZoneRules rules = zone.getRules();
        if (!rules.getTransitionRules().isEmpty()) {
            return time.toString();
        }
        List<ZoneOffsetTransition> past = rules.getTransitions();
        return time
                + (past.isEmpty()
                                ? rules.getOffset(java.time.Instant.EPOCH)
                                : past.get(past.size() - 1).getOffsetAfter())
                        .getId();
    }

    private static void schedules(Tables.Builder tables, Hours hours, String serviceId) {
        List<HoursText.Group> groups =
                hours.fold(always -> List.of(ALWAYS), weekly -> HoursText.groups(weekly.openings()));
        for (int i = 0; i < groups.size(); i++) {
            HoursText.Group group = groups.get(i);
            tables.add(
                    Table.SCHEDULE,
                    Row.with("id", Uuids.of(Table.SCHEDULE, serviceId, Integer.toString(i)))
                            .and("service_id", serviceId)
                            .and("freq", "WEEKLY")
                            .and("byday", group.byDay())
                            .and("opens_at", time(group.opens(), hours))
                            .and("closes_at", time(group.closes(), hours))
                            .row());
        }
    }

    private static String zone(Hours hours) {
        return hours.fold(always -> HoursText.ALWAYS, weekly -> weekly.zone().getId());
    }

    private static String time(LocalTime time, Hours hours) {
        return hours.fold(always -> time.toString(), weekly -> time(time, weekly.zone()));
    }

    private static void areas(Tables.Builder tables, Service service, String serviceId) {
        Stream.concat(
                        service.coverage().countries().stream().sorted().map(Jurisdiction::code),
                        service.coverage().regions().stream().sorted().map(Region::code))
                .forEach(code -> tables.add(
                        Table.SERVICE_AREA,
                        Row.with("id", Uuids.of(Table.SERVICE_AREA, serviceId, code))
                                .and("service_id", serviceId)
                                .and("name", code)
                                .row()));
    }
}
