package org.paivand.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** What only child protection may record on a child's case that it accepted. */
final class ChildProtection {
    private final Api api;

    ChildProtection(Api api) {
        this.api = api;
    }

    Recipient asRecipient() {
        return Recipient.person(api);
    }

    Answer find(String referralId, String finding) throws IOException, InterruptedException {
        return api.post(
                "/api/v1/referrals/" + referralId + "/guardian-findings",
                Sample.body().put("finding", finding));
    }

    Answer decide(String referralId, String recipient, String purpose, String... categories)
            throws IOException, InterruptedException {
        JsonNode decision = Sample.body("categories", categories)
                .put("recipient", recipient)
                .put("purpose", purpose)
                .put("notAfter", Sample.until());
        return api.post("/api/v1/referrals/" + referralId + "/best-interests-decisions", decision);
    }
}
