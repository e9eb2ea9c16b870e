package org.paivand.suite;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A case on its way from the police to a shelter, as far as a test wants it. */
final class Journey {
    static final String SERVICE_REQUEST = """
            {"ageGroup":"adult","language":"tg","interpreterNeeded":false,"accompanyingChildren":"one",
             "sexForPlacement":"female","riskLevel":"high","safetyFlags":["confidential-address-required"],
             "contactProhibited":false,"familyMustNotKnow":true}""";
    static final String IDENTITY = """
            {"givenName":{"value":"%s","status":"verified"},"familyName":{"value":"%s","status":"claimed"},
             "birthDate":{"value":"1998-04","precision":"month","status":"claimed"},"aliases":["%s"]}""".formatted(Markers.GIVEN_NAME, Markers.FAMILY_NAME, Markers.RUN);
    static final String CONTACT = """
            {"channel":"whatsapp","value":"%s","safeHours":[{"days":["mon"],"from":"10:00","to":"12:30"}],
             "timeZone":"Asia/Dushanbe","safeToWrite":false,"leaveNoMessage":true,"codeWordSet":true}""".formatted(Markers.CONTACT);

    private Journey() {}

    /** A case of the officer's with service request, identity and contact; returns its id. */
    static String filledCase() {
        String id = emptyCase();
        write(id, "service-request", SERVICE_REQUEST);
        write(id, "identity", IDENTITY);
        write(id, "contact", CONTACT);
        return id;
    }

    static String emptyCase() {
        return Call.post("/api/v1/cases")
                .as(Account.OFFICER)
                .once()
                .json("{}")
                .send()
                .is(201)
                .at("/caseId");
    }

    static Reply write(String caseId, String category, String section) {
        return Call.put("/api/v1/cases/" + caseId + "/sections/" + category)
                .as(Account.OFFICER)
                .header("If-None-Match", "*")
                .json(section)
                .send()
                .is(204);
    }

    static Reply consent(String caseId, String body) {
        return Call.post("/api/v1/cases/" + caseId + "/consents")
                .as(Account.OFFICER)
                .once()
                .json(body)
                .send();
    }

    /** Consent of an adult, in writing, for the northern shelter. */
    static String consent(String... categories) {
        return consentUntil(Instant.now().plus(60, ChronoUnit.DAYS), categories);
    }

    static String consentUntil(Instant end, String... categories) {
        return """
            {"notice":{"id":"notice-referral","version":1,
               "sha256":"08d37e76b8cd6f30c15435e85bfdb5a5a5d85da46704437e342ec0b1a8cef836","language":"tg"},
             "form":"written","spokenAlone":true,"inCustody":false,"capacityConcern":false,
             "evidenceSha256":"2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae",
             "givenBy":{"role":"subject"},"withdrawalMethod":"any-agency","notConditional":true,
             "grants":[{"effect":"permit","purpose":"shelter-placement","categories":["%s"],
               "recipient":{"agency":"tj-shelter-north"},"actions":["share"],"notAfter":"%s","safetyCritical":false}]}""".formatted(String.join("\",\"", categories), end.truncatedTo(ChronoUnit.SECONDS));
    }

    /** The person agrees that the NGO take the case over. */
    static String consentToHandOver() {
        return consent("service-request")
                .replace("notice-referral", "notice-hand-over")
                .replaceAll("\"version\":[0-9]+", "\"version\":1")
                .replaceAll("\"sha256\":\"[0-9a-f]{64}\"", "\"sha256\":\"72141daa01f74cc1e9e4e4958971193e6f34190920c5ffe8c57673157b1fdd4a\"")
                .replace("shelter-placement", "assistance")
                .replace("tj-shelter-north", Account.PSYCHOSOCIAL.agency());
    }

    static Reply handOver(String caseId, String consentId) {
        return Call.post("/api/v1/cases/" + caseId + "/hand-overs")
                .as(Account.OFFICER)
                .once()
                .json("{\"to\":\"tj-ngo-psychosocial\",\"purpose\":\"assistance\",\"consentId\":\"" + consentId + "\"}")
                .send();
    }

    static Call offering(String caseId) {
        return Call.post("/api/v1/referrals").as(Account.OFFICER).once().json(offer(caseId));
    }

    static String offer(String caseId) {
        return """
            {"caseId":"%s","recipient":"tj-shelter-north","purpose":"shelter-placement","urgency":"urgent",
             "servicesRequested":["shelter","psychological"]}""".formatted(caseId);
    }

    /** A referral offered to the shelter on a filled case, with consent for service request, identity and contact. */
    static String offered() {
        String caseId = filledCase();
        consent(caseId, consent("service-request", "identity", "contact")).is(201);
        return offering(caseId).send().is(201).at("/referralId");
    }

    /** The same, accepted, and its worker assigned. */
    static String accepted() {
        String referral = offered();
        Call.post(path(referral, "acceptance")).as(Account.SHELTER).send().is(200);
        Call.post(path(referral, "assignments"))
                .as(Account.SHELTER)
                .json("{\"worker\":\"" + Account.SHELTER.user() + "\"}")
                .send()
                .is(200);
        return referral;
    }

    /** A case of which the shelter holds the identity, and whose consent is withdrawn; returns its id. */
    static String withdrawnAfterAPull() {
        String caseId = filledCase();
        String given = consent(caseId, consent("service-request", "identity", "contact"))
                .is(201)
                .at("/consentId");
        String referral = offering(caseId).send().is(201).at("/referralId");
        Call.post(path(referral, "acceptance")).as(Account.SHELTER).send().is(200);
        Call.post(path(referral, "assignments"))
                .as(Account.SHELTER)
                .json("{\"worker\":\"" + Account.SHELTER.user() + "\"}")
                .send()
                .is(200);
        pulling(referral, Account.SHELTER, "identity").send().is(200);
        Call.post("/api/v1/cases/" + caseId + "/consents/" + given + "/withdrawals")
                .as(Account.OFFICER)
                .once()
                .json("{}")
                .send()
                .is(201);
        return caseId;
    }

    /** A referral of the same person to child protection, which accepted it. */
    static String acceptedByChildProtection() {
        String caseId = filledCase();
        consent(
                        caseId,
                        consent("service-request")
                                .replace("tj-shelter-north", "tj-child-protection-dushanbe")
                                .replace("shelter-placement", "protection"))
                .is(201);
        String offer = offer(caseId)
                .replace("tj-shelter-north", "tj-child-protection-dushanbe")
                .replace("shelter-placement", "protection");
        String referral = Call.post("/api/v1/referrals")
                .as(Account.OFFICER)
                .once()
                .json(offer)
                .send()
                .is(201)
                .at("/referralId");
        Call.post(path(referral, "acceptance"))
                .as(Account.CHILD_PROTECTION)
                .send()
                .is(200);
        return referral;
    }

    static Call pulling(String referral, Account by, String... categories) {
        return Call.post(path(referral, "releases"))
                .as(by)
                .once()
                .json("{\"categories\":[\"" + String.join("\",\"", categories) + "\"]}");
    }

    static String path(String referral, String step) {
        return "/api/v1/referrals/" + referral + "/" + step;
    }
}
