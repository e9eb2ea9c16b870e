package org.paivand.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The plan of a case, over HTTP. */
interface Planning {
    /** A case with a plan. */
    static String planned() {
        String caseId = Journey.emptyCase();
        write(caseId, Account.OFFICER).is(204);
        return caseId;
    }

    private static Reply write(String caseId, Account by) {
        return Call.put("/api/v1/cases/" + caseId + "/plan")
                .as(by)
                .header("If-None-Match", "*")
                .json("{\"items\":[{\"number\":1,\"serviceType\":\"shelter\",\"followUpOn\":\"2027-02-22\"}]}")
                .send();
    }

    private static Reply offer(String caseId, int item) {
        return Call.post("/api/v1/referrals")
                .as(Account.OFFICER)
                .once()
                .json(Journey.offer(caseId).replace("}", ",\"planItem\":" + item + "}"))
                .send();
    }

    private static Reply read(String caseId, Account by) {
        return Call.get("/api/v1/cases/" + caseId + "/plan").as(by).send();
    }

    @Test
    default void isReadByWhoControlsTheCaseAndByNobodyElse() {
        String caseId = planned();

        Reply plan = read(caseId, Account.OFFICER).is(200);

        assertEquals("\"1\"", plan.header("ETag"));
        assertEquals("shelter", plan.at("/items/0/serviceType"));
        assertEquals("2027-02-22", plan.at("/items/0/followUpOn"));
        assertEquals("planned", plan.at("/items/0/state"));
        read(caseId, Account.SHELTER).refused(404, "not-found");
        write(caseId, Account.SHELTER).refused(404, "not-found");
        write(caseId, Account.OFFICER).refused(412, "stale-version");
        read(Journey.emptyCase(), Account.OFFICER).refused(404, "not-found");
    }

    @Test
    default void namesTheReferralThatIsOfferedForAnItem() {
        String caseId = Journey.filledCase();
        Journey.consent(caseId, Journey.consent("service-request")).is(201);
        write(caseId, Account.OFFICER).is(204);

        String referralId = offer(caseId, 1).is(201).at("/referralId");

        Reply plan = read(caseId, Account.OFFICER).is(200);
        assertEquals("\"2\"", plan.header("ETag"));
        assertEquals(referralId, plan.at("/items/0/referralId"));
        assertEquals("offered", plan.at("/items/0/state"));
        offer(caseId, 1).refused(400, "invalid-request");
        offer(caseId, 2).refused(400, "invalid-request");
    }
}
