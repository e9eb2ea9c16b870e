package org.paivand.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.paivand.openapi.Answered;
import org.paivand.openapi.Example;

/** The contract's own examples, sent to the node. */
interface Replay {
    AtomicInteger YEAR = new AtomicInteger(2100);

    /** Each for a year of its own: two agreements of the same parties at one time contradict each other. */
    static String agreement() {
        int year = YEAR.incrementAndGet();
        return """
            {"agreementId":"corridor-%s","parties":{"countries":["KZ","TJ"]},"purposes":["return"],
             "categories":["travel"],"validFrom":"%s-01-01T00:00:00Z","validUntil":"%s-12-31T00:00:00Z",
             "onwardAllowed":false,"retentionDays":365,"lawReference":"Example"}""".formatted(year, year, year);
    }

    @Test
    default void answersEveryExampleOfTheContractAsTheContractSays() {
        List<String> wrong = new ArrayList<>();
        int replayed = 0;
        for (Example example : Wire.CONTRACT.examples()) {
            replayed++;
            if (example.sent().path().matches("/witness/.*|/s(/.*)?")) {
                // No example holds a signature that a node could trust; see Witnessing.
                continue;
            }
            if (example.sent().path().startsWith("/api/v1/openings/")) {
                // The retention of a node that has just begun is over for no year; see Erasures and OpeningsDeskTest.
                continue;
            }
            if (example.sent()
                    .path()
                    .matches("/api/v1/agency-applications(/.*)?|/api/v1/agencies/[^/]+/off-boarding")) {
                // No Keycloak runs beside this node; see OnboardingTest and the launcher's demonstration.
                continue;
            }
            int promised = example.answered().map(Answered::status).orElse(200);
            try {
                Reply reply = new Stage(example).call().send();
                if (reply.status() != promised) {
                    wrong.add(example + ": " + reply);
                }
            } catch (AssertionError failure) {
                wrong.add(example + ": " + failure.getMessage());
            }
        }

        assertEquals(List.of(), wrong, () -> String.join("\n", wrong));
        assertTrue(replayed >= Wire.CONTRACT.operations().size());
    }
}
