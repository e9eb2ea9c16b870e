package org.paivand.launcher.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;

/** Help that must be found within the hour: whom the first one sends on, and what the police officer is told of it. */
record OfferingAnew(Cast cast, Narrator narrator) {
    private static final String PURPOSE = "assistance";

    void play() throws IOException, InterruptedException, UnexpectedException {
        narrator.heading(
                "Within the hour. The first agency declines, the node asks the next, and its system hears of it");
        try (WebhookListener listener = new WebhookListener()) {
            Answer webhook = narrator.see(
                    "the shelter's program has notifications sent to its own system",
                    cast.shelter().listen(listener.address()),
                    201);
            String first = offered();
            asked(first);
            narrator.see(
                    "legal aid declines, since nobody there speaks the language",
                    cast.legalAid().move(first, "decline", Sample.body().put("code", "language")),
                    200);
            String second = heard(listener, webhook.text("/secret"));
            narrator.see(
                    "the officer sees that it follows the first one: unsuitable, then offered",
                    sent(first).text("/declineReason").equals("unsuitable")
                            && sent(first).text("/followedBy").equals(second)
                            && sent(second).text("/state").equals("offered"));
            helped(second);
            narrator.see("the shelter ends its webhook", cast.shelter().listenNoMore(webhook.text("/webhookId")), 204);
        }
    }

    private String offered() throws IOException, InterruptedException, UnexpectedException {
        String caseId = narrator.see("an officer opens a case", cast.police().open(), 201)
                .text("/caseId");
        narrator.see(
                "writes service-request",
                cast.police().write(caseId, "service-request", Sample.of("service-request")),
                204);
        for (String agency : new String[] {Cast.LEGAL_AID, Cast.SHELTER}) {
            narrator.see(
                    "records that " + agency + " may be asked",
                    cast.police().record(caseId, Sample.consent(agency, PURPOSE, "service-request")),
                    201);
        }
        ObjectNode referral = Sample.referral(caseId, Cast.LEGAL_AID, PURPOSE, "psychological")
                .put("urgency", "immediate");
        referral.putArray("alternates").add(Cast.SHELTER);
        return narrator.see(
                        "offers it to " + Cast.LEGAL_AID + ", and names " + Cast.SHELTER + " as the next",
                        cast.police().offer(referral),
                        201)
                .text("/referralId");
    }

    private void asked(String referral) throws IOException, InterruptedException, UnexpectedException {
        narrator.see(
                "legal aid asks about the language, in a code",
                cast.legalAid().move(referral, "questions", Sample.body("topics", "language")),
                200);
        ObjectNode answers = Sample.body();
        answers.putArray("answers").addObject().put("topic", "language").put("answer", "as-stated");
        narrator.see("the officer answers: as stated", cast.police().answer(referral, answers), 200);
    }

    /** Returns the referral that the event names. */
    private String heard(WebhookListener listener, String secret)
            throws IOException, InterruptedException, UnexpectedException {
        Optional<WebhookListener.Event> event = listener.next("referral-offered");
        narrator.see("the shelter's system hears of an offer", event.isPresent());
        WebhookListener.Event heard = event.orElseThrow();
        narrator.note(heard.body());
        narrator.see("its signature is the node's", heard.isSignedWith(secret));
        narrator.see("an altered event has none", !heard.altered().isSignedWith(secret));
        return heard.json().path("subject").asText();
    }

    private void helped(String referral) throws IOException, InterruptedException, UnexpectedException {
        narrator.see("the shelter accepts", cast.shelter().accept(referral), 200);
        Answer accepted = sent(referral);
        for (String step : new String[] {"scheduled", "arrived"}) {
            narrator.see(
                    "the shelter reports: " + step,
                    cast.shelter().move(referral, "progress", Sample.body().put("step", step)),
                    200);
        }
        narrator.see(
                "the officer sees the same as before, to the tag: accepted",
                sent(referral).tag().equals(accepted.tag())
                        && sent(referral).json().equals(accepted.json()));
        narrator.see(
                "the shelter completes it",
                cast.shelter()
                        .move(
                                referral,
                                "completion",
                                Sample.body("servicesDelivered", "psychological")
                                        .put("outcomeCode", "needs-met")),
                200);
        narrator.see("the officer sees: closed", sent(referral).text("/state").equals("closed"));
    }

    private Answer sent(String referral) throws IOException, InterruptedException {
        return cast.police().look(referral);
    }
}
