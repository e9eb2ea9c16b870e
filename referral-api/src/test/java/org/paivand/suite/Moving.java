package org.paivand.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Referrals on their way, over HTTP: what each side is told, and what is refused. */
interface Moving {
    static String asked() {
        String referral = Journey.offered();
        move(Account.SHELTER, referral, "questions", "{\"topics\":[\"language\",\"arrival\"]}")
                .is(200);
        return referral;
    }

    static String underway() {
        String referral = Journey.accepted();
        move(Account.SHELTER, referral, "progress", "{\"step\":\"arrived\"}").is(200);
        return referral;
    }

    private static Reply move(Account by, String referral, String move, String body) {
        return Call.post(Journey.path(referral, move)).as(by).json(body).send();
    }

    private static Reply read(Account by, String referral, String path) {
        return Call.get("/api/v1/referrals/" + referral + path).as(by).send().is(200);
    }

    @Test
    default void givesTheSenderAnEntityTagThatNoStepOfTheRecipientMoves() {
        String referral = Journey.accepted();
        Reply accepted = read(Account.OFFICER, referral, "");

        for (String step : List.of("scheduled", "no-show", "arrived")) {
            move(Account.SHELTER, referral, "progress", "{\"step\":\"" + step + "\"}")
                    .is(200);
        }
        move(Account.SHELTER, referral, "hold", "{\"reason\":\"asked-by-person\"}")
                .is(200);

        Reply after = read(Account.OFFICER, referral, "");
        assertEquals(accepted.header("ETag"), after.header("ETag"));
        assertEquals(accepted.json(), after.json());
        String history = read(Account.OFFICER, referral, "/history").text();
        for (String step : List.of("in-progress", "on-hold", "arrived", "scheduled", "asked-by-person")) {
            assertFalse(history.contains(step), step);
        }
    }

    @Test
    default void refusesAnswersToWhatWasNotAskedAndTwoAnswersToOneTopic() {
        String referral = asked();
        String language = "{\"topic\":\"language\",\"answer\":\"corrected\"}";
        for (String answers : List.of(
                language, language + "," + language, language + ",{\"topic\":\"group\",\"answer\":\"not-told\"}")) {
            move(Account.OFFICER, referral, "answers", "{\"answers\":[" + answers + "]}")
                    .is(400);
        }

        assertEquals("clarifying", read(Account.SHELTER, referral, "").at("/state"));
        move(Account.SHELTER, referral, "answers", "{\"answers\":[" + language + "]}")
                .is(403);
    }

    @Test
    default void suggestsServicesThatExistToTheSenderOfADecline() {
        String referral = Journey.offered();
        move(
                        Account.SHELTER,
                        referral,
                        "decline",
                        "{\"code\":\"language\",\"suggestedServices\":[\"no-such-service\"]}")
                .is(400);

        move(Account.SHELTER, referral, "decline", "{\"code\":\"language\",\"suggestedServices\":[\"helpline\"]}")
                .is(200);

        Reply seen = read(Account.OFFICER, referral, "");
        assertEquals("helpline", seen.at("/suggestedServices/0"));
        assertEquals("unsuitable", seen.at("/declineReason"));
    }

    @Test
    default void keepsTheHistoryFromEverybodyElse() {
        Call.get("/api/v1/referrals/" + underway() + "/history")
                .as(Account.PSYCHOSOCIAL)
                .send()
                .is(404);
    }
}
