package org.paivand.suite;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Webhooks and the feed over HTTP: who may have them, and where they may not lead. */
interface Hooks {
    Account PROGRAM = Account.of("tj-shelter-north", "program", "machine", "provider");

    /** A new one; the others of the agency go, since it may have ten. */
    static String made() {
        for (var webhook :
                Call.get("/api/v1/webhooks").as(PROGRAM).send().is(200).json().path("items")) {
            Call.delete("/api/v1/webhooks/" + webhook.path("webhookId").asText())
                    .as(PROGRAM)
                    .send()
                    .is(204);
        }
        return create(PROGRAM, "https://hooks.example.org/in").is(201).at("/webhookId");
    }

    private static Reply create(Account by, String url) {
        return Call.post("/api/v1/webhooks")
                .as(by)
                .once()
                .json("{\"url\":\"" + url + "\"}")
                .send();
    }

    @Test
    default void letsAWebhookLeadToNoPlaceOfTheNodesOwn() {
        for (String url : List.of(
                "http://hooks.example.org/in",
                "https://127.0.0.1/in",
                "http://127.0.0.1:8080/in",
                "https://localhost/in",
                "https://user@hooks.example.org/in")) {
            create(PROGRAM, url).is(400);
        }
    }

    @Test
    default void givesWebhooksToAnAgencysProgramAlone() {
        for (Account nobody : List.of(Account.OFFICER, Account.SHELTER, Account.AUDITOR)) {
            create(nobody, "https://hooks.example.org/in").refused(403, "forbidden");
            Call.get("/api/v1/webhooks").as(nobody).send().refused(403, "forbidden");
        }
        String id = made();
        Call.delete("/api/v1/webhooks/" + id)
                .as(Account.of("tj-ngo-psychosocial", "program", "machine", "provider"))
                .send()
                .is(404);
    }

    @Test
    default void showsTheSecretOnce() {
        made();

        assertFalse(
                Call.get("/api/v1/webhooks").as(PROGRAM).send().is(200).text().contains("whsec_"));
    }

    @Test
    default void refusesAFeedThatIsAskedForOddly() {
        for (String query : List.of("after=-1", "after=01", "after=x", "wait=26", "wait=-1", "wait=1.5", "limit=0")) {
            Call.get("/api/v1/notifications?" + query)
                    .as(Account.SHELTER)
                    .improper()
                    .send()
                    .is(400);
        }
        Call.get("/api/v1/notifications").as(Account.AUDITOR).send().refused(403, "forbidden");
    }
}
