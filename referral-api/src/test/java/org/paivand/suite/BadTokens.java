package org.paivand.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tokens that say too little, too much, or lie. */
interface BadTokens {

    @Test
    default void turnsAwayWhoHasNoToken() {
        for (String path : List.of("/api/v1/cases", "/api/v1/agencies", "/api/v1/audit/entries", "/log/checkpoint")) {
            assertUnauthenticated(Call.get(path));
        }
        assertUnauthenticated(Call.post("/api/v1/cases").once().json("{}"));
    }

    @Test
    default void turnsAwayAnExpiredToken() {
        assertUnauthenticated(listing(tokens().expired(Account.OFFICER)));
    }

    @Test
    default void turnsAwayATokenThatAnotherKeySigned() {
        assertUnauthenticated(listing(tokens().signedByAStranger(Account.OFFICER)));
    }

    @Test
    default void turnsAwayATokenOfAnotherIssuer() {
        assertUnauthenticated(
                listing(tokens().altered(Account.OFFICER, claims -> claims.issuer("http://127.0.0.1/realms/another"))));
    }

    @Test
    default void turnsAwayATokenForAnotherAudience() {
        assertUnauthenticated(listing(tokens().altered(Account.OFFICER, claims -> claims.audience("another-api"))));
        assertUnauthenticated(listing(tokens().altered(Account.OFFICER, claims -> claims.audience((String) null))));
    }

    @Test
    default void turnsAwayATokenWithoutASignature() {
        assertUnauthenticated(listing(tokens().unsigned(Account.OFFICER)));
    }

    @Test
    default void turnsAwayATokenWhoseClaimsWereChangedAfterSigning() {
        String[] honest = tokens().of(Account.SHELTER).split("\\.", -1);
        String[] wanted = tokens().of(Account.OFFICER).split("\\.", -1);

        assertUnauthenticated(listing(honest[0] + "." + wanted[1] + "." + honest[2]));
    }

    @Test
    default void turnsAwayWhatIsNoTokenAtAll() {
        assertUnauthenticated(listing(Markers.RUN));
        assertUnauthenticated(listing("a.b.c"));
        assertUnauthenticated(Call.get("/api/v1/cases").header("Authorization", "Basic cGFpdmFuZDpwYWl2YW5k"));
    }

    @Test
    default void forbidsWhatTheRoleDoesNotAllow() {
        Call.post("/api/v1/cases").as(Account.SHELTER).once().json("{}").send().refused(403, "forbidden");
        Call.get("/api/v1/cases").as(Account.AUDITOR).send().refused(403, "forbidden");
        Call.get("/api/v1/audit/entries").as(Account.OFFICER).send().refused(403, "forbidden");
        Call.get("/log/checkpoint").as(Account.OFFICER).send().refused(403, "forbidden");
        Call.get("/api/v1/approvals").as(Account.OFFICER).send().refused(403, "forbidden");
    }

    @Test
    default void forbidsEverythingToWhoHasNoRoleOfOurs() {
        Account nobody = Account.of("tj-police-dushanbe", "nobody", "offline_access");

        Call.get("/api/v1/cases").as(nobody).send().refused(403, "forbidden");
    }

    @Test
    default void forbidsAnAuditorAnyOtherRole() {
        for (String role : List.of("referrer", "provider", "registrar", "commission", "machine")) {
            Account both = Account.of("tj-ombudsman", "both", "auditor", role);

            Call.get("/api/v1/audit/entries").as(both).send().refused(403, "conflicting-roles");
        }
    }

    @Test
    default void forbidsAnAgencyThatTheRegistryDoesNotKnow() {
        Call.get("/api/v1/cases")
                .as(Account.of("tj-unheard-of", "x", "referrer"))
                .send()
                .refused(403, "forbidden");
        Call.get("/api/v1/cases")
                .as(Account.of("../etc", "x", "referrer"))
                .send()
                .refused(403, "forbidden");
    }

    @Test
    default void forbidsASuspendedAgency() {
        Call.get("/api/v1/agencies")
                .as(Account.of(TestNode.SUSPENDED, "x", "provider"))
                .send()
                .refused(403, "forbidden");
    }

    @Test
    default void forbidsATokenThatNamesNoAgency() {
        listing(tokens().altered(Account.OFFICER, claims -> claims.claim("agency", null)))
                .send()
                .refused(403, "forbidden");
        listing(tokens().altered(Account.OFFICER, claims -> claims.claim("agency", List.of("tj-police-dushanbe"))))
                .send()
                .refused(403, "forbidden");
    }

    @Test
    default void turnsAwayOrForbidsATokenThatNamesNobody() {
        for (String claim : List.of("sub", "jti", "azp")) {
            Reply reply = listing(tokens().altered(Account.OFFICER, claims -> claims.claim(claim, null)))
                    .send();

            assertTrue(reply.status() == 401 || reply.status() == 403, () -> claim + " " + reply);
        }
    }

    @Test
    default void asksAMachineForItsWorker() {
        String referral = Journey.accepted();
        Account silent =
                new Account("tj-shelter-north", "service-account", List.of("provider", "machine"), Optional.empty());
        Map<String, Long> before = Rows.counted();

        Journey.pulling(referral, silent, "identity").send().refused(403, "worker-required");

        assertEquals(before, Rows.counted());
    }

    @Test
    default void refusesAHumanWhoNamesAWorker() {
        Account pretending =
                new Account("tj-shelter-north", "worker-two", List.of("provider"), Optional.of("worker-one"));

        Reply refused = Call.get("/api/v1/referrals?box=inbox").as(pretending).send();

        assertTrue(refused.refused(400, "invalid-request").fault().contains("Paivand-Worker"));
    }

    @Test
    default void refusesAWorkerThatIsNoName() {
        Call.get("/api/v1/referrals?box=inbox")
                .as(Account.system(Markers.RUN + "!"))
                .improper()
                .send()
                .refused(400, "invalid-request");
    }

    private static Tokens tokens() {
        return TestNode.prepared().tokens();
    }

    private static Call listing(String token) {
        return Call.get("/api/v1/cases").bearer(token);
    }

    private static void assertUnauthenticated(Call call) {
        Map<String, Long> before = Rows.counted();
        Reply reply = call.send().refused(401, "unauthenticated");
        assertTrue(reply.header("WWW-Authenticate").startsWith("Bearer"));
        assertEquals(before, Rows.counted());
    }
}
