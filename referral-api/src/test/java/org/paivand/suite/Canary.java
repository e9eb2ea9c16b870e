package org.paivand.suite;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** After everything else: what was a person's is nowhere but in the answers that released it. */
interface Canary {

    @Test
    @Order(Integer.MAX_VALUE)
    default void leavesNoPersonalValueInTheServersLog() {
        String log = TestNode.prepared().log();

        assertTrue(
                log.contains("\"resource\":\"/cases/*/sections/*\""),
                "the log that was read isn't the one that is written");
        assertFalse(log.toLowerCase(Locale.ROOT).contains(Markers.RUN.toLowerCase(Locale.ROOT)));
    }

    @Test
    @Order(Integer.MAX_VALUE)
    default void leavesNoPersonalValueInMetricsAndHealth() {
        for (String path : List.of("/metrics", "/health", "/health/ready", "/health/live")) {
            Reply reply = Call.get(path).send().is(200);

            assertFalse(reply.text().toLowerCase(Locale.ROOT).contains(Markers.RUN.toLowerCase(Locale.ROOT)), path);
        }
    }

    @Test
    @Order(Integer.MAX_VALUE)
    default void leavesNoPersonalValueInWhatTheAuditorSees() {
        String after = "";
        do {
            Reply page = Call.get("/api/v1/audit/entries?limit=100" + after)
                    .as(Account.AUDITOR)
                    .send()
                    .is(200);
            assertFalse(page.text().toLowerCase(Locale.ROOT).contains(Markers.RUN.toLowerCase(Locale.ROOT)));
            after = page.json().has("next") ? "&after=" + page.at("/next") : "";
        } while (!after.isEmpty());
    }

    @Test
    @Order(Integer.MAX_VALUE)
    default void logsNoStackTraceForWhatAClientDidWrong() {
        for (String line : TestNode.prepared().log().split("\n", -1)) {
            assertFalse(line.matches("\\s+at org\\.paivand\\..*"), line);
        }
    }
}
