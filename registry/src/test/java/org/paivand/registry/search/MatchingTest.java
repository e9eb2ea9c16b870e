package org.paivand.registry.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.paivand.disclosure.AccessNeed;
import org.paivand.disclosure.AgeGroup;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Party;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.json.PolicyDocument;
import org.paivand.disclosure.policy.Policy;
import org.paivand.registry.directory.Directory;
import org.paivand.registry.language.Language;
import org.paivand.registry.search.Matching.Ranked;
import org.paivand.registry.search.ServiceQuery.Arrival;
import org.paivand.registry.search.ServiceQuery.Where;
import org.paivand.registry.service.ServiceId;
import org.paivand.registry.service.ServiceType;
import org.paivand.registry.service.SexForPlacement;

class MatchingTest {
    /** One o'clock on a Sunday morning in Dushanbe. */
    private static final Instant NOW = Instant.parse("2026-11-28T20:00:00Z");

    private static final Directory DIRECTORY = SmallDirectory.load();
    private static final Policy POLICY = PolicyDocument.tajikistan().policy();
    private static final Party POLICE =
            DIRECTORY.agency(SmallDirectory.POLICE).orElseThrow().party();

    /** {@code -} stands for what isn't said. What only has to be known, and doesn't bar, is in brackets. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            value = {
                // needed, where, age, sex, languages, needs, arrival; service, why not
                "shelter, TJ-SU, adult, female, tg, -, -; north-women, -",
                "shelter, TJ-SU, adult, female, tg, cot-for-infant children, night; north-women, -",
                "shelter, TJ-SU, adult, male, tg, -, -; north-women, sex",
                "shelter, TJ-SU, adult, -, tg, -, -; north-women, sex",
                "shelter, TJ-SU, child, female, tg, -, -; north-women, age-group",
                "shelter, TJ-SU, undetermined, female, tg, -, -; north-women, age-group",
                "shelter, TJ-SU, undetermined, male, tg, -, -; north-women, age-group sex",
                "shelter, TJ-SU, adult, female, tg, quiet-room, -; north-women, access-need",
                "shelter, TJ-SU, adult, female, tg, cot-for-infant quiet-room, -; north-women, access-need",
                "shelter, TJ-KT, adult, female, tg, -, -; north-women, region",
                "shelter, TJ-KT, child, male, tg, -, -; north-women, region age-group sex",
                "shelter, TJ-DU, adult, female, tg, -, -; north-women, -",
                "shelter, TJ, adult, female, tg, -, -; north-women, -",
                "shelter, TJ-SU, adult, female, en, -, -; north-women, (language)",
                "shelter, TJ-SU, adult, female, en tg, -, -; north-women, -",
                "shelter, TJ-SU, adult, female, -, -, -; north-women, -",
                "shelter psychological, TJ-SU, adult, female, tg, -, -; north-women, -",
                "shelter medical, TJ-SU, adult, female, tg, -, -; north-women, service-type",
                "shelter medical, TJ-SU, adult, female, tg, -, -; clinic, service-type",
                "shelter, TJ-KT, child, female, tg, -, -; south-minors, -",
                "shelter, TJ-KT, undetermined, male, ru, -, night; south-minors, -",
                "shelter, TJ-KT, adult, female, tg, -, -; south-minors, age-group",
                "shelter, TJ-KT, child, -, tg, -, -; south-minors, sex",
                "shelter, TJ-KT, child, female, tg, children, -; south-minors, accompanying-children",
                "shelter, TJ-SU, child, female, tg, -, -; south-minors, region",
                "shelter, TJ-SU, adult, female, tg, children, -; south-minors, region age-group accompanying-children",
                "shelter, TJ-SU, adult, male, ru, -, -; capital-men, -",
                "shelter, TJ-SU, adult, male, tg, -, -; capital-men, (language)",
                "shelter, TJ-SU, adult, female, ru, children, -; capital-men, sex accompanying-children",
                "shelter, TJ-SU, adult, female, tg, -, -; capital-works, temporarily-closed",
                "shelter, TJ-SU, adult, female, tg, -, -; gone-shelter, suspended",
                "shelter, TJ-SU, child, male, tg, -, -; gone-shelter, suspended age-group sex",
                "legal-aid, TJ, adult, -, tg, -, -; legal-day, -",
                "legal-aid, TJ, child, female, tg, children, -; legal-day, -",
                "legal-aid, TJ, adult, -, tg, -, night; legal-day, closed-at-arrival",
                "legal-aid, TJ, adult, -, tg, -, weekend; legal-day, closed-at-arrival",
                "legal-aid, TJ, adult, -, tg, -, week; legal-day, -",
                "legal-aid, TJ-SU, adult, -, en, step-free-access, night; legal-day, access-need closed-at-arrival (language)",
                "medical, TJ-KT, undetermined, -, en, -, night; clinic, -",
                "shelter, KZ, adult, female, ru, -, -; kz-women, -",
                "shelter, KZ, adult, female, tg, -, -; kz-women, (language)",
                "shelter, KZ, adult, male, ru, -, -; kz-women, sex",
                "shelter, UZ, adult, female, ru, -, -; uz-women, no-agreement",
                "shelter, UZ, child, female, ru, -, -; uz-women, age-group no-agreement",
            },
            delimiter = ';')
    void tellsWhyAServiceDoesNotFit(String asked, String answered) {
        String[] service = answered.split(", ", -1);
        ServiceMatch match = match(query(asked), Map.of(), service[0]);

        assertEquals(service[1].equals("-") ? "" : service[1], told(match));
        assertEquals(match.reasons().stream().noneMatch(MatchReason::bars), match.fits());
    }

    @ParameterizedTest
    @CsvSource({
        "some, none, fresh, ''",
        "few, none, fresh, ''",
        "none, none, fresh, capacity-none",
        "none, closed, fresh, capacity-none",
        "none, open, fresh, (waitlist)",
        "none, none, stale, (capacity-stale)",
        "none, open, stale, (capacity-stale)",
        "some, none, stale, (capacity-stale)"
    })
    void barsNobodyByANumberThatIsStale(String band, String waitlist, String freshness, String why) {
        Vacancy vacancy = vacancy(CapacityBand.of(band), Waitlist.of(waitlist), freshness.equals("fresh"));

        ServiceMatch match = match(
                query("shelter, TJ-SU, adult, female, tg, -, -"),
                Map.of(new ServiceId("north-women"), vacancy),
                "north-women");

        assertEquals(why, told(match));
    }

    @Test
    void tellsNothingOfWhatIsInactiveElsewhereOrOfAnotherKind() {
        Set<String> told = found(query("shelter, TJ-SU, adult, female, tg, -, -"), Map.of()).keySet().stream()
                .map(ServiceId::value)
                .collect(Collectors.toSet());

        assertEquals(
                Set.of("north-women", "south-minors", "capital-men", "capital-women", "capital-works", "gone-shelter"),
                told);
    }

    @Test
    void putsWhatFitsFirstThenRoomThenNearnessThenLanguage() {
        ServiceQuery query = query("shelter, TJ-SU, adult, female, tg, -, -");

        assertEquals("north-women capital-women", first(query, Map.of()));
        assertEquals(
                "capital-women north-women",
                first(
                        query,
                        Map.of(
                                new ServiceId("north-women"),
                                vacancy(CapacityBand.NONE, Waitlist.OPEN, true),
                                new ServiceId("capital-women"),
                                vacancy(CapacityBand.FEW, Waitlist.NONE, true))));
        assertEquals(
                "capital-women north-women",
                first(query, Map.of(new ServiceId("capital-women"), vacancy(CapacityBand.FEW, Waitlist.NONE, true))));
    }

    @Test
    void countsWhatFitsThoughItShowsFewer() {
        ServiceQuery query = query("shelter, TJ-SU, adult, female, tg, -, -");

        Ranked one = rank(query, Map.of(), 1);
        Ranked full =
                rank(query, Map.of(new ServiceId("north-women"), vacancy(CapacityBand.NONE, Waitlist.NONE, true)), 100);

        assertEquals(1, one.matches().size());
        assertEquals(2, one.fits());
        assertEquals(1, full.fits());
    }

    @Test
    void tellsWhichAgreementAllowsWhatAtMost() {
        Allowance abroad = match(query("shelter, KZ, adult, female, ru, -, -"), Map.of(), "kz-women")
                .allowance();
        Allowance athome = match(query("shelter, TJ-SU, adult, female, tg, -, -"), Map.of(), "north-women")
                .allowance();
        Allowance nowhere = match(query("shelter, UZ, adult, female, ru, -, -"), Map.of(), "uz-women")
                .allowance();

        assertEquals(Set.of(Category.SERVICE_REQUEST, Category.IDENTITY), abroad.categories());
        assertEquals("corridor-tj-kz", abroad.agreement().orElseThrow().id());
        assertTrue(athome.allowed());
        assertTrue(athome.categories().contains(Category.CONTACT));
        assertEquals(Optional.empty(), athome.agreement());
        assertFalse(nowhere.allowed());
        assertEquals(Set.of(), nowhere.categories());
    }

    @Test
    void asksNobodyForAPurposeThatThePolicyDoesNotKnowForItsKind() {
        ServiceQuery asked = query("medical, TJ, adult, -, tg, -, -");
        ServiceQuery investigating = new ServiceQuery(
                asked.serviceTypes(),
                asked.where(),
                asked.ageGroup(),
                asked.sexForPlacement(),
                asked.languages(),
                asked.accessNeeds(),
                false,
                Optional.empty(),
                Purpose.INVESTIGATION);

        assertEquals("purpose", told(match(investigating, Map.of(), "clinic")));
    }

    @Test
    void tellsWhenAClosedServiceOpens() {
        ServiceMatch match = match(query("legal-aid, TJ, adult, -, tg, -, -"), Map.of(), "legal-day");

        assertFalse(match.openNow());
        assertEquals(Optional.of(Instant.parse("2026-11-30T03:00:00Z")), match.nextOpening());
    }

    @Test
    void refusesAQueryThatContradictsItself() {
        assertThrows(IllegalArgumentException.class, () -> new Arrival(NOW, NOW));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Where(
                        Where.country("KZ").country(), Where.region("TJ-SU").region()));
        assertThrows(IllegalArgumentException.class, () -> query("-, TJ, adult, -, tg, -, -"));
    }

    @ParameterizedTest
    @EnumSource(MatchReason.class)
    void saysEachReasonInThreeLanguages(MatchReason reason) {
        String english = MatchTexts.text(reason, Locale.ENGLISH);

        assertNotEquals(english, MatchTexts.text(reason, Locale.forLanguageTag("tg")));
        assertNotEquals(english, MatchTexts.text(reason, Locale.forLanguageTag("ru")));
        assertEquals(english, MatchTexts.text(reason, Locale.FRENCH));
        assertEquals(reason, MatchReason.of(reason.code()));
    }

    private static ServiceQuery query(String asked) {
        String[] parts = asked.split(", ", -1);
        List<String> needs = words(parts[5]).toList();
        return new ServiceQuery(
                words(parts[0]).map(ServiceType::of).collect(Collectors.toSet()),
                parts[1].length() == 2 ? Where.country(parts[1]) : Where.region(parts[1]),
                AgeGroup.of(parts[2]),
                words(parts[3]).map(SexForPlacement::of).findFirst(),
                words(parts[4]).map(Language::new).collect(Collectors.toSet()),
                needs.stream()
                        .filter(need -> !need.equals("children"))
                        .map(AccessNeed::of)
                        .collect(Collectors.toSet()),
                needs.contains("children"),
                arrival(parts[6]),
                Purpose.ASSISTANCE);
    }

    private static Optional<Arrival> arrival(String when) {
        return switch (when) {
            case "night" -> Optional.of(new Arrival(NOW, NOW.plus(Duration.ofHours(3))));
            case "weekend" -> Optional.of(new Arrival(NOW, Instant.parse("2026-11-30T03:00:00Z")));
            case "week" -> Optional.of(new Arrival(NOW, NOW.plus(Duration.ofDays(7))));
            default -> Optional.empty();
        };
    }

    private static Stream<String> words(String text) {
        return text.equals("-") ? Stream.empty() : Stream.of(text.split(" ", -1));
    }

    private static String told(ServiceMatch match) {
        return match.reasons().stream()
                .map(reason -> reason.bars() ? reason.code() : "(" + reason.code() + ")")
                .collect(Collectors.joining(" "));
    }

    private static String first(ServiceQuery query, Map<ServiceId, Vacancy> known) {
        return rank(query, known, 2).matches().stream()
                .map(match -> match.service().id().value())
                .collect(Collectors.joining(" "));
    }

    private static ServiceMatch match(ServiceQuery query, Map<ServiceId, Vacancy> known, String service) {
        return Optional.ofNullable(found(query, known).get(new ServiceId(service)))
                .orElseThrow(() -> new AssertionError(service + " isn't told"));
    }

    private static Map<ServiceId, ServiceMatch> found(ServiceQuery query, Map<ServiceId, Vacancy> known) {
        Map<ServiceId, ServiceMatch> found = new HashMap<>();
        rank(query, known, 100)
                .matches()
                .forEach(match -> found.put(match.service().id(), match));
        return found;
    }

    private static Ranked rank(ServiceQuery query, Map<ServiceId, Vacancy> known, int limit) {
        Allowances allowances = new Allowances(DIRECTORY.agreements(), POLICY, POLICE, query.purpose(), NOW);
        return new Matching(DIRECTORY).rank(query, allowances, services -> known, NOW, limit);
    }

    private static Vacancy vacancy(CapacityBand band, Waitlist waitlist, boolean fresh) {
        Instant until = fresh ? NOW.plusMillis(1) : NOW;
        return new Vacancy(band, waitlist, false, Optional.of(new Vacancy.Stated(NOW.minusSeconds(60), until)));
    }
}
