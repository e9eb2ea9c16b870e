package org.paivand.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Paper forms over HTTP: what is printed, and what isn't typed in. */
interface Paper {
    static String block(String type) {
        return issued(Account.OFFICER, type).at("/blockId");
    }

    private static Reply issued(Account by, String type) {
        return Call.post("/api/v1/form-blocks")
                .as(by)
                .once()
                .json("{\"type\":\"" + type + "\",\"count\":3}")
                .send()
                .is(201);
    }

    private static Reply print(Account by, String type, String query) {
        return Call.get("/api/v1/forms/" + type + "/tg" + query).as(by).send();
    }

    @Test
    default void arePrintedWithTheirNumbersUnderAPolicyThatRunsNothing() {
        Reply block = issued(Account.OFFICER, "consent");
        Reply page = print(Account.OFFICER, "consent", "?block=" + block.at("/blockId"))
                .is(200);

        assertTrue(page.text().contains(block.at("/numbers/2")));
        assertTrue(page.header("Content-Security-Policy").startsWith("default-src 'none'; style-src 'sha256-"));
        assertFalse(print(Account.OFFICER, "consent", "").is(200).text().contains(block.at("/numbers/0")));
    }

    @Test
    default void arePrintedForNobodyElseAndTakeNothingOfAnybody() {
        String block = block("consent");

        print(Account.SHELTER, "consent", "?block=" + block).refused(404, "not-found");
        print(Account.OFFICER, "out-of-band", "?block=" + block).refused(404, "not-found");
        print(Account.AUDITOR, "consent", "").refused(403, "forbidden");
        for (String wrong : List.of("?name=Nozanin", "?caseId=" + block, "?block=" + block + "&block=" + block)) {
            Call.get("/api/v1/forms/consent/tg" + wrong)
                    .as(Account.OFFICER)
                    .improper()
                    .send()
                    .is(400);
        }
    }

    @Test
    default void areTypedInOnce() {
        String caseId = Journey.filledCase();
        String number = issued(Account.OFFICER, "consent").at("/numbers/0");
        String body = Journey.consent("service-request").replaceFirst("\\{", "{\"formNumber\":\"" + number + "\",");

        Journey.consent(caseId, body).is(201);
        Journey.consent(caseId, body).refused(409, "form-already-entered");
        Journey.consent(caseId, body.replace(number, "000 005 725")).refused(400, "invalid-request");
        Journey.consent(
                        caseId,
                        body.replace(number, issued(Account.SHELTER, "consent").at("/numbers/0")))
                .refused(400, "invalid-request");
    }

    @Test
    default void haveNoMoreThanAHundredNumbers() {
        for (String count : List.of("0", "101", "-1", "\"3\"")) {
            Call.post("/api/v1/form-blocks")
                    .as(Account.OFFICER)
                    .once()
                    .improper()
                    .json("{\"type\":\"consent\",\"count\":" + count + "}")
                    .send()
                    .is(400);
        }
        assertEquals("consent", issued(Account.SHELTER, "consent").at("/type"));
    }
}
