package org.paivand.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** Somebody on duty who may break the glass. */
final class EmergencyOfficer {
    static final String WORDS = "Found unconscious at the roadside; the clinic must know how to reach somebody.";

    private final Api api;

    EmergencyOfficer(Api api) {
        this.api = api;
    }

    Answer breakGlass(String caseId) throws IOException, InterruptedException {
        return api.create("/api/v1/cases/" + caseId + "/break-glass", emergency());
    }

    Answer askWithSecondPerson(String caseId) throws IOException, InterruptedException {
        return api.create("/api/v1/cases/" + caseId + "/break-glass/with-second-person", emergency());
    }

    Answer confirm(String emergency) throws IOException, InterruptedException {
        return api.post("/api/v1/emergencies/" + emergency + "/confirmation", Sample.body());
    }

    Answer pull(String emergency) throws IOException, InterruptedException {
        return api.create("/api/v1/emergencies/" + emergency + "/releases", Sample.body());
    }

    private static JsonNode emergency() {
        return Sample.body()
                .put("recipient", "tj-clinic-dushanbe")
                .put("worker", "w-duty-doctor")
                .put("purpose", "medical-care")
                .put("reason", "medical-emergency")
                .put("words", WORDS)
                .put("minutes", 60);
    }
}
