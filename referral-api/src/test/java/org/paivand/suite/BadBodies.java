package org.paivand.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Bodies that aren't what the contract asks for. Each is refused whole: nothing is written, nothing is repeated. */
interface BadBodies {

    @Test
    default void refusesMalformedJson() {
        refusesConsent("{\"notice\":" + Markers.RUN).refused(400, "malformed-json");
        refusesIdentity("{\"preferredName\":\"" + Markers.RUN).refused(400, "malformed-json");
    }

    @Test
    default void refusesTrailingGarbage() {
        refusesConsent(Journey.consent("identity") + Markers.RUN).refused(400, "malformed-json");
        refusesConsent(Journey.consent("identity") + "{}").refused(400, "malformed-json");
        refusesIdentity(Journey.IDENTITY + "]").refused(400, "malformed-json");
        refusesOffer(Journey.offer("%s") + "1").refused(400, "malformed-json");
    }

    @Test
    default void refusesAMemberThatIsThereTwice() {
        Reply section = refusesIdentity("{\"preferredName\":\"a\",\"preferredName\":\"" + Markers.RUN + "\"}");
        Reply offer = refusesOffer(Journey.offer("%s").replace("{\"caseId\"", "{\"urgency\":\"normal\",\"caseId\""));

        assertEquals(400, section.status());
        assertEquals(400, offer.status());
    }

    @Test
    default void refusesAnArrayAsRoot() {
        assertEquals(
                400, refusesConsent("[" + Journey.consent("identity") + "]").status());
        assertEquals(400, refusesIdentity("[" + Journey.IDENTITY + "]").status());
        assertEquals(400, refusesOffer("[" + Journey.offer("%s") + "]").status());
    }

    @Test
    default void refusesNullAsRoot() {
        assertEquals(400, refusesConsent("null").status());
        assertEquals(400, refusesIdentity("null").status());
        assertEquals(400, refusesOffer("null").status());
    }

    /** Nothing reads a body without a type, so nothing else would notice. */
    @Test
    default void refusesNoBodyAtAll() {
        String referral = Journey.offered();
        for (String path : List.of("/api/v1/cases", "/api/v1/contacts", "/api/v1/referrals")) {
            Call.post(path).as(Account.OFFICER).once().improper().send().refused(400, "malformed-json");
        }
        Call.post(Journey.path(referral, "decline"))
                .as(Account.SHELTER)
                .improper()
                .send()
                .refused(400, "malformed-json");
    }

    @Test
    default void refusesAnEmptyBody() {
        assertEquals(400, refusesConsent("").status());
        assertEquals(400, refusesIdentity("").status());
        assertEquals(400, refusesOffer(" ").status());
    }

    @Test
    default void refusesAScalarAsRoot() {
        assertEquals(400, refusesConsent("\"" + Markers.RUN + "\"").status());
        assertEquals(400, refusesIdentity("1").status());
    }

    @Test
    default void refusesWrongTypes() {
        refusesConsent(Journey.consent("identity").replace("\"spokenAlone\":true", "\"spokenAlone\":\"true\""))
                .refused(400, "invalid-request");
        refusesConsent(Journey.consent("identity").replace("\"version\":1", "\"version\":\"1\""))
                .refused(400, "invalid-request");
        refusesConsent(Journey.consent("identity").replace("\"version\":1", "\"version\":1.5"))
                .refused(400, "invalid-request");
        refusesConsent(Journey.consent("identity").replace("[\"share\"]", "\"share\""))
                .refused(400, "invalid-request");
        refusesIdentity("{\"preferredName\":[\"" + Markers.RUN + "\"]}").refused(400, "invalid-request");
        refusesIdentity("{\"preferredName\":7}").refused(400, "invalid-request");
        refusesOffer(Journey.offer("%s").replace("\"urgent\"", "7")).refused(400, "invalid-request");
        refusesOffer(Journey.offer("%s").replace("\"urgent\"", "null")).refused(400, "invalid-request");
    }

    @Test
    default void refusesAMemberNobodyKnowsAndDoesNotRepeatItsName() {
        Reply section = refusesIdentity("{\"" + Markers.RUN + "\":1}").refused(400, "invalid-request");
        Reply offer = refusesOffer(Journey.offer("%s").replace("{\"caseId\"", "{\"" + Markers.RUN + "\":1,\"caseId\""))
                .refused(400, "invalid-request");

        assertEquals("unknown-member", section.at("/errors/0/code"));
        assertEquals("unknown-member", offer.at("/errors/0/code"));
    }

    @Test
    default void refusesAMissingMember() {
        Reply refused = refusesOffer(Journey.offer("%s").replace("\"purpose\":\"shelter-placement\",", ""));

        assertEquals(
                "/purpose required", refused.refused(400, "invalid-request").fault());
    }

    @Test
    default void refusesNullForAMemberThatMayBeMissing() {
        Reply refused = refusesConsent(
                Journey.consent("identity").replace("\"spokenAlone\"", "\"witness\":null,\"spokenAlone\""));

        assertEquals(
                "/witness wrong-type", refused.refused(400, "invalid-request").fault());
    }

    @Test
    default void refusesNullInAList() {
        String caseId = Journey.emptyCase();
        Map<String, Long> before = Rows.counted();

        refusesConsentOf(caseId, Journey.consent("identity").replace("[\"identity\"]", "[\"identity\",null]"));

        assertEquals(before, Rows.counted());
    }

    @Test
    default void refusesToLookIntoTheFuture() {
        Reply refused = Call.get("/api/v1/cases/" + Journey.emptyCase() + "/consents?asOf=2099-01-01T00:00:00Z")
                .as(Account.OFFICER)
                .send();

        assertEquals(
                "asOf in-the-future", refused.refused(400, "invalid-request").fault());
    }

    @Test
    default void refusesUnknownCodes() {
        String marker = "\"" + Markers.CODE + "\"";
        refusesOffer(Journey.offer("%s").replace("\"urgent\"", marker)).refused(400, "invalid-request");
        refusesOffer(Journey.offer("%s").replace("\"tj-shelter-north\"", marker))
                .refused(400, "invalid-request");
        refusesOffer(Journey.offer("%s").replace("\"shelter\"", marker)).refused(400, "invalid-request");
        refusesConsent(Journey.consent(Markers.CODE)).refused(400, "invalid-request");
        refusesConsent(Journey.consent("identity").replace("\"written\"", marker))
                .refused(400, "invalid-request");
        refusesIdentity("{\"sex\":{\"value\":" + marker + ",\"status\":\"claimed\"}}")
                .refused(400, "invalid-request");
    }

    @Test
    default void refusesACodeInTheWrongCase() {
        refusesOffer(Journey.offer("%s").replace("\"urgent\"", "\"URGENT\"")).refused(400, "invalid-request");
    }

    @Test
    default void refusesAGrantThatEndedYesterday() {
        Reply refused = refusesConsent(
                Journey.consentUntil(Instant.now().minus(1, ChronoUnit.DAYS), "service-request", "identity"));

        assertEquals(
                "/grants/0/notAfter in-the-past",
                refused.refused(400, "invalid-request").fault());
    }

    @Test
    default void refusesATimeThatIsNone() {
        refusesConsent(Journey.consent("identity")
                        .replaceAll("\"notAfter\":\"[^\"]*\"", "\"notAfter\":\"2026-02-30T00:00:00Z\""))
                .refused(400, "invalid-request");
        refusesConsent(Journey.consent("identity").replaceAll("\"notAfter\":\"[^\"]*\"", "\"notAfter\":1900000000"))
                .refused(400, "invalid-request");
        refusesConsent(Journey.consent("identity")
                        .replaceAll("\"notAfter\":\"[^\"]*\"", "\"notAfter\":\"" + Markers.RUN + "\""))
                .refused(400, "invalid-request");
    }

    @Test
    default void refusesABestInterestsDecisionThatEndedYesterday() {
        Reply refused = Call.post(Journey.path("c2a1f9de-6a1b-4e8e-b0a3-7a5f4d3c2b01", "best-interests-decisions"))
                .as(Account.of("tj-child-protection-dushanbe", "late", "child-protection"))
                .json("""
                        {"recipient":"tj-shelter-south-minors","purpose":"shelter-placement",
                         "categories":["identity"],"notAfter":"2020-01-01T00:00:00Z"}""")
                .send();

        assertFalse(refused.status() < 400, refused::text);
    }

    @Test
    default void refusesABodyThatIsTooLargeWhateverItsLengthHeaderSays() {
        String large = "{\"preferredName\":\"" + "x".repeat(80_000) + "\"}";
        Map<String, Long> before = Rows.counted();

        Call call = Call.post("/api/v1/cases")
                .as(Account.OFFICER)
                .once()
                .json(large)
                .improper();

        call.send().refused(413, "payload-too-large");
        call.inChunks().send().refused(413, "payload-too-large");
        assertEquals(before, Rows.counted());
    }

    @Test
    default void refusesASectionInTheFormOfAnother() {
        refusesIdentity(Journey.CONTACT).refused(400, "invalid-request");
    }

    @Test
    default void neverLetsThePoliceWriteHealth() {
        String caseId = Journey.emptyCase();
        Map<String, Long> before = Rows.counted();

        Call.put("/api/v1/cases/" + caseId + "/sections/health")
                .as(Account.OFFICER)
                .header("If-None-Match", "*")
                .json("{\"allergy\":[\"Penicillin\"]}")
                .send()
                .refused(403, "section-not-permitted");

        assertEquals(before, Rows.counted());
    }

    @Test
    default void refusesAnUnknownCategoryInThePath() {
        Call.put("/api/v1/cases/" + Journey.emptyCase() + "/sections/" + Markers.CODE)
                .as(Account.OFFICER)
                .header("If-None-Match", "*")
                .json("{}")
                .improper()
                .send()
                .refused(400, "invalid-request");
    }

    @Test
    default void refusesNumbersAndCursorsThatAreNone() {
        for (String query :
                new String[] {"limit=0", "limit=101", "limit=-1", "limit=x", "after=%21%21", "after=AAAA"}) {
            Call.get("/api/v1/cases?" + query)
                    .as(Account.OFFICER)
                    .improper()
                    .send()
                    .refused(400, "invalid-request");
        }
        Call.get("/api/v1/referrals?box=" + Markers.CODE)
                .as(Account.OFFICER)
                .improper()
                .send()
                .refused(400, "invalid-request");
        Call.get("/api/v1/referrals?box=sent&state=" + Markers.CODE)
                .as(Account.OFFICER)
                .improper()
                .send()
                .refused(400, "invalid-request");
    }

    @Test
    default void refusesAFilterThatIsMisspeltAndTellsWhichThereAre() {
        Reply refused = Call.get("/api/v1/referrals?box=inbox&" + Markers.CODE + "=offered")
                .as(Account.SHELTER)
                .improper()
                .send()
                .refused(400, "invalid-request");
        assertEquals(" unknown-member", refused.fault());
        assertEquals(
                "[\"after\",\"box\",\"limit\",\"sort\",\"state\",\"updatedSince\",\"urgency\"]",
                refused.json().at("/errors/0/allowed").toString());

        Reply twice = Call.get("/api/v1/referrals?box=inbox&state=offered&state=accepted")
                .as(Account.SHELTER)
                .improper()
                .send()
                .refused(400, "invalid-request");
        assertEquals("state duplicate-member", twice.fault());

        Reply unknown = Call.get("/api/v1/referrals?box=inbox&sort=" + Markers.CODE)
                .as(Account.SHELTER)
                .improper()
                .send()
                .refused(400, "invalid-request");
        assertEquals("sort not-in-list", unknown.fault());
        assertEquals("offeredAt", unknown.at("/errors/0/allowed/0"));
        Call.get("/api/v1/referrals/" + UUID.randomUUID() + "?" + Markers.CODE + "=1")
                .as(Account.SHELTER)
                .improper()
                .send()
                .refused(400, "invalid-request");
        Call.get("/api/v1/referrals?" + Markers.CODE + "=1").improper().send().refused(401, "unauthenticated");
    }

    @Test
    default void refusesToGoOnWithAPageOfAnotherQuestion() {
        Journey.offered();
        Journey.offered();
        String page = "/api/v1/referrals?box=inbox&limit=1&sort=urgency";
        String next = Call.get(page).as(Account.SHELTER).send().is(200).at("/next");

        Call.get(page + "&after=" + next).as(Account.SHELTER).send().is(200);
        for (String other : List.of("&state=offered", "&urgency=urgent,normal")) {
            Reply refused = Call.get(page + other + "&after=" + next)
                    .as(Account.SHELTER)
                    .send()
                    .refused(400, "invalid-request");
            assertEquals("after contradiction", refused.fault());
        }
        Call.get("/api/v1/referrals?box=inbox&limit=1&after=" + next)
                .as(Account.SHELTER)
                .send()
                .refused(400, "invalid-request");
    }

    private static void refusesConsentOf(String caseId, String body) {
        Call.post("/api/v1/cases/" + caseId + "/consents")
                .as(Account.OFFICER)
                .once()
                .json(body)
                .improper()
                .send()
                .refused(400, "invalid-request");
    }

    /** What was said wrongly of a consent leaves an entry at most. */
    private static Reply refusesConsent(String body) {
        Call call = Call.post("/api/v1/cases/" + Journey.emptyCase() + "/consents")
                .as(Account.OFFICER)
                .once();
        Map<String, Long> before = Rows.besideTheLog();
        Reply reply = call.json(body).improper().send();
        assertEquals(before, Rows.besideTheLog(), () -> "half-written: " + reply);
        return reply;
    }

    private static Reply refusesIdentity(String body) {
        return refuses(
                Call.put("/api/v1/cases/" + Journey.emptyCase() + "/sections/identity")
                        .as(Account.OFFICER)
                        .header("If-None-Match", "*"),
                body);
    }

    private static Reply refusesOffer(String body) {
        return refuses(
                Call.post("/api/v1/referrals").as(Account.OFFICER).once(), body.replace("%s", Journey.emptyCase()));
    }

    private static Reply refuses(Call call, String body) {
        Map<String, Long> before = Rows.counted();
        Reply reply = call.json(body).improper().send();
        assertEquals(before, Rows.counted(), () -> "half-written: " + reply);
        return reply;
    }
}
