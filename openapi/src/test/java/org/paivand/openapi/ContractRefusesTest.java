package org.paivand.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A judge that lets anything pass proves nothing: here it refuses. */
final class ContractRefusesTest {

    private static final Contract CONTRACT = Contract.load();

    @ParameterizedTest(name = "{0}: {1} for {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // a wrong type
                "offerReferral   | \"urgent\"                        | 7                              | type",
                "offerReferral   | [\"shelter\",\"psychological\"]   | \"shelter\"                    | type",
                "recordConsent   | \"spokenAlone\":true              | \"spokenAlone\":\"true\"       | type",
                "recordConsent   | \"safetyCritical\":false          | \"safetyCritical\":0           | type",
                "recordConsent   | {\"role\":\"subject\"}            | [{\"role\":\"subject\"}]       | type",
                "recordConsent   | \"witness\":\"tj-ngo-psychosocial\"   | \"witness\":null               | type",
                // an extra member, at the top and inside
                "offerReferral   | {\"caseId\"                       | {\"colour\":1,\"caseId\"       | additionalProperties",
                "recordConsent   | {\"role\":\"subject\"             | {\"name\":\"A\",\"role\":\"subject\" | additionalProperties",
                "recordConsent   | {\"agency\"                       | {\"kind\":\"ngo\",\"agency\"   | oneOf",
                "openCase        | {}                                | {\"colour\":1}                 | additionalProperties",
                // a missing required member
                "offerReferral   | \"urgency\":\"urgent\",           | ~~                             | required",
                "recordConsent   | \"notConditional\":true,          | ~~                             | required",
                "recordConsent   | \"purpose\":\"shelter-placement\",| ~~                             | required",
                "pullRelease     | {\"categories\":[\"service-request\"]} | {}                        | required",
                // outside a list, a pattern or a bound
                "offerReferral   | \"urgent\"                        | \"soon\"                       | enum",
                "offerReferral   | \"shelter\"                       | \"psychological\"              | uniqueItems",
                "offerReferral   | tj-shelter-north                  | TJ-Shelter                     | pattern",
                "recordConsent   | \"notConditional\":true           | \"notConditional\":false       | enum",
                "recordConsent   | 2027-02-22T06:00:00Z              | 2027-02-22T06:00:00+05:00      | pattern",
                "recordConsent   | 2027-02-22T06:00:00Z              | 2027-02-22                     | pattern",
                "pullRelease     | [\"service-request\"]             | []                             | minItems",
                "declineReferral | no-capacity                       | unsuitable                     | enum",
                "writeSection    | \"language\":\"tg\"               | \"language\":\"tg-TJ\"         | oneOf",
                "writeSection    | \"2026-11-23\"                    | \"tomorrow\"                   | oneOf"
            })
    void refusesARequestBodyWithAChange(String operationId, String from, String to, String keyword) {
        Sent sent = exchange(operationId).sent();
        String body = sent.body().orElseThrow();
        String changed = body.replaceFirst(Pattern.quote(from), to);

        List<String> messages = CONTRACT.validateRequest(
                new Sent(sent.method(), sent.path(), sent.query(), sent.headers(), Optional.of(changed)));

        assertTrue(!changed.equals(body), "the example holds what is changed");
        assertNames("validation.request.body.schema." + keyword, messages);
    }

    @ParameterizedTest(name = "{0}: {1} for {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "openCase      | \"version\":1                       | \"version\":\"1\"              | type",
                "openCase      | {\"caseId\"                         | {\"name\":\"A\",\"caseId\"     | additionalProperties",
                "openCase      | \"controller\":\"tj-police-dushanbe\", | ~~                          | required",
                "listReferrals | {\"referralId\"                     | {\"caseId\":\"x\",\"referralId\" | additionalProperties",
                "readReferral  | \"state\":\"accepted\"              | \"state\":\"arrived\"          | enum",
                "readEntry     | \"opening\":{\"salt\"               | \"opening\":{\"key\":\"x\",\"salt\" | additionalProperties",
                "pullRelease   | \"service-request\":{               | \"service-request\":{\"givenName\":\"A\", | additionalProperties",
                "pullRelease   | \"ageGroup\":\"adult\",             | ~~                             | required"
            })
    void refusesAnAnswerWithAChange(String operationId, String from, String to, String keyword) {
        Example example = exchange(operationId);
        Answered answered = example.answered().orElseThrow();
        String body = answered.body().orElseThrow();
        String changed = body.replaceFirst(Pattern.quote(from), to);

        List<String> messages = CONTRACT.validateResponse(
                example.sent().method(),
                example.sent().path(),
                new Answered(answered.status(), answered.headers(), Optional.of(changed)));

        assertTrue(!changed.equals(body), "the example holds what is changed");
        assertNames("validation.response.body.schema." + keyword, messages);
    }

    @Test
    void refusesAPostWithoutItsIdempotencyKey() {
        assertNames(
                "validation.request.parameter.header.missing",
                CONTRACT.validateRequest(with(exchange("offerReferral").sent(), "Idempotency-Key", "")));
    }

    @Test
    void refusesAnIdempotencyKeyThatIsTooShort() {
        assertNames(
                "validation.request.parameter.schema.minLength",
                CONTRACT.validateRequest(with(exchange("offerReferral").sent(), "Idempotency-Key", "short")));
    }

    @Test
    void refusesAnIdInCapitals() {
        Sent sent = exchange("readCase").sent();

        assertNames(
                "validation.request.parameter.schema.pattern",
                CONTRACT.validateRequest(new Sent(
                        "GET", sent.path().replace("0b7c9a52", "0B7C9A52"), Map.of(), sent.headers(), sent.body())));
    }

    @Test
    void refusesALimitAboveAHundred() {
        Sent sent = exchange("listCases").sent();

        assertNames(
                "validation.request.parameter.schema.maximum",
                CONTRACT.validateRequest(
                        new Sent("GET", sent.path(), Map.of("limit", "101"), sent.headers(), sent.body())));
    }

    @Test
    void refusesAnInboxWithoutItsBox() {
        Sent sent = exchange("listReferrals").sent();

        assertNames(
                "validation.request.parameter.query.missing",
                CONTRACT.validateRequest(new Sent("GET", sent.path(), Map.of(), sent.headers(), sent.body())));
    }

    @Test
    void refusesAPathThatIsNotInTheContract() {
        assertNames(
                "validation.request.path.missing",
                CONTRACT.validateRequest(new Sent("GET", "/api/v1/persons", Map.of(), Map.of(), Optional.empty())));
    }

    @Test
    void refusesAnAnswerWithoutItsETag() {
        Example example = exchange("readCase");
        Answered answered = example.answered().orElseThrow();
        Map<String, String> headers = new HashMap<>(answered.headers());
        headers.remove("ETag");

        assertNames(
                "validation.response.header.missing",
                CONTRACT.validateResponse("GET", example.sent().path(), new Answered(200, headers, answered.body())));
    }

    @Test
    void refusesAStatusThatTheOperationDoesNotName() {
        Example example = exchange("readCase");
        Answered answered = example.answered().orElseThrow();

        assertNames(
                "validation.response.status.unknown",
                CONTRACT.validateResponse(
                        "GET", example.sent().path(), new Answered(500, answered.headers(), answered.body())));
    }

    @Test
    void refusesAProblemThatIsPlainJson() {
        Example example = exchange("readCase");
        Map<String, String> headers =
                new HashMap<>(example.answered().orElseThrow().headers());
        headers.put("Content-Type", "application/json");

        assertNames(
                "validation.response.contentType.notAllowed",
                CONTRACT.validateResponse("GET", example.sent().path(), new Answered(404, headers, Optional.of("{}"))));
    }

    @Test
    void takesTheIndexOfATileInSeveralSegments() {
        Map<String, String> headers = Map.of("Authorization", "Bearer example");

        assertEquals(
                List.of(),
                CONTRACT.validateRequest(
                        new Sent("GET", "/log/tile/entries/x001/x234/067.p/8", Map.of(), headers, Optional.empty())));
        assertNames(
                "validation.request.parameter.schema.pattern",
                CONTRACT.validateRequest(
                        new Sent("GET", "/log/tile/0/001/234/067", Map.of(), headers, Optional.empty())));
    }

    private static Example exchange(String operationId) {
        return CONTRACT.examples().stream()
                .filter(example -> example.operationId().equals(operationId))
                .findFirst()
                .orElseThrow();
    }

    /** The same request with one header changed, or without it if the value is empty. */
    private static Sent with(Sent sent, String header, String value) {
        Map<String, String> headers = new HashMap<>(sent.headers());
        headers.remove(header);
        if (!value.isEmpty()) {
            headers.put(header, value);
        }
        return new Sent(sent.method(), sent.path(), sent.query(), headers, sent.body());
    }

    private static void assertNames(String key, List<String> messages) {
        assertTrue(messages.stream().anyMatch(message -> message.startsWith(key)), () -> key + " in " + messages);
    }
}
