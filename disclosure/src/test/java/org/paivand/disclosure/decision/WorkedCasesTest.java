package org.paivand.disclosure.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.paivand.disclosure.Mask;

/** What is decided in each of the {@link WorkedCases} is what was written by hand. */
final class WorkedCasesTest {
    @TestFactory
    List<DynamicContainer> answers() {
        return WorkedCases.chapters().stream()
                .map(chapter -> DynamicContainer.dynamicContainer(
                        chapter.title(),
                        chapter.cases().stream()
                                .map(worked -> DynamicTest.dynamicTest(
                                        worked.situation() + " "
                                                + worked.category().code() + " → " + worked.answer(),
                                        () -> assertEquals(worked.answer(), answer(worked))))))
                .toList();
    }

    @Test
    void everyReasonOfADecisionIsWorkedThrough() {
        Set<String> worked = new HashSet<>();
        WorkedCases.all().forEach(one -> worked.add(one.answer()));
        List<ReasonCode> missing = EnumSet.allOf(ReasonCode.class).stream()
                .filter(reason -> !worked.contains(reason.code()))
                .toList();

        assertEquals(List.of(ReasonCode.NOT_HELD), missing, "said by the release, never by the decision");
    }

    @Test
    void noSituationIsToldTwice() {
        Set<String> told =
                WorkedCases.all().stream().map(WorkedCases.Worked::situation).collect(Collectors.toSet());

        assertEquals(WorkedCases.all().size(), told.size());
    }

    private static String answer(WorkedCases.Worked worked) {
        return worked.at()
                .decide(worked.category())
                .fold(
                        permit -> permit.basis().type().code()
                                + permit.masks().stream()
                                        .map(Mask::code)
                                        .map(mask -> ", " + mask)
                                        .collect(Collectors.joining()),
                        withhold -> withhold.reason().code());
    }
}
