package org.paivand.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Registrars change the registry while the node runs; an agency is suspended and comes back. Each leaves it as it was. */
interface RegistryChanges {
    String LAWYERS = "/api/v1/registry/agency/tj-ngo-legal-aid";
    String ADVICE = "/api/v1/registry/service/legal-help";
    Account LAWYER = Account.of("tj-ngo-legal-aid", "lawyer", "provider");
    AtomicInteger NEW_AGENCIES = new AtomicInteger();

    @Test
    default void aSuspendedAgencysTokenIsWorthNothingUntilTwoPeopleSayOtherwise() {
        Call.get("/api/v1/referrals?box=inbox").as(LAWYER).send().is(200);

        changed(LAWYERS, "\"active\"", "\"suspended\"", Account.REGISTRAR).is(204);
        try {
            Call.get("/api/v1/referrals?box=inbox").as(LAWYER).send().refused(403, "forbidden");
            Call.get("/api/v1/agencies").as(LAWYER).send().refused(403, "forbidden");
            assertEquals(
                    "suspended",
                    Call.get("/api/v1/agencies/tj-ngo-legal-aid/live-cases")
                            .as(Account.REGISTRAR)
                            .send()
                            .is(200)
                            .at("/standing"));
        } finally {
            Reply waiting = changed(LAWYERS, "\"suspended\"", "\"active\"", Account.REGISTRAR)
                    .is(202);
            String confirmation = "/api/v1/approvals/" + waiting.at("/approvalId") + "/confirmation";
            Call.get("/api/v1/referrals?box=inbox").as(LAWYER).send().refused(403, "forbidden");
            Call.post(confirmation).as(Account.REGISTRAR).send().refused(403, "own-change");
            Reply confirmed =
                    Call.post(confirmation).as(Account.OTHER_REGISTRAR).send().is(200);
            assertEquals("registry", confirmed.at("/change"));
            assertEquals("tj-ngo-legal-aid", confirmed.at("/item/id"));
        }

        Call.get("/api/v1/referrals?box=inbox").as(LAWYER).send().is(200);
    }

    @Test
    default void aProviderChangesItsOwnServiceAndNobodyElses() {
        changed(ADVICE, "\"active\"", "\"temporarily-closed\"", LAWYER).is(204);
        changed(ADVICE, "\"temporarily-closed\"", "\"active\"", LAWYER).is(204);

        changed(ADVICE, "\"active\"", "\"inactive\"", Account.SHELTER).refused(403, "forbidden");
        changed(ADVICE, "\"active\"", "\"inactive\"", Account.OFFICER).refused(403, "forbidden");
        changed(LAWYERS, "\"non-state\"", "\"state\"", LAWYER).refused(403, "forbidden");
    }

    @Test
    default void aChangeNamesTheVersionThatWasSeen() {
        Reply read = Call.get(ADVICE).as(Account.REGISTRAR).send().is(200);

        Call.put(ADVICE).as(Account.REGISTRAR).json(read.text()).send().refused(428, "precondition-required");
        Call.put(ADVICE)
                .as(Account.REGISTRAR)
                .header("If-Match", "\"999\"")
                .json(read.text())
                .send()
                .refused(412, "stale-version");
        Call.put(ADVICE)
                .as(Account.REGISTRAR)
                .header("If-None-Match", "*")
                .json(read.text())
                .send()
                .refused(412, "stale-version");
        Call.put(ADVICE)
                .as(Account.REGISTRAR)
                .header("If-Match", read.header("ETag"))
                .json(read.text())
                .send()
                .is(204);
        assertEquals(
                read.header("ETag"),
                Call.get(ADVICE).as(Account.REGISTRAR).send().header("ETag"));
    }

    @Test
    default void whatIsWrongIsNamedByItsPlaceAndNeverRepeated() {
        String service = Call.get(ADVICE).as(Account.REGISTRAR).send().is(200).text();

        Reply term = improper(ADVICE, service.replaceFirst("\"legal-aid\"", "\"Nilufar\""));
        Reply member = improper(ADVICE, service.replaceFirst("\"status\"", "\"Nilufar\":1,\"status\""));
        Reply other = improper("/api/v1/registry/service/another-service", service);

        assertTrue(term.refused(400, "invalid-request").fault().matches("/types/[0-9] not-in-list"), term.text());
        assertEquals(" unknown-member", member.refused(400, "invalid-request").fault());
        assertEquals("/id contradiction", other.refused(400, "invalid-request").fault());
        for (Reply reply : new Reply[] {term, member, other}) {
            assertFalse(reply.text().contains("Nilufar"));
        }
        improper("/api/v1/registry/person/nilufar", service).refused(400, "invalid-request");
        improper("/api/v1/registry/agreement/tj-domestic", service).refused(400, "invalid-request");
        improper(ADVICE, service + "}").refused(400, "malformed-json");
    }

    @Test
    default void aNewAgencyIsThereWhenASecondRegistrarSaysSo() {
        String id = "tj-ngo-suite-" + NEW_AGENCIES.incrementAndGet();
        String agency = """
                {"id":"%s","kind":"ngo","jurisdiction":"TJ","name":{"tg":"Намуна","ru":"Пример","en":"Example"},
                 "sector":"non-state","confidentialLocation":false,"standing":"active"}""".formatted(id);
        Call proposal = Call.put("/api/v1/registry/agency/" + id)
                .as(Account.REGISTRAR)
                .header("If-None-Match", "*")
                .json(agency);
        Account newcomer = Account.of(id, "newcomer", "provider");

        String approval = proposal.send().is(202).at("/approvalId");
        assertEquals(approval, proposal.send().is(202).at("/approvalId"));
        Call.get("/api/v1/agencies").as(newcomer).send().refused(403, "forbidden");
        Call.post("/api/v1/approvals/" + approval + "/confirmation")
                .as(Account.OTHER_REGISTRAR)
                .send()
                .is(200);

        Call.get("/api/v1/agencies").as(newcomer).send().is(200);
        proposal.send().refused(412, "stale-version");
    }

    @Test
    default void everybodyFollowsTheRegistryAndSeesItsPast() {
        String before = Instant.now().toString();
        long last = last();
        changed(ADVICE, "\"active\"", "\"inactive\"", Account.REGISTRAR).is(204);
        changed(ADVICE, "\"inactive\"", "\"active\"", Account.REGISTRAR).is(204);

        JsonNode changes = Call.get("/api/v1/registry/changes?after=" + last)
                .as(Account.SHELTER)
                .send()
                .is(200)
                .json()
                .path("items");
        assertEquals("legal-help", changes.path(0).path("id").asText());
        assertEquals(last + 1, changes.path(0).path("number").asLong());
        assertFalse(changes.toString().contains("registrar-one"));
        assertTrue(Call.get(ADVICE + "?asOf=" + before)
                .as(Account.SHELTER)
                .send()
                .is(200)
                .text()
                .contains("\"active\""));
        Call.get("/api/v1/agencies/tj-ngo-legal-aid?asOf=" + before)
                .as(Account.OFFICER)
                .send()
                .is(200);
        Call.get("/api/v1/agencies/tj-ngo-legal-aid?asOf=2020-01-01T00:00:00Z")
                .as(Account.OFFICER)
                .send()
                .refused(404, "not-found");
        Call.get(ADVICE + "?asOf=2999-01-01T00:00:00Z")
                .as(Account.OFFICER)
                .send()
                .refused(400, "invalid-request");
        Call.get("/api/v1/registry/changes?after=-1")
                .as(Account.OFFICER)
                .improper()
                .send()
                .refused(400, "invalid-request");
    }

    @Test
    default void liveCasesAreForWhoeverFindsOthersToTakeThemOver() {
        String referral = Journey.accepted();

        JsonNode page = Call.get("/api/v1/agencies/tj-shelter-north/live-cases?limit=100")
                .as(Account.COMMISSION)
                .send()
                .is(200)
                .json();

        assertEquals(referral, page.at("/items/0/referralId").asText());
        assertEquals("tj-police-dushanbe", page.at("/items/0/controller").asText());
        for (Account nobody : new Account[] {Account.OFFICER, Account.SHELTER, Account.AUDITOR}) {
            Call.get("/api/v1/agencies/tj-shelter-north/live-cases")
                    .as(nobody)
                    .send()
                    .refused(403, "forbidden");
        }
        Call.get("/api/v1/agencies/tj-nobody/live-cases")
                .as(Account.REGISTRAR)
                .send()
                .refused(404, "not-found");
    }

    private static long last() {
        long last = 0;
        JsonNode items;
        do {
            items = Call.get("/api/v1/registry/changes?limit=100&after=" + last)
                    .as(Account.OFFICER)
                    .send()
                    .is(200)
                    .json()
                    .path("items");
            last = items.isEmpty()
                    ? last
                    : items.path(items.size() - 1).path("number").asLong();
        } while (!items.isEmpty());
        return last;
    }

    private static Reply improper(String path, String body) {
        return Call.put(path)
                .as(Account.REGISTRAR)
                .header("If-Match", "\"1\"")
                .improper()
                .json(body)
                .send();
    }

    /** The item as it stands, with one text in the place of another. */
    private static Reply changed(String path, String from, String to, Account by) {
        return unchanged(path, by, text -> {
                    assertTrue(text.contains(from), text);
                    return text.replace(from, to);
                })
                .send();
    }

    /** Puts the item in its own place. */
    static Call unchanged(String path, Account by, UnaryOperator<String> change) {
        Reply read = Call.get(path).as(Account.REGISTRAR).send().is(200);
        return Call.put(path).as(by).header("If-Match", read.header("ETag")).json(change.apply(read.text()));
    }
}
