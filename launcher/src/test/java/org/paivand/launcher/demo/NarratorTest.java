package org.paivand.launcher.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NarratorTest {
    private final StringWriter told = new StringWriter();
    private final Narrator narrator = new Narrator(new PrintWriter(told));

    @Test
    void endsTheStoryAtAnotherStatusAndTellsTheOneThatWasSeen() {
        Answer answer = answer(403, "{\"code\":\"forbidden\"}");

        assertThrows(UnexpectedException.class, () -> narrator.see("opens a case", answer, 201));
        assertEquals("  NOT  opens a case: 403 forbidden\n", told.toString());
        assertEquals(0, narrator.seen());
    }

    @Test
    void endsTheStoryAtAnotherRefusalThanTheOneExpected() {
        Answer answer = answer(403, "{\"code\":\"forbidden\"}");

        assertThrows(UnexpectedException.class, () -> narrator.see("pulls", answer, 403, "release-refused"));
    }

    @Test
    void endsTheStoryAtACategoryTooMuchOrTooLittle() {
        Answer answer = answer(200, "{\"sections\":{\"identity\":{}}}");

        assertThrows(UnexpectedException.class, () -> narrator.see("pulls", answer, Set.of("identity", "contact")));
        assertThrows(UnexpectedException.class, () -> narrator.see("pulls", answer, Set.of()));
    }

    @Test
    void endsTheStoryAtAnAnswerThatIsNoJson() {
        Answer answer = answer(403, "<html>");

        assertThrows(UnexpectedException.class, () -> narrator.see("pulls", answer, 403, "release-refused"));
    }

    @Test
    void tellsTheReasonOfEachWithheldCategory() throws Exception {
        Answer answer = answer(
                403,
                "{\"code\":\"release-refused\",\"withheld\":["
                        + "{\"category\":\"contact\",\"reasonCode\":\"no-grant\",\"reason\":\"None.\"}]}");

        narrator.see("pulls", answer, 403, "release-refused");

        assertTrue(
                told.toString().startsWith("  ok   pulls: 403 release-refused, contact: no-grant\n"), told::toString);
        assertTrue(told.toString().contains("contact: \"None.\""), told::toString);
        assertEquals(1, narrator.seen());
    }

    private static Answer answer(int status, String body) {
        return new Answer(status, "", "", body.getBytes(StandardCharsets.UTF_8));
    }
}
