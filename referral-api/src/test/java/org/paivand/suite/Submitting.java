package org.paivand.suite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The form for everybody, as a browser sends it, and what the agency makes of it. */
interface Submitting {
    Account HOTLINE = Account.of("tj-hotline-national", "operator", "referrer");
    String SUBMISSIONS = "/api/v1/submissions";
    String PERSON =
            "&by=person&language=tg&age=undetermined&urgency=urgent&need=medical&reach=no&channel=&address=&area=";
    String NEIGHBOUR = "&by=third-party&language=ru&age=child&urgency=immediate&reach=yes&whose=writer&channel=sms"
            + "&address=%2B992917000077&hours=evening&quiet=yes&family=yes&area=RU";
    Pattern TICKET = Pattern.compile("name=\"ticket\" value=\"([A-Za-z0-9_-]{75})\"");
    Pattern RECEIPT = Pattern.compile("class=\"code\">([0-9]{3} [0-9]{3} [0-9]{3})<");

    @Test
    default void isFilledInShownOnceMoreAndSentOnce() {
        Reply form = Call.get("/s/en/write").send().is(200);
        String ticket = first(TICKET, form);
        long before = waiting();
        Reply check = step("step=check&ticket=" + ticket + PERSON).is(200);
        assertTrue(check.text().contains("National Helpline"));
        assertEquals(before, waiting(), "looking sends nothing");

        Reply sent = step("step=send&ticket=" + ticket + PERSON).is(200);
        Reply again = step("step=send&ticket=" + ticket + PERSON).is(200);

        assertArrayEquals(sent.bytes(), again.bytes());
        assertEquals(before + 1, waiting());
        String number = first(PersonsPages.NUMBER, sent);
        Markers.handedOut(number);
        assertTrue(PersonsPages.entered(number).is(200).text().contains("received"));
    }

    @Test
    default void keepsToTheHeadersOfThePagesAndTellsNothingByAddressOrTitle() {
        String ticket = first(TICKET, Call.get("/s/ru/write").send().is(200));
        for (Reply page : List.of(
                Call.get("/s/tg/write").send(),
                step("step=check&ticket=" + ticket + NEIGHBOUR),
                step("step=check&ticket=" + ticket),
                step("step=send&ticket=" + ticket + NEIGHBOUR))) {
            assertEquals("no-store", page.header("Cache-Control"));
            assertEquals("no-referrer", page.header("Referrer-Policy"));
            assertTrue(page.header("Content-Security-Policy").startsWith("default-src 'none'; style-src 'sha256-"));
            assertEquals("", page.header("Set-Cookie"));
            String told = page.headers().toString().toLowerCase(Locale.ROOT)
                    + page.text().substring(0, page.text().indexOf("<style>"));
            assertFalse(told.matches("(?s).*(paivand|traffick|victim|\\.pdf|attachment).*"), told);
            assertEquals(0, page.bytes().length % 4096);
        }
    }

    @Test
    default void takesNoFormThatIsNotOursAndAsksForWhatIsMissing() {
        String ticket = first(TICKET, Call.get("/s/en/write").send().is(200));
        long before = waiting();

        for (String wrong : List.of(
                "",
                "step=send",
                "ticket=" + ticket,
                "step=erase&ticket=" + ticket,
                "step=send&ticket=" + ticket + PERSON + "&name=Nozanin",
                "step=send&ticket=" + ticket + PERSON + "&by=person",
                "step=send&ticket=" + ticket + PERSON.replace("medical", "spying"),
                "step=send&ticket=" + ticket + PERSON + "&website=https%3A%2F%2Fexample.com",
                "step=send&ticket=" + ticket + "&by=person",
                "step=send&ticket=" + ticket + PERSON + "&hours=" + "x".repeat(9000))) {
            step(wrong).is(400);
        }
        Call.post("/s/en/write").json("{\"step\":\"send\"}").send().is(400);
        step("step=send&ticket=" + "A".repeat(75) + PERSON).is(200);
        Call.get("/s/de/write").send().is(404);

        assertEquals(before, waiting());
    }

    @Test
    default void givesWhoWritesForAnotherANumberThatIsLikeAnyWrongOne() {
        Reply unknown = PersonsPages.entered(PersonsPages.UNKNOWN).is(403);

        String receipt = first(RECEIPT, sent(NEIGHBOUR));

        assertArrayEquals(unknown.bytes(), PersonsPages.entered(receipt).is(403).bytes());
        assertTrue(Call.get(SUBMISSIONS + "?state=waiting&limit=100")
                .as(HOTLINE)
                .send()
                .is(200)
                .json()
                .findValuesAsText("receipt")
                .contains(receipt.replace(" ", "")));
    }

    @Test
    default void isReadByTheAgencyAloneAndIsThereForNobodyElse() {
        String id = submitted();

        for (Account stranger : List.of(Account.OFFICER, Account.PSYCHOSOCIAL)) {
            read(stranger, id).refused(404, "not-found");
            Call.post(SUBMISSIONS + "/" + id + "/discard")
                    .as(stranger)
                    .json("{\"code\":\"spam\"}")
                    .send()
                    .refused(404, "not-found");
            assertEquals(
                    0,
                    Call.get(SUBMISSIONS)
                            .as(stranger)
                            .send()
                            .is(200)
                            .json()
                            .get("items")
                            .size());
        }
        read(Account.AUDITOR, id).refused(403, "forbidden");
        read(HOTLINE, UUID.randomUUID().toString()).refused(404, "not-found");
        Reply content = read(HOTLINE, id).is(200);
        assertEquals("+992917000077", content.at("/contact/value"));
        assertEquals("tj-hotline-national", content.at("/permission/agency"));
        assertFalse(Call.get(SUBMISSIONS + "?limit=100")
                .as(HOTLINE)
                .send()
                .is(200)
                .text()
                .contains("917000077"));
    }

    @Test
    default void becomesACaseOnceAndOnlyAfterItWasRead() {
        String id = submitted();
        toCase(id, "\"shelter\"").refused(409, "conflict");
        read(HOTLINE, id).is(200);
        for (String wrong : List.of("\"adventure\"", "null")) {
            Call.post(SUBMISSIONS + "/" + id + "/case")
                    .as(HOTLINE)
                    .once()
                    .improper()
                    .json("{\"concern\":" + wrong + "}")
                    .send()
                    .is(400);
        }

        String caseId = toCase(id, "\"shelter\"").is(201).at("/caseId");

        Call.get("/api/v1/cases/" + caseId).as(HOTLINE).send().is(200);
        toCase(id, "\"shelter\"").refused(404, "not-found");
        read(HOTLINE, id).refused(404, "not-found");
    }

    private static Reply toCase(String id, String concern) {
        return Call.post(SUBMISSIONS + "/" + id + "/case")
                .as(HOTLINE)
                .once()
                .json("{\"concern\":" + concern + "}")
                .send();
    }

    static Reply read(Account by, String id) {
        return Call.post(SUBMISSIONS + "/" + id + "/reading").as(by).send();
    }

    /** The id of something that was sent just now. */
    static String submitted() {
        String receipt = first(RECEIPT, sent(NEIGHBOUR)).replace(" ", "");
        for (JsonNode item : Call.get(SUBMISSIONS + "?state=waiting&limit=100")
                .as(HOTLINE)
                .send()
                .is(200)
                .json()
                .get("items")) {
            if (item.path("receipt").asText().equals(receipt)) {
                return item.path("submissionId").asText();
            }
        }
        throw new AssertionError("what was sent isn't there");
    }

    private static Reply sent(String fields) {
        String ticket = first(TICKET, Call.get("/s/en/write").send().is(200));
        return step("step=send&ticket=" + ticket + fields).is(200);
    }

    private static Reply step(String form) {
        return Call.post("/s/en/write")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .body(form)
                .send();
    }

    private static long waiting() {
        return Call.get(SUBMISSIONS + "?state=waiting&limit=100")
                .as(HOTLINE)
                .send()
                .is(200)
                .json()
                .get("items")
                .size();
    }

    private static String first(Pattern pattern, Reply page) {
        Matcher found = pattern.matcher(page.text());
        assertTrue(found.find(), page::text);
        return found.group(1);
    }
}
