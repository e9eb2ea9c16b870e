package org.paivand.suite;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbers over HTTP: who may not read them, and how else they can't be asked for. */
interface Statistics {
    @Test
    default void areForTheCommissionAndAuditorsAlone() {
        Call.get("/api/v1/statistics").as(Account.AUDITOR).send().is(200);
        for (Account other : List.of(Account.OFFICER, Account.SHELTER, Account.REGISTRAR, Account.CHILD_PROTECTION)) {
            Call.get("/api/v1/statistics").as(other).send().refused(403, "forbidden");
        }
    }

    @Test
    default void areOfQuartersThatHaveEndedAndOfNothingFiner() {
        Call.get("/api/v1/statistics?quarter=2999-Q4")
                .as(Account.COMMISSION)
                .send()
                .refused(400, "invalid-request");
        for (String other : List.of("2025", "2025-10", "2025-Q5", "2025-Q1%20")) {
            Call.get("/api/v1/statistics?quarter=" + other)
                    .as(Account.COMMISSION)
                    .improper()
                    .send()
                    .refused(400, "invalid-request");
        }
    }
}
