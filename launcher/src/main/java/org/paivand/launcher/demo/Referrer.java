package org.paivand.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Set;

/** An officer who opens cases and offers referrals. */
final class Referrer {
    private final Api api;

    Referrer(Api api) {
        this.api = api;
    }

    Answer open() throws IOException, InterruptedException {
        return api.create("/api/v1/cases", Sample.body());
    }

    Answer write(String caseId, String category, JsonNode section) throws IOException, InterruptedException {
        return api.put("/api/v1/cases/" + caseId + "/sections/" + category, section);
    }

    Answer overview(String caseId) throws IOException, InterruptedException {
        return api.get("/api/v1/cases/" + caseId);
    }

    /** The text that is shown before that consent. */
    Answer notice(JsonNode consent) throws IOException, InterruptedException {
        JsonNode notice = consent.path("notice");
        return api.get("/api/v1/notices/" + notice.path("id").asText() + "/"
                + notice.path("version").asText() + "/"
                + notice.path("language").asText());
    }

    /** Records the consent to what was shown. */
    Answer record(String caseId, JsonNode consent) throws IOException, InterruptedException {
        ObjectNode shown = consent.deepCopy();
        shown.withObject("/notice").put("sha256", Sample.sha256(notice(consent).bytes()));
        return api.create("/api/v1/cases/" + caseId + "/consents", shown);
    }

    /** Asks for the case to be erased. */
    Answer askToErase(String caseId) throws IOException, InterruptedException {
        return api.create("/api/v1/cases/" + caseId + "/erasure", Sample.body());
    }

    Answer confirmErasure(String caseId, String approvalId) throws IOException, InterruptedException {
        return api.post("/api/v1/cases/" + caseId + "/erasure/" + approvalId + "/confirmation", Sample.body());
    }

    /** A page, with two numbers for the person. */
    Answer receipt(String caseId) throws IOException, InterruptedException {
        return api.post(
                "/api/v1/cases/" + caseId + "/receipts",
                Sample.body().put("language", "en").put("holder", "subject"));
    }

    Answer withdraw(String caseId, String consentId) throws IOException, InterruptedException {
        return api.create("/api/v1/cases/" + caseId + "/consents/" + consentId + "/withdrawals", Sample.body());
    }

    /** What happens to a consent: {@code withdrawals}, {@code restorations} and the like, of one of its grants. */
    Answer happens(String caseId, String consentId, String what, String grantId)
            throws IOException, InterruptedException {
        return api.create(
                "/api/v1/cases/" + caseId + "/consents/" + consentId + "/" + what, Sample.body("grantIds", grantId));
    }

    /** Whom withdrawals reached, the newest first. */
    Answer notices(String caseId) throws IOException, InterruptedException {
        return api.get("/api/v1/cases/" + caseId + "/stop-use-notices");
    }

    Preview preview(String caseId, String recipient, String purpose, Set<String> categories)
            throws IOException, InterruptedException {
        JsonNode wanted = Sample.body("categories", categories.toArray(String[]::new))
                .put("recipient", recipient)
                .put("purpose", purpose);
        return new Preview(api.post("/api/v1/cases/" + caseId + "/previews", wanted));
    }

    Answer offer(JsonNode referral) throws IOException, InterruptedException {
        return api.create("/api/v1/referrals", referral);
    }

    Answer offer(String key, JsonNode referral) throws IOException, InterruptedException {
        return api.create("/api/v1/referrals", key, referral);
    }

    Answer answer(String referralId, JsonNode answers) throws IOException, InterruptedException {
        return api.post("/api/v1/referrals/" + referralId + "/answers", answers);
    }

    Answer look(String referralId) throws IOException, InterruptedException {
        return api.get("/api/v1/referrals/" + referralId);
    }

    Answer cancel(String referralId) throws IOException, InterruptedException {
        return api.post("/api/v1/referrals/" + referralId + "/cancellation", Sample.body());
    }

    /** A call, in codes. */
    Answer count(JsonNode contact) throws IOException, InterruptedException {
        return api.create("/api/v1/contacts", contact);
    }

    /** How a referral ended. */
    Answer pull(String referralId, String... categories) throws IOException, InterruptedException {
        return api.create("/api/v1/referrals/" + referralId + "/releases", Sample.body("categories", categories));
    }

    /** Which services fit; no person is in it. */
    Answer search(JsonNode query) throws IOException, InterruptedException {
        return api.post("/api/v1/service-searches?limit=20", query);
    }

    Answer breakGlass(String caseId) throws IOException, InterruptedException {
        return new EmergencyOfficer(api).breakGlass(caseId);
    }

    Answer alerts() throws IOException, InterruptedException {
        return api.get("/api/v1/alerts?limit=10");
    }

    Answer searchLog() throws IOException, InterruptedException {
        return api.get("/api/v1/audit/entries");
    }
}
