package org.paivand.federation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paivand.federation.envelope.MessageId;
import org.paivand.federation.envelope.MessageType;
import org.paivand.federation.envelope.SignedEnvelope;

/** What stands in an envelope, signed by the right key and yet to be refused. */
class EnvelopeContentTest {
    private final Two two;
    private final String sent;

    EnvelopeContentTest() throws Exception {
        two = new Two();
        sent = two.signed().compact();
    }

    @ParameterizedTest
    @EnumSource(MessageType.class)
    void everyTypeComesBackAsItWasSigned(MessageType type) throws Exception {
        SignedEnvelope signed = SignedEnvelope.sign(Envelopes.of(two, type, Two.NOW), two.signer);

        SignedEnvelope accepted = SignedEnvelope.accept(signed.compact(), Two.KZ, two.keys(), Two.NOW);

        assertEquals(signed.envelope(), accepted.envelope());
        assertEquals(signed.hash(), accepted.hash());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"v\":1 | \"v\":2",
                "\"v\":1 | \"v\":\"1\"",
                "\"v\":1 | \"v\":1.0",
                "\"v\":1 | \"v\":null",
                "\"v\":1 | \"v\":1,\"v\":1",
                "\"v\":1 | \"v\":1,\"more\":1",
                "\"v\":1, | ''",
                "\"epoch\":1 | \"epoch\":0",
                "\"seq\":2 | \"seq\":0",
                "\"seq\":2 | \"seq\":1",
                "\"seq\":2 | \"seq\":9223372036854775808",
                "\"type\":\"referral.offer\" | \"type\":\"echo\"",
                "\"type\":\"referral.offer\" | \"type\":\"withdrawal.notice\"",
                "\"type\":\"referral.offer\" | \"type\":\"referral.update\"",
                "\"immigrationUse\":\"never\" | \"immigrationUse\":\"allowed\"",
                "\"useAgainstPerson\":\"never\", | ''",
                "\"onward\":false | \"onward\":\"false\"",
                "\"purpose\":\"shelter-placement\" | \"purpose\":\"other\"",
                "[\"service-request\"] | [\"name\"]",
                "[\"service-request\"] | [\"service-request\",\"service-request\"]",
                "\"index\":1 | \"index\":-1",
                "\"iss\":\"tj-national\" | \"iss\":\"TJ\"",
                "\"iss\":\"tj-national\" | \"iss\":\"kz-national\"",
                "\"version\":2 | \"version\":0"
            })
    void refusesWhatBreaksTheFormat(String written, String other) throws Exception {
        String content = Two.decoded(sent, 1);
        assertTrue(content.contains(written), written);

        refused(content.replace(written, other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "null", "{\"v\":1}", "nonsense", "\u0000"})
    void refusesWhatIsNoEnvelope(String content) throws Exception {
        if (content.isEmpty()) {
            RefusedException refused = assertThrows(
                    RefusedException.class, () -> accept(Two.forged(Two.decoded(sent, 0), content, two.signing)));
            assertEquals(Refusal.MALFORMED, refused.refusal());
        } else {
            refused(content);
        }
    }

    @Test
    void refusesDeepJson() throws Exception {
        refused("{\"v\":" + "[".repeat(1000) + "]".repeat(1000) + "}");
    }

    @Test
    void refusesALifeOfMoreThanThirtyDays() throws Exception {
        long end = Two.NOW.plus(Duration.ofDays(3)).getEpochSecond();
        long tooLate = Two.NOW.plus(Duration.ofDays(30)).getEpochSecond() + 1;

        refused(Two.decoded(sent, 1).replace("\"exp\":" + end, "\"exp\":" + tooLate));
        refused(Two.decoded(sent, 1).replace("\"exp\":" + end, "\"exp\":" + Two.NOW.getEpochSecond()));
        refused(Two.decoded(sent, 1).replace("\"exp\":" + end + ",", ""));
    }

    @Test
    void acceptsMembersInAnotherOrder() throws Exception {
        String content = Two.decoded(sent, 1);
        String moved = "{\"schema\":\"referral-offer-1\","
                + content.substring(1).replace(",\"schema\":\"referral-offer-1\"", "");

        SignedEnvelope accepted = accept(Two.forged(Two.decoded(sent, 0), moved, two.signing));

        assertEquals("referral-offer-1", accepted.envelope().content().schema());
        assertNotEquals(two.signed().hash(), accepted.hash(), "other bytes are another message");
    }

    @Test
    void aWithdrawalIsNeverTooLate() throws Exception {
        SignedEnvelope notice =
                SignedEnvelope.sign(Envelopes.of(two, MessageType.WITHDRAWAL_NOTICE, Two.NOW), two.signer);

        SignedEnvelope accepted =
                SignedEnvelope.accept(notice.compact(), Two.KZ, two.keys(), Two.NOW.plus(Duration.ofDays(3650)));

        assertEquals(notice.hash(), accepted.hash());
    }

    @Test
    void holdsNothingThatThePayloadHolds() throws Exception {
        String compact = SignedEnvelope.sign(
                        two.offer(two.sealed("{\"givenName\":\"Nilufar\"}").content()), two.signer)
                .compact();

        assertFalse(Two.decoded(compact, 1).contains("Nilufar"));
        assertFalse(compact.contains(Two.base64("Nilufar").substring(0, 8)));
    }

    @Test
    void idsSortByTheirTimeAndAreOfVersionSeven() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<MessageId> ids = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            ids.add(MessageId.at(Two.NOW.plusMillis(i), random));
        }
        List<MessageId> sorted = new ArrayList<>(ids);
        Collections.sort(sorted);

        assertEquals(ids, sorted, "seed " + seed);
        ids.forEach(id -> assertEquals(id, MessageId.parse(id.toString())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0193769c-5d00-4b1e-8c5a-1f2e3d4c5b6a",
                "0193769C-5D00-7B1E-8C5A-1F2E3D4C5B6A",
                "0193769c-5d00-7b1e-0c5a-1f2e3d4c5b6a",
                "193769c-5d00-7b1e-8c5a-1f2e3d4c5b6a",
                "x"
            })
    void otherIdsAreNone(String text) {
        assertThrows(IllegalArgumentException.class, () -> MessageId.parse(text));
    }

    private SignedEnvelope accept(String compact) throws RefusedException {
        return SignedEnvelope.accept(compact, Two.KZ, two.keys(), Two.NOW);
    }

    private void refused(String content) throws Exception {
        String compact = Two.forged(Two.decoded(sent, 0), content, two.signing);
        RefusedException refused = assertThrows(RefusedException.class, () -> accept(compact));
        assertEquals(Refusal.CONTENT_REFUSED, refused.refusal());
    }
}
