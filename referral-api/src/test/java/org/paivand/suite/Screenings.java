package org.paivand.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Screenings over HTTP: what can't be said of one, and what a summary never says. */
interface Screenings {
    private static Call summing(Account by) {
        return Call.post("/api/v1/screening-summaries").as(by);
    }

    @Test
    default void takesNoIndicatorTwiceNorOneThatIsNoneNorAWordBesideThem() {
        for (String body : List.of(
                "{\"indicators\":[]}",
                "{\"ageGroup\":\"adult\"}",
                "{\"ageGroup\":\"old\",\"indicators\":[]}",
                "{\"ageGroup\":\"adult\",\"indicators\":[{\"indicator\":\"papers-kept\"}]}",
                "{\"ageGroup\":\"adult\",\"indicators\":[{\"indicator\":\"Nozanin\",\"finding\":\"present\"}]}",
                "{\"ageGroup\":\"adult\",\"indicators\":[{\"indicator\":\"papers-kept\",\"finding\":\"maybe\"}]}",
                "{\"ageGroup\":\"adult\",\"indicators\":[{\"indicator\":\"papers-kept\",\"finding\":\"present\",\"note\":\"x\"}]}",
                "{\"ageGroup\":\"adult\",\"indicators\":[],\"caseId\":\"0b7c9a52-7a2d-4c69-8d0a-5b1f3e6a9c21\"}")) {
            summing(Account.OFFICER).improper().json(body).send().is(400);
        }
        Reply twice = summing(Account.OFFICER)
                .json("{\"ageGroup\":\"adult\",\"indicators\":[{\"indicator\":\"papers-kept\",\"finding\":\"present\"},"
                        + "{\"indicator\":\"papers-kept\",\"finding\":\"absent\"}]}")
                .send()
                .refused(400, "invalid-request");
        assertEquals("/indicators/1/indicator", twice.at("/errors/0/pointer"));
    }

    @Test
    default void isSummedUpForWorkersOnly() {
        for (Account other : List.of(Account.AUDITOR, Account.COMMISSION)) {
            summing(other)
                    .json("{\"ageGroup\":\"adult\",\"indicators\":[]}")
                    .send()
                    .refused(403, "forbidden");
        }
    }
}
