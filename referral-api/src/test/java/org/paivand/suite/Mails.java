package org.paivand.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.paivand.mail.MailServer;

/** Mails over HTTP and SMTP: who may have them, and what leaves. */
interface Mails {
    /** The other addresses of the agency go, since it may have twenty. */
    static Reply added() {
        for (var address : Call.get("/api/v1/mail-addresses")
                .as(Account.SHELTER)
                .send()
                .is(200)
                .json()
                .path("items")) {
            Call.delete("/api/v1/mail-addresses/" + address.path("addressId").asText())
                    .as(Account.SHELTER)
                    .send()
                    .is(204);
        }
        return add(Account.SHELTER, "desk-" + UUID.randomUUID() + "@example.org")
                .is(201);
    }

    private static Reply add(Account by, String address) {
        return Call.post("/api/v1/mail-addresses")
                .as(by)
                .once()
                .json("{\"address\":\"" + address + "\",\"language\":\"tg\"}")
                .send();
    }

    /** The code that was sent to it. */
    static String code(Reply added) {
        return TestNode.prepared().mailTo(added.at("/address"), 1).code();
    }

    private static Reply confirm(Reply added, String code) {
        return Call.post("/api/v1/mail-addresses/" + added.at("/addressId") + "/confirmation")
                .as(Account.SHELTER)
                .json("{\"code\":\"" + code + "\"}")
                .send();
    }

    @Test
    default void tellsByMailThatThereIsSomethingAndEndsItWithOneStep() {
        Reply added = added();
        confirm(added, code(added)).is(200);
        String referral = Journey.offered();

        MailServer.Received mail = TestNode.prepared().mailTo(added.at("/address"), 2);
        assertFalse((mail.raw() + mail.text()).contains(referral));
        assertFalse(mail.raw().contains(Account.OFFICER.agency()) || mail.raw().contains(Account.SHELTER.agency()));
        String way = mail.header("List-Unsubscribe").replaceAll("^<https://node\\.example\\.org|>$", "");
        assertTrue(Call.get(way).send().is(200).text().contains("action=\"" + way + "\""));
        assertEquals("confirmed", standing());
        byte[] ended = oneClick(way).is(200).bytes();
        assertEquals("unsubscribed", standing());
        assertEquals(
                new String(ended, StandardCharsets.UTF_8),
                oneClick("/u/" + UUID.randomUUID() + way.substring(way.indexOf('.')))
                        .is(200)
                        .text());
    }

    private static String standing() {
        return Call.get("/api/v1/mail-addresses")
                .as(Account.SHELTER)
                .send()
                .is(200)
                .at("/items/0/state");
    }

    private static Reply oneClick(String way) {
        return Call.post(way)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .body("List-Unsubscribe=One-Click")
                .improper()
                .send();
    }

    @Test
    default void takesNoAddressThatIsMoreThanOne() {
        for (String address : List.of(
                "desk@example.org\\r\\nBcc: all@example.org",
                "a@example.org,b@example.org",
                "desk@127.0.0.1",
                "Nozanin")) {
            Call.post("/api/v1/mail-addresses")
                    .as(Account.SHELTER)
                    .once()
                    .improper()
                    .json("{\"address\":\"" + address + "\",\"language\":\"tg\"}")
                    .send()
                    .refused(400, "invalid-request");
        }
    }

    @Test
    default void givesAddressesToThoseAloneWhoReadTheFeed() {
        for (Account nobody : List.of(Account.AUDITOR, Account.REGISTRAR, Account.REVIEWER)) {
            add(nobody, "desk@example.org").refused(403, "forbidden");
            Call.get("/api/v1/mail-addresses").as(nobody).send().refused(403, "forbidden");
        }
        Call.delete("/api/v1/mail-addresses/" + added().at("/addressId"))
                .as(Account.PSYCHOSOCIAL)
                .send()
                .is(404);
    }

    @Test
    default void leadsNowhereByAWayThatIsNotWhole() {
        for (String way : List.of("/u/x", "/u/" + UUID.randomUUID(), "/u/" + UUID.randomUUID() + ".short")) {
            Call.get(way).improper().send().is(404);
            Call.post(way).improper().send().is(404);
        }
    }
}
