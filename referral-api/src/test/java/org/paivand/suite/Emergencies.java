package org.paivand.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Breaking the glass, alerts, reviews and court orders, over HTTP. */
interface Emergencies {
    String WORDS = "Found unconscious: " + Markers.RUN + "words";

    /** Reviews what earlier chapters left, so that one person alone may break the glass again. */
    static void settle() {
        Reply due = Call.get("/api/v1/reviews?limit=100")
                .as(Account.REVIEWER)
                .send()
                .is(200);
        for (JsonNode row : due.json().path("items")) {
            judged(row.path("emergencyId").asText(), "justified").is(200);
        }
    }

    static Reply judged(String emergency, String finding) {
        return Call.post("/api/v1/reviews/" + emergency + "/verdict")
                .as(Account.REVIEWER)
                .json("{\"finding\":\"" + finding + "\"}")
                .send();
    }

    static Call breaking(String caseId) {
        return Call.post("/api/v1/cases/" + caseId + "/break-glass").once().json(emergency());
    }

    static String emergency() {
        return """
            {"recipient":"tj-clinic-dushanbe","worker":"w-duty-doctor","purpose":"medical-care",
             "reason":"medical-emergency","words":"%s","minutes":60}""".formatted(WORDS);
    }

    /** An emergency that one person opened. */
    static String broken() {
        settle();
        Reply broken = breaking(Journey.filledCase())
                .as(Account.EMERGENCY_OFFICER)
                .send()
                .is(201);
        return id(broken);
    }

    static String id(Reply created) {
        String location = created.header("Location");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** An emergency that waits for its second person. */
    static String asked(String caseId) {
        return Call.post("/api/v1/cases/" + caseId + "/break-glass/with-second-person")
                .as(Account.EMERGENCY_OFFICER)
                .once()
                .json(emergency())
                .send()
                .is(202)
                .at("/emergencyId");
    }

    static Reply courtOrder(String caseId, String court, String recipient) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return Call.post("/api/v1/cases/" + caseId + "/court-orders")
                .as(Account.OFFICER)
                .once()
                .json("""
                    {"court":"%s","recipient":"%s","categories":["identity"],"personTold":true,
                     "documentSha256":"2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae",
                     "orderedAt":"%s","notAfter":"%s"}""".formatted(court, recipient, now.minus(1, ChronoUnit.DAYS), now.plus(9, ChronoUnit.DAYS)))
                .send();
    }

    @Test
    default void releasesTheMinimumSetAtOnceAndAlerts() {
        settle();

        Reply broken = breaking(Journey.filledCase())
                .as(Account.EMERGENCY_OFFICER)
                .send()
                .is(201);

        assertEquals("break-glass", broken.at("/entry/type"));
        assertTrue(broken.json().path("sections").has("contact"));
        assertFalse(broken.json().path("sections").has("identity"));
        for (Account told : List.of(Account.AUDITOR, Account.OFFICER)) {
            Reply alerts = Call.get("/api/v1/alerts").as(told).send().is(200);
            assertEquals(id(broken), alerts.at("/items/0/emergencyId"));
            assertEquals("break-glass", alerts.at("/items/0/kind"));
            assertFalse(alerts.text().contains(Markers.RUN));
        }
        assertEquals(
                "true",
                Call.get("/api/v1/audit/entries/" + broken.at("/entry/eventId") + "/replay")
                        .as(Account.AUDITOR)
                        .send()
                        .is(200)
                        .at("/equal"));
    }

    @Test
    default void refusesEachRoleWithoutItAndLeavesAnEntry() {
        String caseId = Journey.filledCase();

        for (Account without :
                List.of(Account.OFFICER, Account.SHELTER, Account.AUDITOR, Account.REVIEWER, Account.REGISTRAR)) {
            Reply refused = breaking(caseId).as(without).send().refused(403, "forbidden");

            assertTrue(
                    Call.get("/api/v1/audit/entries?type=denial&limit=100")
                            .as(Account.AUDITOR)
                            .send()
                            .text()
                            .contains(refused.header("Paivand-Exchange")),
                    without::user);
        }
    }

    @Test
    default void refusesRolesThatOnePersonMayNotHold() {
        String caseId = Journey.emptyCase();
        for (Account both : List.of(
                Account.of("tj-data-protection", "both", "reviewer", "emergency-officer"),
                Account.of("tj-data-protection", "both", "reviewer", "auditor"),
                new Account(
                        "tj-police-dushanbe",
                        "program",
                        List.of("emergency-officer", "machine"),
                        Optional.of("w-program")))) {
            breaking(caseId).as(both).send().refused(403, "conflicting-roles");
        }
    }

    @Test
    default void takesASecondPersonWithAnAccountOfTheirOwnWhileOneIsUnreviewed() {
        broken();
        String caseId = Journey.filledCase();
        breaking(caseId).as(Account.EMERGENCY_OFFICER).send().refused(409, "second-person-required");
        String asked = asked(caseId);
        Call confirm = Call.post("/api/v1/emergencies/" + asked + "/confirmation");
        Call pull = Call.post("/api/v1/emergencies/" + asked + "/releases").once();

        pull.as(Account.EMERGENCY_OFFICER).send().refused(409, "second-person-required");
        confirm.as(Account.EMERGENCY_OFFICER).send().refused(403, "own-change");
        confirm.as(Account.OFFICER).send().refused(403, "forbidden");
        assertEquals(
                "open",
                confirm.as(Account.SECOND_EMERGENCY_OFFICER).send().is(200).at("/state"));

        pull.once().as(Account.EMERGENCY_OFFICER).send().is(200);
        assertEquals(
                "break-glass-unreviewed",
                Call.get("/api/v1/alerts").as(Account.AUDITOR).send().is(200).at("/items/0/kind"));
    }

    @Test
    default void isReviewedByAnotherAgencyAloneAndTheWordsAreReadThere() {
        String emergency = broken();
        for (String agency : List.of("tj-police-dushanbe", "tj-clinic-dushanbe")) {
            Account own = Account.of(agency, "own-reviewer", "reviewer");
            Call.get("/api/v1/reviews/" + emergency).as(own).send().refused(404, "not-found");
            assertFalse(
                    Call.get("/api/v1/reviews").as(own).send().is(200).text().contains(emergency));
        }
        Call.get("/api/v1/reviews/" + emergency)
                .as(Account.EMERGENCY_OFFICER)
                .send()
                .refused(403, "forbidden");

        Reply reasons = Call.get("/api/v1/reviews/" + emergency)
                .as(Account.REVIEWER)
                .send()
                .is(200);

        assertEquals(WORDS, reasons.at("/words"));
        assertEquals("done", judged(emergency, "justified").is(200).at("/state"));
        judged(emergency, "unjustified").refused(409, "conflict");
        Call.get("/api/v1/reviews/overdue").as(Account.COMMISSION).send().is(200);
    }

    @Test
    default void countsOpenReviewsForWhoeverWatchesTheNode() {
        settle();
        assertTrue(metrics().matches("(?s).*paivand_reviews_open(\\{[^}]*})? 0(\\.0)?\\s.*"), this::metrics);

        broken();

        assertTrue(metrics().matches("(?s).*paivand_reviews_open(\\{[^}]*})? 1(\\.0)?\\s.*"), this::metrics);
        assertTrue(metrics().contains("paivand_reviews_overdue"));
    }

    private String metrics() {
        return Call.get("/metrics").send().is(200).text();
    }

    @Test
    default void refusesBadWordsWithoutRepeatingThem() {
        String caseId = Journey.emptyCase();
        for (String words : List.of("short", Markers.RUN.repeat(80), Markers.RUN + "\\u0000 and more")) {
            Reply refused = Call.post("/api/v1/cases/" + caseId + "/break-glass")
                    .once()
                    .as(Account.EMERGENCY_OFFICER)
                    .json(emergency().replace(WORDS, words))
                    .improper()
                    .send()
                    .refused(400, "invalid-request");

            assertEquals("/words bad-pattern", refused.fault());
            assertFalse(refused.text().contains(Markers.RUN));
        }
    }

    @Test
    default void refusesACourtOrderThatCanNeverHold() {
        String caseId = Journey.emptyCase();

        assertEquals(
                "court-order-foreign",
                courtOrder(caseId, "KZ", "tj-prosecutor-general")
                        .refused(422, "court-order-refused")
                        .at("/withheld/0/reasonCode"));
        assertEquals(
                "court-order-not-recorded-by-holder",
                courtOrder(caseId, "TJ", "tj-police-dushanbe")
                        .refused(422, "court-order-refused")
                        .at("/withheld/0/reasonCode"));
    }

    @Test
    default void showsNoPersonalValueInAnyListOfEmergencies() {
        for (String list : List.of("alerts", "reviews/overdue")) {
            String page = Call.get("/api/v1/" + list)
                    .as(Account.AUDITOR)
                    .send()
                    .is(200)
                    .text();

            assertFalse(page.contains(Markers.RUN), list);
        }
    }
}
