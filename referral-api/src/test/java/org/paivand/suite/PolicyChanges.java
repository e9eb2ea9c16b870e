package org.paivand.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.paivand.disclosure.json.PolicyDocument;

/** Two people of the commission change the policy. What they confirm here begins long after the suite has ended. */
interface PolicyChanges {
    Account COMMISSIONER = Account.of("tj-commission", "commissioner-one", "commission");
    Account OTHER_COMMISSIONER = Account.of("tj-commission", "commissioner-two", "commission");
    AtomicInteger NUMBER = new AtomicInteger(100);

    @Test
    default void aPolicyIsChangedByTwoPeopleWhoSawTheSameLines() {
        String document = document("\"maximumMinutes\" : 240", "\"maximumMinutes\" : 30");
        Reply proposed = proposed(document);
        String id = proposed.at("/approvalId");

        assertEquals("/version", proposed.at("/differences/0/path"));
        assertEquals("/breakGlass/maximumMinutes", proposed.at("/differences/1/path"));
        assertEquals("240", proposed.at("/differences/1/before"));
        assertEquals("30", proposed.at("/differences/1/after"));
        decided(id, "confirmation", COMMISSIONER).refused(403, "own-change");
        decided(id, "confirmation", Account.OFFICER).refused(403, "forbidden");
        decided(id, "confirmation", Account.REGISTRAR).refused(403, "forbidden");
        Reply confirmed = decided(id, "confirmation", OTHER_COMMISSIONER).is(200);
        decided(id, "rejection", OTHER_COMMISSIONER).refused(409, "conflict");

        Reply list = Call.get("/api/v1/policies").as(Account.OFFICER).send().is(200);
        assertEquals(proposed.at("/sha256"), list.at("/items/0/sha256"));
        assertEquals("scheduled", list.at("/items/0/state"));
        assertEquals("commissioner-one", list.at("/items/0/proposedBy"));
        assertEquals("commissioner-two", list.at("/items/0/confirmedBy"));
        assertEquals(proposed.json().path("differences"), confirmed.json().path("differences"));
        assertEquals(
                document,
                Call.get("/api/v1/policies/" + proposed.at("/sha256"))
                        .as(Account.SHELTER)
                        .send()
                        .is(200)
                        .at("/document"));
    }

    @Test
    default void aPolicyIsReadStrictlyAndNothingOfItIsEchoed() {
        String document = document("\"reviewHours\" : 72", "\"reviewHours\" : 48");

        assertEquals(
                "/document/ceilings bad-pattern", fault(document.replace("\"medical-care\" : {", "\"secret\" : {")));
        assertEquals(
                "/document/breakGlass bad-pattern",
                fault(document.replace("\"reviewHours\" : 48", "\"reviewHours\" : 480")));
        assertEquals("/document bad-pattern", fault(document.replace("\n", "\r\n")));
        assertEquals("/document/format bad-pattern", fault("{}"));
        assertEquals("/document/version duplicate", fault(document.replaceFirst("\"tj-[0-9]+\"", "\"tj-2\"")));
        assertTrue(propose(document.replace("medical-care", "secret"), "2099-01-01T00:00:00Z")
                .refused(400, "invalid-request")
                .text()
                .lines()
                .noneMatch(line -> line.contains("secret")));
        assertEquals(
                "/validFrom out-of-range",
                propose(document, Instant.now().minusSeconds(1).toString())
                        .refused(400, "invalid-request")
                        .fault());
    }

    @Test
    default void nobodyElseProposesAndNothingUnknownIsRead() {
        for (Account account : new Account[] {Account.OFFICER, Account.REGISTRAR, Account.AUDITOR}) {
            Call.post("/api/v1/policies")
                    .as(account)
                    .once()
                    .json(body(document("x", "x"), "2099-01-01T00:00:00Z"))
                    .send()
                    .refused(403, "forbidden");
            Call.get("/api/v1/policies/proposals").as(account).send().refused(403, "forbidden");
        }
        Call.get("/api/v1/policies/" + "0".repeat(64))
                .as(Account.OFFICER)
                .send()
                .refused(404, "not-found");
        Call.get("/api/v1/policies/tj-2").as(Account.OFFICER).improper().send().refused(404, "not-found");
    }

    @Test
    default void theSchemaForEditorsIsPublished() {
        Reply schema = Call.get("/schemas/policy.schema.json").send().is(200);

        assertEquals("A policy of Paivand", schema.at("/title"));
    }

    private static String fault(String document) {
        return proposing(document, "2099-01-01T00:00:00Z")
                .improper()
                .send()
                .refused(400, "invalid-request")
                .fault();
    }

    private static Reply decided(String id, String verdict, Account by) {
        return Call.post("/api/v1/policies/proposals/" + id + "/" + verdict)
                .as(by)
                .send();
    }

    /** A proposal that nobody has made before. */
    static Reply proposed() {
        return proposed(document("\"reviewHours\" : 72", "\"reviewHours\" : 48"));
    }

    private static Reply proposed(String document) {
        return propose(document, begins()).is(202);
    }

    private static Reply propose(String document, String validFrom) {
        return proposing(document, validFrom).send();
    }

    private static Call proposing(String document, String validFrom) {
        return Call.post("/api/v1/policies").as(COMMISSIONER).once().json(body(document, validFrom));
    }

    /** The body of such a proposal. */
    static String body() {
        return body(document("\"reviewHours\" : 72", "\"reviewHours\" : 48"), begins());
    }

    private static String begins() {
        return Instant.parse("2100-01-01T00:00:00Z")
                .plusSeconds(NUMBER.incrementAndGet())
                .toString();
    }

    private static String body(String document, String validFrom) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("validFrom", validFrom)
                .put("document", document)
                .toString();
    }

    private static String document(String from, String to) {
        return new String(PolicyDocument.tajikistan().bytes(), StandardCharsets.UTF_8)
                .replace("\"tj-2\"", "\"tj-" + NUMBER.incrementAndGet() + "\"")
                .replace(from, to);
    }
}
