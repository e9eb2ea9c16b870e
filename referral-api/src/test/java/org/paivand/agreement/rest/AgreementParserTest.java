package org.paivand.agreement.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @Test
    void writesAgainWhatItRead() throws Exception {
        Agreement agreement = AgreementParser.draft(body(BODY)).apply(3);

        assertEquals(3, agreement.version());
        assertEquals(BODY, new String(JsonBodies.bytes(NewAgreement.of(agreement)), StandardCharsets.UTF_8));
        assertEquals(
                BODY.replace("\"parties\"", "\"version\":3,\"parties\""),
                new String(JsonBodies.bytes(AgreementView.of(agreement)), StandardCharsets.UTF_8));
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
        String pointer = fault.substring(0, fault.indexOf(' '));
        String code = fault.substring(fault.indexOf(' ') + 1);

        ProblemException refusal =
                assertThrows(ProblemException.class, () -> AgreementParser.draft(body(BODY.replace(part, otherwise))));

        String named = code.equals("unknown-member") ? parent(pointer) : pointer;
        assertEquals(
                List.of(new RequestError(named, code)), refusal.extensions().errors());
    }

    /** The name of an unknown member may be somebody's, so its parent is named. */
    private static String parent(String pointer) {
        return pointer.equals("/parties") ? pointer : "";
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
