package org.paivand.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the law has an agency tell another, over HTTP: what can't be told by it. */
interface Reporting {
    String TOLD = "/api/v1/statutory-notifications";

    @Test
    default void reachesWhoTheDutyNamesAndNobodyElse() {
        String id = tell(Account.OFFICER, body("child-at-risk")).is(201).at("/notificationId");

        assertTrue(list(Account.CHILD_PROTECTION).contains(id));
        assertFalse(list(Account.OFFICER).contains(id));
        assertFalse(list(Account.SHELTER).contains(id));
        Call.get(TOLD).as(Account.AUDITOR).send().refused(403, "forbidden");
    }

    @Test
    default void isRefusedWhereNoDutyCoversIt() {
        tell(Account.OFFICER, body("crime-known")).refused(403, "no-duty");
        tell(Account.PSYCHOSOCIAL, body("child-at-risk")).refused(403, "no-duty");
        tell(Account.AUDITOR, body("child-at-risk")).refused(403, "forbidden");
    }

    @Test
    default void takesNothingThatCouldTellWhoItIs() {
        String body = body("child-at-risk");
        for (String wrong : List.of(
                body.replace("}", ",\"givenName\":\"Nozanin\"}"),
                body.replace("}", ",\"caseId\":\"0b7c9a52-7a2d-4c69-8d0a-5b1f3e6a9c21\"}"),
                body.replace("}", ",\"note\":\"a girl from the market\"}"),
                body.replace("}", ",\"sex\":\"female\"}"),
                body.replace("}", ",\"to\":\"tj-police-dushanbe\"}"),
                body.replace(YearMonth.now(ZoneOffset.UTC).toString(), "2026-11-22"),
                body.replace("TJ-DU", "Dushanbe"))) {
            Call.post(TOLD)
                    .as(Account.OFFICER)
                    .once()
                    .improper()
                    .json(wrong)
                    .send()
                    .is(400);
        }
        tell(Account.OFFICER, body.replace("undetermined", "adult")).refused(400, "invalid-request");
        tell(Account.OFFICER, body.replace("TJ-DU", "RU-MOW")).refused(400, "invalid-request");
        tell(Account.OFFICER, body.replace(YearMonth.now(ZoneOffset.UTC).toString(), "2019-01"))
                .refused(400, "invalid-request");
    }

    @Test
    default void isToldOnceForOneKey() {
        String key = "statutory-" + System.nanoTime();
        String first = once(key).is(201).at("/notificationId");

        assertEquals(first, once(key).is(201).at("/notificationId"));
    }

    private static Reply once(String key) {
        return Call.post(TOLD)
                .as(Account.OFFICER)
                .once(key)
                .json(body("child-at-risk"))
                .send();
    }

    private static String body(String trigger) {
        return "{\"trigger\":\"" + trigger
                + "\",\"ageGroup\":\"undetermined\",\"form\":\"ForcedBegging\",\"region\":\"TJ-DU\",\"month\":\""
                + YearMonth.now(ZoneOffset.UTC) + "\"}";
    }

    private static Reply tell(Account by, String body) {
        return Call.post(TOLD).as(by).once().json(body).send();
    }

    private static String list(Account by) {
        return Call.get(TOLD + "?limit=100").as(by).send().is(200).text();
    }
}
