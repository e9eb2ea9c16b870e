package org.paivand.registry.search;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.paivand.disclosure.AccessNeed;
import org.paivand.disclosure.AgeGroup;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.policy.Agreement;
import org.paivand.disclosure.policy.Parties;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.agency.Sector;
import org.paivand.registry.agency.Standing;
import org.paivand.registry.directory.Contents;
import org.paivand.registry.directory.Directory;
import org.paivand.registry.directory.InvalidRegistryException;
import org.paivand.registry.language.Language;
import org.paivand.registry.language.Trilingual;
import org.paivand.registry.place.Hours;
import org.paivand.registry.place.Opening;
import org.paivand.registry.place.Region;
import org.paivand.registry.service.Coverage;
import org.paivand.registry.service.Eligibility;
import org.paivand.registry.service.Service;
import org.paivand.registry.service.ServiceId;
import org.paivand.registry.service.ServiceStatus;
import org.paivand.registry.service.ServiceType;
import org.paivand.registry.service.SexForPlacement;

/** A dozen services that differ in what a query asks for. */
final class SmallDirectory {
    static final AgencyId POLICE = AgencyId.of("tj-police");
    private static final Hours ALWAYS = new Hours.AroundTheClock();
    private static final Trilingual NAME = new Trilingual("Намуна", "Пример", "Example");

    private final List<Agency> agencies = new ArrayList<>();
    private final List<Service> services = new ArrayList<>();

    private SmallDirectory() {}

    static Directory load() {
        SmallDirectory small = new SmallDirectory();
        small.agencies();
        small.services();
        Agreement corridor = new Agreement(
                "corridor-tj-kz",
                1,
                new Parties.Countries(Set.of(Jurisdiction.of("TJ"), Jurisdiction.of("KZ"))),
                Set.of(Purpose.ASSISTANCE, Purpose.SHELTER_PLACEMENT),
                Set.of(Category.SERVICE_REQUEST, Category.IDENTITY),
                Instant.parse("2026-01-01T00:00:00Z"),
                Instant.parse("2027-01-01T00:00:00Z"),
                false,
                365,
                "Example");
        try {
            return Directory.of(new Contents(small.agencies, List.of(), small.services, List.of(), List.of(corridor)));
        } catch (InvalidRegistryException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private void agencies() {
        agency("tj-police", AgencyKind.POLICE, "TJ", "", Standing.ACTIVE);
        agency("tj-north", AgencyKind.SHELTER, "TJ", "TJ-SU", Standing.ACTIVE);
        agency("tj-south", AgencyKind.SHELTER, "TJ", "TJ-KT", Standing.ACTIVE);
        agency("tj-capital", AgencyKind.SHELTER, "TJ", "TJ-DU", Standing.ACTIVE);
        agency("tj-legal", AgencyKind.LEGAL_AID, "TJ", "", Standing.ACTIVE);
        agency("tj-clinic", AgencyKind.HEALTH, "TJ", "", Standing.ACTIVE);
        agency("tj-gone", AgencyKind.SHELTER, "TJ", "TJ-SU", Standing.SUSPENDED);
        agency("kz-ngo", AgencyKind.SHELTER, "KZ", "", Standing.ACTIVE);
        agency("uz-ngo", AgencyKind.SHELTER, "UZ", "", Standing.ACTIVE);
    }

    private void services() {
        Set<AccessNeed> needs = Set.of(AccessNeed.STEP_FREE_ACCESS, AccessNeed.COT_FOR_INFANT);
        Eligibility women = new Eligibility(Set.of(AgeGroup.ADULT), Set.of(SexForPlacement.FEMALE), needs, true);
        Eligibility men = new Eligibility(Set.of(AgeGroup.ADULT), Set.of(SexForPlacement.MALE), Set.of(), false);
        Eligibility minors = new Eligibility(
                Set.of(AgeGroup.CHILD), Set.of(SexForPlacement.FEMALE, SexForPlacement.MALE), Set.of(), false);
        Eligibility all = new Eligibility(Set.of(AgeGroup.ADULT, AgeGroup.CHILD), Set.of(), Set.of(), true);
        Coverage north = new Coverage(Set.of(), Set.of(new Region("TJ-SU"), new Region("TJ-DU")));
        Coverage south = new Coverage(Set.of(), Set.of(new Region("TJ-KT")));
        service("north-women", "tj-north", "shelter social", "tg ru", women, north, ALWAYS);
        service("north-counsel", "tj-north", "psychological", "tg ru", all, north, ALWAYS);
        service("south-minors", "tj-south", "shelter education", "tg ru", minors, south, ALWAYS);
        service("capital-men", "tj-capital", "shelter", "ru", men, in("TJ"), ALWAYS);
        service("capital-women", "tj-capital", "shelter", "ru", women, in("TJ"), ALWAYS);
        service("legal-day", "tj-legal", "legal-aid", "tg ru", all, in("TJ"), officeHours());
        service("clinic", "tj-clinic", "medical", "tg ru en", all, in("TJ"), ALWAYS);
        service("gone-shelter", "tj-gone", "shelter", "tg ru", women, in("TJ"), ALWAYS);
        service("kz-women", "kz-ngo", "shelter", "kk ru", women, in("KZ"), ALWAYS);
        service("uz-women", "uz-ngo", "shelter", "uz ru", women, in("UZ"), ALWAYS);
        service("capital-old", "tj-capital", "shelter", "tg", women, in("TJ"), ALWAYS);
        become("capital-old", ServiceStatus.INACTIVE);
        service("capital-works", "tj-capital", "shelter", "tg", women, in("TJ"), ALWAYS);
        become("capital-works", ServiceStatus.TEMPORARILY_CLOSED);
    }

    private void agency(String id, AgencyKind kind, String country, String region, Standing standing) {
        agencies.add(new Agency(
                AgencyId.of(id),
                kind,
                Jurisdiction.of(country),
                NAME,
                Sector.NON_STATE,
                false,
                region.isEmpty() ? Optional.empty() : Optional.of(new Region(region)),
                Optional.empty(),
                standing,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of()));
    }

    private void become(String id, ServiceStatus status) {
        services.replaceAll(service -> service.id().value().equals(id) ? service.with(status) : service);
    }

    private void service(
            String id,
            String agency,
            String types,
            String languages,
            Eligibility eligibility,
            Coverage coverage,
            Hours hours) {
        services.add(new Service(
                new ServiceId(id),
                AgencyId.of(agency),
                Set.copyOf(Stream.of(types.split(" ", -1)).map(ServiceType::of).toList()),
                Set.copyOf(
                        Stream.of(languages.split(" ", -1)).map(Language::new).toList()),
                eligibility,
                NAME,
                Set.of(),
                coverage,
                hours,
                List.of(),
                ServiceStatus.ACTIVE));
    }

    private static Coverage in(String country) {
        return new Coverage(Set.of(Jurisdiction.of(country)), Set.of());
    }

    private static Hours officeHours() {
        return new Hours.Weekly(
                ZoneId.of("Asia/Dushanbe"),
                Stream.of(DayOfWeek.values())
                        .limit(5)
                        .map(day -> new Opening(day, LocalTime.of(8, 0), LocalTime.of(17, 0)))
                        .toList());
    }
}
