package org.paivand.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.paivand.problem.ProblemException.RequestError;

final class KnownParametersTest {
    private static final List<String> KNOWN = List.of("after", "limit", "state");

    @Test
    void refusesAParameterThatTheOperationDoesNotHaveWithoutRepeatingIt() {
        assertEquals(
                List.of(new RequestError("", "unknown-member", Optional.of(KNOWN))),
                KnownParameters.errors(Map.of("Zarina", List.of("x"), "stat", List.of("offered")), KNOWN));
    }

    @Test
    void refusesAParameterThatIsThereTwice() {
        assertEquals(
                List.of(new RequestError("state", "duplicate-member")),
                KnownParameters.errors(Map.of("state", List.of("offered", "accepted")), KNOWN));
    }

    @Test
    void takesWhatTheOperationHas() {
        assertEquals(
                List.of(), KnownParameters.errors(Map.of("state", List.of("offered"), "limit", List.of("1")), KNOWN));
    }
}
