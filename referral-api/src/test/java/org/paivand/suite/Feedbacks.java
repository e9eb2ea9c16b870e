package org.paivand.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

/** What goes back to the sender when help is over, over HTTP. */
interface Feedbacks {
    Account SENDER = Account.PSYCHOSOCIAL;

    /** An NGO's referral, accepted by the shelter; the person agreed that the NGO hear how it ends, or didn't. */
    private static String underway(boolean agreed) {
        String referral = accepted(agreed ? "feedback" : "", "service-request");
        moved(referral, "progress", "{\"step\":\"arrived\"}");
        return referral;
    }

    /**
     * An NGO's referral, accepted by the shelter.
     *
     * @param back what the person agreed that the NGO get; empty for nothing
     * @param there what the shelter gets
     */
    static String accepted(String back, String... there) {
        String caseId = sent(Call.post("/api/v1/cases").once(), "{}", 201).at("/caseId");
        sent(
                Call.put("/api/v1/cases/" + caseId + "/sections/service-request")
                        .header("If-None-Match", "*"),
                Journey.SERVICE_REQUEST,
                204);
        consent(caseId, Journey.consent(there));
        if (!back.isEmpty()) {
            consent(caseId, Journey.consent(back).replace("tj-shelter-north", SENDER.agency()));
        }
        String referral = sent(Call.post("/api/v1/referrals").once(), Journey.offer(caseId), 201)
                .at("/referralId");
        moved(referral, "acceptance", "");
        return referral;
    }

    private static void consent(String caseId, String body) {
        sent(Call.post("/api/v1/cases/" + caseId + "/consents").once(), body, 201);
    }

    private static Reply sent(Call call, String body, int status) {
        return call.as(SENDER).json(body).send().is(status);
    }

    private static String completed(boolean agreed) {
        String referral = underway(agreed);
        moved(referral, "completion", "{\"outcomeCode\":\"needs-met\",\"servicesDelivered\":[\"shelter\"]}");
        return referral;
    }

    static String completed() {
        return completed(true);
    }

    /** The same, with the person's answer. */
    static String answered() {
        String referral = completed();
        write(referral, Account.SHELTER, "{\"helped\":\"yes\",\"words\":\"" + Markers.GIVEN_NAME + "\"}")
                .is(204);
        return referral;
    }

    private static void moved(String referral, String move, String body) {
        Call call = Call.post(Journey.path(referral, move)).as(Account.SHELTER);
        (body.isEmpty() ? call : call.json(body)).send().is(200);
    }

    private static Reply write(String referral, Account by, String body) {
        return Call.put("/api/v1/referrals/" + referral + "/feedback")
                .as(by)
                .header("If-None-Match", "*")
                .json(body)
                .send();
    }

    @Test
    default void givesTheSenderHowItEndedAndTheWordsOfThePerson() {
        String referral = answered();

        Reply told = Journey.pulling(referral, SENDER, "feedback").send().is(200);

        assertEquals("needs-met", told.at("/sections/feedback/result"));
        assertEquals("shelter", told.at("/sections/feedback/servicesDelivered/0"));
        assertEquals(Markers.GIVEN_NAME, told.at("/sections/feedback/words"));
        Reply permissions = Call.get("/api/v1/referrals/" + referral + "/releases")
                .as(SENDER)
                .send()
                .is(200);
        assertEquals("feedback", permissions.at("/decisions/0/category"));
        assertEquals("permit", permissions.at("/decisions/0/outcome"));
    }

    @Test
    default void showsTheProviderThatThereAreWordsAndNotTheWords() {
        String referral = answered();

        Reply note = Call.get("/api/v1/referrals/" + referral + "/feedback")
                .as(Account.SHELTER)
                .send()
                .is(200);

        assertEquals("1", note.at("/version"));
        assertEquals("\"1\"", note.header("ETag"));
        assertFalse(note.text().contains(Markers.GIVEN_NAME));
    }

    @Test
    default void keepsFeedbackFromASenderThatMayNotHaveItAndFromAllOthers() {
        Journey.pulling(underway(true), SENDER, "feedback").send().refused(409, "illegal-transition");
        String referral = completed(false);
        write(referral, Account.SHELTER, "{\"helped\":\"no\"}").is(204);

        Journey.pulling(referral, SENDER, "feedback").send().refused(403, "release-refused");
        Journey.pulling(referral, SENDER, "identity").send().refused(400, "invalid-request");
        Journey.pulling(referral, Account.CLINIC, "feedback").send().refused(404, "not-found");
        write(referral, Account.CLINIC, "{\"helped\":\"no\"}").refused(404, "not-found");
        write(referral, Account.OFFICER, "{\"helped\":\"no\"}").refused(403, "forbidden");
    }

    @Test
    default void asksWhichVersionOfTheWordsIsReplaced() {
        String referral = answered();
        String path = "/api/v1/referrals/" + referral + "/feedback";

        Call.put(path).as(Account.SHELTER).json("{\"helped\":\"no\"}").send().refused(428, "precondition-required");
        write(referral, Account.SHELTER, "{\"helped\":\"no\"}").refused(412, "stale-version");
        Call.put(path)
                .as(Account.SHELTER)
                .header("If-Match", "\"1\"")
                .json("{\"helped\":\"no\"}")
                .send()
                .is(204);
    }
}
