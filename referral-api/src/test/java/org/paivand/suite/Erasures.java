package org.paivand.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Erasures that wait for a second person, and the openings of a year, over HTTP. */
interface Erasures {
    String WAITING = "/api/v1/erasures";

    private static String openings(int year) {
        return "/api/v1/openings/" + year + "/erasure";
    }

    private static int year() {
        return LocalDate.now(ZoneOffset.UTC).getYear();
    }

    private static Reply propose(Account account, int year) {
        return Call.post(openings(year)).as(account).once().send();
    }

    @Test
    default void listsTheErasuresOfItsCasesToWhoMayConfirmThem() {
        String caseId = Journey.emptyCase();
        String approval = Call.post("/api/v1/cases/" + caseId + "/erasure")
                .as(Account.OFFICER)
                .once()
                .send()
                .is(202)
                .at("/approvalId");

        Reply theirs = Call.get(WAITING).as(Account.SECOND_OFFICER).send().is(200);

        assertEquals(approval, theirs.at("/items/0/approvalId"));
        assertEquals(caseId, theirs.at("/items/0/caseId"));
        for (Account other : new Account[] {Account.OTHER_OFFICER, Account.SHELTER, Account.COMMISSION}) {
            assertFalse(Call.get(WAITING).as(other).send().is(200).text().contains(approval));
        }
        for (Account other : new Account[] {Account.AUDITOR, Account.REGISTRAR}) {
            Call.get(WAITING).as(other).send().refused(403, "forbidden");
        }
        Call.post("/api/v1/cases/" + caseId + "/erasure/" + approval + "/rejection")
                .as(Account.SECOND_OFFICER)
                .send()
                .is(200);
        assertFalse(Call.get(WAITING)
                .as(Account.SECOND_OFFICER)
                .send()
                .is(200)
                .text()
                .contains(approval));
    }

    @Test
    default void shredsNoOpeningsWhoseRetentionIsNotOver() {
        propose(Account.COMMISSION, year()).refused(409, "conflict");
        propose(Account.COMMISSION, year() - 1).refused(409, "conflict");
        propose(Account.COMMISSION, year() - 12).refused(404, "not-found");
        assertTrue(Call.get("/health/ready").improper().send().status() == 200);
    }

    @Test
    default void letsTheCommissionAloneShredOpenings() {
        for (Account other : new Account[] {Account.OFFICER, Account.REGISTRAR, Account.AUDITOR}) {
            propose(other, year()).refused(403, "forbidden");
        }
        for (String verdict : new String[] {"/confirmation", "/rejection"}) {
            String path = openings(year()) + "/" + UUID.randomUUID() + verdict;
            Call.post(path).as(Account.COMMISSION).send().refused(404, "not-found");
            Call.post(path).as(Account.OFFICER).send().refused(403, "forbidden");
        }
        Call.post("/api/v1/openings/last/erasure")
                .as(Account.COMMISSION)
                .once()
                .improper()
                .send()
                .refused(404, "not-found");
    }
}
