package org.paivand.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Set;

/** Between steps 4 and 5: a person takes part of a consent back, undoes that, and keeps one consulate out of all of it. */
record ChangingConsent(Cast cast, Narrator narrator, Trail trail) {
    private static final String CONSULATE = "tj-consulate-almaty";

    void play() throws IOException, InterruptedException, UnexpectedException {
        narrator.heading(
                "Step 4, another person. Part of a consent is taken back and given again; a consulate is barred");
        String caseId = narrator.see("opens a case", cast.police().open(), 201).text("/caseId");
        for (String category : new String[] {"service-request", "identity", "contact"}) {
            narrator.see("writes " + category, cast.police().write(caseId, category, Sample.of(category)), 204);
        }
        Answer consent = narrator.see(
                "records two permits and a safety-critical refusal",
                cast.police().record(caseId, Sample.of("consent-in-part")),
                201);
        String referralId = accepted(caseId);
        takesBackAndGivesAgain(caseId, consent, referralId);
        barsTheConsulate(caseId);
    }

    private String accepted(String caseId) throws IOException, InterruptedException, UnexpectedException {
        String referralId = narrator.see(
                        "offers it to " + Cast.SHELTER,
                        cast.police().offer(Sample.referral(caseId, Cast.SHELTER, "shelter-placement", "shelter")),
                        201)
                .text("/referralId");
        narrator.see("the shelter accepts", cast.shelter().accept(referralId), 200);
        narrator.see("the shelter assigns its worker", cast.shelter().assign(referralId), 200);
        return referralId;
    }

    private void takesBackAndGivesAgain(String caseId, Answer consent, String referralId)
            throws IOException, InterruptedException, UnexpectedException {
        String consentId = consent.text("/consentId");
        String contact = grant(consent, "contact");
        narrator.see(
                "the shelter pulls identity and contact",
                cast.shelter().pull(referralId, "identity", "contact"),
                Set.of("identity", "contact"));
        narrator.see(
                "the person takes the contact back",
                trail.left(
                        cast.police().happens(caseId, consentId, "withdrawals", contact),
                        "consent-event",
                        "the withdrawal of a part"),
                201);
        Preview without = cast.shelter().outlook(referralId);
        narrator.see(
                "the shelter is told that it may still see " + without.permitted() + ", and of contact: "
                        + without.reason("contact"),
                without.permitted().equals(Set.of("service-request", "identity"))
                        && without.reason("contact").equals("consent-withdrawn"));
        narrator.see(
                "the shelter pulls both again",
                cast.shelter().pull(referralId, "identity", "contact"),
                Set.of("identity"));
        narrator.see(
                "the person undoes that",
                trail.left(
                        cast.police().happens(caseId, consentId, "restorations", contact),
                        "consent-event",
                        "the undoing of that withdrawal"),
                201);
        narrator.see("the shelter pulls contact", cast.shelter().pull(referralId, "contact"), Set.of("contact"));
    }

    private void barsTheConsulate(String caseId) throws IOException, InterruptedException, UnexpectedException {
        Preview barred = cast.police().preview(caseId, CONSULATE, "return", Set.of("service-request", "identity"));
        narrator.see(
                CONSULATE + " would see " + barred.permitted() + ": " + barred.reason("identity"),
                barred.permitted().isEmpty()
                        && barred.reason("service-request").equals("safety-refusal")
                        && barred.reason("identity").equals("safety-refusal"));
        narrator.see(
                "the officer offers it to the consulate all the same",
                trail.left(
                        cast.police().offer(Sample.referral(caseId, CONSULATE, "return", "travel-documents")),
                        "denial",
                        "an offer to the barred consulate"),
                403,
                "offer-refused");
    }

    private static String grant(Answer consent, String category) throws UnexpectedException {
        for (JsonNode grant : consent.json().path("grants")) {
            if (grant.path("categories").toString().contains(category)
                    && grant.path("effect").asText().equals("permit")) {
                return grant.path("grantId").asText();
            }
        }
        throw new UnexpectedException("no permit for " + category);
    }
}
