package org.paivand.screening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paivand.casefile.section.Indicator;
import org.paivand.casefile.section.IndicatorGroup;
import org.paivand.casefile.section.IndicatorGroup.Element;
import org.paivand.casefile.section.Screened;
import org.paivand.casefile.section.ScreeningFinding;
import org.paivand.disclosure.AgeGroup;
import org.paivand.screening.Summary.Note;
import org.paivand.screening.Summary.State;

class SummaryTest {
    @Test
    void needsMeansOfAnAdultAndSaysNothingOfChildren() {
        Summary summary = Summary.of(AgeGroup.ADULT, Set.of());

        assertTrue(summary.elements().stream().allMatch(Summary.OfElement::needed));
        assertEquals(List.of(Note.JUDGEMENT_IS_YOURS, Note.HELP_DOES_NOT_WAIT), summary.notes());
    }

    @ParameterizedTest
    @EnumSource(
            value = AgeGroup.class,
            names = {"CHILD", "UNDETERMINED"})
    void needsNoMeansOfAChildAndSaysSo(AgeGroup age) {
        Summary summary = Summary.of(age, Set.of());

        assertEquals(
                List.of(Element.ACT, Element.PURPOSE),
                summary.elements().stream()
                        .filter(Summary.OfElement::needed)
                        .map(Summary.OfElement::element)
                        .toList());
        assertTrue(summary.notes().contains(Note.MEANS_NOT_NEEDED));
        assertEquals(age == AgeGroup.UNDETERMINED, summary.notes().contains(Note.AGE_UNDETERMINED));
    }

    @Test
    void takesNothingForAbsentThatWasNotAsked() {
        Set<Screened> allButOne = all(ScreeningFinding.ABSENT).stream()
                .filter(one -> one.indicator() != Indicator.ACT_RECEIPT)
                .collect(Collectors.toSet());

        assertEquals(State.OPEN, state(Summary.of(AgeGroup.ADULT, allButOne), Element.ACT));
        assertEquals(State.NOT_INDICATED, state(Summary.of(AgeGroup.ADULT, allButOne), Element.PURPOSE));
        assertEquals(State.OPEN, state(Summary.of(AgeGroup.ADULT, Set.of()), Element.MEANS));
        assertEquals(State.OPEN, state(Summary.of(AgeGroup.ADULT, all(ScreeningFinding.NOT_ASKED)), Element.MEANS));
        assertEquals(
                List.of(Indicator.ACT_RECEIPT),
                Summary.of(AgeGroup.ADULT, allButOne).groups().get(0).notAsked());
    }

    @Test
    void showsOneSignAndNothingElseOfIt() {
        Summary summary =
                Summary.of(AgeGroup.ADULT, Set.of(new Screened(Indicator.DEBT_KEPT, ScreeningFinding.PRESENT)));

        assertEquals(State.INDICATED, state(summary, Element.MEANS));
        assertEquals(State.OPEN, state(summary, Element.ACT));
        assertEquals(State.OPEN, state(summary, Element.PURPOSE));
    }

    @Test
    void doesNotDependOnHowManySignsThereAre() {
        Set<Screened> one = Set.of(new Screened(Indicator.DEBT_KEPT, ScreeningFinding.PRESENT));
        Set<Screened> many = Set.of(
                new Screened(Indicator.DEBT_KEPT, ScreeningFinding.PRESENT),
                new Screened(Indicator.PAPERS_KEPT, ScreeningFinding.PRESENT),
                new Screened(Indicator.MEANS_ABDUCTION, ScreeningFinding.PRESENT));

        assertEquals(
                Summary.of(AgeGroup.ADULT, one).elements(),
                Summary.of(AgeGroup.ADULT, many).elements());
    }

    /** A note that help doesn't wait, and no word of a result, whatever was found. */
    @Test
    void neverSaysMoreThanStatesWhateverWasFound() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<Indicator> some = new ArrayList<>(List.of(Indicator.values()));
            Collections.shuffle(some, random);
            Set<Screened> found = some.subList(0, random.nextInt(some.size())).stream()
                    .map(one -> new Screened(one, any(ScreeningFinding.values(), random)))
                    .collect(Collectors.toSet());
            Summary summary = Summary.of(any(AgeGroup.values(), random), found);

            assertTrue(
                    summary.notes().containsAll(List.of(Note.JUDGEMENT_IS_YOURS, Note.HELP_DOES_NOT_WAIT)),
                    "seed " + seed);
            assertEquals(3, summary.elements().size(), "seed " + seed);
        }
    }

    @Test
    void hasTheListsOfTheContractWithTheirGroups() throws IOException {
        assertEquals(
                Arrays.stream(Indicator.values())
                        .map(one -> one.code() + " " + one.group().code())
                        .toList(),
                pairs("indicators", "group"));
        assertEquals(
                Arrays.stream(IndicatorGroup.values())
                        .map(one -> one.code() + " " + one.element().code())
                        .toList(),
                pairs("indicator-groups", "element"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "indicators",
                "indicator-groups",
                "screening-findings",
                "screening-states",
                "screening-notes",
                "trafficking-statuses",
                "measures",
                "status-grounds"
            })
    void isWordedInThreeLanguagesEachTitleOnce(String list) throws IOException {
        for (String language : List.of("tg", "ru", "en")) {
            List<String> titles = codes(list).findValuesAsText(language);
            assertEquals(codes(list).size(), Set.copyOf(titles).size(), list + " " + language);
            assertFalse(titles.stream().anyMatch(String::isBlank), list + " " + language);
        }
    }

    private static <T> T any(T[] values, Random random) {
        return List.of(values).get(random.nextInt(values.length));
    }

    private static Set<Screened> all(ScreeningFinding finding) {
        return Arrays.stream(Indicator.values())
                .map(one -> new Screened(one, finding))
                .collect(Collectors.toSet());
    }

    private static State state(Summary summary, Element element) {
        return summary.elements().stream()
                .filter(one -> one.element() == element)
                .map(Summary.OfElement::state)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> pairs(String list, String member) throws IOException {
        List<String> pairs = new ArrayList<>();
        codes(list)
                .forEach(one -> pairs.add(
                        one.path("code").asText() + " " + one.path(member).asText()));
        return pairs;
    }

    private static JsonNode codes(String list) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                SummaryTest.class.getResourceAsStream("/META-INF/resources/codes/" + list + ".json"))) {
            return new ObjectMapper().readTree(in).path("codes");
        }
    }
}
