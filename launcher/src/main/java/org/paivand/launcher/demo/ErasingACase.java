package org.paivand.launcher.demo;

import java.io.IOException;

/** A case is erased by two people. What agencies did with it stays in the log, and the evidence that follows still verifies. */
record ErasingACase(Cast cast, Narrator narrator, Trail trail) {
    void play() throws IOException, InterruptedException, UnexpectedException {
        narrator.heading("An erasure. Two people of one agency destroy the key of a case; the log keeps that they did");
        String caseId = narrator.see("opens a case", cast.police().open(), 201).text("/caseId");
        narrator.see("writes identity", cast.police().write(caseId, "identity", Sample.of("identity")), 204);
        narrator.see(
                "records a consent",
                trail.left(
                        cast.police().record(caseId, Sample.consent(Cast.SHELTER, "shelter-placement", "identity")),
                        "consent-event",
                        "a consent of the case that is erased"),
                201);
        String approval = narrator.see(
                        "asks for the case to be erased", cast.police().askToErase(caseId), 202)
                .text("/approvalId");
        narrator.see("confirms that alone", cast.police().confirmErasure(caseId, approval), 403, "own-change");
        narrator.see(
                "a colleague confirms it",
                trail.left(
                        cast.secondPolice().confirmErasure(caseId, approval),
                        "erasure-certificate",
                        "the case erased by two people"),
                200);
        narrator.see("looks at the case", cast.police().overview(caseId), 404, "not-found");
    }
}
