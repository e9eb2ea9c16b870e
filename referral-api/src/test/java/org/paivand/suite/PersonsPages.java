package org.paivand.suite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What a person does with a number, over HTTP as a browser does it. */
interface PersonsPages {
    Pattern NUMBER = Pattern.compile("class=\"code\">([0-9 ]{27})<");
    Pattern TICKET = Pattern.compile("name=\"ticket\" value=\"([A-Za-z0-9_-]{75})\"");
    Pattern PART = Pattern.compile("name=\"part\" value=\"([0-9a-f-]{36})\"");
    Pattern CHOICE = Pattern.compile("<option value=\"([0-9a-f]{16})\">");
    String UNKNOWN = "000 000 000 000 000 000 097";

    @Test
    default void opensAStatusThatTellsNoValue() {
        String caseId = Journey.filledCase();
        Journey.consent(caseId, Journey.consent("service-request", "identity", "contact"))
                .is(201);
        List<String> numbers = numbers(caseId);

        Reply status = entered(numbers.get(0)).is(200);

        assertEquals(2, numbers.size());
        assertTrue(PART.matcher(status.text()).find(), status::text);
        assertFalse(status.text().contains(Markers.RUN));
        assertFalse(status.text().contains(caseId));
        assertFalse(status.text().contains(numbers.get(0)));
        assertFalse(status.text().contains(numbers.get(0).replace(" ", "")));
        assertFalse(status.text().contains("(North)"), "the place of a shelter");
    }

    @Test
    default void keepsToHeadersThatLetNothingRunOrStay() {
        for (Reply page : List.of(Call.get("/s").send(), Call.get("/s/ru").send(), entered(UNKNOWN))) {
            assertEquals("no-store", page.header("Cache-Control"));
            assertEquals("no-referrer", page.header("Referrer-Policy"));
            assertEquals("nosniff", page.header("X-Content-Type-Options"));
            assertEquals("DENY", page.header("X-Frame-Options"));
            assertTrue(page.header("Content-Security-Policy").startsWith("default-src 'none'; style-src 'sha256-"));
            assertEquals(
                    "text/html;charset=utf-8",
                    page.header("Content-Type").replace(" ", "").toLowerCase(java.util.Locale.ROOT));
            assertEquals("", page.header("Set-Cookie"));
            assertEquals("", page.header("Paivand-Exchange"));
            assertFalse(
                    page.headers().toString().toLowerCase(java.util.Locale.ROOT).contains("paivand"));
        }
    }

    @Test
    default void answersEveryNumberThatOpensNothingByTheSameBytes() {
        String caseId = Journey.filledCase();
        List<String> ended = numbers(caseId);
        numbers(caseId);
        long before = Rows.entries();

        Reply unknown = entered(UNKNOWN).is(403);
        for (String wrong : List.of(ended.get(0), ended.get(1), "1", "abc", "", "<script>", "0".repeat(60))) {
            Reply same = entered(wrong).is(403);
            assertArrayEquals(unknown.bytes(), same.bytes());
            assertEquals(headers(unknown), headers(same));
        }

        assertEquals(before, Rows.entries());
    }

    @Test
    default void withdrawsAPartAfterOneMoreQuestionAndUndoesIt() {
        String caseId = Journey.filledCase();
        Journey.consent(caseId, Journey.consent("service-request", "identity", "contact"))
                .is(201);
        Reply status = entered(numbers(caseId).get(0)).is(200);
        String part = first(PART, status);

        Reply asked = step("ticket=" + first(TICKET, status) + "&step=take-back&part=" + part)
                .is(200);
        assertTrue(preview(caseId).contains("permit"));
        Reply done = step("ticket=" + first(TICKET, asked) + "&step=yes-take-back&part=" + part)
                .is(200);
        assertFalse(preview(caseId).contains("permit"));

        Reply again = step("ticket=" + first(TICKET, done) + "&step=restore&part=" + part)
                .is(200);
        step("ticket=" + first(TICKET, again) + "&step=yes-restore&part=" + part)
                .is(200);
        assertTrue(preview(caseId).contains("permit"));
    }

    @Test
    default void barsAnAgencyThatTheOfficerCanNotUnbarByAsking() {
        String caseId = Journey.filledCase();
        Journey.consent(caseId, Journey.consent("service-request")).is(201);
        Reply status = entered(numbers(caseId).get(0)).is(200);
        String choice = first(CHOICE, status);

        Reply asked = step("ticket=" + first(TICKET, status) + "&step=bar&choice=" + choice)
                .is(200);
        step("ticket=" + first(TICKET, asked) + "&step=yes-bar&choice=" + choice)
                .is(200);

        Reply consents = Call.get("/api/v1/cases/" + caseId + "/consents")
                .as(Account.OFFICER)
                .send()
                .is(200);
        assertTrue(consents.json().findValues("safetyCritical").stream().anyMatch(value -> value.asBoolean()));
    }

    @Test
    default void tellsWhoHelpsThatItIsWantedNoMoreAndEndsNothing() {
        String caseId = Journey.filledCase();
        Journey.consent(caseId, Journey.consent("service-request")).is(201);
        String referral = Journey.offering(caseId).send().is(201).at("/referralId");
        Call.post(Journey.path(referral, "acceptance"))
                .as(Account.SHELTER)
                .send()
                .is(200);
        Reply status = entered(numbers(caseId).get(0)).is(200);

        Reply asked = step("ticket=" + first(TICKET, status) + "&step=end-help&part=" + referral)
                .is(200);
        assertFalse(referralOf(Account.SHELTER, referral).json().has("endAskedAt"));
        Reply done = step("ticket=" + first(TICKET, asked) + "&step=yes-end-help&part=" + referral)
                .is(200);

        Reply provider = referralOf(Account.SHELTER, referral);
        assertEquals("accepted", provider.at("/state"));
        assertTrue(provider.json().has("endAskedAt"));
        assertFalse(referralOf(Account.OFFICER, referral).json().has("endAskedAt"));
        step("ticket=" + first(TICKET, done) + "&step=end-help&part=" + referral)
                .is(400);
    }

    private static Reply referralOf(Account account, String referral) {
        return Call.get("/api/v1/referrals/" + referral).as(account).send().is(200);
    }

    @Test
    default void changesNothingByAFormThatIsNotOurs() {
        String caseId = Journey.filledCase();
        Journey.consent(caseId, Journey.consent("service-request")).is(201);
        Reply status = entered(numbers(caseId).get(0)).is(200);
        String ticket = first(TICKET, status);
        String part = first(PART, status);
        Map<String, Long> before = Rows.besideTheLog();

        step("ticket=" + ticket + "&ticket=" + ticket + "&step=yes-take-back&part=" + part)
                .is(400);
        step("ticket=" + ticket + "&step=yes-take-back&part=" + part + "&case=" + caseId)
                .is(400);
        step("ticket=" + ticket + "&step=erase").is(400);
        step("ticket=" + ticket + "&step=take-back").is(400);
        step("ticket=" + ticket + "&step=yes-bar&choice=0000000000000000").is(200);
        step("ticket=" + ticket.substring(1) + "A&step=yes-take-back&part=" + part)
                .is(403);
        Call.post("/s/tg").json("{\"step\":\"enter\"}").send().is(400);
        step("step=enter&code=" + "1".repeat(9000)).is(400);

        assertEquals(before, Rows.besideTheLog());
    }

    @Test
    default void showsOpeningHoursByTheSecondNumberAndChangesNothing() {
        String caseId = Journey.filledCase();
        Journey.consent(caseId, Journey.consent("service-request")).is(201);
        List<String> numbers = numbers(caseId);
        Reply status = entered(numbers.get(0)).is(200);
        Map<String, Long> before = Rows.besideTheLog();
        long entries = Rows.entries();

        Reply hours = entered(numbers.get(1)).is(200);
        step("ticket=" + first(TICKET, hours) + "&step=yes-take-back&part=" + first(PART, status))
                .is(200);

        assertFalse(PART.matcher(hours.text()).find());
        assertTrue(hours.text().contains("112"));
        assertEquals(0, hours.bytes().length % 4096);
        assertEquals(headers(status), headers(hours));
        assertEquals(before, Rows.besideTheLog());
        assertEquals(entries + 2, Rows.entries());
    }

    @Test
    default void givesNoReceiptToAStrangerNorToAnAdultsGuardian() {
        String caseId = Journey.filledCase();

        Call.post("/api/v1/cases/" + caseId + "/receipts")
                .as(Account.OTHER_OFFICER)
                .json("{\"language\":\"tg\",\"holder\":\"subject\"}")
                .send()
                .refused(404, "not-found");
        Call.post("/api/v1/cases/" + caseId + "/receipts")
                .as(Account.OFFICER)
                .json("{\"language\":\"tg\",\"holder\":\"guardian\"}")
                .send()
                .refused(403, "receipt-refused");
        Call.post("/api/v1/cases/" + caseId + "/receipts")
                .as(Account.OFFICER)
                .json("{\"language\":\"tg\",\"holder\":\"legal-representative\"}")
                .improper()
                .send()
                .refused(400, "invalid-request");
        Call.get("/api/v1/cases/" + caseId + "/receipts?language=xx")
                .as(Account.OFFICER)
                .improper()
                .send()
                .refused(400, "invalid-request");
    }

    @Test
    default void recordsNoConsentToANoticeThatCanNotBeShownAgain() {
        String caseId = Journey.filledCase();
        String consent = Journey.consent("service-request");

        for (String wrong : List.of(
                consent.replace("notice-referral", "notice-unknown"),
                consent.replace("\"version\":1", "\"version\":2"),
                consent.replace("\"language\":\"tg\"", "\"language\":\"uz\""))) {
            Reply refused = Journey.consent(caseId, wrong).refused(400, "invalid-request");
            assertEquals("/notice not-in-list", refused.fault());
        }
        String hash = consent.replaceFirst("\"sha256\":\"[0-9a-f]{64}\"", "\"sha256\":\"" + "0".repeat(64) + "\"");
        assertEquals(
                "/notice/sha256 contradiction",
                Journey.consent(caseId, hash).refused(400, "invalid-request").fault());
    }

    /** Last of these: whoever guesses has to wait, and the others on that address with them. */
    @Test
    @Order(Integer.MAX_VALUE - 1)
    default void stopsWhoGuessesForAMinute() {
        String number = numbers(Journey.filledCase()).get(0);

        Reply last = entered(UNKNOWN);
        for (int i = 0; i < 60 && last.status() == 403; i++) {
            last = entered(UNKNOWN);
        }

        assertEquals("60", last.is(429).header("Retry-After"));
        assertTrue(List.of(200, 429).contains(entered(number).status()), "in the next minute, or not yet");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    default void leavesNoNumberInTheServersLog() {
        String log = TestNode.prepared().log();

        assertTrue(log.contains("\"resource\":\"/s\""), "the pages have their lines");
        assertFalse(log.contains("000 000 000") || log.contains("000%20000") || log.contains("0000000000000097"));
    }

    static List<String> numbers(String caseId) {
        Reply receipt = Call.post("/api/v1/cases/" + caseId + "/receipts")
                .as(Account.OFFICER)
                .json("{\"language\":\"en\",\"holder\":\"subject\"}")
                .send()
                .is(201);
        List<String> numbers = NUMBER.matcher(receipt.text())
                .results()
                .map(found -> found.group(1))
                .toList();
        numbers.forEach(Markers::handedOut);
        return numbers;
    }

    static Reply entered(String number) {
        return step("step=enter&code=" + URLEncoder.encode(number, StandardCharsets.UTF_8));
    }

    static Reply step(String form) {
        return Call.post("/s/en")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .body(form)
                .send();
    }

    private static String first(Pattern pattern, Reply page) {
        Matcher found = pattern.matcher(page.text());
        assertTrue(found.find(), page::text);
        return found.group(1);
    }

    private static String headers(Reply reply) {
        return reply.headers().map().entrySet().stream()
                .filter(header -> !header.getKey().matches("(?i)date|content-length"))
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
    }

    private static String preview(String caseId) {
        return Call.post("/api/v1/cases/" + caseId + "/previews")
                .as(Account.OFFICER)
                .json("""
                        {"recipient":"tj-shelter-north","purpose":"shelter-placement","categories":["service-request"]}""")
                .send()
                .is(200)
                .json()
                .findValuesAsText("outcome")
                .toString();
    }
}
