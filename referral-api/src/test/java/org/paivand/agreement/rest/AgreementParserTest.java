package org.paivand.agreement.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.policy.Agreement;
import org.paivand.problem.ProblemException;
import org.paivand.problem.ProblemException.RequestError;
import org.paivand.rest.JsonBodies;

class AgreementParserTest {
    private static final String BODY = """
            {"agreementId":"corridor-tj-kz","parties":{"countries":["KZ","TJ"]},"purposes":["assistance","return"],\
            "categories":["service-request","identity"],"validFrom":"2027-01-01T00:00:00Z",\
            "validUntil":"2029-01-01T00:00:00Z","onwardAllowed":false,"retentionDays":365,\
            "lawReference":"Example: bilateral agreement"}""";

    private static final String TERMS = """
            {"agreementId":"ngos-tj-kz","parties":{"countries":["KZ","TJ"],"kinds":["shelter","ngo"]},\
            "purposes":["assistance","return"],"categories":["service-request","identity"],\
            "validFrom":"2027-01-01T00:00:00Z","validUntil":"2029-01-01T00:00:00Z","onwardAllowed":false,"retentionDays":365,\
            "lawReference":"Example","ceilings":[{"purpose":"return","categories":["identity"]}],\
            "recipientKinds":["ngo"],"handling":{"evidenceUse":"never","immigrationUse":"never"},\
            "lawfulBasis":{"tg":"Моддаи 5","ru":"Статья 5","en":"Article 5"},\
            "documentSha256":"efefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefef"}""";

    @Test
    void writesAgainWhatItRead() throws Exception {
        Agreement agreement = AgreementParser.draft(body(BODY)).apply(3);

        assertEquals(3, agreement.version());
        assertEquals(BODY, new String(JsonBodies.bytes(NewAgreement.of(agreement)), StandardCharsets.UTF_8));
        assertEquals(
                BODY.replace("\"parties\"", "\"version\":3,\"parties\""),
                new String(JsonBodies.bytes(AgreementView.of(agreement)), StandardCharsets.UTF_8));
    }

    @Test
    void writesAgainEveryTermThatItRead() throws Exception {
        Agreement agreement = AgreementParser.draft(body(TERMS)).apply(1);

        assertEquals(Set.of(Category.IDENTITY), agreement.ceiling(Purpose.RETURN));
        assertEquals(TERMS, new String(JsonBodies.bytes(NewAgreement.of(agreement)), StandardCharsets.UTF_8));
        assertEquals(
                TERMS.replace("\"parties\"", "\"version\":1,\"parties\""),
                new String(JsonBodies.bytes(AgreementView.of(agreement)), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[\"shelter\",\"ngo\"]}, | [\"shelter\",\"charity\"]}, | /parties/kinds/1 not-in-list",
                "[\"shelter\",\"ngo\"]}, | []}, | /parties/kinds too-few",
                "{\"countries\":[\"KZ\",\"TJ\"],\"kinds\" | {\"kinds\" | /parties required",
                "\"countries\":[\"KZ\",\"TJ\"] | \"agencies\":[\"tj-one\",\"kz-two\"] | /parties contradiction",
                "[{\"purpose\":\"return\",\"categories\":[\"identity\"]}] | [] | /ceilings too-few",
                "{\"purpose\":\"return\", | {\"purpose\":\"revenge\", | /ceilings/0/purpose not-in-list",
                "{\"purpose\":\"return\", | {\"purpose\":\"prosecution\", | /ceilings/0/purpose contradiction",
                "[\"identity\"]}] | [\"identity\"]},{\"purpose\":\"return\",\"categories\":[\"identity\"]}] | /ceilings/1/purpose duplicate",
                "[\"identity\"]}] | []}] | /ceilings/0/categories too-few",
                "[\"identity\"]}] | [\"identity\",\"health\"]}] | /ceilings/0/categories/1 contradiction",
                "\"recipientKinds\":[\"ngo\"] | \"recipientKinds\":[] | /recipientKinds too-few",
                "\"recipientKinds\":[\"ngo\"] | \"recipientKinds\":[\"NGO\"] | /recipientKinds/0 not-in-list",
                "\"recipientKinds\":[\"ngo\"] | \"recipientKinds\":[\"ngo\",\"police\"] | /recipientKinds/1 contradiction",
                "\"evidenceUse\":\"never\" | \"evidenceUse\":\"always\" | /handling/evidenceUse not-in-list",
                "\"immigrationUse\":\"never\" | \"immigrationUse\":\"ask\" | /handling/immigrationUse not-in-list",
                ",\"immigrationUse\":\"never\" | `` | /handling/immigrationUse required",
                "[\"assistance\",\"return\"] | [\"investigation\",\"return\"] | /handling/evidenceUse contradiction",
                "\"ru\":\"Статья 5\" | \"ru\":\" \" | /lawfulBasis/ru bad-pattern",
                "\"ru\":\"Статья 5\" | \"ru\":\"a\\u0000\" | /lawfulBasis/ru bad-pattern",
                "\"en\":\"Article 5\" | \"de\":\"Artikel 5\" | /lawfulBasis unknown-member",
                "\"documentSha256\":\"ef | \"documentSha256\":\"EF | /documentSha256 bad-pattern",
                "\"documentSha256\":\"ef | \"documentSha256\":\"f | /documentSha256 bad-pattern"
            })
    void refusesTermsByTheMemberThatIsWrong(String part, String otherwise, String fault) {
        refused(TERMS.replace(part, otherwise), fault);
    }

    @Test
    void refusesALawfulBasisThatIsTooLong() {
        refused(TERMS.replace("Article 5", "a".repeat(501)), "/lawfulBasis/en bad-pattern");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"corridor-tj-kz\" | \"Corridor\" | /agreementId bad-pattern",
                "\"corridor-tj-kz\" | \"c\" | /agreementId bad-pattern",
                "[\"KZ\",\"TJ\"] | [\"KZ\",\"Tajikistan\"] | /parties/countries/1 not-in-list",
                "[\"KZ\",\"TJ\"] | [\"KZ\",\"KZ\"] | /parties/countries/1 duplicate",
                "[\"KZ\",\"TJ\"] | [] | /parties/countries too-few",
                "{\"countries\":[\"KZ\",\"TJ\"]} | {} | /parties required",
                "{\"countries\":[\"KZ\",\"TJ\"]} | {\"agencies\":[\"tj-commission\"]} | /parties/agencies too-few",
                "[\"KZ\",\"TJ\"] | [\"TJ\"],\"agencies\":[\"aaa\",\"bbb\"] | /parties contradiction",
                "[\"KZ\",\"TJ\"] | [\"TJ\"],\"persons\":[\"aaa\"] | /parties unknown-member",
                "\"return\" | \"revenge\" | /purposes/1 not-in-list",
                "[\"assistance\",\"return\"] | [] | /purposes too-few",
                "\"identity\" | \"service-request\" | /categories/1 duplicate",
                "2027-01-01T00:00:00Z | 2027-01-01T00:00:00+05:00 | /validFrom bad-pattern",
                "2027-01-01T00:00:00Z | 2027-01-01T24:00:00Z | /validFrom bad-pattern",
                "2027-01-01T00:00:00Z | 2026-06-30T23:59:60Z | /validFrom bad-pattern",
                "2027-01-01T00:00:00Z | 2027-02-30T00:00:00Z | /validFrom bad-pattern",
                "2027-01-01T00:00:00Z | 2027-01-01T00:00Z | /validFrom bad-pattern",
                "2027-01-01T00:00:00Z | 2029-01-01T00:00:00Z | /validUntil contradiction",
                "\"2027-01-01T00:00:00Z\" | 1798761600 | /validFrom bad-pattern",
                "365 | 0 | /retentionDays out-of-range",
                "365 | 36501 | /retentionDays out-of-range",
                "365 | \"365\" | /retentionDays wrong-type",
                "Example: bilateral agreement | \\u0007 | /lawReference bad-pattern",
                "Example: bilateral agreement | \\ud800 | /lawReference bad-pattern",
                "Example: bilateral agreement | \\u0020 | /lawReference bad-pattern",
                "{\"agreementId\" | {\"version\":1,\"agreementId\" | /version unknown-member"
            })
    void refusesByTheMemberThatIsWrong(String part, String otherwise, String fault) {
        refused(BODY.replace(part, otherwise), fault);
    }

    private static void refused(String body, String fault) {
        String pointer = fault.substring(0, fault.indexOf(' '));
        String code = fault.substring(fault.indexOf(' ') + 1);

        ProblemException refusal = assertThrows(ProblemException.class, () -> AgreementParser.draft(body(body)), body);

        String named = code.equals("unknown-member") ? parent(pointer) : pointer;
        assertEquals(
                List.of(new RequestError(named, code)), refusal.extensions().errors());
    }

    /** The name of an unknown member may be somebody's, so its parent is named. */
    private static String parent(String pointer) {
        return pointer.equals("/parties") || pointer.equals("/lawfulBasis") ? pointer : "";
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static NewAgreement body(String json) throws Exception {
        return (NewAgreement) new JsonBodies()
                .readFrom(
                        (Class) NewAgreement.class,
                        NewAgreement.class,
                        new Annotation[0],
                        MediaType.APPLICATION_JSON_TYPE,
                        new MultivaluedHashMap<>(),
                        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
