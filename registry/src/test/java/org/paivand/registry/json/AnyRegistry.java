package org.paivand.registry.json;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import org.paivand.registry.Items;
import org.paivand.registry.agency.Accreditation;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.agency.ReportingDuty;
import org.paivand.registry.agency.ReportingTrigger;
import org.paivand.registry.agency.Sector;
import org.paivand.registry.agency.Standing;
import org.paivand.registry.directory.Contents;
import org.paivand.registry.language.Language;
import org.paivand.registry.language.Trilingual;
import org.paivand.registry.node.KeyUse;
import org.paivand.registry.node.NodeId;
import org.paivand.registry.node.NodeKey;
import org.paivand.registry.node.PeerNode;
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

/** A registry of a few items with everything that may be there, or not, by chance; the same seed gives the same one. */
final class AnyRegistry {

    private static final List<ZoneId> ZONES =
            List.of(ZoneId.of("Asia/Dushanbe"), ZoneId.of("Europe/Berlin"), ZoneId.of("UTC"));
    private static final List<Region> REGIONS =
            Stream.of("TJ-SU", "TJ-KT", "TJ-DU").map(Region::new).toList();
    private static final String ODD_LETTERS = "aЖҷӯ\"\\/<&\u0001\u2028é😀 =+";
    private static final String P_256 = Items.p256();

    private final Random random;

    AnyRegistry(long seed) {
        this.random = new Random(seed);
    }

    Contents contents() {
        List<Agency> agencies =
                IntStream.range(0, 2 + random.nextInt(6)).mapToObj(this::agency).toList();
        List<Location> locations = IntStream.range(0, random.nextInt(6))
                .mapToObj(i -> location(i, any(agencies)))
                .toList();
        List<Service> services = IntStream.range(0, random.nextInt(8))
                .mapToObj(i -> service(i, any(agencies).id(), locations))
                .toList();
        List<PeerNode> nodes = random.nextBoolean() ? List.of() : List.of(node(agencies));
        return new Contents(agencies, locations, services, nodes, agreements(agencies));
    }

    static Contents reversed(Contents contents) {
        return new Contents(
                backwards(contents.agencies()),
                backwards(contents.locations()),
                backwards(contents.services()),
                backwards(contents.nodes()),
                contents.agreements());
    }

    private static <T> List<T> backwards(List<T> items) {
        List<T> reversed = new ArrayList<>(items);
        Collections.reverse(reversed);
        return reversed;
    }

    private Agency agency(int i) {
        AgencyId first = AgencyId.of("tj-agency-0");
        return new Agency(
                AgencyId.of("tj-agency-" + i),
                any(AgencyKind.values()),
                Jurisdiction.of("TJ"),
                trilingual(),
                any(Sector.values()),
                i % 2 == 1,
                maybe(() -> any(REGIONS)),
                i == 0 ? Optional.empty() : maybe(() -> duty(first)),
                any(Standing.values()),
                i == 0 ? Optional.empty() : maybe(() -> first),
                several(3, this::phone),
                maybe(() -> URI.create("https://agency.example/%D0%B0?b=c")),
                i == 0 ? List.of() : several(1, () -> new Accreditation("staff-training", first, from(), until())));
    }

    private ReportingDuty duty(AgencyId to) {
        return new ReportingDuty(
                to, any(ReportingTrigger.values()), some(Category.values(), 1), Duration.ofMinutes(90), trilingual());
    }

    private Location location(int i, Agency agency) {
        Place place = agency.confidentialLocation() || random.nextBoolean()
                ? new ConfidentialPlace(any(REGIONS), maybe(this::phone))
                : new PublicPlace(trilingual(), text(), several(5, this::text), any(REGIONS));
        return new Location(new LocationId("location-" + i), agency.id(), place, any(ZONES));
    }

    private Service service(int i, AgencyId agency, List<Location> locations) {
        Set<LocationId> own = locations.stream()
                .filter(location -> location.agency().equals(agency) && random.nextBoolean())
                .map(Location::id)
                .collect(Collectors.toSet());
        return new Service(
                new ServiceId("service-" + i),
                agency,
                some(ServiceType.values(), 1),
                languages(1),
                new Eligibility(
                        some(new AgeGroup[] {AgeGroup.CHILD, AgeGroup.ADULT}, 1),
                        some(SexForPlacement.values(), 0),
                        some(AccessNeed.values(), 0),
                        random.nextBoolean()),
                trilingual(),
                own,
                random.nextBoolean()
                        ? new Coverage(Set.of(Jurisdiction.of("TJ"), Jurisdiction.of("KZ")), Set.of())
                        : new Coverage(Set.of(Jurisdiction.of("KZ")), some(REGIONS.toArray(Region[]::new), 1)),
                hours(),
                several(2, this::phone),
                any(ServiceStatus.values()));
    }

    private PeerNode node(List<Agency> agencies) {
        return new PeerNode(
                new NodeId("peer-node"),
                Jurisdiction.of("TJ"),
                Set.of(any(agencies).id()),
                URI.create("https://peer.example/fed/v1"),
                "peer.example/log",
                several(1, () -> new NodeKey("key-id", KeyUse.ENVELOPE_ENCRYPTION, P_256, from(), until())));
    }

    private List<Agreement> agreements(List<Agency> agencies) {
        Parties parties = random.nextBoolean()
                ? new Parties.Countries(Set.of(Jurisdiction.of("TJ")))
                : new Parties.Agencies(
                        Set.of(agencies.get(0).id(), agencies.get(1).id()));
        return several(
                1,
                () -> new Agreement(
                        "an-agreement",
                        1 + random.nextInt(9),
                        parties,
                        some(Purpose.values(), 1),
                        some(Category.values(), 1),
                        from(),
                        until(),
                        random.nextBoolean(),
                        1 + random.nextInt(999),
                        text()));
    }

    private Phone phone() {
        return new Phone(random.nextBoolean() ? "189" : "+9990000001", maybe(this::trilingual), languages(0), hours());
    }

    private Hours hours() {
        if (random.nextInt(3) == 0) {
            return new Hours.AroundTheClock();
        }
        List<Opening> openings = Arrays.stream(DayOfWeek.values())
                .filter(day -> day == DayOfWeek.MONDAY || random.nextBoolean())
                .map(day ->
                        new Opening(day, LocalTime.of(8, random.nextInt(2)), LocalTime.of(random.nextInt(2) * 12, 0)))
                .toList();
        return new Hours.Weekly(any(ZONES), openings);
    }

    private Set<Language> languages(int atLeast) {
        return some(new String[] {"tg", "ru", "uz-Latn", "sgh", "fa-AF"}, atLeast).stream()
                .map(Language::new)
                .collect(Collectors.toSet());
    }

    private Trilingual trilingual() {
        return new Trilingual(text(), text(), text());
    }

    private String text() {
        int[] letters = ODD_LETTERS.codePoints().toArray();
        StringBuilder text = new StringBuilder("x");
        for (int i = random.nextInt(12); i > 0; i--) {
            text.appendCodePoint(letters[random.nextInt(letters.length)]);
        }
        return text.toString();
    }

    private Instant from() {
        return Items.START.plusSeconds(random.nextInt(1000));
    }

    private Instant until() {
        return Items.END.plusNanos(random.nextInt(1000));
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> List<T> several(int atMost, Supplier<T> value) {
        return Stream.generate(value).limit(random.nextInt(atMost + 1)).toList();
    }

    private <T> Set<T> some(T[] values, int atLeast) {
        List<T> shuffled = new ArrayList<>(List.of(values));
        Collections.shuffle(shuffled, random);
        int size = atLeast + random.nextInt(shuffled.size() - atLeast + 1);
        return Set.copyOf(shuffled.subList(0, size));
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> T any(T[] values) {
        return any(List.of(values));
    }
}
