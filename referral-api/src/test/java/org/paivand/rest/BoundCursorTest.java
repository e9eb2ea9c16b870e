package org.paivand.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paivand.problem.ProblemException;
import org.paivand.problem.ProblemException.RequestError;

final class BoundCursorTest {
    private static final BoundCursor CURSOR = BoundCursor.to("inbox", Set.of("offered"));

    @Test
    void isReadAsItWasWritten() {
        assertEquals(Optional.of(List.of("urgent", "17", "x")), CURSOR.after(CURSOR.text("urgent", "17", "x")));
        assertEquals(Optional.empty(), CURSOR.after(null));
    }

    @Test
    void countsForNoOtherQuestion() {
        String cursor = CURSOR.text("17");

        assertEquals(
                new RequestError("after", "contradiction"), fault(BoundCursor.to("inbox", Set.of("accepted")), cursor));
        assertEquals(
                new RequestError("after", "contradiction"), fault(BoundCursor.to("sent", Set.of("offered")), cursor));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!!", "AAAA", "MTIz", "a b", "Zm9vIGJhcg"})
    void refusesWhatIsNoCursor(String text) {
        assertEquals(new RequestError("after", "bad-pattern"), fault(CURSOR, text));
    }

    @Test
    void refusesTheCursorsOfListsThatAreNotBound() {
        String plain = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        "1764403200000 c2a1f9de-6a1b-4e8e-b0a3-7a5f4d3c2b01".getBytes(StandardCharsets.US_ASCII));

        assertEquals(new RequestError("after", "bad-pattern"), fault(CURSOR, plain));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "+1", "01", "1.5", "x", "999999999999999", "9223372036854775807"})
    void takesNoTimeThatNoColumnHolds(String part) {
        assertThrows(IllegalArgumentException.class, () -> BoundCursor.time(part));
    }

    @Test
    void takesATimeToTheMillisecond() {
        Instant time = Instant.parse("2026-11-22T06:20:00.123Z");

        assertEquals(time, BoundCursor.time(BoundCursor.text(time)));
    }

    private static RequestError fault(BoundCursor cursor, String text) {
        return assertThrows(ProblemException.class, () -> cursor.after(text))
                .extensions()
                .errors()
                .get(0);
    }
}
