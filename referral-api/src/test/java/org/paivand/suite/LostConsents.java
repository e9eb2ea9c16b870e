package org.paivand.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A case of which the database lacks consents, and a worker whom a person bars, over HTTP. */
interface LostConsents {
    private static Reply standing(String caseId, Account account) {
        return Call.get("/api/v1/cases/" + caseId + "/consent-restatement")
                .as(account)
                .send();
    }

    static Reply proposed(String caseId, Account account) {
        return Call.post("/api/v1/cases/" + caseId + "/consent-restatement")
                .as(account)
                .once()
                .send();
    }

    /** As if a backup from before the referral's latest consents had been put back; answers the case's id. */
    static String lost(String referral) {
        String caseId = Rows.caseOf(referral);
        try {
            Files.writeString(
                    TestNode.prepared().caseKeys().resolve(caseId + ".consents"),
                    "paivand-consent-mark/v1 7 " + "0".repeat(64) + "\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return caseId;
    }

    /** The handle of a worker of that case. */
    static String worker(String caseId) {
        return Call.get("/api/v1/cases/" + caseId + "/workers")
                .as(Account.OFFICER)
                .send()
                .is(200)
                .at("/items/0/handle");
    }

    private static Reply decided(String caseId, String approval, String verdict, Account account) {
        return Call.post("/api/v1/cases/" + caseId + "/consent-restatement/" + approval + verdict)
                .as(account)
                .send();
    }

    @Test
    default void releasesNothingWhereConsentsAreLostUntilTwoPeopleAnswerForIt() {
        String referral = Journey.accepted();
        String caseId = Rows.caseOf(referral);
        assertFalse(standing(caseId, Account.OFFICER).is(200).json().get("lost").asBoolean());
        proposed(caseId, Account.OFFICER).refused(409, "conflict");

        lost(referral);

        Journey.pulling(referral, Account.SHELTER, "identity").send().refused(503, "consents-lost");
        assertTrue(standing(caseId, Account.OFFICER).is(200).json().get("lost").asBoolean());
        String approval = proposed(caseId, Account.OFFICER).is(202).at("/approvalId");
        assertEquals(approval, standing(caseId, Account.SECOND_OFFICER).is(200).at("/waiting/0/approvalId"));
        decided(caseId, approval, "/confirmation", Account.OFFICER).refused(403, "own-change");
        decided(caseId, approval, "/rejection", Account.SECOND_OFFICER).is(200);
        Journey.pulling(referral, Account.SHELTER, "identity").send().refused(503, "consents-lost");
        String again = proposed(caseId, Account.OFFICER).is(202).at("/approvalId");
        decided(caseId, again, "/confirmation", Account.SECOND_OFFICER).is(200);
        Journey.pulling(referral, Account.SHELTER, "identity").send().refused(403, "release-refused");
    }

    @Test
    default void tellsNobodyElseWhetherConsentsAreLost() {
        String caseId = Journey.filledCase();

        standing(caseId, Account.OTHER_OFFICER).refused(404, "not-found");
        standing(caseId, Account.AUDITOR).refused(403, "forbidden");
        standing(caseId, Account.SHELTER).refused(403, "forbidden");
        decided(caseId, UUID.randomUUID().toString(), "/confirmation", Account.OFFICER)
                .refused(404, "not-found");
    }

    @Test
    default void barsAWorkerWhomTheOfficerCanNotName() {
        String referral = Journey.accepted();
        String workers = "/api/v1/cases/" + Rows.caseOf(referral) + "/workers";

        Reply listed = Call.get(workers).as(Account.OFFICER).send().is(200);
        assertFalse(listed.text().contains(Account.SHELTER.user()));
        String handle = listed.at("/items/0/handle");
        Call.post(workers + "/" + handle + "/bar")
                .as(Account.OTHER_OFFICER)
                .once()
                .send()
                .refused(404, "not-found");
        Call.post(workers + "/0000000000000000/bar")
                .as(Account.OFFICER)
                .once()
                .send()
                .refused(404, "not-found");
        Call.post(workers + "/" + handle + "/bar")
                .as(Account.OFFICER)
                .once()
                .send()
                .is(201);

        Reply refused =
                Journey.pulling(referral, Account.SHELTER, "identity").send().refused(403, "release-refused");
        assertFalse(refused.text().contains("worker-barred"));
        Reply consents = Call.get(workers.replace("/workers", "/consents"))
                .as(Account.OFFICER)
                .send()
                .is(200);
        assertFalse(consents.text().contains(Account.SHELTER.user()));
        assertTrue(consents.text().contains("oneWorker"));
    }
}
