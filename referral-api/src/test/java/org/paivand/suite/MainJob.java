package org.paivand.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One referral from the police to a shelter, and what the auditor sees of it. */
interface MainJob {

    @Test
    default void carriesAReferralFromPoliceToShelter() {
        String caseId = Journey.filledCase();
        Reply consented = Journey.consent(caseId, Journey.consent("service-request", "identity", "contact"))
                .is(201);
        Reply preview = Call.post("/api/v1/cases/" + caseId + "/previews")
                .as(Account.OFFICER)
                .json("""
                        {"recipient":"tj-shelter-north","purpose":"shelter-placement",
                         "categories":["service-request","identity","contact","health"]}""")
                .send()
                .is(200);
        assertEquals(List.of("permit", "permit", "permit", "withhold"), texts(preview.json(), "outcome"));

        String referral = Journey.offering(caseId).send().is(201).at("/referralId");
        Reply inbox = Call.get("/api/v1/referrals?box=inbox&limit=1")
                .as(Account.SHELTER)
                .send()
                .is(200);
        assertEquals(referral, inbox.at("/items/0/referralId"));

        Reply stage1 = Journey.pulling(referral, Account.SHELTER, "service-request")
                .send()
                .is(200);
        assertEquals(List.of("service-request"), names(stage1.json().at("/sections")));
        assertEquals("urgent", stage1.at("/sections/service-request/urgency"));
        Journey.pulling(referral, Account.SHELTER, "identity").send().refused(403, "release-refused");

        Call.post(Journey.path(referral, "acceptance"))
                .as(Account.SHELTER)
                .send()
                .is(200);
        Call.post(Journey.path(referral, "assignments"))
                .as(Account.SHELTER)
                .json("{\"worker\":\"w-anora\"}")
                .send()
                .is(200);
        Reply pulled = Journey.pulling(referral, Account.system("w-anora"), "identity", "contact", "health")
                .send()
                .is(200);
        assertEquals(List.of("contact", "identity"), names(pulled.json().at("/sections")));
        assertEquals(Markers.GIVEN_NAME, pulled.at("/sections/identity/givenName/value"));
        assertEquals("health", pulled.at("/withheld/0/category"));
        Journey.pulling(referral, Account.COLLEAGUE, "identity").send().refused(403, "release-refused");

        Call.post("/api/v1/cases/" + caseId + "/consents/" + consented.at("/consentId") + "/withdrawals")
                .as(Account.OFFICER)
                .once()
                .json("{}")
                .send()
                .is(201);
        Reply after =
                Journey.pulling(referral, Account.system("w-anora"), "identity").send();
        after.refused(403, "release-refused");
        assertFalse(after.at("/withheld/0/reasonCode").isEmpty());

        Reply entry = entry(pulled.at("/entry/eventId"));
        assertEquals("tj-shelter-north", entry.at("/event/recipient/agency"));
        assertEquals("w-anora", entry.at("/event/recipient/worker"));
        assertEquals("tj-police-dushanbe", entry.at("/event/discloser/agency"));
        assertEquals("consent", entry.at("/event/released/0/basis/type"));
        assertEquals("shelter-placement", entry.at("/event/purpose"));
    }

    @Test
    default void showsTheAuditorEveryStepAndNoValue() {
        String referral = Journey.accepted();
        String pulled = Journey.pulling(referral, Account.SHELTER, "identity")
                .send()
                .is(200)
                .at("/entry/eventId");
        Reply denied =
                Journey.pulling(referral, Account.COLLEAGUE, "identity").send().refused(403, "release-refused");

        Reply released = Call.get("/api/v1/audit/entries?outcome=released&recipient=tj-shelter-north&limit=100")
                .as(Account.AUDITOR)
                .send()
                .is(200);
        Reply denials = Call.get("/api/v1/audit/entries?type=denial&recipient=tj-shelter-north&limit=100")
                .as(Account.AUDITOR)
                .send()
                .is(200);

        assertTrue(released.text().contains(pulled));
        assertTrue(denials.text().contains(denied.header("Paivand-Exchange")));
        assertFalse(released.text().contains(Markers.RUN));
    }

    @Test
    default void namesInTheEntryExactlyThePointersThatWereReleased() {
        String referral = Journey.accepted();

        Reply pulled = Journey.pulling(referral, Account.SHELTER, "identity", "contact")
                .send()
                .is(200);

        JsonNode released = entry(pulled.at("/entry/eventId")).json().at("/event/released");
        assertEquals(2, released.size());
        for (JsonNode category : released) {
            List<String> logged = new ArrayList<>();
            category.path("paths").forEach(path -> logged.add(path.asText()));
            List<String> sent = new ArrayList<>();
            leaves(
                    "",
                    pulled.json()
                            .path("sections")
                            .path(category.path("category").asText()),
                    sent);
            sent.sort(null);
            assertEquals(sent, logged);
        }
    }

    @Test
    default void handsTheAuditorABundleOfTheDay() {
        Journey.accepted();

        Reply bundle = Call.post("/api/v1/audit/bundles")
                .as(Account.AUDITOR)
                .json("{\"from\":\"2026-01-01T00:00:00Z\",\"to\":\"2036-01-01T00:00:00Z\"}")
                .send()
                .is(200);

        assertEquals("application/zip", bundle.header("Content-Type"));
        assertEquals("PK", bundle.text().substring(0, 2));
    }

    @Test
    default void handsTheAuditorTheDayInEachFormat() {
        String referral = Journey.accepted();
        String pulled = Journey.pulling(referral, Account.SHELTER, "identity")
                .send()
                .is(200)
                .at("/entry/eventId");

        for (String format : List.of("fhir", "csv", "jsonl", "syslog")) {
            Reply export = Call.post("/api/v1/audit/exports")
                    .as(Account.AUDITOR)
                    .json("{\"format\":\"" + format
                            + "\",\"from\":\"2026-01-01T00:00:00Z\",\"to\":\"2036-01-01T00:00:00Z\"}")
                    .send()
                    .is(200);
            assertTrue(export.text().contains(pulled), format);
            assertFalse(export.text().contains(Markers.RUN), format);
            assertTrue(export.header("Content-Disposition").startsWith("attachment; filename=\"disclosure-log."));
        }
        Call.post("/api/v1/audit/exports")
                .as(Account.OFFICER)
                .json("{\"format\":\"csv\",\"from\":\"2026-01-01T00:00:00Z\",\"to\":\"2036-01-01T00:00:00Z\"}")
                .send()
                .refused(403, "forbidden");
    }

    @Test
    default void neverTellsTheSenderThatSomebodyArrived() {
        String referral = Journey.accepted();
        Call.post(Journey.path(referral, "progress"))
                .as(Account.SHELTER)
                .json("{\"step\":\"arrived\"}")
                .send()
                .is(200);
        Call.post(Journey.path(referral, "completion"))
                .as(Account.SHELTER)
                .json("{\"outcomeCode\":\"needs-met\",\"servicesDelivered\":[\"shelter\"]}")
                .send()
                .is(200);

        Reply sender = Call.get("/api/v1/referrals/" + referral)
                .as(Account.OFFICER)
                .send()
                .is(200);

        assertEquals("closed", sender.at("/state"));
        for (String hidden : List.of("step", "outcomeCode", "servicesDelivered", "workers", "caseReference")) {
            assertFalse(sender.json().has(hidden), hidden);
        }
    }

    static Reply entry(String eventId) {
        return Call.get("/api/v1/audit/entries/" + eventId)
                .as(Account.AUDITOR)
                .send()
                .is(200);
    }

    private static List<String> texts(JsonNode preview, String member) {
        return preview.path("decisions").findValuesAsText(member);
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        names.sort(null);
        return names;
    }

    /** Every value's pointer; an array of plain values is one value. Written again here, and not taken from the application. */
    static void leaves(String pointer, JsonNode node, List<String> found) {
        if (node.isObject()) {
            node.fieldNames().forEachRemaining(name -> leaves(pointer + "/" + name, node.path(name), found));
        } else if (node.isArray() && node.path(0).isContainerNode()) {
            for (int i = 0; i < node.size(); i++) {
                leaves(pointer + "/" + i, node.path(i), found);
            }
        } else {
            found.add(pointer);
        }
    }
}
