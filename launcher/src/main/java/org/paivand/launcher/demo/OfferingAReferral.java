package org.paivand.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Step 3. */
record OfferingAReferral(Cast cast, Narrator narrator) {
    private static final Set<String> WANTED = Set.of("service-request", "identity", "contact", "safety", "health");
    private static final Set<String> GRANTED = Set.of("service-request", "identity", "contact");

    /** Returns the id of the referral. */
    String play(String caseId) throws IOException, InterruptedException, UnexpectedException {
        narrator.heading("Step 3 of 7. The officer previews what the shelter would receive, then offers the referral");
        Preview preview = cast.police().preview(caseId, Cast.SHELTER, "shelter-placement", new TreeSet<>(WANTED));
        narrator.see("previews for " + Cast.SHELTER, preview.answer(), 200);
        preview.tell(narrator);
        narrator.see(
                "it would receive " + preview.permitted() + " and nothing else",
                preview.permitted().equals(GRANTED));
        narrator.see(
                "withheld are safety: " + preview.reason("safety") + ", health: " + preview.reason("health"),
                preview.reason("safety").equals("no-grant")
                        && preview.reason("health").equals("refused"));

        String key = "demo-" + UUID.randomUUID();
        JsonNode referral = Sample.referral(caseId, Cast.SHELTER, "shelter-placement", "shelter", "psychological");
        Answer offered = narrator.see("offers the referral", cast.police().offer(key, referral), 201);
        Answer again =
                narrator.see("sends it again with the same key", cast.police().offer(key, referral), 201);
        String referralId = offered.text("/referralId");
        narrator.see(
                "both answers name the referral " + referralId,
                !referralId.isEmpty() && again.text("/referralId").equals(referralId));
        narrator.see(
                "sends another body with that key",
                cast.police().offer(key, Sample.referral(caseId, Cast.SHELTER, "shelter-placement", "medical")),
                422,
                "idempotency-key-reused");
        return referralId;
    }
}
