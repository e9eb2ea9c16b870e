package org.paivand.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A case with three sections and consent for the shelter, and a referral of it that the shelter accepted and assigned. */
record Referred(String caseId, String referralId) {
    private static final Duration PERMITTED = Duration.ofDays(90);
    private static final String SERVICE_REQUEST = """
            {"ageGroup": "adult", "language": "tg", "interpreterNeeded": false, "accompanyingChildren": "one",
             "sexForPlacement": "female", "riskLevel": "high", "safetyFlags": ["confidential-address-required"],
             "contactProhibited": false, "familyMustNotKnow": true}""";
    private static final String IDENTITY = """
            {"givenName": {"value": "Nilufar", "status": "verified"},
             "familyName": {"value": "Example", "status": "verified"}, "preferredName": "Nilu"}""";
    private static final String CONTACT = """
            {"channel": "whatsapp", "value": "+992 00 000 00 00", "safeToWrite": false, "leaveNoMessage": true,
             "codeWordSet": true}""";
    private static final String CONSENT = """
            {"notice": {"id": "notice-referral", "version": 1, "language": "tg",
              "sha256": "08d37e76b8cd6f30c15435e85bfdb5a5a5d85da46704437e342ec0b1a8cef836"},
             "form": "written", "spokenAlone": true, "inCustody": false, "capacityConcern": false,
             "givenBy": {"role": "subject"}, "withdrawalMethod": "in-person", "notConditional": true,
             "grants": [{"effect": "permit", "purpose": "shelter-placement",
               "categories": ["service-request", "identity", "contact"], "recipient": {"agency": "%s"},
               "actions": ["share"], "notAfter": "%s", "safetyCritical": false}]}""";
    private static final String OFFER = """
            {"caseId": "%s", "recipient": "%s", "purpose": "shelter-placement", "urgency": "urgent",
             "servicesRequested": ["shelter", "psychological"]}""";

    static Referred prepare(Api api, People people) throws IOException, InterruptedException {
        String path = "/api/v1/cases";
        String caseId =
                api.must(api.post(people.officer(), path, "{}")).path("caseId").asText();
        String own = path + "/" + caseId;
        api.must(api.create(people.officer(), own + "/sections/service-request", SERVICE_REQUEST));
        api.must(api.create(people.officer(), own + "/sections/identity", IDENTITY));
        api.must(api.create(people.officer(), own + "/sections/contact", CONTACT));
        Instant end = Instant.now().plus(PERMITTED).truncatedTo(ChronoUnit.SECONDS);
        api.must(api.post(people.officer(), own + "/consents", CONSENT.formatted(People.SHELTER, end)));
        JsonNode offered = api.must(api.post(people.officer(), "/api/v1/referrals", offer(caseId)));
        String referralId = offered.path("referralId").asText();
        String referral = "/api/v1/referrals/" + referralId;
        api.must(api.post(people.worker(), referral + "/acceptance", ""));
        String worker = "{\"worker\": \"" + people.worker().subject() + "\"}";
        api.must(api.post(people.worker(), referral + "/assignments", worker));
        return new Referred(caseId, referralId);
    }

    /** The body that offers this case to the shelter once more. */
    String offer() {
        return offer(caseId);
    }

    private static String offer(String caseId) {
        return OFFER.formatted(caseId, People.SHELTER);
    }
}
