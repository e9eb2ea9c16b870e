package org.paivand.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.paivand.casefile.section.Indicator;
import org.paivand.casefile.section.IndicatorGroup;
import org.paivand.casefile.section.IndicatorGroup.Element;
import org.paivand.casefile.section.Screened;
import org.paivand.casefile.section.ScreeningFinding;
import org.paivand.disclosure.AgeGroup;
import org.paivand.disclosure.Coded;

/**
 * What findings show, element by element and group by group. There is no total, no number and no weight: two signs don't make
 * somebody a victim, and none doesn't make somebody none.
 *
 * @param elements all three of the definition, in its order
 * @param groups all, in the order of their list
 */
public record Summary(List<OfElement> elements, List<OfGroup> groups, List<Note> notes) {
    public Summary {
        elements = List.copyOf(elements);
        groups = List.copyOf(groups);
        notes = List.copyOf(notes);
    }

    /** @param needed false for the means of a child: UN Protocol, article 3(c) */
    public record OfElement(Element element, boolean needed, State state) {}

    /** @param notAsked indicators of which nothing is known yet */
    public record OfGroup(IndicatorGroup group, State state, List<Indicator> notAsked) {
        public OfGroup {
            notAsked = List.copyOf(notAsked);
        }
    }

    /** What the findings show so far. */
    public enum State implements Coded {
        /** One sign is enough to look closer. */
        INDICATED,
        /** All was asked. */
        NOT_INDICATED,
        OPEN;

        @Override
        public String code() {
            return kebab(this);
        }
    }

    /** What is said with it, so that no screen leaves it out. */
    public enum Note implements Coded {
        JUDGEMENT_IS_YOURS,
        HELP_DOES_NOT_WAIT,
        MEANS_NOT_NEEDED,
        AGE_UNDETERMINED;

        @Override
        public String code() {
            return kebab(this);
        }
    }

    /**
     * Sums findings up.
     *
     * @param screened each indicator at most once; what isn't there was not asked
     */
    public static Summary of(AgeGroup age, Set<Screened> screened) {
        Map<Indicator, ScreeningFinding> findings = new EnumMap<>(Indicator.class);
        screened.forEach(one -> findings.put(one.indicator(), one.finding()));
        // Whoever may be a child is treated as one, here as everywhere.
        boolean child = age != AgeGroup.ADULT;
        List<OfElement> elements = Arrays.stream(Element.values())
                .map(element -> new OfElement(
                        element,
                        !(child && element == Element.MEANS),
                        state(findings, indicator -> indicator.group().element() == element)))
                .toList();
        List<OfGroup> groups = Arrays.stream(IndicatorGroup.values())
                .map(group -> new OfGroup(
                        group,
                        state(findings, indicator -> indicator.group() == group),
                        notAsked(findings, indicator -> indicator.group() == group)))
                .toList();
        return new Summary(elements, groups, notes(age, child));
    }

    private static List<Note> notes(AgeGroup age, boolean child) {
        List<Note> notes = new ArrayList<>(List.of(Note.JUDGEMENT_IS_YOURS, Note.HELP_DOES_NOT_WAIT));
        if (child) {
            notes.add(Note.MEANS_NOT_NEEDED);
        }
        if (age == AgeGroup.UNDETERMINED) {
            notes.add(Note.AGE_UNDETERMINED);
        }
        return notes;
    }

    private static State state(Map<Indicator, ScreeningFinding> findings, Predicate<Indicator> among) {
        if (findings.entrySet().stream()
                .anyMatch(one -> among.test(one.getKey()) && one.getValue() == ScreeningFinding.PRESENT)) {
            return State.INDICATED;
        }
        return notAsked(findings, among).isEmpty() ? State.NOT_INDICATED : State.OPEN;
    }

    private static List<Indicator> notAsked(Map<Indicator, ScreeningFinding> findings, Predicate<Indicator> among) {
        return Arrays.stream(Indicator.values())
                .filter(among)
                .filter(one -> findings.getOrDefault(one, ScreeningFinding.NOT_ASKED) == ScreeningFinding.NOT_ASKED)
                .collect(Collectors.toUnmodifiableList());
    }

    private static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
