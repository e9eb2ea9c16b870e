package org.paivand.suite;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Contacts over HTTP: what can't be said of one. */
interface Contacts {
    private static Reply record(Account by, String members) {
        return Call.post("/api/v1/contacts")
                .as(by)
                .once()
                .improper()
                .json("{\"channel\":\"telephone\",\"by\":\"person\",\"concern\":\"shelter\"," + members + "}")
                .send();
    }

    @Test
    default void takesNoContactThatContradictsItselfOrTellsMore() {
        for (String members : List.of(
                "\"result\":\"case-opened\"",
                "\"result\":\"informed\",\"serviceRequest\":" + Journey.SERVICE_REQUEST,
                "\"result\":\"informed\",\"serviceRequest\":null",
                "\"result\":\"case-opened\",\"serviceRequest\":[]",
                "\"result\":\"case-opened\",\"serviceRequest\":{\"name\":\"Nozanin\"}",
                "\"result\":\"informed\",\"note\":\"Nozanin called\"",
                "\"result\":\"Nozanin\"")) {
            record(Account.OFFICER, members).is(400);
        }
    }

    @Test
    default void letsOnlyThoseCountWhoOpenCases() {
        record(Account.AUDITOR, "\"result\":\"informed\"").refused(403, "forbidden");
    }
}
