package org.paivand.bench.services;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
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
import org.paivand.registry.json.RegistryWriter;
import org.paivand.registry.json.SampleDirectory;
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

/** The sample, and as many agencies and services more as are asked for, in nine countries; the same for the same seed. */
public final class GeneratedRegistry {
    public static final List<String> COUNTRIES = List.of("TJ", "KZ", "KG", "UZ", "TM", "RU", "AE", "TR", "SA");
    private static final List<AgencyKind> KINDS =
            List.of(AgencyKind.SHELTER, AgencyKind.NGO, AgencyKind.HEALTH, AgencyKind.LEGAL_AID, AgencyKind.HOTLINE);
    private static final List<String> LANGUAGES = List.of("tg", "ru", "uz", "kk", "ky", "tk", "en", "tr", "ar");
    private static final Trilingual NAME = new Trilingual("Намуна", "Пример", "Example");
    private static final int REGIONS = 12;

    private final Random random;
    private final List<Agency> agencies = new ArrayList<>();
    private final List<Service> services = new ArrayList<>();

    private GeneratedRegistry(long seed) {
        this.random = new Random(seed);
    }

    public static Directory directory(long seed, int agencies, int services) throws InvalidRegistryException {
        GeneratedRegistry generated = new GeneratedRegistry(seed);
        for (int i = 0; i < agencies; i++) {
            generated.agency(i);
        }
        for (int i = 0; i < services; i++) {
            generated.service(i, generated.agencies.get(i % agencies));
        }
        Contents sample = SampleDirectory.load().contents();
        return Directory.of(new Contents(
                Stream.concat(sample.agencies().stream(), generated.agencies.stream())
                        .toList(),
                sample.locations(),
                Stream.concat(sample.services().stream(), generated.services.stream())
                        .toList(),
                sample.nodes(),
                sample.agreements()));
    }

    /** The files that a node is started with. */
    public static void write(Directory directory, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, byte[]> file : RegistryWriter.write(directory).entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private void agency(int number) {
        String country = one(COUNTRIES);
        agencies.add(new Agency(
                AgencyId.of("agency-" + number),
                one(KINDS),
                Jurisdiction.of(country),
                NAME,
                random.nextBoolean() ? Sector.STATE : Sector.NON_STATE,
                false,
                random.nextInt(3) == 0 ? Optional.empty() : Optional.of(region(country)),
                Optional.empty(),
                random.nextInt(50) == 0 ? Standing.SUSPENDED : Standing.ACTIVE,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of()));
    }

    private void service(int number, Agency agency) {
        String country = agency.jurisdiction().code();
        Set<ServiceType> types = EnumSet.noneOf(ServiceType.class);
        IntStream.rangeClosed(0, random.nextInt(3)).forEach(i -> types.add(one(List.of(ServiceType.values()))));
        services.add(new Service(
                new ServiceId("service-" + number),
                agency.id(),
                types,
                new HashSet<>(List.of(new Language(one(LANGUAGES)), new Language(one(LANGUAGES)))),
                eligibility(),
                NAME,
                Set.of(),
                random.nextBoolean()
                        ? new Coverage(Set.of(Jurisdiction.of(country)), Set.of())
                        : new Coverage(Set.of(), Set.of(region(country))),
                hours(),
                List.of(),
                random.nextInt(40) == 0 ? ServiceStatus.TEMPORARILY_CLOSED : ServiceStatus.ACTIVE));
    }

    private Eligibility eligibility() {
        Set<AgeGroup> ages = EnumSet.of(random.nextBoolean() ? AgeGroup.ADULT : AgeGroup.CHILD);
        if (random.nextBoolean()) {
            ages.add(AgeGroup.ADULT);
        }
        Set<SexForPlacement> sexes = random.nextInt(3) > 0 ? Set.of() : Set.of(one(List.of(SexForPlacement.values())));
        Set<AccessNeed> needs = EnumSet.noneOf(AccessNeed.class);
        Stream.of(AccessNeed.values()).filter(need -> random.nextBoolean()).forEach(needs::add);
        return new Eligibility(ages, sexes, needs, random.nextBoolean());
    }

    private Hours hours() {
        if (random.nextBoolean()) {
            return new Hours.AroundTheClock();
        }
        int opens = 6 + random.nextInt(5);
        return new Hours.Weekly(
                ZoneId.of("Asia/Dushanbe"),
                Stream.of(DayOfWeek.values())
                        .limit(5)
                        .map(day -> new Opening(day, LocalTime.of(opens, 0), LocalTime.of(opens + 9, 0)))
                        .toList());
    }

    private Region region(String country) {
        return new Region(country + "-" + (10 + random.nextInt(REGIONS)));
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
