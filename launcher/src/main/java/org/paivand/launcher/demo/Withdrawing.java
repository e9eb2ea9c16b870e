package org.paivand.launcher.demo;

import java.io.IOException;
import java.util.UUID;
import java.util.stream.Collectors;

/** Step 5. */
record Withdrawing(Cast cast, Narrator narrator, Trail trail) {

    void play(String caseId, String consentId, String referralId)
            throws IOException, InterruptedException, UnexpectedException {
        narrator.heading("Step 5 of 7. A stranger sees nothing; consent is withdrawn, and the next pull is refused");
        String unknownId = UUID.randomUUID().toString();
        narrator.see("the shelter looks at the referral", cast.shelter().look(referralId), 200);
        Answer foreign = narrator.see(
                "tj-ngo-legal-aid asks for the referral",
                trail.left(cast.legalAid().look(referralId), "denial", "a stranger who asked for the referral"),
                404,
                "not-found");
        Answer unknown = narrator.see(
                "tj-ngo-legal-aid asks for " + unknownId + ", which nobody has",
                trail.left(cast.legalAid().look(unknownId), "denial", "a stranger who guessed an id"),
                404,
                "not-found");
        narrator.see(
                "both answers are the same " + foreign.bytes().length + " bytes but for their own exchange ids",
                withoutExchange(foreign).equals(withoutExchange(unknown)));
        narrator.see(
                "tj-ngo-legal-aid pulls from it",
                trail.left(cast.legalAid().pull(referralId, "identity"), "denial", "a stranger who pulled"),
                404,
                "not-found");

        Answer withdrawn = narrator.see(
                "the officer records that the person withdraws",
                trail.left(cast.police().withdraw(caseId, consentId), "consent-event", "the withdrawal"),
                201);
        narrator.see(
                "what was permitted is " + status(withdrawn, "permit") + "; what was refused stays so: "
                        + status(withdrawn, "refuse"),
                status(withdrawn, "permit").equals("withdrawn")
                        && status(withdrawn, "refuse").equals("live"));
        Answer refused = narrator.see(
                cast.shelter().worker() + " pulls contact again",
                trail.left(cast.shelter().pull(referralId, "contact"), "denial", "contact after the withdrawal"),
                403,
                "release-refused");
        narrator.see(
                "the reason is " + refused.withheld("contact"),
                refused.withheld("contact").equals("consent-withdrawn"));
    }

    private static String status(Answer consent, String effect) {
        return Answer.elements(consent.json().path("grants")).stream()
                .filter(grant -> grant.path("effect").asText().equals(effect))
                .map(grant -> grant.path("status").asText())
                .collect(Collectors.joining(", "));
    }

    private static String withoutExchange(Answer answer) {
        return answer.text().replace(answer.exchange(), "");
    }
}
