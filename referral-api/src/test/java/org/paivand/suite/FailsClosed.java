package org.paivand.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What the node does without its database and without its keys: nothing, and it says so. */
interface FailsClosed {

    @Test
    @Order(Integer.MAX_VALUE - 20)
    default void releasesNothingWithoutItsDatabaseAndRecovers() {
        String referral = Journey.accepted();
        Map<String, Long> before = Rows.besideTheLog();
        CuttableLine line = TestNode.prepared().line();

        line.cut();
        try {
            Reply pulled =
                    Journey.pulling(referral, Account.SHELTER, "identity").send();
            Reply offered =
                    Call.get("/api/v1/referrals?box=inbox").as(Account.SHELTER).send();
            Reply searched =
                    Call.get("/api/v1/audit/entries").as(Account.AUDITOR).send();

            pulled.refused(503, "database-unavailable");
            assertFalse(pulled.header("Retry-After").isEmpty());
            offered.refused(503, "database-unavailable");
            searched.refused(503, "database-unavailable");
            Call.get("/health/ready").send().is(503);
            Call.get("/health/live").send().is(200);
        } finally {
            line.mend();
        }

        assertEquals(before, Rows.besideTheLog());
        assertEquals(
                200,
                untilItServes(Journey.pulling(referral, Account.SHELTER, "identity"))
                        .status());
    }

    @Test
    @Order(Integer.MAX_VALUE - 10)
    default void releasesNothingWithoutItsKeysAndRecovers() throws IOException {
        String referral = Journey.accepted();
        String caseId = Journey.filledCase();
        Map<String, Long> before = Rows.besideTheKeys();
        Path keys = TestNode.prepared().caseKeys();
        Path away = keys.resolveSibling("case-keys-away");

        Files.move(keys, away);
        try {
            Journey.pulling(referral, Account.SHELTER, "identity").send().refused(503, "keys-unavailable");
            Call.post("/api/v1/cases")
                    .as(Account.OFFICER)
                    .once()
                    .json("{}")
                    .send()
                    .refused(503, "keys-unavailable");
            Call.put("/api/v1/cases/" + caseId + "/sections/identity")
                    .as(Account.OFFICER)
                    .header("If-Match", "\"1\"")
                    .json(Journey.IDENTITY)
                    .send()
                    .refused(503, "keys-unavailable");
            assertEquals(before, Rows.besideTheKeys());
        } finally {
            Files.move(away, keys);
        }

        Journey.pulling(referral, Account.SHELTER, "identity").send().is(200);
    }

    private static Reply untilItServes(Call call) {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        Reply reply = call.once().send();
        while (reply.status() == 503 && Instant.now().isBefore(end)) {
            reply = call.once().send();
        }
        return reply;
    }
}
