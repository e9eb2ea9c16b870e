package org.paivand.launcher.demo;

import java.io.IOException;
import java.util.List;

/** Somebody of another agency who judges emergencies. */
final class Reviewer {
    private final Api api;

    Reviewer(Api api) {
        this.api = api;
    }

    List<String> due() throws IOException, InterruptedException {
        return Answer.elements(api.get("/api/v1/reviews?limit=100").json().path("items")).stream()
                .map(row -> row.path("emergencyId").asText())
                .toList();
    }

    Answer reasons(String emergency) throws IOException, InterruptedException {
        return api.get("/api/v1/reviews/" + emergency);
    }

    Answer judge(String emergency) throws IOException, InterruptedException {
        return api.post(
                "/api/v1/reviews/" + emergency + "/verdict", Sample.body().put("finding", "justified"));
    }
}
