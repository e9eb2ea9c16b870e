package org.paivand.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** An agency without software is asked and answers through another one, over HTTP; afterwards the registry is as it was. */
interface ThroughHost {
    Account HOST = Account.of("tj-ngo-dushanbe-women", "hosting", "provider");
    String AGENCY = "/api/v1/registry/agency/tj-ngo-sughd-families";
    String MEMBERS =
            ",\"phones\":[{\"number\":\"+999000777\",\"hours\":{\"aroundTheClock\":true}}],\"host\":\"tj-ngo-dushanbe-women\"}";

    @Test
    default void anAgencyWithoutSoftwareAnswersThroughAHostThatCallsBack() {
        String before = Call.get(AGENCY).as(Account.REGISTRAR).send().is(200).text();
        Reply waiting = put(before.substring(0, before.length() - 1) + MEMBERS).is(202);
        Call.post("/api/v1/approvals/" + waiting.at("/approvalId") + "/confirmation")
                .as(Account.OTHER_REGISTRAR)
                .send()
                .is(200);
        String referral;
        try {
            referral = answered();
        } finally {
            put(before).is(204);
        }
        Call.get(Journey.path(referral, "history")).as(HOST).send().refused(404, "not-found");
    }

    private static String answered() {
        String caseId = Journey.filledCase();
        Journey.consent(caseId, grant("tj-ngo-sughd-families")).is(201);
        offer(caseId).refused(403, "host-not-named");
        Journey.consent(caseId, grant("tj-ngo-dushanbe-women")).is(201);
        Reply preview = Call.post("/api/v1/cases/" + caseId + "/previews")
                .as(Account.OFFICER)
                .json("{\"recipient\":\"tj-ngo-sughd-families\",\"purpose\":\"shelter-placement\"}")
                .send()
                .is(200);
        assertEquals("tj-ngo-dushanbe-women", preview.at("/through/agency"));
        assertEquals("permit", preview.at("/through/decisions/0/outcome"));
        Reply offered = offer(caseId).is(201);
        assertEquals("tj-ngo-dushanbe-women", offered.at("/through"));
        String referral = offered.at("/referralId");

        assertTrue(Call.get("/api/v1/referrals?box=hosted&state=offered")
                .as(HOST)
                .send()
                .is(200)
                .text()
                .contains("\"proxyFor\":\"tj-ngo-sughd-families\""));
        Reply seen = Call.get("/api/v1/referrals/" + referral).as(HOST).send().is(200);
        assertEquals("tj-ngo-sughd-families", seen.at("/proxyFor"));
        assertEquals("+999000777", seen.at("/callBack/0"));
        Journey.pulling(referral, HOST, "service-request").send().is(200);
        Journey.pulling(referral, HOST, "identity").send().refused(403, "host-first-stage-only");

        String acceptance = Journey.path(referral, "acceptance");
        Call.post(acceptance).as(HOST).send().refused(400, "proxy-required");
        Call.post(acceptance)
                .as(HOST)
                .json(proxy().replace(",\"calledBackRegisteredNumber\":true", ""))
                .send()
                .refused(400, "invalid-request");
        Call.post(Journey.path(referral, "cancellation"))
                .as(Account.OFFICER)
                .json(proxy())
                .send()
                .refused(403, "not-a-host");
        Call.post(acceptance).as(Account.SHELTER).json(proxy()).send().refused(404, "not-found");
        assertEquals(
                "accepted",
                Call.post(acceptance).as(HOST).json(proxy()).send().is(200).at("/state"));

        Reply history = Call.get(Journey.path(referral, "history"))
                .as(Account.OFFICER)
                .send()
                .is(200);
        assertEquals("tj-ngo-sughd-families", history.at("/items/0/by"));
        assertEquals("tj-ngo-dushanbe-women", history.at("/items/0/proxy/host"));
        return referral;
    }

    private static Reply put(String document) {
        Reply read = Call.get(AGENCY).as(Account.REGISTRAR).send().is(200);
        return Call.put(AGENCY)
                .as(Account.REGISTRAR)
                .header("If-Match", read.header("ETag"))
                .json(document)
                .send();
    }

    private static String grant(String agency) {
        return Journey.consentUntil(Instant.now().plus(60, ChronoUnit.DAYS), "service-request", "identity")
                .replace("tj-shelter-north", agency);
    }

    private static Reply offer(String caseId) {
        return Call.post("/api/v1/referrals")
                .as(Account.OFFICER)
                .once()
                .json(Journey.offer(caseId).replace("tj-shelter-north", "tj-ngo-sughd-families"))
                .send();
    }

    private static String proxy() {
        return "{\"proxy\":{\"channel\":\"telephone-callback\",\"toldAt\":\""
                + Instant.now().truncatedTo(ChronoUnit.MILLIS)
                + "\",\"saidBy\":\"duty-worker\",\"calledBackRegisteredNumber\":true}}";
    }
}
