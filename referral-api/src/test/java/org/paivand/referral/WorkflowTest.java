package org.paivand.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkflowTest {
    private static final Path PAGE = Path.of("..", "docs", "workflow.md");
    private static final String COMMAND = "mvn test -pl referral-api -am -Dtest=WorkflowTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dpaivand.page=write";

    /** Written by hand: who may do what, before and after a release where that differs. */
    private static final Set<String> EXPECTED = Set.of(
            "offered PROVIDER acceptance accepted",
            "offered PROVIDER decline declined",
            "offered PROVIDER questions clarifying",
            "offered SENDER cancellation cancelled",
            "offered SENDER end-by-person service-ended-by-person",
            "offered SENDER error entered-in-error",
            "clarifying PROVIDER acceptance accepted",
            "clarifying PROVIDER decline declined",
            "clarifying SENDER answers offered",
            "clarifying SENDER cancellation cancelled",
            "clarifying SENDER end-by-person service-ended-by-person",
            "clarifying SENDER error entered-in-error",
            "accepted PROVIDER decline before any release declined",
            "accepted PROVIDER failure after a release failed",
            "accepted PROVIDER progress in-progress",
            "accepted PROVIDER end-by-person service-ended-by-person",
            "accepted PROVIDER error entered-in-error",
            "accepted SENDER cancellation cancel-requested",
            "accepted SENDER error before any release entered-in-error",
            "in-progress PROVIDER progress in-progress",
            "in-progress PROVIDER hold on-hold",
            "in-progress PROVIDER completion completed",
            "in-progress PROVIDER failure failed",
            "in-progress PROVIDER end-by-person service-ended-by-person",
            "in-progress PROVIDER error entered-in-error",
            "in-progress SENDER cancellation cancel-requested",
            "in-progress SENDER error before any release entered-in-error",
            "on-hold PROVIDER progress in-progress",
            "on-hold PROVIDER completion completed",
            "on-hold PROVIDER failure failed",
            "on-hold PROVIDER end-by-person service-ended-by-person",
            "on-hold PROVIDER error entered-in-error",
            "on-hold SENDER cancellation cancel-requested",
            "on-hold SENDER error before any release entered-in-error",
            "cancel-requested PROVIDER cancellation cancelled",
            "cancel-requested PROVIDER completion completed",
            "cancel-requested PROVIDER progress in-progress",
            "cancel-requested PROVIDER end-by-person service-ended-by-person",
            "cancel-requested PROVIDER error entered-in-error",
            "cancel-requested SENDER error before any release entered-in-error",
            "completed SENDER error entered-in-error",
            "failed SENDER error entered-in-error",
            "declined SENDER error entered-in-error",
            "cancelled SENDER error entered-in-error",
            "expired SENDER error entered-in-error",
            "service-ended-by-person SENDER error entered-in-error");

    @Test
    void letsNobodyMakeAnotherMoveThanThese() {
        assertEquals(
                new TreeSet<>(EXPECTED),
                Workflow.edges().stream()
                        .map(edge -> String.join(
                                        " ",
                                        edge.from(),
                                        edge.by().name(),
                                        edge.transition().code(),
                                        edge.condition(),
                                        edge.to())
                                .replace("  ", " "))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @MethodSource("org.paivand.referral.Workflow#states")
    void saysOfEachStateWhatMayBeDoneInIt(Referral state) {
        for (Party party : Party.values()) {
            for (boolean released : List.of(true, false)) {
                Set<Transition> made = Workflow.MOVES.stream()
                        .filter(move -> move.from(state, party, released).isPresent())
                        .map(Move::transition)
                        .collect(Collectors.toSet());
                Set<Transition> open = Set.copyOf(Move.open(state, party, released));

                assertEquals(
                        party == Party.PROVIDER && state instanceof Referral.Helping,
                        open.contains(Transition.ASSIGNMENTS));
                assertEquals(
                        made,
                        open.stream()
                                .filter(one -> one != Transition.ASSIGNMENTS)
                                .collect(Collectors.toSet()));
            }
        }
    }

    @Test
    void leavesNoSenderAWayToEndHelpThatHasBegun() {
        Workflow.states()
                .filter(Referral.Helping.class::isInstance)
                .flatMap(state ->
                        Workflow.MOVES.stream().flatMap(move -> move.from(state, Party.SENDER, true).stream()))
                .forEach(after -> assertTrue(after instanceof Referral.Helping, after.state()));
    }

    @Test
    void endsInStatesThatNobodyLeavesButAsAnError() {
        Workflow.states().filter(Referral.Ended.class::isInstance).forEach(ended -> {
            assertEquals(List.of(), Move.open(ended, Party.PROVIDER, true));
            assertEquals(
                    ended instanceof Referral.EnteredInError ? List.of() : List.of(Transition.ERROR),
                    Move.open(ended, Party.SENDER, true));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"picture", "table"})
    void isDrawnOnItsPageAsItIs(String part) throws IOException {
        String drawn = part.equals("picture") ? "```mermaid\n" + Workflow.picture() + "```\n" : Workflow.table();
        Pattern place = Pattern.compile("(?<=<!-- " + part + " -->\n).*?(?=<!-- end -->)", Pattern.DOTALL);
        String page = Files.readString(PAGE);
        String right = place.matcher(page).replaceFirst(Matcher.quoteReplacement(drawn));
        if ("write".equals(System.getProperty("paivand.page"))) {
            Files.writeString(PAGE, right);
        }

        assertTrue(place.matcher(page).find());
        assertEquals(right, Files.readString(PAGE), "write it anew: " + COMMAND);
    }

    @Test
    void namesEachStateOfTheContractOnce() {
        List<String> states = Workflow.states().map(Referral::state).toList();

        assertEquals(states.size(), Set.copyOf(states).size());
        assertEquals(13, states.size());
        assertFalse(Stream.of("draft", "closed", "not-possible").anyMatch(states::contains));
    }
}
