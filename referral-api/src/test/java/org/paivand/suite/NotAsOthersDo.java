package org.paivand.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** Seven things that systems of this kind get wrong; each is a sentence that holds here. */
interface NotAsOthersDo {

    @Test
    default void aConsentIsNoBooleanItSaysNothingOfAnotherRecipientPurposeOrCategory() {
        String referral = Journey.accepted();
        String caseId = Journey.filledCase();
        Journey.consent(
                        caseId,
                        Journey.consentUntil(Instant.now().plus(60, ChronoUnit.DAYS), "service-request", "identity"))
                .is(201);

        String withheld = Journey.pulling(referral, Account.SHELTER, "health")
                .send()
                .refused(403, "release-refused")
                .at("/withheld/0/reasonCode");
        Reply otherRecipient = offering(caseId, "tj-clinic-dushanbe", "shelter-placement");
        Reply otherPurpose = offering(caseId, "tj-shelter-north", "assistance");

        assertEquals("no-grant", withheld);
        assertEquals("no-grant", otherRecipient.refused(403, "offer-refused").at("/withheld/0/reasonCode"));
        assertEquals("no-grant", otherPurpose.refused(403, "offer-refused").at("/withheld/0/reasonCode"));
    }

    private static Reply offering(String caseId, String recipient, String purpose) {
        return Call.post("/api/v1/referrals")
                .as(Account.OFFICER)
                .once()
                .json(Journey.offer(caseId)
                        .replace("tj-shelter-north", recipient)
                        .replace("shelter-placement", purpose))
                .send();
    }

    @Test
    default void noClientCanSayThatAConsentWasOverridden() {
        String referral = Journey.accepted();
        long entries = Rows.entries();

        for (String member : new String[] {"overridden", "consentOverridden", "breakGlass", "force", "consent"}) {
            Call.post(Journey.path(referral, "releases"))
                    .as(Account.SHELTER)
                    .once()
                    .json("{\"categories\":[\"health\"],\"" + member + "\":true}")
                    .improper()
                    .send()
                    .refused(400, "invalid-request");
        }

        assertEquals(entries, Rows.entries());
    }

    @Test
    default void aNewerConsentRevivesNeitherWhatWasRefusedNorWhatWasTakenBack() {
        Consenting.Consented consented = Consenting.Consented.now();
        consented.happens("withdrawals", "{}");
        Journey.consent(consented.caseId(), Journey.consent("service-request")).is(201);

        assertEquals("consent-withdrawn", consented.reason("identity"));
        assertEquals("", consented.reason("service-request"));

        String refusal = Journey.consent("contact").replace("\"effect\":\"permit\"", "\"effect\":\"refuse\"");
        Journey.consent(consented.caseId(), refusal).is(201);
        Journey.consent(consented.caseId(), Journey.consent("contact")).is(201);

        assertEquals(
                "refused",
                Call.post("/api/v1/cases/" + consented.caseId() + "/previews")
                        .as(Account.OFFICER)
                        .json(
                                "{\"recipient\":\"tj-shelter-north\",\"purpose\":\"shelter-placement\",\"categories\":[\"contact\"]}")
                        .send()
                        .is(200)
                        .at("/decisions/0/reasonCode"));
        Journey.pulling(consented.referral(), Account.SHELTER, "contact").send().refused(403, "release-refused");
    }

    @Test
    default void aMissingPurposeMatchesNothing() {
        String caseId = Journey.filledCase();
        Journey.consent(caseId, Journey.consent("service-request")).is(201);
        String offer = Journey.offer(caseId).replace("\"purpose\":\"shelter-placement\",", "");
        String grant = Journey.consent("identity").replace("\"purpose\":\"shelter-placement\",", "");
        String wildcard = Journey.consent("identity").replace("shelter-placement", "*");

        for (Call call : new Call[] {
            Call.post("/api/v1/referrals").as(Account.OFFICER).once().json(offer),
            Call.post("/api/v1/cases/" + caseId + "/consents")
                    .as(Account.OFFICER)
                    .once()
                    .json(grant),
            Call.post("/api/v1/cases/" + caseId + "/consents")
                    .as(Account.OFFICER)
                    .once()
                    .json(wildcard),
            Call.post("/api/v1/cases/" + caseId + "/previews")
                    .as(Account.OFFICER)
                    .json("{\"recipient\":\"tj-shelter-north\"}")
        }) {
            assertTrue(call.improper()
                    .send()
                    .refused(400, "invalid-request")
                    .fault()
                    .contains("purpose"));
        }
    }

    @Test
    default void noDenialComesWithoutAReasonInTheLanguageOfWhoWasDenied() {
        String referral = Journey.accepted();
        String[] told = new String[3];
        String[] languages = {"tg", "ru", "en"};

        for (int i = 0; i < languages.length; i++) {
            Reply denied = Journey.pulling(referral, Account.SHELTER, "health", "travel")
                    .header("Accept-Language", languages[i])
                    .send()
                    .refused(403, "release-refused");
            told[i] = denied.at("/withheld/0/reason") + denied.at("/withheld/1/reason");
            assertFalse(denied.at("/withheld/1/reasonCode").isEmpty(), denied::text);
            assertFalse(denied.at("/withheld/1/reason").isBlank(), denied::text);
        }

        assertNotEquals(told[0], told[1]);
        assertNotEquals(told[1], told[2]);
    }

    @Test
    default void nothingBeyondTheServiceRequestIsSeenBeforeAcceptance() {
        String referral = Journey.offered();

        Reply early =
                Journey.pulling(referral, Account.SHELTER, "identity").send().refused(403, "release-refused");
        Reply outlook = Call.get(Journey.path(referral, "releases"))
                .as(Account.SHELTER)
                .send()
                .is(200);

        assertEquals("not-accepted", early.at("/withheld/0/reasonCode"));
        outlook.json().path("decisions").forEach(decision -> {
            boolean first = decision.path("category").asText().equals("service-request");
            assertEquals(first ? "permit" : "withhold", decision.path("outcome").asText(), decision::toString);
        });
        Journey.pulling(referral, Account.SHELTER, "service-request").send().is(200);
    }

    @Test
    default void everyReadIsAnEntryByTheTimeItsBytesArriveAuditorsReadsToo() {
        String referral = Journey.accepted();
        long before = Rows.entries();

        Reply read =
                Journey.pulling(referral, Account.SHELTER, "identity").send().is(200);
        long afterTheRead = Rows.entries();
        Journey.pulling(referral, Account.SHELTER, "health").send().refused(403, "release-refused");
        long afterTheDenial = Rows.entries();
        Call.get("/api/v1/audit/entries?limit=1&recipient=tj-shelter-north&from="
                        + Instant.now().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS))
                .as(Account.AUDITOR)
                .send()
                .is(200);

        assertEquals(before + 1, afterTheRead);
        assertEquals(before + 2, afterTheDenial);
        assertEquals(before + 3, Rows.entries());
        assertFalse(read.at("/entry/eventId").isEmpty());
    }
}
