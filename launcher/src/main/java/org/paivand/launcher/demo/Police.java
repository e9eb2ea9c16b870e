package org.paivand.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Set;

/** An officer who opens cases and offers referrals. */
final class Police {
    private final Api api;

    Police(Api api) {
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

    Answer record(String caseId, JsonNode consent) throws IOException, InterruptedException {
        return api.create("/api/v1/cases/" + caseId + "/consents", consent);
    }

    Answer withdraw(String caseId, String consentId) throws IOException, InterruptedException {
        return api.create("/api/v1/cases/" + caseId + "/consents/" + consentId + "/withdrawals", Sample.body());
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
