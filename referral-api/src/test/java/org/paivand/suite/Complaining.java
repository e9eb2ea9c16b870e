package org.paivand.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Complaints over HTTP: through a worker, by number, and what the Commission learns of them. */
interface Complaining {
    String COMPLAINTS = "/api/v1/complaints";
    Pattern SUBJECT = Pattern.compile("name=\"subject\"><option value=\"([0-9a-f]{16})\">");

    private static Reply filed(String reference, Account account, String body) {
        return Call.post("/api/v1/cases/" + reference + "/complaints")
                .as(account)
                .once()
                .json(body)
                .send();
    }

    /** The id of an open complaint of a case of its own. */
    static String filed() {
        return filed(Journey.filledCase(), Account.OFFICER, "{\"about\":\"tj-shelter-north\",\"topic\":\"no-answer\"}")
                .is(201)
                .at("/complaintId");
    }

    private static Reply answered(String id, Account account) {
        return Call.post(COMPLAINTS + "/" + id + "/answer")
                .as(account)
                .json("{\"outcome\":\"partly-upheld\"}")
                .send();
    }

    @Test
    default void reachesTheCommissionWithoutTheCaseAndHoldsErasureBack() {
        String caseId = Journey.filledCase();
        String body = "{\"about\":\"tj-shelter-north\",\"topic\":\"treated-badly\"}";
        String id = filed(caseId, Account.OFFICER, body).is(201).at("/complaintId");
        filed(caseId, Account.OFFICER, body).refused(409, "conflict");

        for (Account reader : new Account[] {Account.COMMISSION, Account.AUDITOR}) {
            Reply listed = Call.get(COMPLAINTS + "?state=open&limit=100")
                    .as(reader)
                    .send()
                    .is(200);
            assertTrue(listed.text().contains(id));
            assertFalse(listed.text().contains(caseId));
            assertFalse(listed.text().contains(Markers.RUN));
        }
        Call.post("/api/v1/cases/" + caseId + "/erasure")
                .as(Account.OFFICER)
                .once()
                .send()
                .refused(409, "conflict");
        answered(id, Account.COMMISSION).is(200);
        answered(id, Account.COMMISSION).refused(409, "conflict");
        Call.post("/api/v1/cases/" + caseId + "/erasure")
                .as(Account.OFFICER)
                .once()
                .send()
                .is(202);
    }

    @Test
    default void isNotThereForWhoHasNotTheCaseNorTheRole() {
        String caseId = Journey.filledCase();
        String body = "{\"about\":\"tj-shelter-north\",\"topic\":\"felt-unsafe\"}";

        filed(caseId, Account.OTHER_OFFICER, body).refused(404, "not-found");
        filed(caseId, Account.SHELTER, body).refused(404, "not-found");
        filed(caseId, Account.AUDITOR, body).refused(403, "forbidden");
        for (String wrong :
                new String[] {body.replace("felt-unsafe", "too-loud"), body.replace("}", ",\"text\":\"she said\"}")}) {
            Call.post("/api/v1/cases/" + caseId + "/complaints")
                    .as(Account.OFFICER)
                    .once()
                    .json(wrong)
                    .improper()
                    .send()
                    .refused(400, "invalid-request");
        }
        Call.get(COMPLAINTS).as(Account.OFFICER).send().refused(403, "forbidden");
        answered(UUID.randomUUID().toString(), Account.AUDITOR).refused(403, "forbidden");
        answered(UUID.randomUUID().toString(), Account.COMMISSION).refused(404, "not-found");
        Call.get(COMPLAINTS + "?state=old")
                .as(Account.COMMISSION)
                .improper()
                .send()
                .refused(400, "invalid-request");
    }

    @Test
    default void isMadeByNumberAndItsAnswerReadThere() {
        String caseId = Journey.filledCase();
        Journey.consent(caseId, Journey.consent("service-request")).is(201);
        Reply status = PersonsPages.entered(PersonsPages.numbers(caseId).get(0)).is(200);
        Reply form = PersonsPages.step("ticket=" + ticket(status) + "&step=complaining")
                .is(200);
        String sent = "&subject=" + subject(form) + "&topic=no-answer";
        long before = Call.get(COMPLAINTS + "?state=open&limit=100")
                .as(Account.COMMISSION)
                .send()
                .is(200)
                .json()
                .get("items")
                .size();

        Reply asked = PersonsPages.step("ticket=" + ticket(form) + "&step=complain" + sent)
                .is(200);
        Reply done = PersonsPages.step("ticket=" + ticket(asked) + "&step=yes-complain" + sent)
                .is(200);

        Reply open = Call.get(COMPLAINTS + "?state=open&limit=100")
                .as(Account.COMMISSION)
                .send()
                .is(200);
        assertEquals(before + 1, open.json().get("items").size());
        String waiting = done.text();
        answered(open.at("/items/0/complaintId"), Account.COMMISSION).is(200);
        Reply looked =
                PersonsPages.step("ticket=" + ticket(done) + "&step=look").is(200);
        assertFalse(looked.text().equals(waiting));
        PersonsPages.step("ticket=" + ticket(done) + "&step=complain&subject=0000000000000000&topic=no-answer")
                .is(400);
        PersonsPages.step("ticket=" + ticket(done) + "&step=yes-complain&subject=" + subject(form) + "&topic=words")
                .is(200);
    }

    private static String subject(Reply page) {
        return first(SUBJECT, page);
    }

    private static String ticket(Reply page) {
        return first(PersonsPages.TICKET, page);
    }

    private static String first(Pattern pattern, Reply page) {
        Matcher found = pattern.matcher(page.text());
        assertTrue(found.find(), page::text);
        return found.group(1);
    }
}
