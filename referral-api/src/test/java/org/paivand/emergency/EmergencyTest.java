package org.paivand.emergency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paivand.casefile.CaseId;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.WorkerId;
import org.paivand.disclosure.decision.BreakGlassReason;

class EmergencyTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private final Emergency asked = new Emergency(
            UUID.randomUUID(),
            new CaseId(UUID.randomUUID()),
            AgencyId.of("tj-police-dushanbe"),
            "officer",
            new Emergency.Wanted(
                    AgencyId.of("tj-clinic-dushanbe"),
                    WorkerId.of("doctor"),
                    Purpose.MEDICAL_CARE,
                    BreakGlassReason.SELF_HARM,
                    HOUR),
            NOON,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    @Test
    void isNoBasisBeforeItIsOpened() {
        assertEquals(Optional.empty(), asked.basis());
        assertEquals(Emergency.State.AWAITING_SECOND_PERSON, asked.state(NOON));
    }

    @Test
    void canBeConfirmedForAsLongAsItWouldLive() {
        assertTrue(asked.canBeConfirmedAt(NOON.plus(HOUR).minusMillis(1)));
        assertFalse(asked.canBeConfirmedAt(NOON.plus(HOUR)));
        assertEquals(Emergency.State.OVER, asked.state(NOON.plus(HOUR)));
        assertFalse(asked.alone(false, NOON).canBeConfirmedAt(NOON));
    }

    @Test
    void isOverFromTheInstantItEnds() {
        Emergency open = asked.alone(true, NOON);

        assertEquals(Emergency.State.OPEN, open.state(NOON.plus(HOUR).minusMillis(1)));
        assertEquals(Emergency.State.OVER, open.state(NOON.plus(HOUR)));
        assertTrue(open.basis().orElseThrow().reviewOpen());
        assertEquals(NOON.plus(HOUR), open.basis().orElseThrow().notAfter());
    }

    @Test
    void waitsForNoReviewBeforeSomethingWasReleased() {
        assertFalse(asked.alone(false, NOON).awaitsReview());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nine char", "ten chars\n.", "with a \u0000 in it", "with a \u007f in it"})
    void takesWordsOnlyAsText(String text) {
        assertThrows(IllegalArgumentException.class, () -> new Words(text));
    }

    @Test
    void takesWordsInAnyScriptUpToAThousandCharacters() {
        assertEquals("Беҳуш ёфт шуд", new Words("Беҳуш ёфт шуд").text());
        new Words("ф".repeat(1000));
        assertThrows(IllegalArgumentException.class, () -> new Words("ф".repeat(1001)));
    }
}
