package org.paivand.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Agencies that come and go, at a node that has no realm to make accounts in. With one, the launcher's demonstration shows it. */
interface ComingAndGoing {
    String APPLICATIONS = "/api/v1/agency-applications";
    String APPLICATION = """
            {"agency":{"agencyId":"tj-ngo-coming","kind":"ngo","jurisdiction":"TJ","name":{"tg":"Намуна","ru":"Пример",
             "en":"Example"},"sector":"non-state","confidentialLocation":false},
             "contact":{"office":"it-service","phone":"+999000000"}}""";

    @Test
    default void nobodyAppliesWithoutAnAccountUnlessTheOperatorHasOpenedIt() {
        Call.post(APPLICATIONS).once().json(APPLICATION).send().refused(401, "unauthenticated");
    }

    @Test
    default void onlyRegistrarsAndTheCommissionRecordApplications() {
        applied(Account.OFFICER, APPLICATION).refused(403, "forbidden");
        Call.get(APPLICATIONS).as(Account.OFFICER).send().refused(403, "forbidden");
        Call.post("/api/v1/agencies/tj-ngo-legal-aid/off-boarding")
                .as(Account.COMMISSION)
                .send()
                .refused(403, "forbidden");
    }

    @Test
    default void withoutARealmNothingIsBegunAndItIsSaidWhatToDo() {
        Reply refused = applied(Account.REGISTRAR, APPLICATION).refused(503, "onboarding-unavailable");

        assertEquals(true, refused.at("/detail").contains("paivand.keycloak.url"));
        assertEquals(
                0,
                Call.get(APPLICATIONS)
                        .as(Account.COMMISSION)
                        .send()
                        .is(200)
                        .json()
                        .path("items")
                        .size());
    }

    @Test
    default void anApplicationIsReadStrictlyAndNothingOfItIsEchoed() {
        for (String wrong : new String[] {
            APPLICATION.replace("\"ngo\"", "\"circus\""),
            APPLICATION.replace("+999000000", "Aunt Example"),
            APPLICATION.replace("it-service", "Aunt Example"),
            APPLICATION.replace("tj-ngo-coming", "Aunt Example"),
            APPLICATION.replace("\"TJ\"", "\"TJK\""),
            APPLICATION.replace("\"contact\":{", "\"contact\":{\"name\":\"Aunt Example\","),
        }) {
            Reply refused = Call.post(APPLICATIONS)
                    .as(Account.REGISTRAR)
                    .once()
                    .json(wrong)
                    .improper()
                    .send()
                    .refused(400, "invalid-request");

            assertEquals(false, refused.text().contains("Aunt"));
        }
    }

    @Test
    default void whatIsNotThereIsNotThere() {
        String never = APPLICATIONS + "/3e23e816-0039-494a-b389-4f6564e1b135";

        Call.get(never).as(Account.REGISTRAR).send().refused(404, "not-found");
        Call.post(never + "/rejection").as(Account.REGISTRAR).send().refused(404, "not-found");
        Call.post("/api/v1/agencies/tj-ngo-never/off-boarding")
                .as(Account.REGISTRAR)
                .send()
                .refused(404, "not-found");
        Call.get("/api/v1/agencies/tj-ngo-never/off-boarding")
                .as(Account.REGISTRAR)
                .send()
                .refused(404, "not-found");
    }

    private static Reply applied(Account account, String body) {
        return Call.post(APPLICATIONS).as(account).once().json(body).send();
    }
}
