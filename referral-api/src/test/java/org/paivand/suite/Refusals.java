package org.paivand.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Well-formed requests for what may not be, or not now. */
interface Refusals {

    @Test
    default void answersAForeignIdLikeOneThatWasNeverGiven() {
        String referral = Journey.offered();
        String unknown = UUID.randomUUID().toString();

        for (String step : new String[] {"", "/acceptance", "/cancellation"}) {
            Account stranger = step.equals("/cancellation") ? Account.OTHER_OFFICER : Account.CLINIC;
            String method = step.isEmpty() ? "GET" : "POST";
            Reply foreign = Call.of(method, "/api/v1/referrals/" + referral + step)
                    .as(stranger)
                    .send();
            Reply absent = Call.of(method, "/api/v1/referrals/" + unknown + step)
                    .as(stranger)
                    .send();

            foreign.refused(404, "not-found");
            assertEquals(anonymous(absent), anonymous(foreign));
        }
        assertEquals(
                anonymous(Journey.pulling(unknown, Account.CLINIC, "identity").send()),
                anonymous(Journey.pulling(referral, Account.CLINIC, "identity")
                        .send()
                        .refused(404, "not-found")));
    }

    @Test
    default void answersAForeignCaseLikeOneThatWasNeverGiven() {
        String caseId = Journey.filledCase();
        String unknown = UUID.randomUUID().toString();
        Map<String, Long> before = Rows.besideTheLog();

        Reply read = Call.get("/api/v1/cases/" + caseId)
                .as(Account.OTHER_OFFICER)
                .send()
                .refused(404, "not-found");
        Reply absent =
                Call.get("/api/v1/cases/" + unknown).as(Account.OTHER_OFFICER).send();
        Call.put("/api/v1/cases/" + caseId + "/sections/identity")
                .as(Account.OTHER_OFFICER)
                .header("If-Match", "\"1\"")
                .json(Journey.IDENTITY)
                .send()
                .refused(404, "not-found");
        Call.post("/api/v1/cases/" + caseId + "/consents")
                .as(Account.OTHER_OFFICER)
                .once()
                .json(Journey.consent("identity"))
                .send()
                .refused(404, "not-found");
        Journey.offering(caseId).as(Account.OTHER_OFFICER).send().refused(404, "not-found");

        assertEquals(anonymous(absent), anonymous(read));
        assertEquals(before, Rows.besideTheLog());
    }

    @Test
    default void logsWhoGuessesAnIdAndStopsHim() {
        Account guesser = Account.of(
                "tj-clinic-dushanbe", "guesser-" + UUID.randomUUID().toString().substring(0, 8), "provider");
        long before = Rows.entries();

        Reply last = null;
        int attempts = 0;
        do {
            last = Call.get("/api/v1/referrals/" + UUID.randomUUID())
                    .as(guesser)
                    .send();
            attempts++;
        } while (last.status() == 404 && attempts < 60);

        last.refused(429, "too-many-requests");
        assertFalse(last.header("Retry-After").isEmpty());
        assertTrue(Rows.entries() >= before + attempts - 1);
    }

    @Test
    default void refusesAnOfferWithoutConsentAndLogsTheDenial() {
        String caseId = Journey.filledCase();
        Map<String, Long> before = Rows.besideTheLog();
        long logged = Rows.entries();

        Reply refused = Journey.offering(caseId).send().refused(403, "offer-refused");

        assertEquals("service-request", refused.at("/withheld/0/category"));
        assertEquals(before, Rows.besideTheLog());
        assertEquals(logged + 1, Rows.entries());
    }

    @Test
    default void refusesAnIllegalStepAndSaysWhichAreAllowed() {
        String referral = Journey.offered();
        Map<String, Long> before = Rows.besideTheLog();

        Reply early = Call.post(Journey.path(referral, "completion"))
                .as(Account.SHELTER)
                .json("{\"outcomeCode\":\"needs-met\",\"servicesDelivered\":[]}")
                .send()
                .refused(409, "illegal-transition");

        assertTrue(early.at("/allowed/0").length() > 0, early::text);
        assertEquals(before, Rows.besideTheLog());
        Call.post(Journey.path(referral, "acceptance"))
                .as(Account.SHELTER)
                .send()
                .is(200);
        Call.post(Journey.path(referral, "acceptance"))
                .as(Account.SHELTER)
                .send()
                .refused(409, "illegal-transition");
    }

    @Test
    default void acceptsWithAndWithoutAContentType() {
        Call.post(Journey.path(Journey.offered(), "acceptance"))
                .as(Account.SHELTER)
                .header("Content-Type", "application/json")
                .send()
                .is(200);
        Call.post(Journey.path(Journey.offered(), "cancellation"))
                .as(Account.OFFICER)
                .send()
                .is(200);
        Call.post(Journey.path(Journey.offered(), "acceptance"))
                .as(Account.SHELTER)
                .header("Content-Type", "text/plain")
                .improper()
                .send()
                .refused(415, "unsupported-media-type");
    }

    @Test
    default void refusesAStaleVersion() {
        String referral = Journey.accepted();
        String caseId = Journey.filledCase();
        Map<String, Long> before = Rows.counted();

        Call.post(Journey.path(referral, "progress"))
                .as(Account.SHELTER)
                .header("If-Match", "\"1\"")
                .json("{\"step\":\"arrived\"}")
                .send()
                .refused(412, "stale-version");
        Call.post(Journey.path(referral, "assignments"))
                .as(Account.SHELTER)
                .header("If-Match", "\"1\"")
                .json("{\"worker\":\"w-late\"}")
                .send()
                .refused(412, "stale-version");
        Call.put("/api/v1/cases/" + caseId + "/sections/identity")
                .as(Account.OFFICER)
                .header("If-Match", "\"7\"")
                .json(Journey.IDENTITY)
                .send()
                .refused(412, "stale-version");
        Call.put("/api/v1/cases/" + caseId + "/sections/identity")
                .as(Account.OFFICER)
                .header("If-None-Match", "*")
                .json(Journey.IDENTITY)
                .send()
                .refused(412, "stale-version");

        assertEquals(before, Rows.counted());
    }

    @Test
    default void asksForAPrecondition() {
        String caseId = Journey.emptyCase();
        Map<String, Long> before = Rows.counted();

        Call.put("/api/v1/cases/" + caseId + "/sections/identity")
                .as(Account.OFFICER)
                .json(Journey.IDENTITY)
                .send()
                .refused(428, "precondition-required");

        assertEquals(before, Rows.counted());
    }

    @Test
    default void asksForAnIdempotencyKey() {
        Map<String, Long> before = Rows.counted();

        Call.post("/api/v1/cases")
                .as(Account.OFFICER)
                .json("{}")
                .improper()
                .send()
                .refused(400, "idempotency-key-missing");
        Call.post("/api/v1/cases")
                .as(Account.OFFICER)
                .once("short")
                .json("{}")
                .improper()
                .send()
                .refused(400, "idempotency-key-missing");

        assertEquals(before, Rows.counted());
    }

    @Test
    default void makesOneCaseAndOneOfferHoweverOftenTheyAreRepeated() {
        String key = UUID.randomUUID().toString();
        Call opening = Call.post("/api/v1/cases").as(Account.OFFICER).once(key).json("{}");
        String caseId = Journey.filledCase();
        Journey.consent(caseId, Journey.consent("service-request")).is(201);
        Call offering = Journey.offering(caseId);

        assertEquals(
                opening.send().is(201).at("/caseId"), opening.send().is(201).at("/caseId"));
        assertEquals(
                offering.send().is(201).at("/referralId"),
                offering.send().is(201).at("/referralId"));
    }

    @Test
    default void refusesAKeyThatCameWithAnotherBody() {
        String key = UUID.randomUUID().toString();
        String caseId = Journey.filledCase();
        Journey.consent(caseId, Journey.consent("service-request")).is(201);
        Call.post("/api/v1/cases")
                .as(Account.OFFICER)
                .once(key)
                .json("{}")
                .send()
                .is(201);
        Map<String, Long> before = Rows.counted();

        Call.post("/api/v1/cases")
                .as(Account.OFFICER)
                .once(key)
                .json("{ }")
                .send()
                .refused(422, "idempotency-key-reused");
        Call.post("/api/v1/referrals")
                .as(Account.OFFICER)
                .once(key)
                .json(Journey.offer(caseId))
                .send()
                .refused(422, "idempotency-key-reused");

        assertEquals(before, Rows.counted());
    }

    @Test
    default void decidesAndLogsARepeatedReleaseAgain() {
        String referral = Journey.accepted();
        Call pulling = Journey.pulling(referral, Account.SHELTER, "identity");

        Reply first = pulling.send().is(200);
        Reply second = pulling.send().is(200);

        assertEquals(first.json().at("/sections"), second.json().at("/sections"));
        assertNotEquals(first.at("/entry/eventId"), second.at("/entry/eventId"));
    }

    @Test
    default void refusesToPullAnotherCategoryUnderAUsedKey() {
        String referral = Journey.accepted();
        String key = UUID.randomUUID().toString();
        Journey.pulling(referral, Account.SHELTER, "identity").once(key).send().is(200);
        Map<String, Long> before = Rows.counted();

        Journey.pulling(referral, Account.SHELTER, "contact").once(key).send().refused(422, "idempotency-key-reused");

        assertEquals(before, Rows.counted());
    }

    @Test
    default void findsEveryReferralOfAStateHoweverShortThePages() {
        String waiting = Journey.offered();
        String accepted = Journey.accepted();

        Reply page = Call.get("/api/v1/referrals?box=inbox&state=offered&limit=1")
                .as(Account.SHELTER)
                .send()
                .is(200);

        assertNotEquals(accepted, page.at("/items/0/referralId"));
        assertEquals(waiting, page.at("/items/0/referralId"));
    }

    @Test
    default void refusesAPreviewOfAForeignCase() {
        Call.post("/api/v1/cases/" + Journey.filledCase() + "/previews")
                .as(Account.OTHER_OFFICER)
                .json("{\"recipient\":\"tj-shelter-north\",\"purpose\":\"shelter-placement\"}")
                .send()
                .refused(404, "not-found");
    }

    @Test
    default void refusesARegistrarsOwnChange() {
        String approval = Call.post("/api/v1/agreements")
                .as(Account.REGISTRAR)
                .once()
                .json(Replay.agreement())
                .send()
                .is(202)
                .at("/approvalId");

        Call.post("/api/v1/approvals/" + approval + "/confirmation")
                .as(Account.REGISTRAR)
                .send()
                .refused(403, "own-change");
        Call.post("/api/v1/approvals/" + approval + "/rejection")
                .as(Account.OTHER_REGISTRAR)
                .send()
                .is(200);
        Call.post("/api/v1/approvals/" + approval + "/confirmation")
                .as(Account.OTHER_REGISTRAR)
                .send()
                .refused(409, "conflict");
    }

    private static String anonymous(Reply reply) {
        ObjectNode body = (ObjectNode) reply.json();
        body.remove("instance");
        return reply.status() + " " + body;
    }
}
