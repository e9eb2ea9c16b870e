package org.paivand.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** People who belong together, over HTTP. */
interface Families {
    /** A filled case whose person agreed to be asked for with others. */
    static String agreed() {
        String caseId = Journey.filledCase();
        Journey.consent(caseId, consentToGoTogether()).is(201);
        return caseId;
    }

    private static String consentToGoTogether() {
        return Journey.consent("service-request", "identity", "contact")
                .replace("notice-referral", "notice-together")
                .replaceAll(
                        "\"sha256\":\"[0-9a-f]{64}\"",
                        "\"sha256\":\"c5ac41f97e48d77756539c87ad15d528cf11d549c5e1cf8aad59970c335efe15\"");
    }

    /** The group of these cases. */
    static String linked(List<String> cases) {
        return link(Account.OFFICER, cases).is(201).at("/groupId");
    }

    private static Reply link(Account by, List<String> cases) {
        return linking(by, cases).send();
    }

    private static Call linking(Account by, List<String> cases) {
        String members = cases.stream()
                .map(id -> "{\"caseId\":\"" + id + "\",\"constraint\":\"keep-together\"}")
                .collect(Collectors.joining(","));
        return Call.post("/api/v1/case-groups")
                .as(by)
                .once()
                .json("{\"kind\":\"family-unit\",\"members\":[" + members + "]}");
    }

    /** What the officer is told of an offer of these cases to the northern shelter. */
    static Reply offer(String group, List<String> cases) {
        return offering(group, cases).send();
    }

    private static Call offering(String group, List<String> cases) {
        return Call.post("/api/v1/group-offers").as(Account.OFFICER).once().json("""
                        {"groupId":"%s","cases":["%s"],"recipient":"tj-shelter-north","purpose":"shelter-placement",
                         "urgency":"urgent","servicesRequested":["shelter"]}""".formatted(
                        group, String.join("\",\"", cases)));
    }

    private static Reply read(Account by, String offer) {
        return Call.get("/api/v1/group-offers/" + offer).as(by).send();
    }

    private static Reply move(String referral, String move, String body) {
        Call call = Call.post(Journey.path(referral, move)).as(Account.SHELTER);
        return (body.isEmpty() ? call : call.json(body)).send().is(200);
    }

    @Test
    default void offersAFamilyAtOnceAndWarnsTheShelterThatDividesIt() {
        List<String> cases = List.of(agreed(), agreed());
        Reply offered = offer(linked(cases), cases).is(201);
        String id = offered.at("/groupOfferId");
        assertTrue(cases.contains(offered.at("/referrals/0/caseId")));
        Reply received = read(Account.SHELTER, id).is(200);
        assertFalse(received.text().contains("caseId"));

        Reply accepted = move(received.at("/referrals/0/referralId"), "acceptance", "");
        Reply declined = move(received.at("/referrals/1/referralId"), "decline", "{\"code\":\"no-capacity\"}");

        assertEquals("2", accepted.at("/group/size"));
        assertEquals("false", accepted.at("/group/divided"));
        assertEquals("keep-together", declined.at("/group/constraint"));
        assertEquals("true", declined.at("/group/divided"));
        assertEquals("true", read(Account.OFFICER, id).is(200).at("/divided"));
    }

    @Test
    default void keepsTheLinkFromTheRecipientAndTheOfferFromAllOthers() {
        List<String> cases = List.of(agreed(), agreed());
        String group = linked(cases);
        String offer = offer(group, cases).is(201).at("/groupOfferId");

        read(Account.CLINIC, offer).refused(404, "not-found");
        read(Account.SHELTER, group).refused(404, "not-found");
        Call.get("/api/v1/case-groups/" + group).as(Account.SHELTER).send().refused(403, "forbidden");
        Call.get("/api/v1/case-groups/" + group).as(Account.PSYCHOSOCIAL).send().refused(404, "not-found");
        link(Account.PSYCHOSOCIAL, cases).refused(404, "not-found");
    }

    @Test
    default void offersNobodyIfOneMayNotBeOfferedAndSaysWhich() {
        String second = agreed();
        List<String> cases = List.of(agreed(), second);
        String group = linked(cases);
        String consent = Call.get("/api/v1/cases/" + second + "/consents")
                .as(Account.OFFICER)
                .send()
                .is(200)
                .at("/items/0/consentId");
        Call.post("/api/v1/cases/" + second + "/consents/" + consent + "/withdrawals")
                .as(Account.OFFICER)
                .once()
                .json("{}")
                .send()
                .is(201);
        Map<String, Long> before = Rows.counted();

        Reply refused = offer(group, cases);

        refused.refused(403, "offer-refused");
        assertEquals("/cases/1", refused.at("/refused/0/pointer"));
        assertEquals("service-request", refused.at("/refused/0/withheld/0/category"));
        assertEquals(before.get("paivand.referral"), Rows.counted().get("paivand.referral"));
        assertEquals(
                "false",
                Call.get("/api/v1/cases/" + second + "/groups")
                        .as(Account.OFFICER)
                        .send()
                        .is(200)
                        .at("/items/0/members/" + (cases.get(0).compareTo(second) < 0 ? 1 : 0) + "/agreed"));
    }

    @Test
    default void takesNoGroupThatIsNone() {
        String one = agreed();
        String silent = Journey.filledCase();
        String group = linked(List.of(one, agreed()));

        linking(Account.OFFICER, List.of(one)).improper().send().refused(400, "invalid-request");
        link(Account.OFFICER, List.of(one, one)).refused(400, "invalid-request");
        link(Account.OFFICER, List.of(one, agreed())).refused(409, "conflict");
        Reply refused = link(Account.OFFICER, List.of(agreed(), silent));
        refused.refused(403, "together-refused");
        assertEquals("/members/1/caseId", refused.at("/refused/0/pointer"));
        List<String> many = new ArrayList<>(
                Stream.generate(() -> UUID.randomUUID().toString()).limit(31).toList());
        linking(Account.OFFICER, many).improper().send().refused(400, "invalid-request");
        offering(group, many).improper().send().refused(400, "invalid-request");
        offering(group, List.of(one, one)).improper().send().refused(400, "invalid-request");
        offering(group, List.of(one)).improper().send().refused(400, "invalid-request");
        offer(group, List.of(one, silent)).refused(404, "not-found");
    }

    @Test
    default void takesOneMoreInAndLetsItGo() {
        List<String> cases = List.of(agreed(), agreed());
        String group = linked(cases);
        String third = agreed();
        String path = "/api/v1/case-groups/" + group + "/members";
        String body = "{\"caseId\":\"" + third + "\",\"constraint\":\"keep-apart\"}";

        Call.post(path).as(Account.OFFICER).json(body).send().is(200);
        Call.delete(path + "/" + third).as(Account.OFFICER).send().is(204);

        Call.delete(path + "/" + third).as(Account.OFFICER).send().refused(404, "not-found");
        offer(group, List.of(cases.get(0), third)).refused(404, "not-found");
        Call.delete(path + "/" + cases.get(0)).as(Account.OFFICER).send().is(204);
        Call.get("/api/v1/case-groups/" + group).as(Account.OFFICER).send().refused(404, "not-found");
    }
}
