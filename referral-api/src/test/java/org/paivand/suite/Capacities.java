package org.paivand.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** Places of services and the stage-0 query, over HTTP; of a service that no other chapter refers to. */
interface Capacities {
    Account COUNSELLOR = Account.of("tj-ngo-psychosocial", "counsellor", "provider");
    String SERVICE = "employment-help";
    String PATH = "/api/v1/services/" + SERVICE + "/capacity";

    @Test
    default void tellsOthersABandAndTheAgencyItsNumbers() {
        Reply stated = state(said(2, 8)).is(200);

        assertEquals(2, stated.json().at("/numbers/available").asInt());
        assertEquals("few", stated.at("/band"));
        Reply seen = Call.get(PATH).as(Account.OFFICER).send().is(200);
        assertEquals("few", seen.at("/band"));
        assertTrue(seen.json().path("fresh").asBoolean());
        assertTrue(seen.json().path("numbers").isMissingNode());
        assertEquals("", seen.header("ETag"));
        state(said(5, 8)).is(200);
        assertEquals("some", Call.get(PATH).as(Account.OFFICER).send().is(200).at("/band"));
    }

    @Test
    default void refusesStatementsThatAreNotItsOwnOrOverNothingSeen() {
        String tag = state(said(2, 8)).is(200).header("ETag");

        putting(said(1, 8)).as(COUNSELLOR).improper().send().refused(428, "precondition-required");
        putting(said(1, 8)).as(COUNSELLOR).header("If-None-Match", "*").send().refused(412, "stale-version");
        putting(said(1, 8)).as(COUNSELLOR).header("If-Match", "\"9999\"").send().refused(412, "stale-version");
        putting(said(1, 8)).as(Account.SHELTER).header("If-Match", tag).send().refused(403, "forbidden");
        putting(said(1, 8)).as(Account.OFFICER).header("If-Match", tag).send().refused(403, "forbidden");
        Call.get(PATH).as(Account.AUDITOR).send().refused(403, "forbidden");
        Call.get("/api/v1/services/nowhere-at-all/capacity")
                .as(Account.OFFICER)
                .send()
                .refused(404, "not-found");
        assertEquals("/available out-of-range", fault(said(9, 8), tag));
        assertEquals("/available out-of-range", fault(said(-1, 8), tag));
        assertEquals("/maximum out-of-range", fault(said(1, 10_001), tag));
        assertEquals("/waitlist not-in-list", fault(said(1, 8).replace("open", "perhaps"), tag));
        assertEquals("/freshFor out-of-range", fault(said(1, 8).replace("PT12H", "P8D"), tag));
        assertEquals("/freshFor bad-pattern", fault(said(1, 8).replace("PT12H", "PT90M"), tag));
        assertEquals(" unknown-member", fault(said(1, 8).replace("\"maximum\"", "\"minimum\":1,\"maximum\""), tag));
    }

    @Test
    default void findsTheShelterForAWomanWithAChildAtNightAndSaysWhyNotTheOthers() {
        Reply found = search(Account.OFFICER, query()).is(200);

        JsonNode first = found.json().at("/items/0");
        assertEquals("north-placement", first.path("serviceId").asText());
        assertTrue(first.path("fits").asBoolean());
        assertTrue(first.at("/allowance/allowed").asBoolean());
        assertTrue(codes(found, "south-placement").contains("age-group"));
        assertEquals("", codes(found, "north-placement"));
        assertFalse(found.text().contains("addressLines"));
        assertFalse(found.text().contains("maximum"));
    }

    @Test
    default void saysTheReasonsInTheLanguageAskedFor() {
        String russian = Call.post("/api/v1/service-searches")
                .as(Account.OFFICER)
                .header("Accept-Language", "ru")
                .json(query().replace("adult", "child"))
                .send()
                .is(200)
                .text();

        assertTrue(russian.contains("возрастной"), russian);
    }

    @Test
    default void refusesQueriesThatContradictThemselvesAndWhoMayNotAsk() {
        search(Account.SHELTER, query()).is(200);
        search(Account.CHILD_PROTECTION, query()).is(200);
        search(Account.COMMISSION, query()).is(200);
        search(Account.AUDITOR, query()).refused(403, "forbidden");
        search(Account.REVIEWER, query()).refused(403, "forbidden");
        assertEquals("/country required", unanswered(query().replace("\"region\":\"TJ-SU\",", "")));
        assertEquals(
                "/region contradiction", unanswered(query().replace("\"region\"", "\"country\":\"KZ\",\"region\"")));
        assertEquals("/serviceTypes too-few", unanswered(query().replace("[\"shelter\"]", "[]")));
        assertEquals("/serviceTypes/0 not-in-list", unanswered(query().replace("[\"shelter\"]", "[\"bed\"]")));
        assertEquals("/ageGroup not-in-list", unanswered(query().replace("adult", "old")));
        assertEquals(
                "/arrivalWindow/until contradiction",
                unanswered(query().replace("2027-01-01T23:00:00Z", "2027-01-01T20:00:00Z")));
        assertEquals(
                " unknown-member",
                unanswered(query().replace("{\"serviceTypes\"", "{\"name\":\"x\",\"serviceTypes\"")));
    }

    private static String unanswered(String query) {
        return Call.post("/api/v1/service-searches")
                .as(Account.OFFICER)
                .json(query)
                .improper()
                .send()
                .refused(400, "invalid-request")
                .fault();
    }

    private static Reply search(Account by, String query) {
        return Call.post("/api/v1/service-searches").as(by).json(query).send();
    }

    private static String query() {
        return """
            {"serviceTypes":["shelter"],"region":"TJ-SU","ageGroup":"adult","sexForPlacement":"female",
             "languages":["tg"],"accompanyingChildren":"one","purpose":"shelter-placement",
             "arrivalWindow":{"from":"2027-01-01T20:00:00Z","until":"2027-01-01T23:00:00Z"}}""";
    }

    private static String codes(Reply found, String serviceId) {
        StringBuilder codes = new StringBuilder();
        for (JsonNode item : found.json().path("items")) {
            if (item.path("serviceId").asText().equals(serviceId)) {
                item.path("reasons")
                        .forEach(reason ->
                                codes.append(reason.path("code").asText()).append(' '));
            }
        }
        return codes.toString();
    }

    private static String said(int available, int maximum) {
        return "{\"available\":" + available + ",\"maximum\":" + maximum
                + ",\"waitlist\":\"open\",\"additionalAssessmentRequired\":false,\"freshFor\":\"PT12H\"}";
    }

    private static String fault(String body, String tag) {
        return putting(body)
                .as(COUNSELLOR)
                .header("If-Match", tag)
                .improper()
                .send()
                .refused(400, "invalid-request")
                .fault();
    }

    private static Call putting(String body) {
        return Call.put(PATH).json(body);
    }

    /** Over whatever was said before. */
    static Reply state(String body) {
        String tag = Call.get(PATH).as(COUNSELLOR).send().is(200).header("ETag");
        return putting(body)
                .as(COUNSELLOR)
                .header(tag.isEmpty() ? "If-None-Match" : "If-Match", tag.isEmpty() ? "*" : tag)
                .send();
    }

    /** The tag of what is stated, which something is by then. */
    static String stated() {
        return state(said(2, 8)).is(200).header("ETag");
    }
}
