package org.paivand.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What agreements let flow between countries and agencies, and how overlapping ones bind. */
interface AgreementMatrix {
    String MATRIX = "/api/v1/agreements/matrix";

    @Test
    default void anybodySeesWhatMayFlowToACountryAndWhyTheRestMayNot() {
        Reply matrix =
                Call.get(MATRIX + "?from=TJ&to=KZ").as(Account.OFFICER).send().is(200);

        JsonNode contact = cell(matrix, "return", "contact");
        assertEquals("may-flow", contact.path("flow").asText());
        assertEquals("corridor-tj-kz", contact.at("/agreement/agreementId").asText());
        assertEquals(365, contact.path("retentionDays").asInt());
        assertEquals(
                "category-not-named",
                cell(matrix, "return", "experience").path("obstacle").asText());
        assertEquals(
                "purpose-not-named",
                cell(matrix, "prosecution", "contact").path("obstacle").asText());
        Reply none = Call.get(MATRIX + "?from=TJ&to=UZ&purpose=return")
                .as(Account.AUDITOR)
                .send()
                .is(200);
        assertEquals(1, none.json().path("rows").size());
        assertEquals(
                "no-agreement", cell(none, "return", "contact").path("obstacle").asText());
    }

    @Test
    default void aQuestionOfNobodyOrOfOneAndTheSameIsRefusedByItsParameter() {
        assertEquals("to required", fault("?from=TJ"));
        assertEquals("from required", fault(""));
        assertEquals("from not-in-list", fault("?from=AQ&to=KZ"));
        assertEquals("to not-in-list", fault("?from=TJ&to=Kazakhstan"));
        assertEquals("from contradiction", fault("?from=TJ&toAgency=kz-ngo-support"));
        assertEquals("toAgency required", fault("?fromAgency=kz-ngo-support"));
        assertEquals("toAgency not-in-list", fault("?fromAgency=kz-ngo-support&toAgency=nobody"));
        assertEquals("toAgency contradiction", fault("?fromAgency=kz-ngo-support&toAgency=kz-ngo-support"));
        assertEquals("purpose not-in-list", fault("?from=TJ&to=KZ&purpose=revenge"));
        assertEquals("asOf bad-pattern", fault("?from=TJ&to=KZ&asOf=yesterday"));
        Call.get(MATRIX + "?from=TJ&to=KZ").send().refused(401, "unauthenticated");
    }

    /** All of it in a year that no other chapter reaches. */
    @Test
    default void anAgreementOfTwoNarrowsThatOfTheirCountriesAndNeverWidensIt() {
        confirmed("wide-2240", "{\"countries\":[\"KZ\",\"TJ\"]}", "[\"contact\",\"travel\"]", 365, "");
        String both = "?fromAgency=tj-shelter-north&toAgency=kz-ngo-support&purpose=return&asOf=2240-06-01T00:00:00Z";
        Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        assertEquals("wide-2240", binding(both, "contact"));

        confirmed(
                "close-2240",
                "{\"agencies\":[\"kz-ngo-support\",\"tj-shelter-north\"]}",
                "[\"contact\",\"health\"]",
                30,
                ",\"ceilings\":[{\"purpose\":\"return\",\"categories\":[\"contact\"]}],\"recipientKinds\":[\"ngo\"],"
                        + "\"handling\":{\"evidenceUse\":\"ask\",\"immigrationUse\":\"never\"}");

        Reply narrowed = Call.get(MATRIX + both).as(Account.SHELTER).send().is(200);
        assertEquals("close-2240", binding(both, "contact"));
        assertEquals(
                30, cell(narrowed, "return", "contact").path("retentionDays").asInt());
        assertEquals(
                "category-not-named",
                cell(narrowed, "return", "travel").path("obstacle").asText());
        assertEquals(
                "category-above-ceiling",
                cell(narrowed, "return", "health").path("obstacle").asText());
        Reply back = Call.get(MATRIX + "?fromAgency=kz-ngo-support&toAgency=tj-shelter-north&purpose=return"
                        + "&asOf=2240-06-01T00:00:00Z")
                .as(Account.SHELTER)
                .send()
                .is(200);
        assertEquals(
                "recipient-kind-not-named",
                cell(back, "return", "contact").path("obstacle").asText());
        Reply countries = Call.get(MATRIX + "?from=TJ&to=KZ&purpose=return&asOf=2240-06-01T00:00:00Z")
                .as(Account.SHELTER)
                .send()
                .is(200);
        assertEquals(
                "close-2240",
                cell(countries, "return", "contact")
                        .at("/exceptions/0/agreementId")
                        .asText());
        assertTrue(listed("").contains("close-2240"));
        assertTrue(!listed("&asOf=" + before).contains("close-2240"));
        assertEquals(
                "asOf in-the-future",
                Call.get("/api/v1/agreements?asOf=2240-06-01T00:00:00Z")
                        .as(Account.SHELTER)
                        .send()
                        .refused(400, "invalid-request")
                        .fault());
    }

    @Test
    default void twoThatSayDifferentThingsOfTheSamePartiesAreRefused() {
        confirmed("first-2241", "{\"countries\":[\"KZ\",\"TJ\"]}", "[\"contact\"]", 365, "");

        assertEquals(
                "/parties contradiction",
                proposing("other-2241", "{\"countries\":[\"KZ\",\"TJ\"]}", "[\"contact\"]", 364, "")
                        .send()
                        .refused(400, "invalid-request")
                        .fault());
        assertEquals(
                "/recipientKinds not-in-list",
                proposing(
                                "other-2241",
                                "{\"countries\":[\"KZ\",\"TJ\"]}",
                                "[\"contact\"]",
                                365,
                                ",\"recipientKinds\":[\"asylum\"]")
                        .send()
                        .refused(400, "invalid-request")
                        .fault());
    }

    private static Call proposing(String id, String parties, String categories, int days, String more) {
        String year = id.substring(id.length() - 4);
        return Call.post("/api/v1/agreements").as(Account.REGISTRAR).once().json("""
                    {"agreementId":"%s","parties":%s,"purposes":["return"],"categories":%s,
                     "validFrom":"%s-01-01T00:00:00Z","validUntil":"%s-12-31T00:00:00Z",
                     "onwardAllowed":false,"retentionDays":%d,"lawReference":"Example"%s}""".formatted(
                        id, parties, categories, year, year, days, more));
    }

    private static void confirmed(String id, String parties, String categories, int days, String more) {
        String approval =
                proposing(id, parties, categories, days, more).send().is(202).at("/approvalId");
        Call.post("/api/v1/approvals/" + approval + "/confirmation")
                .as(Account.OTHER_REGISTRAR)
                .send()
                .is(200);
    }

    private static String binding(String query, String category) {
        return cell(Call.get(MATRIX + query).as(Account.SHELTER).send().is(200), "return", category)
                .at("/agreement/agreementId")
                .asText();
    }

    private static String listed(String query) {
        return Call.get("/api/v1/agreements?limit=100" + query)
                .as(Account.SHELTER)
                .send()
                .is(200)
                .text();
    }

    private static String fault(String query) {
        return Call.get(MATRIX + query)
                .as(Account.OFFICER)
                .improper()
                .send()
                .refused(400, "invalid-request")
                .fault();
    }

    private static JsonNode cell(Reply matrix, String purpose, String category) {
        return StreamSupport.stream(matrix.json().path("rows").spliterator(), false)
                .filter(row -> row.path("purpose").asText().equals(purpose))
                .flatMap(row -> StreamSupport.stream(row.path("cells").spliterator(), false))
                .filter(cell -> cell.path("category").asText().equals(category))
                .findFirst()
                .orElseThrow();
    }
}
