package org.paivand.disclosure.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.paivand.disclosure.Action;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.Party;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.decision.Scene;

/** The laws of overlapping agreements; a failure is made again from the seed that it prints. */
final class CorridorPropertiesTest {
    private static final List<Party> PARTIES = List.of(
            Scene.NGO,
            Scene.POLICE,
            Scene.SHELTER_ABROAD,
            Scene.party("kz-ngo-support", AgencyKind.NGO, Scene.KZ),
            Scene.party("uz-ngo-support", AgencyKind.NGO, Jurisdiction.of("UZ")));
    private static final List<AgencyKind> KINDS = List.of(AgencyKind.NGO, AgencyKind.SHELTER, AgencyKind.POLICE);
    private static final List<Purpose> PURPOSES = List.of(Purpose.RETURN, Purpose.LEGAL_AID, Purpose.ASSISTANCE);
    private static final List<Category> CATEGORIES =
            List.of(Category.SERVICE_REQUEST, Category.CONTACT, Category.LEGAL, Category.TRAVEL);

    /** Two sides, a purpose, an instant, and agreements that often concern them. */
    private static final class World {
        private final Random random;
        private final Party from;
        private final Party to;
        private final Purpose purpose;
        private final List<Agreement> agreements = new ArrayList<>();

        World(long seed) {
            random = new Random(seed);
            from = any(PARTIES.subList(0, 2));
            to = any(PARTIES.subList(1, PARTIES.size()));
            purpose = any(PURPOSES);
            int number = random.nextInt(5);
            for (int i = 0; i < number; i++) {
                agreements.add(agreement("a-" + i));
            }
        }

        Corridor corridor(List<Agreement> some) {
            return Corridor.between(from, to, some, purpose, Scene.NOW);
        }

        Agreement agreement(String id) {
            Set<Purpose> purposes = EnumSet.of(any(PURPOSES), any(PURPOSES), purpose);
            Set<Category> categories = some(CATEGORIES);
            Parties parties = parties();
            return new Agreement(
                    id,
                    1 + random.nextInt(3),
                    parties,
                    purposes,
                    categories,
                    around(-3),
                    around(5),
                    random.nextBoolean(),
                    1 + random.nextInt(400),
                    "law",
                    terms(parties, purposes, categories));
        }

        private AgreementTerms terms(Parties parties, Set<Purpose> purposes, Set<Category> categories) {
            Map<Purpose, Set<Category>> ceilings = new EnumMap<>(Purpose.class);
            purposes.stream()
                    .filter(one -> random.nextInt(3) == 0)
                    .forEach(one -> ceilings.put(one, some(List.copyOf(categories))));
            Set<AgencyKind> kinds = some(KINDS);
            return new AgreementTerms(
                    ceilings,
                    random.nextInt(3) == 0 && parties.admits(kinds) ? Optional.of(kinds) : Optional.empty(),
                    random.nextInt(3) == 0 ? Optional.of(any(List.of(EvidenceUse.values()))) : Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        private Parties parties() {
            Parties.Countries countries = new Parties.Countries(Set.copyOf(
                    List.of(from.jurisdiction(), to.jurisdiction(), any(PARTIES).jurisdiction()).stream()
                            .distinct()
                            .toList()));
            return switch (random.nextInt(3)) {
                case 0 -> countries;
                case 1 -> new Parties.Kinds(countries, some(KINDS));
                default -> agencies(countries);
            };
        }

        private Parties agencies(Parties otherwise) {
            Set<Party> both = new HashSet<>(List.of(from, any(PARTIES)));
            both.add(to);
            return both.size() < 2
                    ? otherwise
                    : new Parties.Agencies(
                            Set.copyOf(both.stream().map(Party::agency).toList()));
        }

        private Instant around(int days) {
            return Scene.NOW.plus(Duration.ofHours(24L * days + random.nextInt(48)));
        }

        private <T> T any(List<T> list) {
            return list.get(random.nextInt(list.size()));
        }

        private <T> Set<T> some(List<T> list) {
            List<T> mixed = new ArrayList<>(list);
            Collections.shuffle(mixed, random);
            return Set.copyOf(mixed.subList(0, 1 + random.nextInt(mixed.size())));
        }
    }

    private static Set<Category> permitted(Corridor corridor, Action action) {
        Set<Category> permitted = EnumSet.noneOf(Category.class);
        for (Category category : Category.values()) {
            if (corridor.objection(category, action).isEmpty()) {
                permitted.add(category);
            }
        }
        return permitted;
    }

    /** Whether nothing passes by the one that wouldn't by the other, nor for longer, nor with less asked of the recipient. */
    private static void assertNoWider(Corridor one, Corridor other) {
        for (Action action : Action.values()) {
            assertTrue(permitted(other, action).containsAll(permitted(one, action)));
        }
        assertTrue(other.onwardAllowed() || !one.onwardAllowed());
        assertTrue(one.retentionDays(9999) <= other.retentionDays(9999));
        assertTrue(!one.validUntil(Instant.MAX).isAfter(other.validUntil(Instant.MAX)));
        assertTrue(strictness(one) <= strictness(other));
    }

    private static int strictness(Corridor corridor) {
        return corridor.evidenceUse().map(Enum::ordinal).orElse(EvidenceUse.values().length);
    }

    @Property(tries = 2000)
    void anotherAgreementNeverWidensWhatOneBindsAlready(@ForAll long seed) {
        World world = new World(seed);
        Corridor before = world.corridor(world.agreements);
        List<Agreement> more = new ArrayList<>(world.agreements);
        more.add(world.agreement("more"));

        if (!before.binding().isEmpty()) {
            assertNoWider(world.corridor(more), before);
        }
    }

    @Property(tries = 2000)
    void severalNeverLetMorePassThanAnyOneOfThemWouldAlone(@ForAll long seed) {
        World world = new World(seed);
        Corridor all = world.corridor(world.agreements);

        all.binding().forEach(one -> assertNoWider(all, world.corridor(List.of(one))));
    }

    @Property(tries = 2000)
    void severalLetPassWhatAllOfThemLetPassAndKeepBackNoMore(@ForAll long seed) {
        World world = new World(seed);
        Corridor all = world.corridor(world.agreements);

        for (Action action : Action.values()) {
            Set<Category> common = EnumSet.noneOf(Category.class);
            common.addAll(all.binding().isEmpty() ? Set.of() : EnumSet.allOf(Category.class));
            all.binding().forEach(one -> common.retainAll(permitted(world.corridor(List.of(one)), action)));

            assertEquals(common, permitted(all, action));
        }
    }

    @Property(tries = 1000)
    void theOrderInWhichTheyAreKnownDoesNotMatter(@ForAll long seed) {
        World world = new World(seed);
        List<Agreement> mixed = new ArrayList<>(world.agreements);
        Collections.shuffle(mixed, world.random);
        Corridor one = world.corridor(world.agreements);
        Corridor other = world.corridor(mixed);

        assertEquals(one.binding(), other.binding());
        for (Category category : Category.values()) {
            assertEquals(one.objection(category, Action.ONWARD), other.objection(category, Action.ONWARD));
        }
    }

    @Property(tries = 1000)
    void whatKeepsBackIsAlwaysNamedUnlessNoneConcernsTheTwo(@ForAll long seed) {
        World world = new World(seed);
        Corridor corridor = world.corridor(world.agreements);
        boolean concerned = world.agreements.stream().anyMatch(agreement -> agreement.between(world.from, world.to));

        for (Category category : Category.values()) {
            corridor.objection(category, Action.SHARE)
                    .ifPresent(objection ->
                            assertEquals(concerned, objection.agreement().isPresent()));
        }
    }

    @Property(tries = 1000)
    void ofTwoAgreementsOneIsTheNarrower(@ForAll long seed) {
        World world = new World(seed);
        Comparator<Agreement> narrowness = Narrowness.forPurpose(world.purpose);

        for (Agreement one : world.agreements) {
            for (Agreement other : world.agreements) {
                assertEquals(one.equals(other), narrowness.compare(one, other) == 0);
                assertEquals(
                        Integer.signum(narrowness.compare(one, other)),
                        -Integer.signum(narrowness.compare(other, one)));
            }
        }
    }

    @Property(tries = 1)
    void theWorldsReachOverlapsAndBothAnswers() {
        int overlaps = 0;
        int passed = 0;
        for (long seed = 0; seed < 500; seed++) {
            World world = new World(seed);
            Corridor corridor = world.corridor(world.agreements);
            overlaps += corridor.binding().size() > 1 ? 1 : 0;
            passed += permitted(corridor, Action.SHARE).isEmpty() ? 0 : 1;
        }

        assertTrue(overlaps > 50 && overlaps < 450, "overlaps: " + overlaps);
        assertTrue(passed > 50 && passed < 450, "passed: " + passed);
    }
}
