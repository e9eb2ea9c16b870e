package org.paivand.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Whoever asks too much waits, and nobody else does. */
interface Limited {
    @Test
    default void tellsEachClientHowMuchIsLeftWhateverIsAnswered() {
        Reply answered =
                Call.get("/api/v1/notifications").as(Account.SHELTER).send().is(200);
        Reply refused =
                Call.get("/api/v1/notifications").as(Account.AUDITOR).send().is(403);

        assertEquals("\"client\";q=120000;w=60", answered.header("RateLimit-Policy"));
        assertTrue(answered.header("RateLimit").matches("\"client\";r=[0-9]+;t=[0-9]+"), answered.header("RateLimit"));
        assertFalse(refused.headers().map().containsKey("RateLimit"), "who may not call isn't counted");
        assertFalse(answered.headers().map().containsKey("Deprecation"));
    }

    @Test
    default void countsAnEmergencyApart() {
        Reply answered = Call.get("/api/v1/emergencies/" + UUID.randomUUID())
                .as(Account.EMERGENCY_OFFICER)
                .send();

        assertTrue(answered.header("RateLimit").startsWith("\"emergency\";"), answered::toString);
    }

    @Test
    @Order(Integer.MAX_VALUE - 1)
    default void refusesAnAddressThatAsksTooMuchAndNobodyElse() throws Exception {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest request = HttpRequest.newBuilder(TestNode.prepared().base().resolve("/u/x"))
                .build();
        int status = 0;
        for (int i = 0; i < 4 * TestNode.STRANGERS && status != 429; i++) {
            status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
        assertEquals(429, status);

        Reply refused;
        int further = 0;
        do { // one comes back every 40 ms, and may be there again
            refused = Call.get("/hsds/v3/services")
                    .header("Accept-Language", "ru")
                    .send();
        } while (refused.status() == 200 && ++further < TestNode.STRANGERS);
        refused.refused(429, "too-many-requests");
        assertEquals("Слишком много запросов", refused.at("/title"));
        assertEquals("1", refused.header("Retry-After"));
        assertTrue(refused.header("RateLimit").startsWith("\"address\";r=0;t="), refused.header("RateLimit"));
        Call.get("/s/ru").send().is(200);
        Call.get("/api/v1/notifications").as(Account.SHELTER).send().is(200);
        assertEquals(
                401, Call.get("/api/v1/notifications").send().status(), "what needs a token isn't counted without one");
    }
}
