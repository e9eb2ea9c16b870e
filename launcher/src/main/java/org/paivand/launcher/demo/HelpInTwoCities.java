package org.paivand.launcher.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Set;

/** A call to a helpline that becomes a case: shelter in one city, legal aid in another, and word of it comes back. */
record HelpInTwoCities(Cast cast, Narrator narrator, Trail trail) {
    private static final String PURPOSE = "assistance";

    void play() throws IOException, InterruptedException, UnexpectedException {
        narrator.heading("A call to a helpline. Help in two cities, and word of it comes back");
        String caseId = called();
        for (String agency : new String[] {Cast.SHELTER, Cast.LEGAL_AID}) {
            narrator.see(
                    "the caller agrees that " + agency + " be asked",
                    cast.hotline().record(caseId, Sample.consent(agency, PURPOSE, "service-request")),
                    201);
        }
        narrator.see(
                "and that the helpline hears how it ended",
                cast.hotline().record(caseId, Sample.consent(Cast.HOTLINE, PURPOSE, "feedback")),
                201);
        String home = offered(caseId, Cast.SHELTER, "shelter");
        String law = offered(caseId, Cast.LEGAL_AID, "legal-aid");
        again(caseId, law);
        cameBack(home);
    }

    /** Two calls: of one only a number stays. */
    private String called() throws IOException, InterruptedException, UnexpectedException {
        narrator.see(
                "a mother asks about an offer of work abroad, and is warned in time: counted, and nothing else",
                cast.hotline().count(contact("family", "work-abroad", "prevented")),
                201);
        ObjectNode contact = contact("person", "suspected-trafficking", "case-opened");
        contact.set("serviceRequest", Sample.of("service-request"));
        return narrator.see(
                        "somebody needs help and gives no name: counted, and a case in the same step",
                        cast.hotline().count(contact),
                        201)
                .text("/caseId");
    }

    private static ObjectNode contact(String by, String concern, String result) {
        return Sample.body()
                .put("channel", "telephone")
                .put("by", by)
                .put("concern", concern)
                .put("result", result);
    }

    private String offered(String caseId, String agency, String service)
            throws IOException, InterruptedException, UnexpectedException {
        return narrator.see(
                        "the helpline asks " + agency + " for " + service,
                        cast.hotline().offer(Sample.referral(caseId, agency, PURPOSE, service)),
                        201)
                .text("/referralId");
    }

    private void again(String caseId, String first) throws IOException, InterruptedException, UnexpectedException {
        narrator.see(
                "legal aid has no place this week",
                cast.legalAid().move(first, "decline", Sample.body().put("code", "no-capacity")),
                200);
        String second = narrator.see(
                        "the helpline asks it again, in the place of the first",
                        cast.hotline()
                                .offer(Sample.referral(caseId, Cast.LEGAL_AID, PURPOSE, "legal-aid")
                                        .put("follows", first)),
                        201)
                .text("/referralId");
        narrator.see("now it accepts", cast.legalAid().accept(second), 200);
    }

    private void cameBack(String referral) throws IOException, InterruptedException, UnexpectedException {
        narrator.see("the shelter accepts", cast.shelter().accept(referral), 200);
        narrator.see(
                "she arrives",
                cast.shelter().move(referral, "progress", Sample.body().put("step", "arrived")),
                200);
        narrator.see(
                "the helpline asks how it ended: it has not",
                cast.hotline().pull(referral, "feedback"),
                409,
                "illegal-transition");
        narrator.see(
                "the shelter completes it",
                cast.shelter()
                        .move(
                                referral,
                                "completion",
                                Sample.body("servicesDelivered", "shelter").put("outcomeCode", "needs-met")),
                200);
        narrator.see(
                "and writes what she said",
                cast.shelter()
                        .feedback(referral, Sample.body().put("helped", "yes").put("words", "I can sleep now.")),
                204);
        Answer told = narrator.see(
                "the helpline hears it, from the shelter and by her leave",
                cast.hotline().pull(referral, "feedback"),
                Set.of("feedback"));
        Answer unusedLeft = trail.left(told, "disclosure", "the helpline heard how it ended");
        narrator.note(told.json().at("/sections/feedback").toString());
        narrator.see(
                "the helpline asks for her name as well: not of a sender",
                cast.hotline().pull(referral, "identity"),
                400,
                "invalid-request");
    }
}
