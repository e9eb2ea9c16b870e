package org.paivand.launcher.demo;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Step 1. */
record OpeningACase(Cast cast, Narrator narrator) {

    /** Returns the id of the case. */
    String play() throws IOException, InterruptedException, UnexpectedException {
        narrator.heading("Step 1 of 7. A police officer opens a case and fills what police may write");
        String caseId = narrator.see("opens a case", cast.police().open(), 201).text("/caseId");
        for (String category : List.of("service-request", "identity", "contact", "safety")) {
            narrator.see("writes " + category, cast.police().write(caseId, category, Sample.of(category)), 204);
        }
        narrator.see(
                "writes health",
                cast.police().write(caseId, "health", Sample.of("health")),
                403,
                "section-not-permitted");
        Answer overview =
                narrator.see("looks at the case " + caseId, cast.police().overview(caseId), 200);
        Set<String> contributors = Set.copyOf(overview.json().findValuesAsText("contributedBy"));
        narrator.see(
                "the case has " + overview.json().findValuesAsText("category") + ", contributed by " + contributors,
                contributors.equals(Set.of("tj-police-dushanbe"))
                        && overview.json().path("sections").size() == 4);
        return caseId;
    }
}
