package org.paivand.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Cases of two controllers that a person links, over HTTP. */
interface JointLinking {
    /** A case of that agency, whose person lets the other agency and the shelter know with whom they belong. */
    static String agreed(Account controller, Account other) {
        String caseId = Call.post("/api/v1/cases")
                .as(controller)
                .once()
                .json("{}")
                .send()
                .is(201)
                .at("/caseId");
        Call.put("/api/v1/cases/" + caseId + "/sections/service-request")
                .as(controller)
                .header("If-None-Match", "*")
                .json(Journey.SERVICE_REQUEST)
                .send()
                .is(204);
        permit(controller, caseId, other.agency());
        permit(controller, caseId, Account.SHELTER.agency());
        return caseId;
    }

    private static void permit(Account controller, String caseId, String agency) {
        Call.post("/api/v1/cases/" + caseId + "/consents")
                .as(controller)
                .once()
                .json(Journey.consent("service-request")
                        .replace("\"notice-referral\",\"version\":1", "\"notice-together\",\"version\":2")
                        .replaceAll(
                                "\"sha256\":\"[0-9a-f]{64}\"",
                                "\"sha256\":\"c1e8f961d5eb62a9c43056e0962365b06e8536112d954f61340f3a28551a75eb\"")
                        .replace("tj-shelter-north", agency))
                .send()
                .is(201);
    }

    /** The officer's code for the NGO. */
    static Reply proposed(String caseId) {
        return Call.post(path(caseId))
                .as(Account.OFFICER)
                .json("{\"kind\":\"family-unit\",\"with\":\"tj-ngo-psychosocial\",\"constraint\":\"keep-together\"}")
                .send()
                .is(201);
    }

    private static Call entering(String caseId, String code) {
        return Call.post(path(caseId) + "/entered")
                .as(Account.PSYCHOSOCIAL)
                .json("{\"code\":\"" + code + "\",\"with\":\"tj-police-dushanbe\",\"constraint\":\"none\"}");
    }

    /** Links the officer's case with the NGO's; returns the link. */
    static String linked(String officers, String ngos) {
        return entering(ngos, proposed(officers).at("/code")).send().is(200).at("/linkId");
    }

    private static String path(String caseId) {
        return "/api/v1/cases/" + caseId + "/joint-links";
    }

    private static Reply offered(Account by, String caseId, String link) {
        return Call.post("/api/v1/referrals")
                .as(by)
                .once()
                .json(Journey.offer(caseId).replace("\"urgency\"", "\"linkId\":\"" + link + "\",\"urgency\""))
                .send();
    }

    private static Reply referral(Account by, String id) {
        return Call.get("/api/v1/referrals/" + id).as(by).send().is(200);
    }

    @Test
    default void linksByACodeAndTellsTheShelterAlone() {
        String officers = agreed(Account.OFFICER, Account.PSYCHOSOCIAL);
        String ngos = agreed(Account.PSYCHOSOCIAL, Account.OFFICER);
        String link = linked(officers, ngos);
        Reply seen = Call.get(path(officers)).as(Account.OFFICER).send().is(200);
        assertEquals("linked", seen.at("/items/0/state"));
        assertEquals("none", seen.at("/items/0/otherConstraint"));
        assertFalse(seen.text().contains(ngos));
        assertFalse(Call.get(path(ngos))
                .as(Account.PSYCHOSOCIAL)
                .send()
                .is(200)
                .text()
                .contains(officers));

        String one = offered(Account.OFFICER, officers, link).is(201).at("/referralId");
        assertFalse(referral(Account.SHELTER, one).text().contains("\"group\""));
        String other = offered(Account.PSYCHOSOCIAL, ngos, link).is(201).at("/referralId");

        assertEquals("2", referral(Account.SHELTER, one).at("/group/size"));
        assertEquals(
                referral(Account.SHELTER, one).at("/group/groupOfferId"),
                referral(Account.SHELTER, other).at("/group/groupOfferId"));
        assertFalse(referral(Account.OFFICER, one).text().contains("\"group\""));
        assertFalse(referral(Account.PSYCHOSOCIAL, other).text().contains("\"group\""));
    }

    @Test
    default void answersWrongAndForeignCodesByTheSameWords() {
        String officers = agreed(Account.OFFICER, Account.PSYCHOSOCIAL);
        String ngos = agreed(Account.PSYCHOSOCIAL, Account.OFFICER);
        String used = proposed(officers).at("/code");
        entering(ngos, used).send().is(200);

        String wrong = entering(ngos, "481 205 993 017 264 850 329")
                .send()
                .refused(422, "link-code-refused")
                .at("/title");
        assertEquals(
                wrong,
                entering(ngos, used).send().refused(422, "link-code-refused").at("/title"));
        assertEquals(
                wrong,
                entering(ngos, "1").send().refused(422, "link-code-refused").at("/title"));
        Call.get(path(officers)).as(Account.PSYCHOSOCIAL).send().refused(404, "not-found");
        Call.get(path(officers)).as(Account.SHELTER).send().refused(403, "forbidden");
    }

    @Test
    default void takesNoLinkThatIsNone() {
        String officers = agreed(Account.OFFICER, Account.PSYCHOSOCIAL);
        for (String nobody : List.of("tj-police-dushanbe", "tj-nobody")) {
            Reply refused = Call.post(path(officers))
                    .as(Account.OFFICER)
                    .json("{\"kind\":\"family-unit\",\"with\":\"" + nobody + "\",\"constraint\":\"none\"}")
                    .send();
            refused.refused(400, "invalid-request");
            assertEquals("/with", refused.at("/errors/0/pointer"));
        }
        Call.post(path(officers))
                .as(Account.OFFICER)
                .json("{\"kind\":\"family-unit\",\"with\":\"tj-clinic-dushanbe\",\"constraint\":\"none\"}")
                .send()
                .refused(403, "together-refused");
        Call.delete(path(officers) + "/" + UUID.randomUUID())
                .as(Account.OFFICER)
                .send()
                .refused(404, "not-found");
        offered(Account.OFFICER, officers, UUID.randomUUID().toString()).refused(404, "not-found");
    }
}
