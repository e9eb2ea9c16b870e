package org.paivand.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

/** Sending somebody on, over HTTP. */
interface Onward {
    /** A referral that the shelter accepted and read; the person permits that the lawyers be asked by it, or doesn't. */
    static String read(boolean permitted) {
        String caseId = Journey.filledCase();
        String share = Journey.consent("service-request");
        String onward = share.replace("\"share\"", "\"share\",\"onward\"");
        Journey.consent(caseId, onward).is(201);
        if (permitted) {
            Journey.consent(
                            caseId,
                            share.replace("\"share\"", "\"onward\"")
                                    .replace("tj-shelter-north", "tj-ngo-legal-aid")
                                    .replace("shelter-placement", "assistance"))
                    .is(201);
        }
        String referral = Journey.offering(caseId).send().is(201).at("/referralId");
        Journey.pulling(referral, Account.SHELTER, "service-request").send().is(200);
        Call.post(Journey.path(referral, "acceptance"))
                .as(Account.SHELTER)
                .send()
                .is(200);
        return referral;
    }

    private static Reply sendOn(String referral, Account by) {
        return Call.post(Journey.path(referral, "onward"))
                .as(by)
                .once()
                .json("""
                {"recipient":"tj-ngo-legal-aid","purpose":"assistance","urgency":"normal",
                 "servicesRequested":["legal-aid"]}""")
                .send();
    }

    @Test
    default void showsTheNewReferralToTheProviderAndNotToTheFirstSender() {
        String referral = read(true);

        Reply child = sendOn(referral, Account.SHELTER).is(201);

        assertEquals(referral, child.at("/onwardFrom"));
        assertEquals("tj-shelter-north", child.at("/from"));
        String path = "/api/v1/referrals/";
        assertEquals(
                child.at("/referralId"),
                Call.get(path + referral).as(Account.SHELTER).send().is(200).at("/onward/0"));
        assertFalse(Call.get(path + referral)
                .as(Account.OFFICER)
                .send()
                .is(200)
                .text()
                .contains("onward"));
        Call.get(path + child.at("/referralId")).as(Account.OFFICER).send().refused(404, "not-found");
    }

    @Test
    default void sendsNobodyOnWithoutTheirWord() {
        sendOn(read(false), Account.SHELTER).refused(403, "offer-refused");
        sendOn(read(true), Account.CLINIC).refused(404, "not-found");
        sendOn(read(true), Account.OFFICER).refused(403, "forbidden");
    }
}
