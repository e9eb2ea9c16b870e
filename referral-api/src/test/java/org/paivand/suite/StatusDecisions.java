package org.paivand.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

/** Formal status over HTTP: who can't decide, and who isn't told. */
interface StatusDecisions {
    Account BODY = Account.of("tj-status-body", "member", "provider");
    String POSSIBLE = "{\"status\":\"PossibleVictimOfTrafficking\",\"ground\":\"first-decision\"}";

    /** A referral for formal status, accepted by the body, with consent to what happened; returns its id. */
    static String accepted() {
        String caseId = Journey.filledCase();
        Journey.write(caseId, "experience", "{\"exploitationTypes\":[\"ForcedLabour\"]}");
        Journey.consent(caseId, body(Journey.consent("service-request", "identity", "experience")))
                .is(201);
        String offer = body(Journey.offer(caseId)).replace("\"shelter\",\"psychological\"", "\"residence-permit\"");
        String referral = Call.post("/api/v1/referrals")
                .as(Account.OFFICER)
                .once()
                .json(offer)
                .send()
                .is(201)
                .at("/referralId");
        Call.post(Journey.path(referral, "acceptance")).as(BODY).send().is(200);
        Call.post(Journey.path(referral, "assignments"))
                .as(BODY)
                .json("{\"worker\":\"" + BODY.user() + "\"}")
                .send()
                .is(200);
        return referral;
    }

    static String decided() {
        String referral = accepted();
        deciding(referral, BODY).json(POSSIBLE).send().is(204);
        return referral;
    }

    private static String body(String text) {
        return text.replace("tj-shelter-north", BODY.agency()).replace("shelter-placement", "statutory-status");
    }

    private static Call deciding(String referral, Account by) {
        return Call.put(Journey.path(referral, "status-decision")).as(by).header("If-None-Match", "*");
    }

    @Test
    default void isForStatusBodiesAloneAndTheReferralsOwn() {
        String referral = accepted();

        deciding(referral, Account.SHELTER).json(POSSIBLE).send().refused(403, "forbidden");
        deciding(referral, Account.OFFICER).json(POSSIBLE).send().refused(403, "forbidden");
        deciding(Journey.accepted(), BODY).json(POSSIBLE).send().refused(404, "not-found");
        for (Account other : new Account[] {Account.OFFICER, Account.SHELTER, Account.COMMISSION, Account.AUDITOR}) {
            Call.get(Journey.path(referral, "status-decision")).as(other).send().refused(403, "forbidden");
        }
    }

    @Test
    default void takesNothingButCodesAndNoVersionThatIsntThere() {
        String referral = accepted();

        for (String wrong : new String[] {
            "{\"status\":\"Victim\",\"ground\":\"first-decision\"}",
            "{\"status\":\"PossibleVictimOfTrafficking\"}",
            "{\"status\":\"PossibleVictimOfTrafficking\",\"ground\":\"first-decision\",\"note\":\"x\"}"
        }) {
            deciding(referral, BODY).improper().json(wrong).send().is(400);
        }
        Call.put(Journey.path(referral, "status-decision"))
                .as(BODY)
                .json(POSSIBLE)
                .send()
                .refused(428, "precondition-required");
        Call.put(Journey.path(referral, "status-decision"))
                .as(BODY)
                .header("If-Match", "\"1\"")
                .json(POSSIBLE.replace("first-decision", "review"))
                .send()
                .refused(412, "stale-version");
        Call.get(Journey.path(referral, "status-decision")).as(BODY).send().refused(404, "not-found");
    }

    @Test
    default void tellsTheReferrerNothingOfWhatWasDecided() {
        String referral = accepted();
        String before = seen(referral);

        deciding(referral, BODY).json(POSSIBLE).send().is(204);

        assertEquals(before, seen(referral));
        assertFalse(before.contains("PossibleVictim"));
    }

    private static String seen(String referral) {
        Reply view = Call.get("/api/v1/referrals/" + referral)
                .as(Account.OFFICER)
                .send()
                .is(200);
        Reply history = Call.get(Journey.path(referral, "history"))
                .as(Account.OFFICER)
                .send()
                .is(200);
        return view.text() + history.text();
    }
}
