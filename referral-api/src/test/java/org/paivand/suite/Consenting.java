package org.paivand.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Consents over HTTP: what is warned of, what is refused, what happens to them, and what each side sees of it. */
interface Consenting {

    @Test
    default void keepsAConsentThatCarriesNothingAndSaysWhyInTheCallersLanguage() {
        String caseId = Journey.filledCase();
        String taken = Journey.consentUntil(Instant.now().plus(60, ChronoUnit.DAYS), "service-request", "identity")
                .replace("\"written\"", "\"oral-phone\"");

        Reply kept = Call.post("/api/v1/cases/" + caseId + "/consents")
                .as(Account.OFFICER)
                .header("Accept-Language", "ru")
                .once()
                .json(taken)
                .send()
                .is(201);

        assertEquals("oral-phone-category", kept.at("/warnings/0/reasonCode"));
        assertEquals("identity", kept.at("/warnings/0/categories/0"));
        assertEquals("tj-shelter-north", kept.at("/warnings/0/recipient"));
        assertTrue(kept.at("/warnings/0/reason").matches(".*\\p{IsCyrillic}.*"), kept::text);
        assertEquals("", kept.at("/warnings/1/reasonCode"));
        assertEquals("given", kept.at("/state"));
    }

    @Test
    default void refusesWhatCantBeMeantAndLogsThat() {
        String plain = Journey.consent("identity");
        String soon = Instant.now()
                .plus(9, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        Map<String, String> refused = Map.of(
                "/notConditional not-in-list", plain.replace("\"notConditional\":true", "\"notConditional\":false"),
                "/witness contradiction",
                        plain.replace("\"form\"", "\"witness\":\"" + Account.OFFICER.agency() + "\",\"form\""),
                "/givenBy/until in-the-past",
                        plain.replace(
                                "{\"role\":\"subject\"}",
                                "{\"role\":\"guardian\",\"mandate\":\"parent\",\"until\":\"2020-01-01T00:00:00Z\"}"),
                "/givenBy contradiction",
                        plain.replace("{\"role\":\"subject\"}", "{\"role\":\"subject\",\"until\":\"" + soon + "\"}"),
                "/grants/0/recipient/listed/1 contradiction",
                        plain.replace(
                                "{\"agency\":\"tj-shelter-north\"}",
                                "{\"kind\":\"shelter\",\"jurisdiction\":\"TJ\","
                                        + "\"listed\":[\"tj-shelter-north\",\"tj-clinic-dushanbe\"]}"),
                "/grants/0/recipient/listed/0 contradiction",
                        plain.replace(
                                "{\"agency\":\"tj-shelter-north\"}",
                                "{\"kind\":\"shelter\",\"jurisdiction\":\"KZ\",\"listed\":[\"tj-shelter-north\"]}"),
                "/grants/0/recipient/agency not-in-list", plain.replace("tj-shelter-north", "tj-shelter-nowhere"),
                "/grants/0/categories too-few", plain.replace("[\"identity\"]", "[]"),
                "/grants too-few", plain.replaceAll("(?s)\"grants\":\\[.*", "\"grants\":[]}"));

        refused.forEach((fault, body) -> {
            Call call = Call.post("/api/v1/cases/" + Journey.filledCase() + "/consents")
                    .as(Account.OFFICER)
                    .once();
            Map<String, Long> before = Rows.besideTheLog();
            long entries = Rows.entries();

            assertEquals(
                    fault,
                    call.json(body)
                            .improper()
                            .send()
                            .refused(400, "invalid-request")
                            .fault());

            assertEquals(before, Rows.besideTheLog(), fault);
            assertEquals(entries + 1, Rows.entries(), fault);
        });
    }

    @Test
    default void takesNoDateOfAConsentSinceItCountsFromItsRecording() {
        Call.post("/api/v1/cases/" + Journey.filledCase() + "/consents")
                .as(Account.OFFICER)
                .once()
                .json(Journey.consent("identity").replace("\"form\"", "\"givenAt\":\"2099-01-01T00:00:00Z\",\"form\""))
                .improper()
                .send()
                .refused(400, "invalid-request");
    }

    @Test
    default void withdrawsAPartAndGivesItBackWhenThePersonUndoesIt() {
        Consented consented = Consented.now();
        consented.happens("withdrawals", "{\"grantIds\":[\"" + consented.grant() + "\"]}");
        assertEquals("consent-withdrawn", consented.reason("identity"));

        Reply restored = consented.happens("restorations", "{}");

        assertEquals("live", restored.at("/grants/0/status"));
        Journey.pulling(consented.referral(), Account.SHELTER, "identity")
                .send()
                .is(200);
        consented.refuses("restorations", "{}", 409, "conflict");
    }

    @Test
    default void narrowsAndNeverWidens() {
        Consented consented = Consented.now();
        String grant = "{\"grants\":[{\"grantId\":\"" + consented.grant() + "\",\"categories\":[%s]}]}";
        consented.refuses("narrowings", grant.formatted("\"health\""), 400, "invalid-request");

        Reply narrowed = consented.happens("narrowings", grant.formatted("\"service-request\",\"contact\""));

        assertEquals("2", narrowed.at("/version"));
        assertEquals("consent-superseded", consented.reason("identity"));
        assertEquals("", consented.reason("contact"));
    }

    @Test
    default void freezesReleasesWhenThePersonTellsTheRecipientThatTheyDidNotAgree() {
        Consented consented = Consented.now();

        Reply disputed = Call.post(Journey.path(consented.referral(), "first-contact"))
                .as(Account.SHELTER)
                .once()
                .json("{\"answer\":\"disputed\"}")
                .send()
                .is(201);

        assertEquals("disputed", disputed.at("/answer"));
        Journey.pulling(consented.referral(), Account.SHELTER, "identity")
                .send()
                .refused(403, "release-refused");
        assertEquals("no-grant", consented.reason("identity"));
        assertEquals(
                "disputed",
                Call.get("/api/v1/cases/" + consented.caseId() + "/consents")
                        .as(Account.OFFICER)
                        .send()
                        .is(200)
                        .at("/items/0/state"));
    }

    @Test
    default void showsTheOfficerWhyAndTheRecipientOnlyWhatItMayKnow() {
        Consented consented = Consented.now();
        consented.happens("dispute", "");

        Reply preview = Call.post("/api/v1/cases/" + consented.caseId() + "/previews")
                .as(Account.OFFICER)
                .json(
                        "{\"recipient\":\"tj-shelter-north\",\"purpose\":\"shelter-placement\",\"categories\":[\"identity\"]}")
                .send()
                .is(200);

        assertEquals("consent-disputed", preview.at("/decisions/0/reasonCode"));
        assertEquals("consent", preview.at("/decisions/0/rule"));
        assertEquals("no-grant", consented.reason("identity"));
        Reply permissions = consented.permissions();
        assertFalse(permissions.text().contains(consented.consentId()), permissions::text);
        assertFalse(permissions.text().contains("familyMustNotKnow"), permissions::text);
    }

    @Test
    default void previewsAnotherInstant() {
        Consented consented = Consented.now();
        String asked =
                "{\"recipient\":\"tj-shelter-north\",\"purpose\":\"shelter-placement\",\"categories\":[\"contact\"],\"asOf\":\"%s\"}";
        String past = Instant.now()
                .minus(1, ChronoUnit.HOURS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        String later = Instant.now()
                .plus(61, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        Call previewing =
                Call.post("/api/v1/cases/" + consented.caseId() + "/previews").as(Account.OFFICER);

        assertEquals(
                "no-consent",
                previewing.json(asked.formatted(past)).send().is(200).at("/decisions/0/reasonCode"));
        Reply ended = previewing.json(asked.formatted(later)).send().is(200);
        assertEquals("grant-expired", ended.at("/decisions/0/reasonCode"));
        assertEquals(later, ended.at("/asOf"));
    }

    @Test
    default void handsACaseOverOnlyWithTheConsentToThat() {
        String caseId = Journey.filledCase();
        String plain = Journey.consent(
                        caseId,
                        Journey.consent("service-request")
                                .replace("shelter-placement", "assistance")
                                .replace("tj-shelter-north", Account.PSYCHOSOCIAL.agency()))
                .is(201)
                .at("/consentId");
        String agreed =
                Journey.consent(caseId, Journey.consentToHandOver()).is(201).at("/consentId");

        Reply refused = Journey.handOver(caseId, plain).refused(400, "invalid-request");
        String handOver = Journey.handOver(caseId, agreed).is(201).at("/handOverId");
        Journey.handOver(caseId, agreed).refused(409, "conflict");
        String path = "/api/v1/hand-overs/" + handOver + "/acceptance";
        Call.post(path).as(Account.OTHER_OFFICER).send().refused(404, "not-found");
        Call.post(path).as(Account.OFFICER).send().refused(404, "not-found");
        Reply taken = Call.post(path).as(Account.PSYCHOSOCIAL).send().is(200);

        assertEquals("/consentId contradiction", refused.fault());
        assertEquals(caseId, taken.at("/caseId"));
        Call.get("/api/v1/cases/" + caseId).as(Account.OFFICER).send().refused(404, "not-found");
        assertEquals(
                "tj-police-dushanbe",
                Call.get("/api/v1/cases/" + caseId)
                        .as(Account.PSYCHOSOCIAL)
                        .send()
                        .is(200)
                        .at("/sections/0/contributedBy"));
        Call.post(path).as(Account.PSYCHOSOCIAL).send().refused(409, "illegal-transition");
    }

    @Test
    default void handsNothingOverOnAConsentThatWasTakenBack() {
        String caseId = Journey.filledCase();
        String agreed =
                Journey.consent(caseId, Journey.consentToHandOver()).is(201).at("/consentId");
        String handOver = Journey.handOver(caseId, agreed).is(201).at("/handOverId");
        Call.post("/api/v1/cases/" + caseId + "/consents/" + agreed + "/withdrawals")
                .as(Account.OFFICER)
                .once()
                .json("{}")
                .send()
                .is(201);

        Reply refused = Call.post("/api/v1/hand-overs/" + handOver + "/acceptance")
                .as(Account.PSYCHOSOCIAL)
                .send()
                .refused(403, "hand-over-refused");

        assertEquals("consent-withdrawn", refused.at("/withheld/0/reasonCode"));
        Call.get("/api/v1/cases/" + caseId).as(Account.OFFICER).send().is(200);
    }

    /** A consent of the officer's case, on which the shelter was accepted. */
    record Consented(String caseId, String consentId, String grant, String referral) {
        static Consented now() {
            String caseId = Journey.filledCase();
            Reply consent = Journey.consent(caseId, Journey.consent("service-request", "identity", "contact"))
                    .is(201);
            String referral = Journey.offering(caseId).send().is(201).at("/referralId");
            Call.post(Journey.path(referral, "acceptance"))
                    .as(Account.SHELTER)
                    .send()
                    .is(200);
            Call.post(Journey.path(referral, "assignments"))
                    .as(Account.SHELTER)
                    .json("{\"worker\":\"" + Account.SHELTER.user() + "\"}")
                    .send()
                    .is(200);
            return new Consented(caseId, consent.at("/consentId"), consent.at("/grants/0/grantId"), referral);
        }

        private Call call(String happening, String body) {
            Call call = Call.post("/api/v1/cases/" + caseId + "/consents/" + consentId + "/" + happening)
                    .as(Account.OFFICER)
                    .once();
            return body.isEmpty() ? call : call.json(body);
        }

        Reply happens(String happening, String body) {
            return call(happening, body).send().is(201);
        }

        void refuses(String happening, String body, int status, String code) {
            call(happening, body).send().refused(status, code);
        }

        Reply permissions() {
            return Call.get(Journey.path(referral, "releases"))
                    .as(Account.SHELTER)
                    .send()
                    .is(200);
        }

        /** Why the shelter may not see the category; empty if it may. */
        String reason(String category) {
            Reply permissions = permissions();
            for (int i = 0; i < 13; i++) {
                if (permissions.at("/decisions/" + i + "/category").equals(category)) {
                    return permissions.at("/decisions/" + i + "/reasonCode");
                }
            }
            throw new AssertionError(permissions.text());
        }
    }
}
