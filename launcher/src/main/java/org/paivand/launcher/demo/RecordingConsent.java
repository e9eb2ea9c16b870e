package org.paivand.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** Step 2. */
record RecordingConsent(Cast cast, Narrator narrator, Trail trail) {

    /** Returns the id of the consent. */
    String play(String caseId) throws IOException, InterruptedException, UnexpectedException {
        narrator.heading("Step 2 of 7. The officer records what the person permits and refuses");
        Answer notice = narrator.see("reads the notice aloud", cast.police().notice(Sample.of("consent")), 200);
        Answer consent = trail.left(cast.police().record(caseId, Sample.of("consent")), "consent-event", "the consent");
        narrator.see("records the consent", consent, 201);
        narrator.see(
                consent.text("/form") + ", notice in " + consent.text("/notice/language") + " with SHA-256 "
                        + consent.text("/notice/sha256") + ", to be withdrawn " + consent.text("/withdrawalMethod"),
                consent.text("/notice/sha256").equals(Sample.sha256(notice.bytes()))
                        && consent.text("/state").equals("given"));
        for (JsonNode grant : consent.json().path("grants")) {
            narrator.note(grant.path("effect").asText() + " " + grant.path("categories") + " to "
                    + grant.at("/recipient/agency").asText() + " for "
                    + grant.path("purpose").asText() + " until "
                    + grant.path("notAfter").asText());
        }
        return consent.text("/consentId");
    }
}
