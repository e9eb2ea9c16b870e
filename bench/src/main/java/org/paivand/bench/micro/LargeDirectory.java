package org.paivand.bench.micro;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.paivand.disclosure.AccessNeed;
import org.paivand.disclosure.AgeGroup;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.agency.Sector;
import org.paivand.registry.agency.Standing;
import org.paivand.registry.directory.Contents;
import org.paivand.registry.directory.Directory;
import org.paivand.registry.directory.InvalidRegistryException;
import org.paivand.registry.language.Language;
import org.paivand.registry.language.Trilingual;
import org.paivand.registry.place.ConfidentialPlace;
import org.paivand.registry.place.Hours;
import org.paivand.registry.place.Location;
import org.paivand.registry.place.LocationId;
import org.paivand.registry.place.Opening;
import org.paivand.registry.place.Phone;
import org.paivand.registry.place.PublicPlace;
import org.paivand.registry.place.Region;
import org.paivand.registry.service.Coverage;
import org.paivand.registry.service.Eligibility;
import org.paivand.registry.service.Service;
import org.paivand.registry.service.ServiceId;
import org.paivand.registry.service.ServiceStatus;
import org.paivand.registry.service.ServiceType;

/** A directory of one country with as many agencies, each with one location, and as many services as wanted. */
final class LargeDirectory {
    private static final ZoneId ZONE = ZoneId.of("Asia/Dushanbe");
    private static final Jurisdiction COUNTRY = Jurisdiction.of("TJ");
    private static final List<Region> REGIONS = Stream.of("TJ-SU", "TJ-KT", "TJ-DU", "TJ-GB", "TJ-RA")
            .map(Region::new)
            .toList();
    private static final Hours OFFICE = new Hours.Weekly(
            ZONE,
            Stream.of(DayOfWeek.values())
                    .limit(5)
                    .map(day -> new Opening(day, LocalTime.of(8, 0), LocalTime.of(17, 0)))
                    .toList());

    private LargeDirectory() {}

    static Directory of(int agencies, int services) throws InvalidRegistryException {
        return Directory.of(new Contents(
                IntStream.range(0, agencies).mapToObj(LargeDirectory::agency).toList(),
                IntStream.range(0, agencies).mapToObj(LargeDirectory::location).toList(),
                IntStream.range(0, services)
                        .mapToObj(i -> service(i, i % agencies))
                        .toList(),
                List.of(),
                List.of()));
    }

    private static Agency agency(int i) {
        return new Agency(
                AgencyId.of("tj-agency-" + i),
                AgencyKind.NGO,
                COUNTRY,
                name("Маркази дастгирии иҷтимоӣ", i),
                Sector.NON_STATE,
                i % 10 == 0,
                Optional.of(REGIONS.get(i % REGIONS.size())),
                Optional.empty(),
                Standing.ACTIVE,
                Optional.empty(),
                List.of(phone(i)),
                Optional.empty(),
                List.of());
    }

    private static Location location(int i) {
        Region region = REGIONS.get(i % REGIONS.size());
        return new Location(
                new LocationId("location-" + i),
                AgencyId.of("tj-agency-" + i),
                i % 10 == 0
                        ? new ConfidentialPlace(region, Optional.of(phone(i)))
                        : new PublicPlace(name("Идора", i), "Town", List.of(i + " Sample Street"), region),
                ZONE);
    }

    private static Service service(int i, int agency) {
        ServiceType[] types = ServiceType.values();
        return new Service(
                new ServiceId("service-" + i),
                AgencyId.of("tj-agency-" + agency),
                Set.of(types[i % types.length], types[(i + 7) % types.length]),
                Set.of(new Language("tg"), new Language("ru")),
                new Eligibility(Set.of(AgeGroup.ADULT), Set.of(), Set.of(AccessNeed.OWN_ROOM), i % 2 == 0),
                name("Дастгирии иҷтимоӣ", i),
                Set.of(new LocationId("location-" + agency)),
                new Coverage(Set.of(COUNTRY), Set.of()),
                i % 3 == 0 ? new Hours.AroundTheClock() : OFFICE,
                List.of(phone(i)),
                ServiceStatus.ACTIVE);
    }

    private static Trilingual name(String tajik, int i) {
        return new Trilingual(tajik + " " + i, "Центр поддержки " + i, "Support centre " + i);
    }

    private static Phone phone(int i) {
        return new Phone("+9990" + (100_000 + i), Optional.empty(), Set.of(new Language("tg")), OFFICE);
    }
}
