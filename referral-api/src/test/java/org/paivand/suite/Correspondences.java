package org.paivand.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

/** What the two agencies of a referral write to each other, over HTTP. */
interface Correspondences {
    Account SENDER = Feedbacks.SENDER;

    /** A referral that the shelter accepted; both sides may read, and the sender wrote. */
    static String written() {
        String referral = Feedbacks.accepted("message", "service-request", "message");
        Call.post(Journey.path(referral, "assignments"))
                .as(Account.SHELTER)
                .json("{\"worker\":\"" + Account.SHELTER.user() + "\"}")
                .send()
                .is(200);
        write(referral, SENDER).is(201);
        return referral;
    }

    private static Reply write(String referral, Account by) {
        return Call.post(Journey.path(referral, "messages"))
                .as(by)
                .once()
                .json("{\"text\":\"" + Markers.GIVEN_NAME + "\"}")
                .send();
    }

    @Test
    default void goToTheOtherSideByAReleaseAlone() {
        String referral = written();

        Reply notes = Call.get(Journey.path(referral, "messages"))
                .as(Account.SHELTER)
                .send()
                .is(200);
        Reply told =
                Journey.pulling(referral, Account.SHELTER, "message").send().is(200);

        assertEquals(SENDER.agency(), notes.at("/items/0/from"));
        assertFalse(notes.text().contains(Markers.GIVEN_NAME));
        assertEquals(Markers.GIVEN_NAME, told.at("/sections/message/messages/0/text"));
    }

    @Test
    default void stayWithWhoWroteThemWithoutAGrantAndAreForNobodyElse() {
        String referral = Feedbacks.accepted("", "service-request");
        write(referral, SENDER).is(201);
        write(referral, Account.SHELTER).is(201);

        Reply notes =
                Call.get(Journey.path(referral, "messages")).as(SENDER).send().is(200);
        assertEquals(SENDER.agency(), notes.at("/items/0/from"));
        assertFalse(notes.text().contains(Account.SHELTER.agency()));
        Journey.pulling(referral, SENDER, "message").send().refused(403, "release-refused");
        write(referral, Account.CLINIC).refused(404, "not-found");
    }
}
