package org.paivand.registry.hsds;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.paivand.disclosure.AccessNeed;
import org.paivand.disclosure.AgeGroup;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.registry.Items;
import org.paivand.registry.agency.Accreditation;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.agency.ReportingDuty;
import org.paivand.registry.agency.ReportingTrigger;
import org.paivand.registry.agency.Sector;
import org.paivand.registry.agency.Standing;
import org.paivand.registry.directory.Contents;
import org.paivand.registry.directory.Directory;
import org.paivand.registry.directory.InvalidRegistryException;
import org.paivand.registry.json.SampleDirectory;
import org.paivand.registry.language.Language;
import org.paivand.registry.language.Trilingual;
import org.paivand.registry.place.ConfidentialPlace;
import org.paivand.registry.place.Hours;
import org.paivand.registry.place.Location;
import org.paivand.registry.place.LocationId;
import org.paivand.registry.place.Opening;
import org.paivand.registry.place.Phone;
import org.paivand.registry.place.Place;
import org.paivand.registry.place.PublicPlace;
import org.paivand.registry.place.Region;
import org.paivand.registry.service.Coverage;
import org.paivand.registry.service.Eligibility;
import org.paivand.registry.service.Service;
import org.paivand.registry.service.ServiceId;
import org.paivand.registry.service.ServiceStatus;
import org.paivand.registry.service.ServiceType;
import org.paivand.registry.service.SexForPlacement;

/** Directories of every shape that the registry allows, with texts that are hard on files; the same for the same seed. */
final class SomeDirectories {
    private static final List<String> HARD = List.of(
            "=HYPERLINK(\"x\")",
            "+1",
            "-2",
            "@SUM(A1)",
            "\tTab",
            "\rReturn",
            "\nFeed",
            "'=twice",
            "''+thrice",
            "'plain",
            "a,b;c",
            "say \"so\"",
            "\"",
            "two\r\nlines",
            " spaces ",
            "n/a",
            "null",
            "тоҷикӣ ҷ ӣ ӯ ҳ қ ғ",
            "\uFF1Dwide",
            "\uFEFFmark",
            "smile \uD83D\uDE00",
            "x".repeat(200));
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Asia/Dushanbe"),
            ZoneId.of("Europe/Istanbul"),
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("UTC"),
            ZoneId.of("America/Sao_Paulo"));
    private static final List<String> REGIONS = List.of("TJ-DU", "TJ-SU", "TJ-KT", "TJ-GB");

    private final Random random;

    private SomeDirectories(long seed) {
        this.random = new Random(seed);
    }

    static Directory of(long seed) {
        return new SomeDirectories(seed).directory();
    }

    static Directory empty() {
        return directory(List.of(), List.of(), List.of());
    }

    static Directory directory(List<Agency> agencies, List<Location> locations, List<Service> services) {
        try {
            return Directory.of(new Contents(agencies, locations, services, List.of(), List.of()));
        } catch (InvalidRegistryException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    /** The sample with a public place of the commission and two houses of the shelter in the north. */
    static Directory sampleWithPlaces() {
        Contents sample = SampleDirectory.load().contents();
        List<Location> places = new ArrayList<>(sample.locations());
        places.add(new Location(
                new LocationId("test-office"),
                AgencyId.of("tj-commission"),
                new PublicPlace(
                        new Trilingual("Дафтар", "Приёмная", "Reception"),
                        "Dushanbe",
                        List.of("Test street 1", "Second floor", "Room 3"),
                        new Region("TJ-DU")),
                ZoneId.of("Asia/Dushanbe")));
        for (String house : List.of("test-house-one", "test-house-two")) {
            places.add(new Location(
                    new LocationId(house),
                    AgencyId.of("tj-shelter-north"),
                    new ConfidentialPlace(
                            new Region("TJ-SU"),
                            Optional.of(new Phone(
                                    "+999111222333", Optional.empty(), Set.of(), new Hours.AroundTheClock()))),
                    ZoneId.of("Asia/Dushanbe")));
        }
        return directory(sample.agencies(), places, sample.services());
    }

    private Directory directory() {
        List<Agency> agencies = new ArrayList<>();
        int count = random.nextInt(5);
        for (int i = 0; i < count; i++) {
            agencies.add(agency(i, count));
        }
        if (random.nextBoolean()) {
            agencies.add(Items.draft("tj-hosted").hostedBy("tj-host").made());
            agencies.add(Items.agency("tj-host"));
        }
        List<Location> locations = new ArrayList<>();
        List<Service> services = new ArrayList<>();
        for (Agency agency : agencies) {
            List<LocationId> own = new ArrayList<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                Location location = location(agency, i);
                locations.add(location);
                own.add(location.id());
            }
            for (int i = random.nextInt(3); i > 0; i--) {
                services.add(service(agency, i, own));
            }
        }
        return directory(agencies, locations, services);
    }

    private Agency agency(int number, int count) {
        AgencyId id = agencyId(number);
        AgencyId other = agencyId((number + 1) % count);
        boolean alone = other.equals(id);
        return new Agency(
                id,
                one(List.of(AgencyKind.values())),
                Jurisdiction.of("TJ"),
                texts(),
                one(List.of(Sector.values())),
                random.nextBoolean(),
                maybe(new Region(one(REGIONS))),
                alone ? Optional.empty() : maybe(duty(other)),
                one(List.of(Standing.values())),
                number == 0 ? Optional.empty() : maybe(agencyId(number - 1)),
                phones(3),
                maybe(URI.create("https://agency" + number + ".example/a?b=c,d")),
                alone ? List.of() : accreditations(other));
    }

    private ReportingDuty duty(AgencyId to) {
        return new ReportingDuty(
                to,
                one(List.of(ReportingTrigger.values())),
                some(List.of(Category.values()), 1),
                Duration.ofMinutes(1 + random.nextInt(40_000)),
                texts());
    }

    private List<Accreditation> accreditations(AgencyId issuer) {
        List<Accreditation> all = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            Instant from = Instant.ofEpochSecond(1_700_000_000L + random.nextInt(100_000_000));
            all.add(new Accreditation(
                    "staff-training-" + "abc".charAt(i),
                    issuer,
                    from,
                    from.plusMillis(1 + random.nextInt()).isAfter(from)
                            ? from.plusSeconds(5).plusMillis(7)
                            : from.plusSeconds(1)));
        }
        return all;
    }

    private Location location(Agency agency, int number) {
        Region region = new Region(one(REGIONS));
        boolean hidden = agency.confidentialLocation() || random.nextBoolean();
        Place place = hidden
                ? new ConfidentialPlace(region, phones(1).stream().findFirst())
                : new PublicPlace(texts(), text(100), lines(), region);
        return new Location(
                new LocationId("place-" + agency.id().value() + "-" + "abc".charAt(number)),
                agency.id(),
                place,
                one(ZONES));
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            lines.add(text(200));
        }
        return lines;
    }

    private Service service(Agency agency, int number, List<LocationId> places) {
        return new Service(
                new ServiceId("service-" + agency.id().value() + "-" + "abc".charAt(number)),
                agency.id(),
                some(List.of(ServiceType.values()), 1),
                languages(1),
                new Eligibility(
                        some(List.of(AgeGroup.ADULT, AgeGroup.CHILD), 1),
                        some(List.of(SexForPlacement.values()), 0),
                        some(List.of(AccessNeed.values()), 0),
                        random.nextBoolean()),
                texts(),
                some(places, 0),
                coverage(),
                hours(),
                phones(3),
                one(List.of(ServiceStatus.values())));
    }

    private Coverage coverage() {
        return switch (random.nextInt(3)) {
            case 0 -> new Coverage(Set.of(Jurisdiction.of("TJ"), Jurisdiction.of("KZ")), Set.of());
            case 1 -> new Coverage(Set.of(), Set.of(new Region("TJ-SU"), new Region("TJ-GB")));
            default -> new Coverage(Set.of(Jurisdiction.of("RU")), Set.of(new Region("TJ-DU")));
        };
    }

    private List<Phone> phones(int most) {
        List<Phone> phones = new ArrayList<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            String number = random.nextBoolean() ? "+9991234567" + i : "18" + i;
            phones.add(new Phone(number, maybe(texts()), languages(0), hours()));
        }
        return phones;
    }

    private Hours hours() {
        if (random.nextInt(3) == 0) {
            return new Hours.AroundTheClock();
        }
        List<Opening> openings = new ArrayList<>();
        for (DayOfWeek day : some(List.of(DayOfWeek.values()), 1)) {
            if (random.nextBoolean()) {
                openings.add(new Opening(day, LocalTime.of(8, 0), LocalTime.of(12, 30)));
                openings.add(new Opening(day, LocalTime.of(13, 5), LocalTime.of(17, 0)));
            } else {
                openings.add(new Opening(day, LocalTime.of(0, 0), LocalTime.of(0, 0)));
            }
        }
        return new Hours.Weekly(one(ZONES), openings);
    }

    private Set<Language> languages(int least) {
        return some(List.of("tg", "ru", "uz-Latn", "fa-AF", "sgh", "uz", "zh-Hant-TW"), least).stream()
                .map(Language::new)
                .collect(Collectors.toSet());
    }

    private Trilingual texts() {
        return new Trilingual(text(200), text(200), text(200));
    }

    private String text(int longest) {
        String text = random.nextBoolean() ? one(HARD) : one(HARD) + one(HARD);
        String cut = text.substring(0, Math.min(longest, text.length()));
        return cut.isBlank() || Character.isHighSurrogate(cut.charAt(cut.length() - 1)) ? "plain" : cut;
    }

    private static AgencyId agencyId(int number) {
        return AgencyId.of("agency-" + "abcdef".charAt(number));
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private <T> Optional<T> maybe(T value) {
        return random.nextBoolean() ? Optional.of(value) : Optional.empty();
    }

    private <T> Set<T> some(List<T> of, int least) {
        List<T> shuffled = new ArrayList<>(of);
        Collections.shuffle(shuffled, random);
        int count = of.isEmpty() ? 0 : Math.max(least, random.nextInt(of.size() + 1));
        return new HashSet<>(shuffled.subList(0, count));
    }
}
