package org.paivand.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** What a withdrawal asks of those who hold what was disclosed, over HTTP. */
interface Holding {

    @Test
    default void asksTheShelterAndTellsTheOfficerWhatItAnswered() {
        String caseId = Journey.withdrawnAfterAPull();
        Reply asked = Call.get("/api/v1/stop-use-notices?limit=1")
                .as(Account.SHELTER)
                .send()
                .is(200);
        String notice = asked.at("/items/0/noticeId");
        assertEquals("asked", asked.at("/items/0/state"));
        assertEquals("identity", asked.at("/items/0/received/0/categories/0"));
        assertFalse(asked.text().contains(Markers.RUN));
        assertFalse(asked.text().contains(caseId));
        assertEquals("asked", state(caseId));

        String until = Instant.now()
                .plus(30, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        Reply kept = answer(
                        Account.SHELTER,
                        notice,
                        "{\"answer\":\"retained\",\"basis\":\"legal-duty\",\"until\":\"" + until + "\"}")
                .is(200);
        assertEquals(until, kept.at("/until"));
        assertEquals("retained", state(caseId));

        answer(Account.SHELTER, notice, "{\"answer\":\"erased\"}").is(200);
        assertEquals("erased", state(caseId));
        answer(Account.SHELTER, notice, "{\"answer\":\"erased\"}").refused(409, "conflict");
        answer(Account.CLINIC, notice, "{\"answer\":\"erased\"}").refused(404, "not-found");
    }

    @Test
    default void refusesAnswersThatContradictThemselves() {
        Journey.withdrawnAfterAPull();
        String notice = Call.get("/api/v1/stop-use-notices?limit=1")
                .as(Account.SHELTER)
                .send()
                .is(200)
                .at("/items/0/noticeId");
        String soon = Instant.now()
                .plus(1, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();

        for (String body : new String[] {
            "{\"answer\":\"kept\"}",
            "{\"answer\":\"retained\"}",
            "{\"answer\":\"retained\",\"basis\":\"legal-duty\"}",
            "{\"answer\":\"retained\",\"basis\":\"because\",\"until\":\"" + soon + "\"}",
            "{\"answer\":\"retained\",\"basis\":\"legal-duty\",\"until\":\"2020-01-01T00:00:00Z\"}",
            "{\"answer\":\"erased\",\"basis\":\"legal-duty\"}",
            "{\"answer\":\"erased\",\"until\":\"" + soon + "\"}",
            "{\"answer\":\"retained\",\"basis\":\"journey\",\"until\":\"" + soon + "\"}",
            "{\"answer\":\"retained\",\"basis\":\"journey\",\"until\":\"" + soon + "\",\"personChose\":true}",
            "{\"answer\":\"erased\",\"why\":\"because\"}"
        }) {
            Call.post("/api/v1/stop-use-notices/" + notice + "/answer")
                    .as(Account.SHELTER)
                    .once()
                    .json(body)
                    .improper()
                    .send()
                    .refused(400, "invalid-request");
        }
    }

    @Test
    default void showsWhatIsOverdueToCommissionAndAuditorsAlone() {
        for (Account admitted :
                new Account[] {Account.AUDITOR, Account.of("tj-commission", "secretary", "commission")}) {
            Call.get("/api/v1/overdue").as(admitted).send().is(200);
        }
        for (Account barred : new Account[] {
            Account.OFFICER,
            Account.SHELTER,
            Account.REGISTRAR,
            // Of an agency that the registry names no focal point.
            Account.of("tj-hotline-national", "coordinator", "focal-point")
        }) {
            Call.get("/api/v1/overdue").as(barred).send().refused(403, "forbidden");
        }
    }

    @Test
    default void takesTheHoldersWordThatItErased() {
        String pulled = Journey.pulling(Journey.accepted(), Account.SHELTER, "identity")
                .send()
                .is(200)
                .at("/entry/eventId");

        attest(Account.CLINIC, pulled).refused(404, "not-found");
        attest(Account.SHELTER, pulled).is(200);
        attest(Account.SHELTER, pulled).refused(409, "conflict");
    }

    private static Reply attest(Account by, String disclosure) {
        return Call.post("/api/v1/retentions/" + disclosure + "/erasure")
                .as(by)
                .once()
                .send();
    }

    private static Reply answer(Account by, String notice, String body) {
        return Call.post("/api/v1/stop-use-notices/" + notice + "/answer")
                .as(by)
                .once()
                .json(body)
                .send();
    }

    private static String state(String caseId) {
        return Call.get("/api/v1/cases/" + caseId + "/stop-use-notices")
                .as(Account.OFFICER)
                .send()
                .is(200)
                .at("/items/0/state");
    }
}
